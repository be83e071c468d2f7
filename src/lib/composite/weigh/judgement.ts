/**
 * Weights from the judgement of people: the analytic hierarchy process (Saaty 1980) and budget allocation
 * (OECD/JRC Handbook 2008, step 6).
 */
import { shared, type Weights } from './result';

/** Mean consistency index of random matrices of order 1–15 (Saaty 1980, table 1.4; orders 11–15 likewise). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

export interface Ahp extends Weights {
  /** Greatest eigenvalue; equal to the order for perfectly consistent judgements. */
  readonly lambdaMax: number;
  /** (λ − n) ÷ (n − 1). */
  readonly consistencyIndex: number;
  /** Consistency index ÷ random index; up to 0.1 is held tolerable, nought for orders 1 and 2, NaN above 15. */
  readonly consistencyRatio: number;
}

/**
 * Principal eigenvector of a matrix of pairwise comparisons: entry (i, j) says how many times i matters as
 * much as j.
 * @throws RangeError unless the matrix is square, positive and reciprocal (to 1 %, as 0.33 for 1/3 is written)
 */
export function ahpWeights(matrix: readonly (readonly number[])[]): Ahp {
  const n = matrix.length;
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? NaN;
  for (let i = 0; i < n; i++) {
    if (matrix[i]?.length !== n) throw new RangeError(`AHP: row ${i + 1} has ${matrix[i]?.length ?? 0} entries, not ${n}`);
    for (let j = 0; j < n; j++) {
      if (!(at(i, j) > 0 && at(i, j) < Infinity)) throw new RangeError(`AHP: entry ${i + 1}, ${j + 1} is not positive`);
      if (!(Math.abs(at(i, j) * at(j, i) - 1) <= 0.011)) throw new RangeError(`AHP: entries ${i + 1}, ${j + 1} and ${j + 1}, ${i + 1} are not reciprocal`);
    }
  }
  let vector = new Float64Array(n).fill(1 / n);
  let lambda = n;
  for (let k = 0; k < 10_000; k++) {
    const next = vector.map((_, i) => vector.reduce((a, v, j) => a + at(i, j) * v, 0));
    lambda = next.reduce((a, b) => a + b, 0);
    const scaled = next.map((v) => v / lambda);
    const moved = scaled.reduce((a, v, i) => Math.max(a, Math.abs(v - (vector[i] ?? NaN))), 0);
    vector = scaled;
    if (moved < 1e-16) break;
  }
  const consistencyIndex = n > 1 ? (lambda - n) / (n - 1) : 0;
  const random = RANDOM_INDEX[n - 1] ?? NaN;
  return { ...shared(vector), lambdaMax: lambda, consistencyIndex, consistencyRatio: n <= 2 ? 0 : consistencyIndex / random };
}

/**
 * Mean share of the points that experts gave to each column; each expert counts alike.
 * @param points one row per expert, one entry per column
 * @throws RangeError for a negative entry, rows of different length, or an expert whose points do not sum to the budget
 */
export function budgetWeights(points: readonly (readonly number[])[], budget = 100): Weights {
  const n = points[0]?.length ?? 0;
  const sum = new Float64Array(n);
  points.forEach((row, expert) => {
    if (row.length !== n) throw new RangeError(`budget: expert ${expert + 1} has ${row.length} entries, not ${n}`);
    if (row.some((v) => !(v >= 0))) throw new RangeError(`budget: expert ${expert + 1} has an entry that is not a number ≥ 0`);
    const spent = row.reduce((a, b) => a + b, 0);
    if (!(Math.abs(spent - budget) <= 1e-9 * budget)) throw new RangeError(`budget: expert ${expert + 1} spent ${spent} of ${budget} points`);
    row.forEach((v, j) => (sum[j] = (sum[j] ?? 0) + v / spent));
  });
  return shared(sum);
}
