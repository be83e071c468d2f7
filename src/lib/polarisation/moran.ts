/**
 * Moran's I (Moran 1950; Cliff & Ord 1981): do neighbours resemble each other?
 *
 *   I = n / S0 · Σ_ij w_ij z_i z_j / Σ_i z_i²,   z = deviation from the mean, S0 = Σ_ij w_ij
 *
 * Without any pattern I is −1 / (n − 1) on average. Its variance "under randomisation" takes the values as given and
 * lets them change places.
 */
import { normalTail } from '../composite';
import { eachOrder, NO_REFERENCE, shuffle, Tally, type Random, type Reference } from './permutation';
import { standing, type Standing } from './standing';
import { row, type SpatialWeights } from './weights';

export interface Moran {
  /** Units that count: those with a value and a neighbour that has one. */
  readonly units: readonly number[];
  readonly i: number;
  readonly expected: number;
  /** Under randomisation; NaN below four units. */
  readonly variance: number;
  /** (I − expected) / √variance. */
  readonly z: number;
  /** Two-sided p by the normal approximation, rough for few units. */
  readonly normalP: number;
  readonly reference: Reference;
}

export interface ReferenceOptions {
  /** Needed where there are too many arrangements to count. */
  readonly random?: Random;
  /** Arrangements drawn. */
  readonly draws?: number;
}

/** Up to this many units all n! arrangements are counted: 40,320. */
const COUNTED = 8;

/** Weights are row-standardised among the units that count. All NaN for fewer than three of them or equal values. */
export function moran(values: Float64Array, weights: SpatialWeights, { random, draws = 9999 }: ReferenceOptions = {}): Moran {
  const shown = standing(values, weights);
  const { units, z } = shown;
  const n = units.length;
  const nothing = { units, i: NaN, expected: NaN, variance: NaN, z: NaN, normalP: NaN, reference: NO_REFERENCE };
  if (n < 3 || shown.variance === 0) return nothing;
  const total = shown.weights.weight.reduce((s, w) => s + w, 0);
  const statistic = (a: Float64Array) => cross(a, shown.weights) / total / shown.variance;
  const i = statistic(z);
  const expected = -1 / (n - 1);
  const variance = randomisationVariance(shown, total);
  const score = (i - expected) / Math.sqrt(variance);
  return { units, i, expected, variance, z: score, normalP: 2 * normalTail(Math.abs(score)), reference: reference(z, statistic, i, random, draws) };
}

function reference(z: Float64Array, statistic: (a: Float64Array) => number, seen: number, random: Random | undefined, draws: number): Reference {
  const tally = new Tally(seen);
  if (z.length <= COUNTED) {
    eachOrder(z, (a) => tally.add(statistic(a)));
    return tally.reference('exact');
  }
  if (!random) return NO_REFERENCE;
  const a = z.slice();
  for (let r = 0; r < draws; r++) {
    shuffle(a, a.length - 1, random);
    tally.add(statistic(a));
  }
  return tally.reference('drawn');
}

/** Σ_ij w_ij a_i a_j. */
function cross(a: Float64Array, { n, start, to, weight }: SpatialWeights): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let lag = 0;
    for (let k = start[i] ?? 0; k < (start[i + 1] ?? 0); k++) lag += (weight[k] ?? NaN) * (a[to[k] ?? -1] ?? NaN);
    sum += (a[i] ?? NaN) * lag;
  }
  return sum;
}

/**
 * Cliff & Ord (1981), 2.42: with b = m4 / m2²,
 *   E[I²] = (n ((n² − 3n + 3) S1 − n S2 + 3 S0²) − b ((n² − n) S1 − 2n S2 + 6 S0²)) / ((n − 1)(n − 2)(n − 3) S0²)
 *   S1 = ½ Σ_ij (w_ij + w_ji)²,   S2 = Σ_i (Σ_j w_ij + Σ_j w_ji)²
 */
function randomisationVariance({ z, weights, variance: m2 }: Standing, s0: number): number {
  const n = z.length;
  if (n < 4) return NaN;
  const w = new Map<number, number>();
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (const [j, weight] of row(weights, i)) {
      w.set(i * n + j, weight);
      sums[i] = (sums[i] ?? NaN) + weight;
      sums[j] = (sums[j] ?? NaN) + weight;
    }
  }
  let s1 = 0;
  for (const [cell, weight] of w) {
    const back = w.get((cell % n) * n + Math.floor(cell / n));
    // A pair seen from both ends is met twice; one seen from one end alone, once.
    s1 += back === undefined ? weight ** 2 : (weight + back) ** 2 / 2;
  }
  const s2 = sums.reduce((sum, v) => sum + v * v, 0);
  const b = z.reduce((sum, v) => sum + v ** 4, 0) / n / m2 ** 2;
  const square = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) - b * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0);
  return square - 1 / (n - 1) ** 2;
}
