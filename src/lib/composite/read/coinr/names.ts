/** Names of COINr's functions (1.1.14) and what they are here. */
import type { Transformation } from '../../transform';

export const NORMALISATIONS: Readonly<Record<string, string>> = {
  n_minmax: 'minMax', n_zscore: 'zScore', n_rank: 'rank', n_borda: 'borda', n_prank: 'percentileRank', n_fracmax: 'fractionOfMax', n_dist2max: 'distanceToMax', n_dist2ref: 'distanceToReference', n_dist2targ: 'distanceToTarget', n_goalposts: 'goalposts', n_scaled: 'goalposts', none: 'none'
};

export const TRANSFORMATIONS: Readonly<Record<string, Transformation['transform']>> = {
  log_CT: 'coinLog', log_CT_orig: 'coinLogShift1', log_CT_plus: 'coinLogEitherTail', log_GII: 'giiLog', boxcox: 'boxCox', log: 'log'
};

export const AGGREGATIONS: Readonly<Record<string, string>> = {
  a_amean: 'arithmetic', a_gmean: 'geometric', a_hmean: 'harmonic', a_genmean: 'power', a_copeland: 'copeland'
};

/** Capitalised names of COINr's steps for the parts of a method file. */
export const STEPS: Readonly<Record<string, string>> = { Denominate: 'denominate', Impute: 'impute', Screen: 'screen', Treat: 'treat', Normalise: 'normalise', Aggregate: 'aggregate' };

/** Parameters as a named list, or in the order of the function's arguments. */
export function named(value: unknown, order: readonly string[]): Record<string, unknown> {
  if (Array.isArray(value)) return Object.fromEntries(value.slice(0, order.length).map((v: unknown, i) => [order[i] ?? '', v]));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A data frame as jsonlite writes it by rows, or by columns. */
export function frame(value: unknown): Record<string, unknown>[] | null {
  if (Array.isArray(value)) return value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)) ? (value as Record<string, unknown>[]) : null;
  if (typeof value !== 'object' || value === null) return null;
  const columns = Object.entries(value).map(([name, list]) => [name, Array.isArray(list) ? (list as unknown[]) : [list as unknown]] as const);
  const length = columns[0]?.[1].length ?? 0;
  if (columns.some(([, list]) => list.length !== length)) return null;
  return Array.from({ length }, (_, i) => Object.fromEntries(columns.map(([name, list]) => [name, list[i]])));
}
