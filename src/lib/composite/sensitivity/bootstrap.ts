/**
 * Bootstrap intervals of Sobol' indices (Archer, Saltelli & Sobol' 1997): the samples are drawn again with
 * replacement, the same ones for every outcome, and the middle of the resulting indices is kept.
 */
import { coordinate } from '../uncertainty/draw';
import { quantile } from '../uncertainty/summary';
import type { Intervals } from './indices';
import { estimate, type Terms } from './sobol';

export interface Bootstrap {
  /** Fills the intervals of one outcome. */
  add(terms: Terms, outcome: number): void;
  readonly intervals: Intervals;
}

export function bootstrapIntervals(k: number, n: number, outcomes: number, seed: number, replicates: number, level: number): Bootstrap {
  if (!(Number.isSafeInteger(replicates) && replicates >= 2)) throw new RangeError(`sensitivity: ${replicates} replicates of the bootstrap`);
  if (!(level > 0 && level < 1)) throw new RangeError(`sensitivity: level ${level} is not between 0 and 1`);
  const times = Array.from({ length: replicates }, (_, b) => {
    const count = new Uint16Array(n);
    for (let i = 0; i < n; i++) {
      const s = Math.floor(coordinate(seed, i, b, 3) * n);
      count[s] = (count[s] ?? 0) + 1;
    }
    return count;
  });
  const empty = () => new Float64Array(outcomes * k).fill(NaN);
  const intervals = { level, replicates, firstLo: empty(), firstHi: empty(), totalLo: empty(), totalHi: empty() };
  const first = new Float64Array(k);
  const total = new Float64Array(k);
  const firsts = new Float64Array(k * replicates);
  const totals = new Float64Array(k * replicates);
  return {
    intervals,
    add(terms, o) {
      times.forEach((count, b) => {
        estimate(terms, count, first, total);
        for (let f = 0; f < k; f++) {
          firsts[f * replicates + b] = first[f] ?? NaN;
          totals[f * replicates + b] = total[f] ?? NaN;
        }
      });
      for (let f = 0; f < k; f++) {
        for (const [values, lo, hi] of [[firsts, intervals.firstLo, intervals.firstHi], [totals, intervals.totalLo, intervals.totalHi]] as const) {
          // A replicate without variance has no indices; NaN sorts last.
          const own = values.subarray(f * replicates, (f + 1) * replicates).sort();
          const have = own.subarray(0, own.length - own.reduce((c, v) => c + Number(Number.isNaN(v)), 0));
          lo[o * k + f] = quantile(have, (1 - level) / 2);
          hi[o * k + f] = quantile(have, (1 + level) / 2);
        }
      }
    }
  };
}
