/** Scores from criteria and weights, and how firmly a place holds when the weights vary. */
import { drawPoint, type Design } from '../../composite';
import { CRITERIA, type CriterionId } from '../../pack';

export type CriterionWeights = Readonly<Record<CriterionId, number>>;

const K = CRITERIA.length;

/** Weights in the order of CRITERIA. */
export function weightVector(weights: CriterionWeights): Float64Array {
  return Float64Array.from(CRITERIA, (id) => weights[id]);
}

/** Weighted mean of the criteria that are there, candidate by candidate; NaN where no weight is left. `values` by candidate × criterion. */
export function scoresInto(values: Float64Array, count: number, weights: Float64Array, out: Float64Array): void {
  for (let i = 0; i < count; i++) {
    let [sum, present] = [0, 0];
    for (let k = 0; k < K; k++) {
      const v = values[i * K + k] as number;
      if (Number.isNaN(v)) continue;
      const w = weights[k] as number;
      sum += w * v;
      present += w;
    }
    out[i] = present > 0 ? sum / present : NaN;
  }
}

/**
 * Weights spread evenly over all that sum to 1 (Dirichlet with all parameters 1: exponentials over their sum),
 * by draw × criterion. Draw i is the same whoever asks: a counter-based generator.
 */
export function weightDraws(seed: number, draws: number): Float64Array {
  const design: Design = { seed, factors: CRITERIA.map((id) => ({ id, kind: 'number', lo: 0, hi: 1 })) };
  const point = new Float64Array(K);
  const result = new Float64Array(draws * K);
  for (let d = 0; d < draws; d++) {
    drawPoint(design, d, point);
    let sum = 0;
    for (let k = 0; k < K; k++) sum += point[k] = -Math.log1p(-(point[k] as number));
    for (let k = 0; k < K; k++) result[d * K + k] = (point[k] as number) / sum;
  }
  return result;
}

/** Share of the draws in which each candidate is among the `top`; ties at the limit count for all of them. */
export function topShares(values: Float64Array, count: number, draws: Float64Array, top: number): Float64Array {
  const result = new Float64Array(count);
  const n = draws.length / K;
  const scores = new Float64Array(count);
  const best = new Float64Array(Math.min(top, count));
  for (let d = 0; d < n; d++) {
    scoresInto(values, count, draws.subarray(d * K, (d + 1) * K), scores);
    best.fill(-Infinity);
    for (let i = 0; i < count; i++) {
      let v = scores[i] as number;
      // The greatest so far, in falling order.
      for (let b = 0; b < best.length && !Number.isNaN(v); b++) {
        const other = best[b] as number;
        if (v <= other) continue;
        best[b] = v;
        v = other;
      }
    }
    const limit = best[best.length - 1] ?? Infinity;
    for (let i = 0; i < count; i++) if ((scores[i] as number) >= limit) result[i] = (result[i] as number) + 1;
  }
  return result.map((s) => s / n);
}
