/** How far to trust a line by least squares: its confidence band, and the points that do not belong to it. */
import { studentTails } from '../composite';
import { line, type Line } from './regression';

export interface Fit {
  readonly line: Line;
  readonly meanX: number;
  /** Sum of squared distances of x from its mean. */
  readonly sxx: number;
  /** Standard error of a residual, n − 2 degrees of freedom; in the unit of y. */
  readonly sigma: number;
  /** Student's t that is exceeded on either side with 5 % in all. */
  readonly critical: number;
  /**
   * Externally studentised residuals: how far each point lies from the line, in standard errors estimated without
   * it (Belsley, Kuh, Welsch 1980, section 2.1). NaN where a coordinate is missing, below four points, or where the
   * line passes through the point whatever its value.
   */
  readonly studentised: Float64Array;
}

/** As `line`: points of which either coordinate is missing are left out. @throws RangeError for columns of unlike length */
export function fit(x: Float64Array, y: Float64Array): Fit {
  const found = line(x, y);
  const kept = [...x.keys()].filter((i) => Number.isFinite(x[i]) && Number.isFinite(y[i]));
  const { n, slope, intercept } = found;
  const meanX = kept.reduce((sum, i) => sum + (x[i] ?? NaN), 0) / n;
  const sxx = kept.reduce((sum, i) => sum + ((x[i] ?? NaN) - meanX) ** 2, 0);
  const residual = (i: number) => (y[i] ?? NaN) - intercept - slope * (x[i] ?? NaN);
  const squares = kept.reduce((sum, i) => sum + residual(i) ** 2, 0);
  const studentised = new Float64Array(x.length).fill(NaN);
  // On a line that explains everything, residuals are noise of the arithmetic.
  const exact = found.r2 > 1 - 1e-12;
  for (const i of n < 4 || exact ? [] : kept) {
    const leverage = 1 / n + ((x[i] ?? NaN) - meanX) ** 2 / sxx;
    if (leverage > 1 - 1e-12) continue;
    const others = Math.max(0, squares - residual(i) ** 2 / (1 - leverage)) / (n - 3);
    studentised[i] = residual(i) / Math.sqrt(others * (1 - leverage));
  }
  return { line: found, meanX, sxx, sigma: n < 3 ? NaN : Math.sqrt(squares / (n - 2)), critical: n < 3 ? NaN : criticalT(n - 2), studentised };
}

/** Half the height of the 95 % confidence band of the line at a value of x. */
export function halfBand({ line: { n }, meanX, sxx, sigma, critical }: Fit, at: number): number {
  return critical * sigma * Math.sqrt(1 / n + (at - meanX) ** 2 / sxx);
}

/** Student's t with P(|T| ≥ t) = 5 %, by halving. @param df degrees of freedom, at least 1 */
export function criticalT(df: number): number {
  let [low, high] = [1.9, 13];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (studentTails(middle, df) > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
