/**
 * What many runs say about scores and ranks (OECD/JRC Handbook 2008, step 7): quantiles, frequency of each rank,
 * probability that one unit outranks another, stability of the ranking.
 */
import { kendallTau, tauScratch } from './kendall';
import { rankInto, rankScratch } from './rankInto';
import type { RunSet } from './runs';

/** Probabilities of the quantiles that are given. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface RunSummary {
  readonly units: readonly string[];
  readonly runs: number;
  /** Share of the runs in which the unit has a score. */
  readonly scored: Float64Array;
  readonly nominal: Float64Array;
  readonly nominalRank: Float64Array;
  readonly probabilities: readonly number[];
  /** By probability, one value per unit, over the runs in which it has a score; NaN where it never has. */
  readonly scoreQuantiles: readonly Float64Array[];
  readonly rankQuantiles: readonly Float64Array[];
  /** Share of the unit's ranked runs at each rank: [unit × units + rank − 1]. */
  readonly rankFrequency: Float64Array;
  /**
   * Probability that unit i scores more than j, ties half, over the runs in which both have scores:
   * [i × units + j]; ½ on the diagonal, NaN for pairs that never meet. Null when not asked for.
   */
  readonly outranks: Float64Array | null;
  /** Kendall's τ-b of the run with the nominal scores, by run, and the mean of those defined. */
  readonly kendall: Float64Array;
  readonly meanKendall: number;
  /** Mean over units of |rank in the run − nominal rank| (Saisana et al. 2005), by run, and their mean. */
  readonly shift: Float64Array;
  readonly meanShift: number;
}

export interface SummaryOptions {
  /** Also compare every pair of units; the work grows with their square. Default true. */
  readonly pairs?: boolean;
}

/** @param nominal scores to compare with, one per unit; those of the set by default @throws RangeError when there is no such model or `nominal` has another length */
export function summariseRuns(runs: RunSet, model: number, nominal: Float64Array = runs.nominal[model] ?? new Float64Array(0), options: SummaryOptions = {}): RunSummary {
  const scores = runs.scores[model];
  const n = runs.units.length;
  if (!scores) throw new RangeError(`summary: no model ${model}`);
  if (nominal.length !== n) throw new RangeError(`summary: ${nominal.length} nominal scores for ${n} units`);
  const count = runs.to - runs.from;
  const ranks = new Float64Array(count * n);
  const kendall = new Float64Array(count);
  const shift = new Float64Array(count);
  const byRank = rankScratch(n);
  const byTau = tauScratch(n);
  const nominalRank = new Float64Array(n);
  rankInto(nominal, nominalRank, byRank);
  for (let r = 0; r < count; r++) {
    const score = scores.subarray(r * n, (r + 1) * n);
    const rank = ranks.subarray(r * n, (r + 1) * n);
    rankInto(score, rank, byRank);
    kendall[r] = kendallTau(nominal, score, byTau);
    shift[r] = rankShift(rank, nominalRank);
  }
  const scored = new Float64Array(n);
  const rankFrequency = new Float64Array(n * n);
  const scoreQuantiles = QUANTILES.map(() => new Float64Array(n).fill(NaN));
  const rankQuantiles = QUANTILES.map(() => new Float64Array(n).fill(NaN));
  const column = new Float64Array(count);
  for (let u = 0; u < n; u++) {
    for (const [values, quantiles] of [[scores, scoreQuantiles], [ranks, rankQuantiles]] as const) {
      let have = 0;
      for (let r = 0; r < count; r++) {
        const v = values[r * n + u] ?? NaN;
        if (!Number.isNaN(v)) column[have++] = v;
      }
      const sorted = column.subarray(0, have).sort();
      QUANTILES.forEach((p, q) => (quantiles[q] ?? column)[u] = quantile(sorted, p));
      scored[u] = count === 0 ? 0 : have / count;
      if (values === ranks) for (const rank of sorted) rankFrequency[u * n + rank - 1] = (rankFrequency[u * n + rank - 1] ?? 0) + 1 / have;
    }
  }
  return {
    units: runs.units,
    runs: count,
    scored,
    nominal,
    nominalRank,
    probabilities: QUANTILES,
    scoreQuantiles,
    rankQuantiles,
    rankFrequency,
    outranks: (options.pairs ?? true) ? outranking(scores, n, count) : null,
    kendall,
    meanKendall: meanPresent(kendall),
    shift,
    meanShift: meanPresent(shift)
  };
}

/** Mean of |a − b| over the units present in both; NaN for none. */
export function rankShift(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (let u = 0; u < a.length; u++) {
    const d = Math.abs((a[u] ?? NaN) - (b[u] ?? NaN));
    if (Number.isNaN(d)) continue;
    sum += d;
    n++;
  }
  return n === 0 ? NaN : sum / n;
}

/** Quantile of ascending values with linear interpolation (type 7 of Hyndman & Fan 1996, R's default); NaN for none. */
export function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const lo = sorted[Math.floor(at)] ?? NaN;
  const hi = sorted[Math.ceil(at)] ?? NaN;
  return lo === hi ? lo : lo + (at - Math.floor(at)) * (hi - lo);
}

function outranking(scores: Float64Array, n: number, count: number): Float64Array {
  // Halves are counted twice, so that everything adds up in whole numbers.
  const twice = new Float64Array(n * n);
  const met = new Float64Array(n * n);
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < n; i++) {
      const a = scores[r * n + i] ?? NaN;
      if (Number.isNaN(a)) continue;
      for (let j = 0; j < n; j++) {
        const b = scores[r * n + j] ?? NaN;
        if (Number.isNaN(b)) continue;
        met[i * n + j] = (met[i * n + j] ?? 0) + 1;
        twice[i * n + j] = (twice[i * n + j] ?? 0) + (a > b ? 2 : a === b ? 1 : 0);
      }
    }
  }
  return twice.map((t, k) => t / 2 / (met[k] ?? NaN));
}

function meanPresent(values: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    sum += v;
    n++;
  }
  return n === 0 ? NaN : sum / n;
}
