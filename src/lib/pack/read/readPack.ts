/**
 * The only door for data: files in, a frozen pack out, or every fault there is. Never throws, whatever
 * the files hold.
 */
import type { Topology } from 'topojson-specification';
import type { Fault } from '../faults';
import type { Pack } from '../types';
import { buildPack } from './build';
import { checkChains, type RoleRow } from './checks/chains';
import { checkMethod } from './checks/method';
import { checkPlaces } from './checks/places';
import { checkRatings } from './checks/ratings';
import { freeze } from './freeze';
import { isRecord, parseJson, textOf } from './json';
import { checkForeignKeys } from './keys';
import { findingsSchema, metaSchema, methodSchema, shaped } from './method';
import { Reporter } from './reporter';
import { readSchema } from './schema';
import { isComplete, readTable, type Table } from './table';

/** Tables every pack has; the rest (water labels, ratings, controls, imports) may be absent. */
const TABLES = ['regions', 'units', 'indicators', 'comments', 'observations', 'sources', 'clusters', 'stages', 'okved2', 'sites', 'site_roles', 'links'];

export interface ReadResult {
  /** Null where there is at least one error. */
  readonly pack: Pack | null;
  readonly faults: readonly Fault[];
}

/** Row of the record with a key, for faults found after the tables were put together. */
export type RowOf = (table: string, column: string, key: string) => number | null;

/** @param files text of the pack's files by name, as they lie in its folder */
export function readPack(files: ReadonlyMap<string, string>): ReadResult {
  const report = new Reporter();
  let pack: Pack | null = null;
  try {
    pack = read(files, report);
  } catch (error) {
    // Not known to happen; a reader of the list must still learn what was found before.
    report.error({ file: 'datapackage.json' }, `a pack that can be read to its end; reading stopped at: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { pack: report.failed || !pack ? null : freeze(pack), faults: report.faults };
}

function read(files: ReadonlyMap<string, string>, report: Reporter): Pack | null {
  const missing = new Set<string>();
  const file = (name: string): string | null => {
    const found = files.get(name);
    if (found === undefined && !missing.has(name)) {
      missing.add(name);
      report.error({ file: name }, name === 'datapackage.json' ? 'this file is missing; it names the files of a pack as a Frictionless data package' : 'this file is missing; put it beside datapackage.json');
    }
    return found ?? null;
  };
  const json = (name: string): unknown => {
    const found = file(name);
    return found === null ? undefined : parseJson(name, found, report);
  };
  const descriptor = json('datapackage.json');
  if (descriptor === undefined) return null;
  const meta = shaped('datapackage.json', metaSchema, descriptor, report);
  const tables = readTables(descriptor, file, report);
  checkForeignKeys(tables, report);

  const values = { method: json('method.json'), findings: json('findings.json'), boundaries: json('boundaries.topo.json') };
  const method = values.method === undefined ? null : shaped('method.json', methodSchema, values.method, report);
  const findings = values.findings === undefined ? null : shaped('findings.json', findingsSchema, values.findings, report);
  const boundaries = topology('boundaries.topo.json', values.boundaries, ['regions'], report);
  const water = files.has('water.topo.json') ? topology('water.topo.json', json('water.topo.json'), [], report) : null;
  if (!meta || !method || !findings || !boundaries) return null;

  const pack = buildPack({ meta, method, findings, table: (name) => tables.get(name)?.rows ?? [], boundaries, water });
  const row: RowOf = (table, column, key) => tables.get(table)?.rows.find((r) => r.text(column) === key)?.row ?? null;
  // What a table without its columns would seem to mean is noise beside the fault already told.
  const blocks = [...method.potential.map((b) => b.id), ...(method.whatIf?.leftOut ?? [])];
  const whole = (...names: string[]) => names.every((name) => isComplete(tables.get(name) ?? null));
  if (whole('regions', 'units', 'indicators', 'observations')) checkMethod(pack, blocks, row, report);
  if (whole('regions', 'sites')) {
    try {
      checkPlaces(pack, row, report);
    } catch (error) {
      // Geometry libraries throw on rings and arcs that are not there; the pack must say so and go on.
      report.error({ file: 'boundaries.topo.json' }, `geometry that can be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (whole('regions', 'stages', 'sites', 'site_roles', 'links')) {
    const role: RoleRow = (site, cluster, stage) => tables.get('site_roles')?.rows.find((r) => r.text('site_id') === site && r.text('cluster') === cluster && r.text('stage') === stage)?.row ?? null;
    checkChains(pack, row, role, report);
  }
  if (whole('regions', 'ratings', 'rating_ranks')) checkRatings(pack, blocks, (name) => tables.get(name)?.rows ?? [], report);
  return pack;
}

function readTables(descriptor: unknown, file: (name: string) => string | null, report: Reporter): ReadonlyMap<string, Table> {
  const list = isRecord(descriptor) && Array.isArray(descriptor['resources']) ? descriptor['resources'].filter(isRecord) : [];
  const resources = new Map(list.map((r) => [textOf(r['name']), r]));
  if (resources.size < list.length) report.error({ file: 'datapackage.json', column: 'resources' }, 'a name of its own for each resource');
  const tables = new Map<string, Table>();
  for (const name of new Set([...TABLES, ...resources.keys()])) {
    const resource = resources.get(name);
    if (!resource) {
      report.error({ file: 'datapackage.json', column: 'resources', value: name }, 'a resource of this name');
      continue;
    }
    const path = textOf(resource['path'] ?? '');
    if (path === '') {
      report.error({ file: 'datapackage.json', column: 'resources', value: name }, 'a path for this resource');
      continue;
    }
    const found = file(path);
    if (found !== null && path.endsWith('.csv')) tables.set(name, readTable(path, found, readSchema(path, resource['schema'], report), report));
  }
  return tables;
}

function topology(name: string, value: unknown, objects: readonly string[], report: Reporter): Topology | null {
  if (value === undefined) return null;
  if (!isRecord(value) || value['type'] !== 'Topology' || !Array.isArray(value['arcs']) || !isRecord(value['objects'])) {
    report.error({ file: name }, 'a TopoJSON topology');
    return null;
  }
  for (const object of objects) {
    if (!isRecord(value['objects'][object])) report.error({ file: name, column: 'objects', value: object }, 'this object is missing');
  }
  return value as unknown as Topology;
}
