/**
 * A pack as the files a browser reads. Observations are columns by indicator from its first to its last
 * year, with run lengths for sources and remarks; texts of chains are columns too. JSON.parse is all a
 * reader needs, and every number comes back exactly.
 */
import { encodeRuns } from './runs';
import type { Pack } from './types';

export const FORMAT = 1;

export interface ServedFiles {
  readonly core: string;
  readonly chains: string;
  readonly boundaries: string;
  readonly water: string;
}

export interface ServedSeries {
  /** Index of the first year with a value, and the number of years from there. */
  readonly first: number;
  readonly years: number;
  /** By year and area; null = not published. */
  readonly values: readonly (number | null)[];
  readonly source: readonly number[];
  readonly comment: readonly number[];
}

/** Ratings of others are quoted by the page that compares with them and not handed out as data. */
export function serve(pack: Pack): ServedFiles {
  const { observations, geometry, chains, activities, indicators, areas, ratings: _ratings, ...rest } = pack;
  const series = indicators.flatMap((indicator, i) => (indicator.derivation ? [] : [seriesOf(pack, i)]));
  return {
    core: JSON.stringify({ format: FORMAT, ...rest, areas: areas.map((a) => ({ ...a, areaThousandKm2: Number.isNaN(a.areaThousandKm2) ? null : a.areaThousandKm2 })), indicators, observations: { years: observations.years, series } }),
    chains: JSON.stringify({ format: FORMAT, activities, sites: columns(chains.sites), links: columns(chains.links), controls: columns(chains.controls), imports: columns(chains.imports) }),
    boundaries: JSON.stringify({ format: FORMAT, topology: geometry.boundaries }),
    water: JSON.stringify({ format: FORMAT, topology: geometry.water, labels: geometry.waterLabels })
  };
}

function seriesOf({ observations, areas }: Pack, indicator: number): ServedSeries {
  const years = observations.years.length;
  const from = indicator * years * areas.length;
  const row = (y: number) => observations.values.subarray(from + y * areas.length, from + (y + 1) * areas.length);
  const has = observations.years.map((_, y) => row(y).some((v) => !Number.isNaN(v)));
  const first = Math.max(0, has.indexOf(true));
  const count = has.lastIndexOf(true) + 1 - first;
  const [start, end] = [from + first * areas.length, from + (first + count) * areas.length];
  return {
    first,
    years: count,
    values: Array.from(observations.values.subarray(start, end), (v) => (Number.isNaN(v) ? null : v)),
    source: encodeRuns(observations.source.subarray(start, end)),
    comment: encodeRuns(observations.comment.subarray(start, end))
  };
}

/** A list of like objects as one list for each of their keys. */
function columns(list: readonly object[]): Record<string, unknown[]> {
  const keys = Object.keys(list[0] ?? {});
  return Object.fromEntries(keys.map((key) => [key, list.map((item) => (item as Record<string, unknown>)[key])]));
}
