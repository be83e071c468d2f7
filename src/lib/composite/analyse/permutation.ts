/**
 * Permutation test of a correlation: how often is it as strong, either way, when the values of one column are dealt
 * out to the units at random? It needs no distribution and is right with ties.
 *
 * Few units are gone through completely (all n! orders); otherwise p = (as extreme + 1) ÷ (dealt + 1), which is never
 * nought (Phipson & Smyth 2010).
 */
import { meanRanks } from '../weigh/correlation';
import { correlate, type CorrelationKind } from './correlation';
import { concordantLessDiscordant } from './kendall';
import { pairsOf } from './pairs';

export interface PermutationOptions {
  /** Uniform numbers in [0, 1), seeded by the caller. */
  readonly random: () => number;
  /** Orders dealt; default 9999. */
  readonly permutations?: number;
}

export interface PermutationTest {
  readonly r: number;
  readonly n: number;
  /** Two-sided; NaN where r is. */
  readonly p: number;
  /** Orders looked at. */
  readonly permutations: number;
  /** All orders were looked at: p is exact. */
  readonly complete: boolean;
}

/** n! up to here is no more work than the usual number of random orders. */
const COMPLETE = 7;

/** @throws RangeError for columns of different length, or a number of permutations that is not whole and positive */
export function permutationTest(a: Float64Array, b: Float64Array, kind: CorrelationKind, options: PermutationOptions): PermutationTest {
  const asked = options.permutations ?? 9999;
  if (!(Number.isInteger(asked) && asked > 0)) throw new RangeError(`${asked} permutations`);
  const { n, x, y } = pairsOf(a, b);
  const { r } = correlate(x, y, kind);
  if (n < 3 || Number.isNaN(r)) return { r, n, p: NaN, permutations: 0, complete: false };
  const [v, w] = kind === 'spearman' ? [meanRanks(x), meanRanks(y)] : [x, y.slice()];
  const strength = kind === 'kendall' ? (dealt: Float64Array) => Math.abs(concordantLessDiscordant(v, dealt)) : covariation(v, w);
  // Orders that differ by rounding only are as extreme as the one observed.
  const limit = strength(w) * (1 - 1e-12);
  let extreme = 0;
  let looked = 0;
  const look = () => {
    looked++;
    if (strength(w) >= limit) extreme++;
  };
  const complete = n <= COMPLETE;
  if (complete) everyOrder(w, look);
  else {
    for (let k = 0; k < asked; k++) {
      shuffle(w, options.random);
      look();
    }
  }
  return { r, n, p: complete ? extreme / looked : (extreme + 1) / (looked + 1), permutations: looked, complete };
}

/** |Σ (x − mean) (y − mean)|, to which |r| is proportional in every order. */
function covariation(x: Float64Array, y: Float64Array): (dealt: Float64Array) => number {
  const most = (c: Float64Array) => c.reduce((m, v) => Math.max(m, Math.abs(v)), 0) || 1;
  const centred = (c: Float64Array): Float64Array => {
    const size = most(c);
    const mean = c.reduce((s, v) => s + v / size, 0) / c.length;
    return c.map((v) => v / size - mean);
  };
  const d = centred(x);
  const size = most(y);
  return (dealt) => {
    let sum = 0;
    for (let i = 0; i < d.length; i++) sum += (d[i] ?? NaN) * ((dealt[i] ?? NaN) / size);
    return Math.abs(sum);
  };
}

/** Fisher–Yates. */
function shuffle(values: Float64Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    swap(values, i, j);
  }
}

/** Heap's algorithm (1963). */
function everyOrder(values: Float64Array, look: () => void): void {
  const n = values.length;
  const count = new Uint8Array(n);
  look();
  for (let i = 0; i < n; ) {
    if ((count[i] ?? 0) < i) {
      swap(values, i % 2 === 0 ? 0 : (count[i] ?? 0), i);
      look();
      count[i] = (count[i] ?? 0) + 1;
      i = 0;
    } else {
      count[i] = 0;
      i++;
    }
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const v = values[i] ?? NaN;
  values[i] = values[j] ?? NaN;
  values[j] = v;
}
