/**
 * The main effect of one column on another: the share of the variance of y that a function of x alone explains,
 * S = V(E(y | x)) ÷ V(y), Pearson's correlation ratio (1905). As a measure of the importance of a part of an index
 * it stands beside its weight (Paruolo, Saisana & Saltelli 2013; Becker et al. 2017).
 */
import { pearson } from '../weigh/correlation';
import { moments } from '../moments';
import { pairsOf } from './pairs';
import { smoothingSpline } from './smoothingSpline';

/**
 * How E(y | x) is found. `linear`: a straight line, S = r². `spline` (default): the smoothing spline, with at most
 * `degrees` degrees of freedom; a third of the units, from 3 to 10, without it. `bins`: means of groups of equal
 * number by x, equal values together; √n of them without a number. Bins overstate: where nothing is explained
 * they still give (bins − 1) ÷ (n − 1) on average.
 */
export type RatioEstimator = { readonly by: 'linear' } | { readonly by: 'spline'; readonly degrees?: number } | { readonly by: 'bins'; readonly bins?: number };

export interface CorrelationRatio {
  /** 0–1; NaN without spread in one of the columns or with fewer than three units present in both. */
  readonly ratio: number;
  readonly n: number;
  /** Degrees of freedom of the curve; the number of groups for bins. */
  readonly degrees: number;
}

/** @throws RangeError for columns of different length, and for degrees below 2 or a number of bins that is not whole from 2 */
export function correlationRatio(x: Float64Array, y: Float64Array, how: RatioEstimator = { by: 'spline' }): CorrelationRatio {
  const pairs = pairsOf(x, y);
  const n = pairs.n;
  if (how.by === 'spline' && how.degrees !== undefined && !(how.degrees >= 2)) throw new RangeError(`spline: ${how.degrees} degrees of freedom; at least 2`);
  if (how.by === 'bins' && how.bins !== undefined && !(Number.isInteger(how.bins) && how.bins >= 2)) throw new RangeError(`${how.bins} bins; a whole number from 2`);
  const spread = moments(pairs.y);
  if (n < 3 || !(spread.sd > 0) || !(moments(pairs.x).sd > 0)) return { ratio: NaN, n, degrees: 0 };
  if (how.by === 'linear') return { ratio: pearson(pairs.x, pairs.y) ** 2, n, degrees: 2 };
  // On the scale of its own spread y neither overflows nor vanishes in squares.
  const z = pairs.y.map((v) => (v - spread.mean) / spread.sd);
  const { fitted, degrees } = how.by === 'spline' ? smoothingSpline(pairs.x, z, how.degrees ?? Math.min(10, Math.max(3, n / 3))) : binned(pairs.x, z, how.bins ?? Math.max(2, Math.round(Math.sqrt(n))));
  const explained = fitted.reduce((sum, v) => sum + v * v, 0) / (n - 1);
  return { ratio: Math.min(1, Math.max(0, explained)), n, degrees };
}

function binned(x: Float64Array, y: Float64Array, bins: number): { fitted: Float64Array; degrees: number } {
  const n = x.length;
  const order = Array.from(x.keys()).sort((i, j) => (x[i] ?? NaN) - (x[j] ?? NaN));
  const fitted = new Float64Array(n);
  let used = 0;
  for (let start = 0; start < n; used++) {
    // The bin ends where its share of the units is reached, and not within equal values.
    let end = Math.max(start + 1, Math.round(((used + 1) * n) / bins));
    while (end < n && x[order[end] ?? 0] === x[order[end - 1] ?? 0]) end++;
    const members = order.slice(start, end);
    const mean = members.reduce((sum, i) => sum + (y[i] ?? NaN), 0) / members.length;
    for (const i of members) fitted[i] = mean;
    start = end;
  }
  return { fitted, degrees: used };
}
