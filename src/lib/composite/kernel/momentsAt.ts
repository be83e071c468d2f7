/**
 * The moments of `moments.ts` for a column inside a larger array, bit for bit, in two passes and without
 * allocation. Data of extreme size go the other way, which scales them.
 */
import { moments } from '../moments';

/** Filled by `momentsAt`; a `min` of NaN says that nothing is known. */
export interface MomentsAt {
  /** ∞ and −∞ for an empty column. */
  min: number;
  max: number;
  mean: number;
  /** NaN below two values. */
  sd: number;
  /** G1 and G2, NaN where `moments` says so. */
  skew: number;
  kurt: number;
}

export const momentsScratch = (): MomentsAt => ({ min: NaN, max: NaN, mean: NaN, sd: NaN, skew: NaN, kurt: NaN });

export function momentsAt(values: Float64Array, at: number, length: number, out: MomentsAt): void {
  const end = at + length;
  let n = 0;
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let i = at; i < end; i++) {
    const v = values[i] ?? NaN;
    if (Number.isNaN(v)) continue;
    n++;
    sum += v;
    if (v < min) min = v;
    if (v > max) max = v;
  }
  out.min = min;
  out.max = max;
  const most = Math.max(max, -min);
  const centre = sum / n;
  const widest = Math.max(max - centre, centre - min);
  // Within these bounds no power of a deviation overflows or vanishes, and scaling by powers of two changes no bit.
  if (n > 0 && !(most < 1e60 && (most > 1e-60 || most === 0) && (widest > 1e-60 || min === max))) {
    const own = moments(values.subarray(at, end));
    out.mean = own.mean;
    out.sd = own.sd;
    out.skew = own.skew;
    out.kurt = own.kurt;
    return;
  }
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  if (min < max) {
    for (let i = at; i < end; i++) {
      const v = values[i] ?? NaN;
      if (Number.isNaN(v)) continue;
      const d = v - centre;
      const d2 = d * d;
      m2 += d2;
      m3 += d2 * d;
      m4 += d2 * d2;
    }
  }
  out.mean = n === 0 ? NaN : min === max ? min : centre;
  out.sd = n < 2 ? NaN : Math.sqrt(m2 / (n - 1));
  const flat = m2 === 0;
  const g1 = (Math.sqrt(n) * m3) / (m2 * Math.sqrt(m2));
  const g2 = (n * m4) / (m2 * m2) - 3;
  out.skew = n < 3 || flat ? NaN : (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
  out.kurt = n < 4 || flat ? NaN : (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3));
}
