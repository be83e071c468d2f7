/**
 * Cronbach's α (1951): how far the columns of a group measure one thing, k² × mean covariance ÷ sum of all variances
 * and covariances (OECD/JRC Handbook 2008, step 4). Covariances are taken on the units present in both columns.
 */
import { moments } from '../moments';
import { pearson } from '../weigh/correlation';
import { pairsOf } from './pairs';

export interface Alpha {
  /** At most 1, negative where the columns pull apart; NaN for fewer than two columns, one without spread, or columns that cancel out. */
  readonly alpha: number;
  /** α without each column. */
  readonly withoutEach: Float64Array;
  /** Correlation of each column with the sum of the others (item–total, corrected). */
  readonly itemTotal: Float64Array;
}

export interface AlphaOptions {
  /** Give each column the same variance first, which columns in different units need; default true. False is COINr's get_cronbach. */
  readonly standardise?: boolean;
}

/** @throws RangeError for columns of different length */
export function cronbachAlpha(columns: readonly Float64Array[], options: AlphaOptions = {}): Alpha {
  const k = columns.length;
  const own = columns.map((column) => moments(column).sd);
  const most = own.reduce((a, sd) => (sd > a ? sd : a), 0) || 1;
  const c = new Float64Array(k * k);
  columns.forEach((a, i) => {
    columns.forEach((b, j) => {
      if (j > i) return;
      const value = options.standardise === false ? (i === j ? ((own[i] ?? NaN) / most) ** 2 : covariance(a, b, most)) : i === j ? ((own[i] ?? NaN) > 0 ? 1 : NaN) : pearson(a, b);
      c[i * k + j] = value;
      c[j * k + i] = value;
    });
  });
  const all = Array.from(columns.keys());
  return {
    alpha: alphaOf(c, k, all),
    withoutEach: Float64Array.from(all, (j) => alphaOf(c, k, all.filter((i) => i !== j))),
    itemTotal: Float64Array.from(all, (j) => {
      const others = all.filter((i) => i !== j);
      const shared = others.reduce((a, i) => a + (c[j * k + i] ?? NaN), 0);
      const rest = others.reduce((a, i) => a + others.reduce((b, l) => b + (c[i * k + l] ?? NaN), 0), 0);
      const own = c[j * k + j] ?? NaN;
      const whole = others.reduce((a, i) => a + (c[i * k + i] ?? NaN), 0);
      return own > 0 && rest > 1e-12 * whole ? shared / Math.sqrt(own * rest) : NaN;
    })
  };
}

function alphaOf(c: Float64Array, k: number, used: readonly number[]): number {
  const n = used.length;
  let total = 0;
  let diagonal = 0;
  for (const i of used) {
    diagonal += c[i * k + i] ?? NaN;
    for (const j of used) total += c[i * k + j] ?? NaN;
  }
  // Columns that cancel out have a sum of no variance, but for rounding, and no α.
  return n >= 2 && Math.abs(total) > 1e-12 * diagonal ? (n / (n - 1)) * (1 - diagonal / total) : NaN;
}

/** Of the sample, in units of `size` squared. */
function covariance(a: Float64Array, b: Float64Array, size: number): number {
  const { x, y } = pairsOf(a, b);
  return pearson(x, y) * (moments(x).sd / size) * (moments(y).sd / size);
}
