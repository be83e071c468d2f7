/**
 * The door of the browser: served files in, a pack out. The files were checked when they were made, so
 * only what a broken transfer or a mixed version can spoil is looked at here. Parts not yet loaded are
 * empty, so that a page can begin with the core.
 */
import type { Topology } from 'topojson-specification';
import { PackError, type Fault } from './faults';
import { decodeRuns } from './runs';
import { FORMAT, type ServedSeries } from './served';
import type { Control, ImportDependence } from './chainMethod';
import type { Activity, Area, Indicator, Link, Pack, Site, WaterLabel } from './types';

export interface ServedParts {
  readonly core: unknown;
  readonly chains?: unknown;
  readonly boundaries?: unknown;
  readonly water?: unknown;
}

const NO_TOPOLOGY: Topology = { type: 'Topology', objects: {}, arcs: [] };

/** @throws PackError naming the file and what is wrong with it */
export function openServed({ core, chains, boundaries, water }: ServedParts): Pack {
  const record = part('core.json', core, { meta: isRecord, method: isRecord, observations: isRecord, areas: isRecords, indicators: isRecords, sources: isRecords, comments: isRecords, findings: isRecords, clusters: isRecords, stages: isRecords });
  const areas = (record['areas'] as readonly (Omit<Area, 'areaThousandKm2'> & { areaThousandKm2: number | null })[]).map((a) => ({ ...a, areaThousandKm2: a.areaThousandKm2 ?? NaN }));
  const { meta, indicators, sources, comments, method, findings, clusters, stages } = record as unknown as Pack;
  return {
    meta,
    areas,
    indicators,
    sources,
    comments,
    observations: openObservations(record['observations'] as Record<string, unknown>, indicators, areas.length),
    method,
    findings,
    clusters,
    stages,
    ...openChains(chains),
    ratings: [],
    geometry: {
      boundaries: boundaries === undefined ? NO_TOPOLOGY : (part('boundaries.json', boundaries, { topology: isTopology })['topology'] as Topology),
      ...openWater(water)
    }
  };
}

type Test = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRecords: Test = (value) => isList(value) && value.every(isRecord);
const isInteger: Test = (value) => Number.isInteger(value);
const isIntegers: Test = (value) => isList(value) && value.every(isInteger);
const isTopology: Test = (value) => isRecord(value) && value['type'] === 'Topology' && isRecord(value['objects']) && isList(value['arcs']);
const isSeries: Test = (value) =>
  isRecord(value) && isInteger(value['first']) && isInteger(value['years']) && isList(value['values']) && value['values'].every((v) => v === null || typeof v === 'number') && isIntegers(value['source']) && isIntegers(value['comment']);

function broken(file: string, expected: string, value: string | null = null): PackError {
  const fault: Fault = { severity: 'error', file, row: null, column: null, value, expected: `${expected}; load the page again` };
  return new PackError([fault]);
}

/** A served file of the right format in which every named part passes its test. */
function part(file: string, value: unknown, parts: Readonly<Record<string, Test>>): Record<string, unknown> {
  if (!isRecord(value)) throw broken(file, 'a served pack file');
  if (value['format'] !== FORMAT) throw broken(file, `format ${FORMAT}`, String(value['format']));
  for (const [key, test] of Object.entries(parts)) if (!test(value[key])) throw broken(file, `the part “${key}”, whole`);
  return value;
}

function openWater(value: unknown): Pick<Pack['geometry'], 'water' | 'waterLabels'> {
  if (value === undefined) return { water: null, waterLabels: [] };
  const record = part('water.json', value, { labels: isRecords, topology: (t) => t === null || isTopology(t) });
  return { water: record['topology'] as Topology | null, waterLabels: record['labels'] as readonly WaterLabel[] };
}

function openObservations({ years, series }: Record<string, unknown>, indicators: readonly Indicator[], areas: number): Pack['observations'] {
  const published = indicators.flatMap((indicator, i) => (indicator.derivation ? [] : [i]));
  if (!isIntegers(years) || !isList(series) || !series.every(isSeries)) throw broken('core.json', 'years and series of observations');
  if (published.length !== series.length) throw broken('core.json', `${published.length} series, one for each published indicator`, String(series.length));
  const count = (years as readonly number[]).length;
  const size = count * areas;
  const values = new Float64Array(indicators.length * size).fill(NaN);
  const source = new Int16Array(values.length).fill(-1);
  const comment = new Int16Array(values.length).fill(-1);
  (series as readonly ServedSeries[]).forEach((s, k) => {
    const indicator = published[k] ?? 0;
    const name = indicators[indicator]?.id ?? '?';
    if (s.first < 0 || s.years < 0 || s.first + s.years > count || s.values.length !== s.years * areas) throw broken('core.json', `values by year and area for ${name}`);
    const start = indicator * size + s.first * areas;
    const end = start + s.values.length;
    s.values.forEach((v, j) => (values[start + j] = v ?? NaN));
    try {
      decodeRuns(s.source, source.subarray(start, end));
      decodeRuns(s.comment, comment.subarray(start, end));
    } catch {
      throw broken('core.json', `sources and remarks for each value of ${name}`);
    }
  });
  return { years: years as readonly number[], values, source, comment };
}

function openChains(value: unknown): Pick<Pack, 'activities' | 'chains'> {
  if (value === undefined) return { activities: [], chains: { sites: [], links: [], controls: [], imports: [] } };
  const record = part('chains.json', value, { activities: isRecords, sites: isRecord, links: isRecord, controls: isRecord, imports: isRecord });
  return {
    activities: record['activities'] as readonly Activity[],
    chains: {
      sites: rows<Site>('sites', record['sites']),
      links: rows<Link>('links', record['links']),
      controls: rows<Control>('controls', record['controls']),
      imports: rows<ImportDependence>('imports', record['imports'])
    }
  };
}

function rows<T>(name: string, value: unknown): readonly T[] {
  const columns = Object.entries(value as Record<string, unknown>);
  const first = columns[0]?.[1];
  const length = isList(first) ? first.length : 0;
  if (!columns.every((entry): entry is [string, readonly unknown[]] => isList(entry[1]) && entry[1].length === length)) throw broken('chains.json', `columns of ${name} of one length`);
  return Array.from({ length }, (_, i) => Object.fromEntries(columns.map(([key, column]) => [key, column[i]])) as T);
}
