/** Spread of a column beside its mean, and of its logarithms: the measures of σ-convergence. */
import { shares } from './shares';

/** Standard deviation of the sample (n − 1) ÷ mean. NaN below two values or where the mean is not positive. */
export function coefficientOfVariation(values: Float64Array): number {
  const present = values.filter((v) => !Number.isNaN(v));
  const { mean, sd } = meanAndSd(present);
  return mean > 0 ? sd / mean : NaN;
}

/** Williamson's (1965) coefficient of variation, weighted by size: √(Σ p (y / μ − 1)²), y = amount per size. */
export function williamson(amounts: Float64Array, sizes: Float64Array): number {
  const held = shares(amounts, sizes);
  if (!held) return NaN;
  return Math.sqrt(held.amount.reduce((sum, s, k) => sum + (held.size[k] ?? NaN) * (s / (held.size[k] ?? NaN) - 1) ** 2, 0));
}

/**
 * Standard deviation of the sample (n − 1) of natural logarithms: the σ of σ-convergence (Barro & Sala-i-Martin 1992).
 * It falls when regions come nearer to each other. NaN below two values or where one is not positive.
 */
export function sdOfLogs(values: Float64Array): number {
  const present = values.filter((v) => !Number.isNaN(v));
  return present.every((v) => v > 0) ? meanAndSd(present.map(Math.log)).sd : NaN;
}

function meanAndSd(values: Float64Array): { mean: number; sd: number } {
  const n = values.length;
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  return { mean, sd: n < 2 ? NaN : Math.sqrt(squares / (n - 1)) };
}
