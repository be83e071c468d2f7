/**
 * Sobol' indices estimated from two independent samples A and B of n points and, for each factor, A with that
 * factor's column from B (Saltelli et al. 2010):
 *
 *   Sᵢ = 1/n Σ f(B) (f(ABᵢ) − f(A)) ÷ V      first order, Saltelli et al. 2010, table 2 (b)
 *   Tᵢ = 1/2n Σ (f(A) − f(ABᵢ))² ÷ V         total, Jansen 1999
 *
 * f is centred by the mean over A and B: without that the first-order estimate is far off whenever the mean is
 * large beside the spread. V is the variance over A and B. Both may fall outside 0–1 by chance.
 */
import { coordinate } from '../uncertainty/draw';
import { bootstrapIntervals } from './bootstrap';
import { collect } from './collect';
import type { Indices, Outcomes, Watch } from './indices';

export interface SobolOptions extends Watch {
  /** Replicates of the bootstrap; 0 (default) for no intervals. */
  readonly bootstrap?: number;
  /** Default 0.95. */
  readonly level?: number;
}

/** @throws RangeError for a size that is none */
export function sampleSize(n: number): number {
  if (!(Number.isSafeInteger(n) && n >= 1)) throw new RangeError(`sensitivity: samples of ${n} points`);
  return n;
}

/** Number of points: n (k + 2). */
export const sobolRows = (k: number, n: number): number => n * (k + 2);

/** Writes point `row`: for each of the n samples A, B, AB₁ … ABₖ in turn, so that any range of samples can be computed alone. */
export function sobolPoint(k: number, seed: number, row: number, out: Float64Array): void {
  const sample = Math.floor(row / (k + 2));
  const which = row % (k + 2);
  for (let f = 0; f < k; f++) out[f] = coordinate(seed, sample, f, which === 1 || f === which - 2 ? 2 : 1);
}

/** @param evaluate outcomes at a point of k coordinates @param n size of the two samples @throws RangeError, Cancelled */
export function sobolIndices(evaluate: Outcomes, k: number, n: number, seed: number, options: SobolOptions = {}): Indices {
  const { values, outcomes } = collect({ rows: sobolRows(k, sampleSize(n)), point: (row, out) => sobolPoint(k, seed, row, out) }, k, evaluate, options);
  return sobolFrom(values, k, n, outcomes, seed, options);
}

/** @param values outcomes in the order of `sobolPoint`: n (k + 2) × outcomes */
export function sobolFrom(values: Float64Array, k: number, n: number, outcomes: number, seed: number, options: SobolOptions = {}): Indices {
  const rows = sobolRows(k, n);
  if (values.length !== rows * outcomes) throw new RangeError(`sensitivity: ${values.length} values for ${rows} points of ${outcomes} outcomes`);
  const mean = new Float64Array(outcomes);
  const variance = new Float64Array(outcomes);
  const missing = new Float64Array(outcomes);
  const first = new Float64Array(outcomes * k).fill(NaN);
  const total = new Float64Array(outcomes * k).fill(NaN);
  const interval = options.bootstrap ? bootstrapIntervals(k, n, outcomes, seed, options.bootstrap, options.level ?? 0.95) : null;
  const terms = termsOf(k, n);
  const ones = new Uint16Array(n).fill(1);
  for (let o = 0; o < outcomes; o++) {
    let varies = false;
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const v = values[row * outcomes + o] ?? NaN;
      if (Number.isNaN(v)) missing[o] = (missing[o] ?? 0) + 1;
      if (v !== values[o]) varies = true;
      if (row % (k + 2) < 2) sum += v;
    }
    const centre = sum / (2 * n);
    mean[o] = centre;
    variance[o] = sum - sum;
    if (!varies || missing[o] !== 0) continue;
    fill(terms, values, o, outcomes, centre);
    variance[o] = estimate(terms, ones, first.subarray(o * k, (o + 1) * k), total.subarray(o * k, (o + 1) * k));
    interval?.add(terms, o);
  }
  return { method: 'sobol', factors: k, outcomes, evaluations: rows, mean, variance, missing, first, total, intervals: interval?.intervals ?? null };
}

/** What the estimates are sums of, by sample, for one outcome g = f − mean. */
export interface Terms {
  readonly k: number;
  readonly n: number;
  /** g(A) + g(B). */
  readonly sum: Float64Array;
  /** g(A)² + g(B)². */
  readonly square: Float64Array;
  /** g(ABᵢ) − g(A), then its product with g(B): [factor × n + sample]. */
  readonly step: Float64Array;
  readonly product: Float64Array;
}

const termsOf = (k: number, n: number): Terms => ({ k, n, sum: new Float64Array(n), square: new Float64Array(n), step: new Float64Array(k * n), product: new Float64Array(k * n) });

function fill({ k, n, sum, square, step, product }: Terms, values: Float64Array, o: number, outcomes: number, centre: number): void {
  for (let s = 0; s < n; s++) {
    const row = s * (k + 2);
    const a = (values[row * outcomes + o] ?? NaN) - centre;
    const b = (values[(row + 1) * outcomes + o] ?? NaN) - centre;
    sum[s] = a + b;
    square[s] = a * a + b * b;
    for (let f = 0; f < k; f++) {
      const d = (values[(row + 2 + f) * outcomes + o] ?? NaN) - centre - a;
      step[f * n + s] = d;
      product[f * n + s] = b * d;
    }
  }
}

/** Writes the indices of a sample in which sample s occurs `times[s]` times; returns the variance. */
export function estimate({ k, n, sum, square, step, product }: Terms, times: Uint16Array, first: Float64Array, total: Float64Array): number {
  let size = 0;
  let sums = 0;
  let squares = 0;
  for (let s = 0; s < n; s++) {
    const t = times[s] ?? 0;
    size += t;
    sums += t * (sum[s] ?? NaN);
    squares += t * (square[s] ?? NaN);
  }
  const centre = sums / (2 * size);
  const variance = squares / (2 * size) - centre * centre;
  for (let f = 0; f < k; f++) {
    let steps = 0;
    let products = 0;
    let jansen = 0;
    for (let s = 0; s < n; s++) {
      const t = times[s] ?? 0;
      const d = step[f * n + s] ?? NaN;
      steps += t * d;
      products += t * (product[f * n + s] ?? NaN);
      jansen += t * d * d;
    }
    // (g(B) − centre) · step, taken apart.
    first[f] = variance > 0 ? (products - centre * steps) / size / variance : NaN;
    total[f] = variance > 0 ? jansen / (2 * size) / variance : NaN;
  }
  return variance;
}
