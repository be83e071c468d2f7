/** Normalisation of one column from one flat array into another: the methods of `normalise/table.ts`, without its log. */
import type { Direction } from '../../pack';
import type { Normalisation } from '../normalise/table';
import { momentsAt, momentsScratch, type MomentsAt } from './momentsAt';
import { sortIndex } from './sortIndex';

/** Values to normalise: one column of a flat array and what is known about it. */
export interface Source {
  readonly values: Float64Array;
  /** Moments by column; a `min` of NaN says that nothing is known. */
  readonly known: readonly MomentsAt[];
  /** Units by value before treatment, which keeps that order unless it maps the low on the high; from column × units. */
  readonly order: Int32Array;
}

export interface RankScratch {
  readonly keys: Float64Array;
  readonly index: Int32Array;
  readonly swap: Int32Array;
}

export const rankScratch = (units: number): RankScratch => ({ keys: new Float64Array(units), index: new Int32Array(units), swap: new Int32Array(units) });

const own = momentsScratch();

/**
 * @param c number of the column, in the source and in `to`
 * @param reference row of the unit that a distance is measured to, −1 for none
 */
export function normaliseAt(source: Source, c: number, n: number, how: Normalisation, direction: Direction, reference: number, to: Float64Array, scratch: RankScratch): void {
  const { values } = source;
  const at = c * n;
  switch (how.method) {
    case 'none':
      for (let i = at; i < at + n; i++) to[i] = direction * (values[i] ?? NaN);
      return;
    case 'minMax':
      extentAt(source, c, n, direction);
      return between(values, at, n, direction, own.min, own.max, how.range?.[0] ?? 0, how.range?.[1] ?? 100, false, to);
    case 'zScore': {
      const known = source.known[c];
      const usable = known && !Number.isNaN(known.min) ? known : own;
      if (usable === own) momentsAt(values, at, n, own);
      standardise(values, at, n, direction, usable.mean, usable.sd, how.mean ?? 0, how.sd ?? 1, to);
      return inRange(to, at, n);
    }
    case 'rank':
    case 'borda':
    case 'percentileRank':
      return ranks(source, at, n, direction, how, to, scratch);
    case 'fractionOfMax': {
      extentAt(source, c, n, direction);
      const { max } = own;
      for (let i = at; i < at + n; i++) to[i] = max === 0 ? NaN : (direction * (values[i] ?? NaN)) / max;
      return inRange(to, at, n);
    }
    case 'distanceToMax':
      extentAt(source, c, n, direction);
      return distance(values, at, n, direction, own.min, own.max, false, to);
    case 'distanceToTarget':
      extentAt(source, c, n, direction);
      return distance(values, at, n, direction, own.min, how.target * direction, how.cap ?? false, to);
    case 'distanceToReference':
      extentAt(source, c, n, direction);
      return distance(values, at, n, direction, own.min, direction * (values[at + reference] ?? NaN), how.cap ?? false, to);
    case 'goalposts': {
      const [lo, hi] = direction === 1 ? [how.lo, how.hi] : [-how.hi, -how.lo];
      between(values, at, n, direction, lo, hi, 0, how.scale ?? 1, how.truncate ?? true, to);
      return inRange(to, at, n);
    }
  }
}

/** Least and greatest of direction × value, into `own`; ±∞ for an empty column. */
function extentAt({ values, known }: Source, c: number, n: number, direction: Direction): void {
  let { min = NaN, max = NaN } = known[c] ?? {};
  if (Number.isNaN(min)) {
    min = Infinity;
    max = -Infinity;
    for (let i = c * n; i < (c + 1) * n; i++) {
      const v = values[i] ?? NaN;
      if (v < min) min = v;
      if (v > max) max = v;
    }
  }
  own.min = direction === 1 ? min : -max;
  own.max = direction === 1 ? max : -min;
}

function standardise(from: Float64Array, at: number, n: number, direction: Direction, mean: number, sd: number, centre: number, spread: number, to: Float64Array): void {
  const usable = sd > 0;
  const shift = direction * mean;
  for (let i = at; i < at + n; i++) to[i] = usable ? ((direction * (from[i] ?? NaN) - shift) / sd) * spread + centre : NaN;
}

function between(from: Float64Array, at: number, n: number, direction: Direction, min: number, max: number, lo: number, hi: number, truncate: boolean, to: Float64Array): void {
  const half = Math.abs(min) > 8e307 || Math.abs(max) > 8e307 ? 0.5 : 1;
  const least = min * half;
  const span = max * half - least;
  const usable = Math.abs(span) > 0;
  const width = hi - lo;
  const factor = direction * half;
  for (let i = at; i < at + n; i++) {
    let share = (factor * (from[i] ?? NaN) - least) / span;
    if (truncate) share = Math.min(1, Math.max(0, share));
    to[i] = usable ? share * width + lo : NaN;
  }
}

function distance(from: Float64Array, at: number, n: number, direction: Direction, min: number, aim: number, cap: boolean, to: Float64Array): void {
  const half = Math.abs(min) > 8e307 || Math.abs(aim) > 8e307 ? 0.5 : 1;
  const span = aim * half - min * half;
  const usable = Math.abs(span) > 0;
  const factor = direction * half;
  for (let i = at; i < at + n; i++) {
    const y = 1 - (aim * half - factor * (from[i] ?? NaN)) / span;
    to[i] = !usable || y === Infinity ? NaN : cap && y > 1 ? 1 : y;
  }
  inRange(to, at, n);
}

/** A quotient beyond the range of numbers is no value. */
function inRange(values: Float64Array, at: number, n: number): void {
  for (let i = at; i < at + n; i++) if (!Number.isFinite(values[i] ?? NaN)) values[i] = NaN;
}

type Ranking = Extract<Normalisation, { readonly ties?: unknown }>;

function ranks({ values, order }: Source, at: number, n: number, direction: Direction, how: Ranking, to: Float64Array, { keys, index, swap }: RankScratch): void {
  let present = 0;
  // Sorting begins with the order before treatment, so that little is left to do.
  for (let i = 0; i < n; i++) {
    const u = order[at + (direction === 1 ? i : n - 1 - i)] ?? 0;
    const x = direction * (values[at + u] ?? NaN);
    keys[u] = x;
    to[at + u] = NaN;
    if (!Number.isNaN(x)) index[present++] = u;
  }
  sortIndex(keys, index, swap, present);
  const share = how.method === 'percentileRank';
  const first = how.method === 'rank' ? 1 : 0;
  const [lo, hi] = (share ? how.range : undefined) ?? [0, 1];
  let next: number;
  for (let i = 0; i < present; i = next) {
    const key = keys[index[i] ?? 0] ?? NaN;
    next = i + 1;
    while (next < present && keys[index[next] ?? 0] === key) next++;
    const below = how.ties === 'greatest' ? next - 1 : how.ties === 'mean' ? (i + next - 1) / 2 : i;
    const y = !share ? below + first : present > 1 ? (below / (present - 1)) * (hi - lo) + lo : NaN;
    for (let j = i; j < next; j++) to[at + (index[j] ?? 0)] = y;
  }
}
