/**
 * Moments of a column with the present values only: mean, standard deviation of the sample, skewness G1 and
 * excess kurtosis G2, both corrected for bias (Joanes & Gill 1998, type 2; as SAS, SPSS, Excel and COINr).
 *
 * Very large or very small data are scaled by a power of two first, which is exact, so that cubes and
 * fourth powers neither overflow nor vanish.
 */
export interface Moments {
  /** Number of present values. */
  readonly n: number;
  readonly mean: number;
  /** Denominator n − 1; NaN below two values, and where it is beyond the range of numbers. */
  readonly sd: number;
  /** G1; NaN below three values or without spread. */
  readonly skew: number;
  /** G2, 0 for a normal distribution; NaN below four values or without spread. */
  readonly kurt: number;
}

export function moments(values: Float64Array): Moments {
  const scale = scaleOf(values);
  let n = 0;
  let sum = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    n++;
    sum += v / scale;
  }
  const centre = sum / n;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  // Deviations are measured in the largest of them, for the same reason.
  let widest = 0;
  let constant = true;
  let first = NaN;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    if (Number.isNaN(first)) first = v;
    else if (v !== first) constant = false;
    widest = Math.max(widest, Math.abs(v / scale - centre));
  }
  const unit = constant || widest === 0 ? 1 : powerOfTwo(widest);
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    const d = constant ? 0 : (v / scale - centre) / unit;
    const d2 = d * d;
    m2 += d2;
    m3 += d2 * d;
    m4 += d2 * d2;
  }
  const flat = m2 === 0;
  const sd = Math.sqrt(m2 / (n - 1)) * unit * scale;
  const g1 = (Math.sqrt(n) * m3) / (m2 * Math.sqrt(m2));
  const g2 = (n * m4) / (m2 * m2) - 3;
  return {
    n,
    mean: n === 0 ? NaN : constant ? first : centre * scale,
    sd: n < 2 || sd === Infinity ? NaN : sd,
    skew: n < 3 || flat ? NaN : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurt: n < 4 || flat ? NaN : (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3))
  };
}

/** 1 for data of ordinary size, otherwise the power of two at the largest absolute value. */
export function scaleOf(values: Float64Array): number {
  let most = 0;
  for (const v of values) if (Math.abs(v) > most) most = Math.abs(v);
  return most > 1e60 || (most > 0 && most < 1e-60) ? powerOfTwo(most) : 1;
}

function powerOfTwo(x: number): number {
  return 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(x))));
}
