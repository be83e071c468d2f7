/**
 * Weights by principal components and factor analysis (OECD/JRC Handbook 2008, step 6, pages 89–91; Nicoletti,
 * Scarpetta & Boylaud 2000): components of the correlation matrix are kept and rotated by varimax; each
 * indicator goes to the factor on which it loads most, with its squared loading, and each factor counts with
 * the variance it explains.
 */
import { symmetricEigen } from '../linear';
import { moments } from '../moments';
import { correlationMatrix } from './correlation';
import { completeRows, shared, weighNote, type Weights } from './result';
import { varimax } from './varimax';

export interface FactorOptions {
  /** Number of factors to keep; without it, those that meet the three limits of the Handbook. */
  readonly factors?: number;
  /** Rotate loadings brought to equal communality (Kaiser 1958), as the Handbook's Table 9; default true. */
  readonly kaiser?: boolean;
}

export interface FactorWeights extends Weights {
  /** Eigenvalues of the correlation matrix, descending; their sum is the number of columns with spread. */
  readonly eigenvalues: Float64Array;
  /** Rotated loadings of each column on each kept factor; NaN for a column without spread. */
  readonly loadings: readonly Float64Array[];
  /** Variance explained by each rotated factor: the sum of its squared loadings. */
  readonly explained: Float64Array;
  /** Factor of each column, −1 for a column without spread. */
  readonly factor: readonly number[];
}

/**
 * Kept are eigenvalues above 1 with more than 10 % of the variance, and more until over 60 % is explained.
 * The Handbook's own example keeps four, two of them a little below 1: there `factors` must be said.
 * @throws RangeError when `factors` is not a whole number from 1
 */
export function factorWeights(columns: readonly Float64Array[], options: FactorOptions = {}): FactorWeights {
  const { columns: full, log } = completeRows(columns);
  const used = full.flatMap((column, j) => (moments(column).sd > 0 ? [j] : []));
  const p = used.length;
  const eigen = symmetricEigen(correlationMatrix(used.map((j) => full[j] ?? new Float64Array(0))), p);
  const kept = Math.min(p, options.factors ?? retained(eigen.values));
  if (options.factors !== undefined && !(Number.isInteger(options.factors) && options.factors >= 1)) throw new RangeError(`factors: ${options.factors} is not a whole number from 1`);
  const raw = used.map((_, j) => Float64Array.from({ length: kept }, (_, f) => (eigen.vectors[f]?.[j] ?? NaN) * Math.sqrt(Math.max(0, eigen.values[f] ?? NaN))));
  const rotated = varimax(raw, options.kaiser ?? true);
  const explained = Float64Array.from({ length: kept }, (_, f) => rotated.reduce((a, row) => a + (row[f] ?? NaN) ** 2, 0));

  const weights = new Float64Array(columns.length);
  const factor = new Array<number>(columns.length).fill(-1);
  const loadings: Float64Array[] = columns.map(() => new Float64Array(kept).fill(NaN));
  rotated.forEach((row, k) => {
    const j = used[k] ?? 0;
    const best = row.reduce((b, l, f) => (l ** 2 > (row[b] ?? NaN) ** 2 ? f : b), 0);
    // (l² ÷ explained of the factor) × (explained of the factor ÷ explained of all); the sharing does the rest.
    weights[j] = (row[best] ?? NaN) ** 2;
    factor[j] = best;
    loadings[j] = row;
  });
  const flat = columns.length - p;
  const notes = flat > 0 ? [...log, weighNote('constant', flat, `${flat} columns without spread weigh nothing`)] : log;
  return { ...shared(weights, notes), eigenvalues: eigen.values, loadings, explained, factor };
}

function retained(values: Float64Array): number {
  const total = values.reduce((a, b) => a + b, 0);
  let kept = 0;
  let sum = 0;
  for (const value of values) {
    // A hair of tolerance: two equal columns must not depend on rounding.
    const strong = value > 1 + 1e-9 && value / total > 0.1;
    if (!strong && sum / total > 0.6) break;
    sum += value;
    kept++;
  }
  return kept;
}
