/**
 * Confidence intervals of a correlation on Fisher's scale, z = artanh r, with the standard error that fits its kind:
 * Pearson 1 ÷ √(n − 3) (Fisher 1921); Spearman √((1 + r²/2) ÷ (n − 3)) (Bonett & Wright 2000);
 * Kendall √(0.437 ÷ (n − 4)) (Fieller, Hartley & Pearson 1957).
 */
import type { CorrelationKind } from './correlation';
import { normalQuantile } from './distributions/normal';

/**
 * Approximate and wide for few units; a correlation of ±1 gives an interval of no width, which says only that the
 * approximation has ended.
 * @param level of confidence, between 0 and 1
 * @returns [NaN, NaN] for r missing or too few pairs (Kendall 4, else 3)
 * @throws RangeError for a level outside
 */
export function correlationInterval(r: number, n: number, kind: CorrelationKind = 'pearson', level = 0.95): [lo: number, hi: number] {
  if (!(level > 0 && level < 1)) throw new RangeError(`level ${level} is not between 0 and 1`);
  const variance = kind === 'kendall' ? 0.437 / (n - 4) : kind === 'spearman' ? (1 + (r * r) / 2) / (n - 3) : 1 / (n - 3);
  if (Number.isNaN(r) || !(variance > 0 && variance < Infinity)) return [NaN, NaN];
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  const z = Math.atanh(r);
  return [Math.tanh(z - reach), Math.tanh(z + reach)];
}
