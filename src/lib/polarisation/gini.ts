/**
 * Gini coefficient: twice the area between the Lorenz curve and the line of equality.
 *
 *   G = 1 − Σ (x_k − x_{k−1}) (y_k + y_{k−1})
 *
 * Nought when all amounts per size are equal. With n units of one size it cannot pass (n − 1) / n, reached when one
 * holds everything; `giniCorrected` = G · n / (n − 1) can reach one and is the one to compare between few and many
 * units (Deltas 2003; Cowell, Measuring Inequality, 3rd ed., 2011).
 */
import { lorenz } from './lorenz';

/** NaN where shares mean nothing, see `shares`. */
export function gini(amounts: Float64Array, sizes?: Float64Array): number {
  const curve = lorenz(amounts, sizes);
  if (!curve) return NaN;
  const { x, y } = curve;
  let twice = 0;
  for (let k = 1; k < x.length; k++) twice += ((x[k] ?? NaN) - (x[k - 1] ?? NaN)) * ((y[k] ?? NaN) + (y[k - 1] ?? NaN));
  return Math.max(0, 1 - twice);
}

/** Small-sample correction for units of one size; NaN for fewer than two. */
export function giniCorrected(amounts: Float64Array): number {
  const n = amounts.reduce((count, v) => count + Number(!Number.isNaN(v)), 0);
  return n < 2 ? NaN : (gini(amounts) * n) / (n - 1);
}
