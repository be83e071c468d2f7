/** A straight line by least squares through points of which either coordinate may be missing. */
import { studentTails } from '../composite';

export interface Line {
  /** Points with both coordinates. */
  readonly n: number;
  readonly intercept: number;
  readonly slope: number;
  /** Standard error of the slope, n − 2 degrees of freedom. */
  readonly error: number;
  /** Two-sided p of "the slope is nought" by Student's t. */
  readonly p: number;
  /** Share of the variance of y the line explains. */
  readonly r2: number;
}

/** Slope and intercept are NaN below two points or where x does not vary; error and p below three. */
export function line(x: Float64Array, y: Float64Array): Line {
  if (x.length !== y.length) throw new RangeError(`${x.length} values of x, but ${y.length} of y`);
  const kept = [...x.keys()].filter((i) => Number.isFinite(x[i]) && Number.isFinite(y[i]));
  const n = kept.length;
  const at = (column: Float64Array, i: number) => column[i] ?? NaN;
  const mean = (column: Float64Array) => kept.reduce((sum, i) => sum + at(column, i), 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  let [sxx, sxy, syy] = [0, 0, 0];
  for (const i of kept) {
    const [dx, dy] = [at(x, i) - mx, at(y, i) - my];
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  if (n < 2 || sxx === 0) return { n, intercept: NaN, slope: NaN, error: NaN, p: NaN, r2: NaN };
  const slope = sxy / sxx;
  const residual = kept.reduce((sum, i) => sum + (at(y, i) - my - slope * (at(x, i) - mx)) ** 2, 0);
  const error = n < 3 ? NaN : Math.sqrt(residual / (n - 2) / sxx);
  return { n, intercept: my - slope * mx, slope, error, p: n < 3 ? NaN : studentTails(slope / error, n - 2), r2: syy === 0 ? NaN : 1 - residual / syy };
}
