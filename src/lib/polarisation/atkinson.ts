/**
 * Atkinson's measure (Atkinson 1970): the share of the sum that could be given away if the rest were spread evenly
 * and welfare stayed as it is. The greater ε, the more the lowest units count.
 *
 *   A(ε) = 1 − (Σ p (y / μ)^(1 − ε))^(1 / (1 − ε))      A(1) = 1 − Π (y / μ)^p
 *
 * y = amount per size, μ its mean, p = share of the size.
 */
import { shares } from './shares';

/**
 * NaN where shares mean nothing, see `shares`; one where ε ≥ 1 and a unit holds nothing.
 * @throws RangeError for an aversion below nought
 */
export function atkinson(amounts: Float64Array, aversion: number, sizes?: Float64Array): number {
  if (!(aversion >= 0) || !Number.isFinite(aversion)) throw new RangeError(`aversion must be a number of nought or more, not ${aversion}`);
  const held = shares(amounts, sizes);
  if (!held) return NaN;
  const relative = held.amount.map((s, k) => s / (held.size[k] ?? NaN));
  const mean = (f: (y: number) => number) => relative.reduce((sum, y, k) => sum + (held.size[k] ?? NaN) * f(y), 0);
  if (aversion >= 1 && relative.some((y) => y === 0)) return 1;
  if (aversion === 1) return Math.max(0, 1 - Math.exp(mean(Math.log)));
  const power = 1 - aversion;
  return Math.max(0, 1 - mean((y) => y ** power) ** (1 / power));
}
