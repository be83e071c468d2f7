/**
 * The regularised incomplete beta function I(a, b) at x by its continued fraction (Abramowitz & Stegun 26.5.8;
 * DLMF 8.17), and the tail of Student's t that follows from it.
 */
import { stirlingRest } from './stirling';

const TINY = 1e-300;

/** @param x 0–1 @param y 1 − x, given apart so that neither end loses digits; NaN outside the domain */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): number {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - lower(b, a, y, x);
  return lower(a, b, x, y);
}

function lower(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  // ln((n x) ÷ a) = ln(1 + (b x − a y) ÷ a), and likewise for y: no digits are lost near the mean.
  const off = b * x - a * y;
  const lx = off / a > -0.9 ? Math.log1p(off / a) : Math.log((n * x) / a);
  const ly = -off / b > -0.9 ? Math.log1p(-off / b) : Math.log((n * y) / b);
  const density = Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(a * lx + b * ly + stirlingRest(n) - stirlingRest(a) - stirlingRest(b));
  let c = 1;
  let d = 1 / nonzero(1 - (n * x) / (a + 1));
  let h = d;
  for (let k = 1; k < 100_000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    h *= c * d;
    const odd = (-(a + k) * (n + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return (density * h) / a;
}

/** P(|T| ≥ |t|) of Student's t with `df` > 0 degrees of freedom. */
export function studentTails(t: number, df: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
}

const nonzero = (v: number): number => (Math.abs(v) < TINY ? TINY : v);
