/**
 * Normalisation of a whole table, one method for all columns with exceptions by column. A direction of −1
 * multiplies the values by −1 before, as COINr does, so that more is always better afterwards. Targets and
 * goalposts are given in the indicator's own unit and turned with it.
 *
 * For a panel, hand in all rows of all years at once: the goalposts are then pooled and years compare.
 */
import type { Direction } from '../../pack';
import { missing, type Note, type StepResult, type Table } from '../table';
import { extent } from '../summary';
import { ascendingRank, borda, percentileRank, type Ties } from './ranks';
import { between, distanceTo, fractionOfMax, toRange, toZScore } from './scales';

export type Normalisation =
  | { readonly method: 'none' | 'fractionOfMax' | 'distanceToMax' }
  | { readonly method: 'rank' | 'borda'; readonly ties?: Ties }
  /** Default range 0–1. */
  | { readonly method: 'percentileRank'; readonly range?: readonly [lo: number, hi: number]; readonly ties?: Ties }
  /** Default range 0–100. */
  | { readonly method: 'minMax'; readonly range?: readonly [lo: number, hi: number] }
  /** Default mean 0, standard deviation 1. */
  | { readonly method: 'zScore'; readonly mean?: number; readonly sd?: number }
  | { readonly method: 'distanceToTarget'; readonly target: number; readonly cap?: boolean }
  /** `unit` names the unit that serves as reference. */
  | { readonly method: 'distanceToReference'; readonly unit: string; readonly cap?: boolean }
  /** Goalposts lo < hi; result 0–`scale` (default 1); truncated to it unless told otherwise. */
  | { readonly method: 'goalposts'; readonly lo: number; readonly hi: number; readonly scale?: number; readonly truncate?: boolean };

/** Normalises one column. @param units names of the units, for a reference @throws RangeError for parameters that cannot be */
export function normaliseColumn(values: Float64Array, how: Normalisation, direction: Direction = 1, units: readonly string[] = []): Float64Array {
  const x = direction === 1 ? values : values.map((v) => -v);
  switch (how.method) {
    case 'none':
      return x;
    case 'minMax':
      return toRange(x, how.range?.[0], how.range?.[1]);
    case 'zScore':
      if (how.sd !== undefined && !(how.sd > 0)) throw new RangeError(`zScore: standard deviation ${how.sd} is not positive`);
      return toZScore(x, how.mean, how.sd);
    case 'rank':
      return ascendingRank(x, how.ties);
    case 'percentileRank':
      return percentileRank(x, how.range?.[0], how.range?.[1], how.ties);
    case 'borda':
      return borda(x, how.ties);
    case 'fractionOfMax':
      return fractionOfMax(x);
    case 'distanceToMax':
      return distanceTo(x, extent(x)[1]);
    case 'distanceToTarget':
      return distanceTo(x, how.target * direction, how.cap);
    case 'distanceToReference': {
      const row = units.indexOf(how.unit);
      if (row < 0) throw new RangeError(`distanceToReference: no unit ${how.unit}`);
      return distanceTo(x, x[row] ?? NaN, how.cap);
    }
    case 'goalposts': {
      if (!(how.lo < how.hi)) throw new RangeError(`goalposts: ${how.lo} is not below ${how.hi}`);
      const [lo, hi] = direction === 1 ? [how.lo, how.hi] : [-how.hi, -how.lo];
      return between(x, lo, hi, 0, how.scale ?? 1, how.truncate ?? true);
    }
  }
}

/**
 * @param directions by column; +1 where absent
 * @throws RangeError when an exception names no column
 */
export function normaliseTable(
  table: Table,
  how: Normalisation,
  directions: ReadonlyMap<string, Direction> = new Map(),
  overrides: ReadonlyMap<string, Normalisation> = new Map()
): StepResult {
  for (const id of overrides.keys()) if (!table.columns.has(id)) throw new RangeError(`normalise: no column ${id}`);
  const log: Note[] = [];
  const columns = new Map<string, Float64Array>();
  for (const [id, values] of table.columns) {
    const own = overrides.get(id) ?? how;
    const out = normaliseColumn(values, own, directions.get(id) ?? 1, table.units);
    const lost = missing(out) - missing(values);
    if (lost > 0) {
      const [min, max] = extent(values);
      const kind = min === max ? 'constant' : 'undefined';
      log.push({ step: 'normalise', kind, column: id, cells: lost, message: `${id}: ${own.method} is not defined (${kind === 'constant' ? 'all values are equal' : 'the data do not allow it'}); the column is missing now` });
    }
    const reversed = turnsRound(values, own, directions.get(id) ?? 1);
    if (reversed !== '') log.push({ step: 'normalise', kind: 'reversed', column: id, cells: values.length, message: `${id}: ${reversed}, which turns the order round` });
    columns.set(id, out);
  }
  return { table: { units: table.units, columns }, log };
}

/** Why the best value would come out as the worst, as the formulas of COINr have it; empty where it does not. */
function turnsRound(values: Float64Array, how: Normalisation, direction: Direction): string {
  const [min, max] = extent(values);
  const [least, most] = direction === 1 ? [min, max] : [-max, -min];
  if (how.method === 'fractionOfMax' && most < 0) return 'the greatest value is negative and the others are taken as fractions of it';
  if (how.method === 'distanceToTarget' && how.target * direction < least) return `all values are already beyond the target ${how.target}`;
  return '';
}
