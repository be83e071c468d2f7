/**
 * Kendall's τ-b (Kendall 1945): concordant less discordant pairs, over the geometric mean of the pairs not tied in
 * one column and in the other. Without ties it is τ-a.
 */
import { tieSizes } from './pairs';

export interface Concordance {
  /** S: concordant less discordant pairs. */
  readonly s: number;
  /** −1…1; NaN when a column has no spread. */
  readonly tau: number;
  /** Variance of S when the columns have nothing to do with each other, ties taken into account (Kendall & Gibbons 1990). */
  readonly variance: number;
  readonly tied: boolean;
}

/** @param x, y columns without gaps, of one length */
export function concordance(x: Float64Array, y: Float64Array): Concordance {
  const n = x.length;
  const s = concordantLessDiscordant(x, y);
  const [tx, ty] = [tieSizes(x), tieSizes(y)];
  const pairs = (n * (n - 1)) / 2;
  const [fx, fy] = [sum(tx, (t) => t * (t - 1)), sum(ty, (t) => t * (t - 1))];
  const untied = Math.sqrt(pairs - fx / 2) * Math.sqrt(pairs - fy / 2);
  const long = (t: number) => t * (t - 1) * (2 * t + 5);
  const three = (t: number) => t * (t - 1) * (t - 2);
  const variance =
    (n * (n - 1) * (2 * n + 5) - sum(tx, long) - sum(ty, long)) / 18 +
    (fx * fy > 0 ? (fx * fy) / (2 * n * (n - 1)) : 0) +
    (n > 2 ? (sum(tx, three) * sum(ty, three)) / (9 * n * (n - 1) * (n - 2)) : 0);
  return { s, tau: untied > 0 ? Math.max(-1, Math.min(1, s / untied)) : NaN, variance, tied: tx.length + ty.length > 0 };
}

/** S alone. */
export function concordantLessDiscordant(x: Float64Array, y: Float64Array): number {
  let s = 0;
  for (let i = 1; i < x.length; i++) {
    const [a, b] = [x[i] ?? NaN, y[i] ?? NaN];
    for (let j = 0; j < i; j++) {
      const [c, d] = [x[j] ?? NaN, y[j] ?? NaN];
      if ((a > c && b > d) || (a < c && b < d)) s++;
      else if ((a > c && b < d) || (a < c && b > d)) s--;
    }
  }
  return s;
}

const sum = (sizes: readonly number[], f: (t: number) => number): number => sizes.reduce((a, t) => a + f(t), 0);
