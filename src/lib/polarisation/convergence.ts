/**
 * β-convergence (Barro & Sala-i-Martin 1992): do regions that start low grow faster?
 *
 *   ln(y_T / y_0) / T = a + b ln y_0
 *
 * b < 0 means they do. With b = −(1 − e^(−λT)) / T the speed is λ = −ln(1 + bT) / T a year, and half of the gap is
 * closed in ln 2 / λ years.
 */
import { line, type Line } from './regression';

export interface BetaConvergence extends Line {
  /** Natural logarithm of the first value of each unit; NaN where either end is missing or not positive. */
  readonly initial: Float64Array;
  /** Mean yearly growth, natural logarithms. */
  readonly growth: Float64Array;
  /** Share of the gap closed in a year; negative when the gap widens, NaN where 1 + bT ≤ 0. */
  readonly speed: number;
  /** Years; NaN when the gap does not close. */
  readonly halfLife: number;
}

/** @throws RangeError when no time passes between the columns */
export function betaConvergence(first: Float64Array, last: Float64Array, years: number): BetaConvergence {
  if (!(years > 0)) throw new RangeError(`years between first and last must be positive, not ${years}`);
  const usable = first.map((v, i) => Number(v > 0 && (last[i] ?? NaN) > 0));
  const initial = first.map((v, i) => (usable[i] ? Math.log(v) : NaN));
  const growth = first.map((v, i) => (usable[i] ? Math.log((last[i] ?? NaN) / v) / years : NaN));
  const fit = line(initial, growth);
  const left = 1 + fit.slope * years;
  const speed = left > 0 ? -Math.log(left) / years : NaN;
  return { ...fit, initial, growth, speed, halfLife: speed > 0 ? Math.LN2 / speed : NaN };
}
