/** Normalisation of one column from one flat array into another: the methods of `normalise/table.ts`, without its log. */
import type { Direction } from '../../pack';
import type { Normalisation } from '../normalise/table';
import { momentsAt, momentsScratch } from './momentsAt';

const own = momentsScratch();

/**
 * @param reference row of the unit that a distance is measured to, −1 for none
 * @param scratch as long as the column
 */
export function normaliseAt(from: Float64Array, at: number, n: number, how: Normalisation, direction: Direction, reference: number, to: Float64Array, toAt: number, scratch: Float64Array): void {
  switch (how.method) {
    case 'none':
      for (let u = 0; u < n; u++) to[toAt + u] = direction * (from[at + u] ?? NaN);
      return;
    case 'minMax':
      extentAt(from, at, n, direction);
      return between(from, at, n, direction, own.min, own.max, how.range?.[0] ?? 0, how.range?.[1] ?? 100, false, to, toAt);
    case 'zScore': {
      momentsAt(from, at, n, own);
      const { mean, sd } = own;
      const [centre, spread] = [how.mean ?? 0, how.sd ?? 1];
      const usable = sd > 0;
      for (let u = 0; u < n; u++) to[toAt + u] = usable ? ((direction * (from[at + u] ?? NaN) - direction * mean) / sd) * spread + centre : NaN;
      return;
    }
    case 'rank':
    case 'borda':
    case 'percentileRank':
      return ranks(from, at, n, direction, how, to, toAt, scratch);
    case 'fractionOfMax': {
      extentAt(from, at, n, direction);
      const { max } = own;
      for (let u = 0; u < n; u++) to[toAt + u] = max === 0 ? NaN : (direction * (from[at + u] ?? NaN)) / max;
      return;
    }
    case 'distanceToMax':
      extentAt(from, at, n, direction);
      return distance(from, at, n, direction, own.max, false, to, toAt);
    case 'distanceToTarget':
      return distance(from, at, n, direction, how.target * direction, how.cap ?? false, to, toAt);
    case 'distanceToReference':
      return distance(from, at, n, direction, direction * (from[at + reference] ?? NaN), how.cap ?? false, to, toAt);
    case 'goalposts': {
      const [lo, hi] = direction === 1 ? [how.lo, how.hi] : [-how.hi, -how.lo];
      return between(from, at, n, direction, lo, hi, 0, how.scale ?? 1, how.truncate ?? true, to, toAt);
    }
  }
}

/** Least and greatest of direction × value, into `own`; ±Infinity for an empty column. */
function extentAt(values: Float64Array, at: number, n: number, direction: Direction): void {
  let min = Infinity;
  let max = -Infinity;
  for (let i = at; i < at + n; i++) {
    const x = direction * (values[i] ?? NaN);
    if (x < min) min = x;
    if (x > max) max = x;
  }
  own.min = min;
  own.max = max;
}

function between(from: Float64Array, at: number, n: number, direction: Direction, min: number, max: number, lo: number, hi: number, truncate: boolean, to: Float64Array, toAt: number): void {
  const half = Math.abs(min) > 8e307 || Math.abs(max) > 8e307 ? 0.5 : 1;
  const least = min * half;
  const span = max * half - least;
  const usable = Math.abs(span) > 0;
  const width = hi - lo;
  const factor = direction * half;
  for (let u = 0; u < n; u++) {
    let share = (factor * (from[at + u] ?? NaN) - least) / span;
    if (truncate) share = Math.min(1, Math.max(0, share));
    to[toAt + u] = usable ? share * width + lo : NaN;
  }
}

function distance(from: Float64Array, at: number, n: number, direction: Direction, aim: number, cap: boolean, to: Float64Array, toAt: number): void {
  extentAt(from, at, n, direction);
  const span = aim - own.min;
  const usable = Math.abs(span) > 0;
  for (let u = 0; u < n; u++) {
    const y = 1 - (aim - direction * (from[at + u] ?? NaN)) / span;
    to[toAt + u] = usable ? (cap && y > 1 ? 1 : y) : NaN;
  }
}

type Ranking = Extract<Normalisation, { readonly ties?: unknown }>;

function ranks(from: Float64Array, at: number, n: number, direction: Direction, how: Ranking, to: Float64Array, toAt: number, scratch: Float64Array): void {
  for (let u = 0; u < n; u++) scratch[u] = direction * (from[at + u] ?? NaN);
  // Typed arrays sort numerically, missing values last.
  scratch.sort();
  let present = n;
  while (present > 0 && Number.isNaN(scratch[present - 1] ?? NaN)) present--;
  const ties = how.ties ?? 'least';
  const first = how.method === 'rank' ? 1 : 0;
  const share = how.method === 'percentileRank';
  const [lo, hi] = (share ? how.range : undefined) ?? [0, 1];
  for (let u = 0; u < n; u++) {
    const x = direction * (from[at + u] ?? NaN);
    if (Number.isNaN(x)) {
      to[toAt + u] = NaN;
      continue;
    }
    let below = place(scratch, present, x, false);
    if (ties !== 'least') {
      const last = place(scratch, present, x, true) - 1;
      below = ties === 'greatest' ? last : (below + last) / 2;
    }
    to[toAt + u] = !share ? below + first : present > 1 ? (below / (present - 1)) * (hi - lo) + lo : NaN;
  }
}

/** Number of the first `n` sorted values that are less than x, or not greater with `upTo`. */
function place(sorted: Float64Array, n: number, x: number, upTo: boolean): number {
  let lo = 0;
  let hi = n;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    const v = sorted[mid] ?? NaN;
    if (v < x || (upTo && v === x)) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
