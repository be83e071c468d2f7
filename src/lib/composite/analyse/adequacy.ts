/**
 * Is it worth looking for common factors? The Kaiser–Meyer–Olkin measure (Kaiser & Rice 1974) sets correlations
 * against what is left of them when all other columns are held fixed; Bartlett's test of sphericity (1950) asks
 * whether the correlation matrix could be the identity (OECD/JRC Handbook 2008, step 4).
 */
import { cholesky, choleskySolve } from '../linear';
import { chiSquaredTail } from './distributions/gamma';

export interface Adequacy {
  /** Overall measure, 0–1; below 0.5 factors are not worth looking for. NaN for a singular matrix or a single column. */
  readonly kmo: number;
  /** The same for each column. */
  readonly kmoEach: Float64Array;
  /** −(n − 1 − (2p + 5) ÷ 6) ln det R; NaN for a singular matrix. */
  readonly chiSquared: number;
  readonly df: number;
  /** Probability of a χ² as great for unrelated columns. */
  readonly p: number;
}

/** @param r correlation matrix of p columns, row by row @param units they are computed from */
export function adequacy(r: Float64Array, p: number, units: number): Adequacy {
  const df = (p * (p - 1)) / 2;
  const l = p > 0 ? cholesky(r, p) : null;
  if (!l) return { kmo: NaN, kmoEach: new Float64Array(p).fill(NaN), chiSquared: NaN, df, p: NaN };
  const inverse = Array.from({ length: p }, (_, j) => choleskySolve(l, p, Float64Array.from({ length: p }, (_v, i) => Number(i === j))));
  const at = (i: number, j: number): number => inverse[j]?.[i] ?? NaN;
  const squares = new Float64Array(p);
  const partials = new Float64Array(p);
  let logDet = 0;
  for (let i = 0; i < p; i++) {
    logDet += 2 * Math.log(l[i * p + i] ?? NaN);
    for (let j = 0; j < p; j++) {
      if (i === j) continue;
      squares[i] = (squares[i] ?? 0) + (r[i * p + j] ?? NaN) ** 2;
      partials[i] = (partials[i] ?? 0) + at(i, j) ** 2 / (at(i, i) * at(j, j));
    }
  }
  const sum = (a: Float64Array) => a.reduce((x, y) => x + y, 0);
  const chiSquared = -(units - 1 - (2 * p + 5) / 6) * logDet;
  return { kmo: sum(squares) / (sum(squares) + sum(partials)), kmoEach: squares.map((s, i) => s / (s + (partials[i] ?? NaN))), chiSquared, df, p: df > 0 ? chiSquaredTail(Math.max(0, chiSquared), df) : NaN };
}
