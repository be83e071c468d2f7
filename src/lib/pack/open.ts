/**
 * The door of the browser: served files in, a pack out. The files were checked when they were made, so
 * only what a broken transfer or a mixed version can spoil is looked at here. Parts not yet loaded are
 * empty, so that a page can begin with the core.
 */
import type { Topology } from 'topojson-specification';
import { PackError, type Fault } from './faults';
import { decodeRuns } from './runs';
import { FORMAT, type ServedSeries } from './served';
import type { Area, Chains, Indicator, Link, Pack, Site, WaterLabel } from './types';

export interface ServedParts {
  readonly core: unknown;
  readonly chains?: unknown;
  readonly boundaries?: unknown;
  readonly water?: unknown;
}

const NO_TOPOLOGY: Topology = { type: 'Topology', objects: {}, arcs: [] };

/** @throws PackError naming the file and what is wrong with it */
export function openServed({ core, chains, boundaries, water }: ServedParts): Pack {
  const record = part('core.json', core, ['meta', 'areas', 'indicators', 'sources', 'comments', 'method', 'findings', 'clusters', 'stages', 'observations']);
  const areas = (record['areas'] as readonly (Omit<Area, 'areaThousandKm2'> & { areaThousandKm2: number | null })[]).map((a) => ({ ...a, areaThousandKm2: a.areaThousandKm2 ?? NaN }));
  const indicators = record['indicators'] as readonly Indicator[];
  const pack = {
    ...(record as unknown as Pack),
    areas,
    indicators,
    observations: openObservations(record['observations'], indicators, areas.length),
    chains: chains === undefined ? { sites: [], links: [] } : openChains(chains),
    geometry: {
      boundaries: boundaries === undefined ? NO_TOPOLOGY : openTopology('boundaries.json', boundaries),
      water: water === undefined ? null : (part('water.json', water, ['labels'])['topology'] as Topology | null),
      waterLabels: water === undefined ? [] : (part('water.json', water, ['labels'])['labels'] as readonly WaterLabel[])
    }
  };
  return pack;
}

function broken(file: string, expected: string, value: string | null = null): PackError {
  const fault: Fault = { severity: 'error', file, row: null, column: null, value, expected };
  return new PackError([fault]);
}

function part(file: string, value: unknown, keys: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken(file, 'a served pack file; load the page again');
  const record = value as Record<string, unknown>;
  if (record['format'] !== FORMAT) throw broken(file, `format ${FORMAT}; load the page again`, String(record['format']));
  for (const key of keys) if (record[key] === undefined) throw broken(file, `the part “${key}”; load the page again`);
  return record;
}

function openTopology(file: string, value: unknown): Topology {
  const topology = part(file, value, ['topology'])['topology'] as Topology | null;
  if (topology?.type !== 'Topology') throw broken(file, 'a topology; load the page again');
  return topology;
}

function openObservations(value: unknown, indicators: readonly Indicator[], areas: number): Pack['observations'] {
  const { years, series } = value as { years: readonly number[]; series: readonly ServedSeries[] };
  const size = years.length * areas;
  const values = new Float64Array(indicators.length * size).fill(NaN);
  const source = new Int16Array(values.length).fill(-1);
  const comment = new Int16Array(values.length).fill(-1);
  const published = indicators.flatMap((indicator, i) => (indicator.derivation ? [] : [i]));
  if (published.length !== series.length) throw broken('core.json', `${published.length} series, one for each published indicator`, String(series.length));
  series.forEach((s, k) => {
    const start = (published[k] ?? 0) * size + s.first * areas;
    const end = start + s.years * areas;
    if (s.values.length !== s.years * areas) throw broken('core.json', `${s.years * areas} values for ${indicators[published[k] ?? 0]?.id}`, String(s.values.length));
    s.values.forEach((v, j) => (values[start + j] = v ?? NaN));
    try {
      decodeRuns(s.source, source.subarray(start, end));
      decodeRuns(s.comment, comment.subarray(start, end));
    } catch {
      throw broken('core.json', `runs that fill the cells of ${indicators[published[k] ?? 0]?.id}`);
    }
  });
  return { years, values, source, comment };
}

function openChains(value: unknown): Chains {
  const record = part('chains.json', value, ['sites', 'links']);
  return { sites: rows<Site>('sites', record['sites']), links: rows<Link>('links', record['links']) };
}

function rows<T>(name: string, value: unknown): readonly T[] {
  const columns = Object.entries(value as Record<string, readonly unknown[]>);
  const length = columns[0]?.[1].length ?? 0;
  if (columns.some(([, column]) => column.length !== length)) throw broken('chains.json', `columns of ${name} of one length`);
  return Array.from({ length }, (_, i) => Object.fromEntries(columns.map(([key, column]) => [key, column[i]])) as T);
}
