/** The standard normal distribution: its upper tail and its quantiles, to about 15 digits. */
import { gammaTail } from './gamma';

/** P(Z ≥ z); relative accuracy is kept far out. */
export function normalTail(z: number): number {
  const tail = gammaTail(0.5, (z * z) / 2) / 2;
  return z > 0 ? tail : 1 - tail;
}

/** z with P(Z ≤ z) = p; ∓∞ at 0 and 1, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return p < 0.5 ? -Infinity : Infinity;
  // A first guess good to 4.5e-4 (Abramowitz & Stegun 26.2.23), then Newton on the logarithm of the tail.
  const t = Math.sqrt(-2 * Math.log(tail));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let k = 0; k < 20; k++) {
    const here = normalTail(z);
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const step = (Math.log(here / tail) * here) / density;
    z += step;
    if (!(Math.abs(step) > 1e-16 * Math.max(1, Math.abs(z)))) break;
  }
  return p < 0.5 ? -z : z;
}
