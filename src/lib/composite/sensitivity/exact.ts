/**
 * Exact first-order and total indices of a design whose factors all have a finite number of equally likely
 * options: every combination is computed, so nothing is estimated.
 *
 *   Sᵢ = V(E(Y | Xᵢ)) ÷ V(Y)      Tᵢ = E(V(Y | X₋ᵢ)) ÷ V(Y)      (Homma & Saltelli 1996)
 */
import { collect } from './collect';
import type { Indices, Outcomes, Watch } from './indices';

/** Number of combinations. */
export const combinations = (levels: readonly number[]): number => levels.reduce((a, b) => a * b, 1);

/** Writes the point of combination `c`, the last factor changing fastest; each coordinate is the middle of its option. */
export function combinationPoint(levels: readonly number[], c: number, out: Float64Array): void {
  for (let f = levels.length - 1; f >= 0; f--) {
    const n = levels[f] ?? 1;
    out[f] = ((c % n) + 0.5) / n;
    c = Math.floor(c / n);
  }
}

/** @param levels number of options by factor @throws RangeError for a factor without options; Cancelled */
export function exactIndices(levels: readonly number[], evaluate: Outcomes, watch: Watch = {}): Indices {
  const { values, outcomes } = collect({ rows: combinations(checked(levels)), point: (row, out) => combinationPoint(levels, row, out) }, levels.length, evaluate, watch);
  return exactFrom(values, levels, outcomes);
}

/** @param values outcomes of all combinations in the order of `combinationPoint`: combinations × outcomes */
export function exactFrom(values: Float64Array, levels: readonly number[], outcomes: number): Indices {
  const k = checked(levels).length;
  const all = combinations(levels);
  if (values.length !== all * outcomes) throw new RangeError(`sensitivity: ${values.length} values for ${all} combinations of ${outcomes} outcomes`);
  const mean = new Float64Array(outcomes);
  const variance = new Float64Array(outcomes);
  const missing = new Float64Array(outcomes);
  const first = new Float64Array(outcomes * k).fill(NaN);
  const total = new Float64Array(outcomes * k).fill(NaN);
  const y = new Float64Array(all);
  for (let o = 0; o < outcomes; o++) {
    let sum = 0;
    let varies = false;
    for (let c = 0; c < all; c++) {
      const v = values[c * outcomes + o] ?? NaN;
      y[c] = v;
      sum += v;
      if (Number.isNaN(v)) missing[o] = (missing[o] ?? 0) + 1;
      if (v !== y[0]) varies = true;
    }
    const centre = sum / all;
    mean[o] = centre;
    let squares = 0;
    for (let c = 0; c < all; c++) {
      const d = (y[c] ?? NaN) - centre;
      y[c] = d;
      squares += d * d;
    }
    variance[o] = varies ? squares / all : sum - sum;
    if (!varies || Number.isNaN(squares)) continue;
    // Combinations that differ in factor f alone stand `step` apart, in blocks of `step · n`.
    let step = 1;
    for (let f = k - 1; f >= 0; f--) {
      const n = levels[f] ?? 1;
      first[o * k + f] = between(y, n, step) / squares;
      total[o * k + f] = within(y, n, step) / squares;
      step *= n;
    }
  }
  return { method: 'exact', factors: k, outcomes, evaluations: all, mean, variance, missing, first, total, intervals: null };
}

/** Sum over all combinations of the squared mean given the factor's option; the mean of all is nought. */
function between(y: Float64Array, n: number, step: number): number {
  let result = 0;
  const block = step * n;
  for (let option = 0; option < n; option++) {
    let sum = 0;
    for (let base = option * step; base < y.length; base += block) for (let c = base; c < base + step; c++) sum += y[c] ?? NaN;
    result += (sum * sum * n) / y.length;
  }
  return result;
}

/** Sum of squares around the mean of the combinations that differ in the factor alone. */
function within(y: Float64Array, n: number, step: number): number {
  let result = 0;
  const block = step * n;
  for (let base = 0; base < y.length; base += block) {
    for (let at = base; at < base + step; at++) {
      let sum = 0;
      for (let c = at; c < at + block; c += step) sum += y[c] ?? NaN;
      const centre = sum / n;
      for (let c = at; c < at + block; c += step) result += ((y[c] ?? NaN) - centre) ** 2;
    }
  }
  return result;
}

function checked(levels: readonly number[]): readonly number[] {
  levels.forEach((n, f) => {
    if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`sensitivity: factor ${f + 1} has ${n} options`);
  });
  return levels;
}
