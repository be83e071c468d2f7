/**
 * The regularised incomplete gamma functions (Abramowitz & Stegun 6.5; DLMF 8.7 and 8.9): a series below the mean
 * and a continued fraction above it, so that the smaller tail keeps its relative accuracy.
 */
import { stirlingRest } from './stirling';

const TINY = 1e-300;

/** Q(a, x) = Γ(a, x) ÷ Γ(a) for a > 0 and x ≥ 0: the upper tail, 1 at x = 0; NaN elsewhere. */
export function gammaTail(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  // xᵃ e⁻ˣ ÷ Γ(a)
  const e = (x - a) / a;
  const log = e > -0.9 ? Math.log1p(e) : Math.log(x / a);
  const density = Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * (log - e) - stirlingRest(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; term > sum * 1e-17; k++) sum += term *= x / (a + k);
    return 1 - density * sum;
  }
  // Modified Lentz (Thompson & Barnett 1986).
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 100_000; k++) {
    const an = k * (a - k);
    b += 2;
    d = 1 / nonzero(an * d + b);
    c = nonzero(b + an / c);
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return density * h;
}

/** P(χ² ≥ x) with `df` degrees of freedom. */
export function chiSquaredTail(x: number, df: number): number {
  return gammaTail(df / 2, x / 2);
}

const nonzero = (v: number): number => (Math.abs(v) < TINY ? TINY : v);
