/**
 * Principal components of the correlation matrix (OECD/JRC Handbook 2008, step 4), on the units without a gap.
 */
import { symmetricEigen } from '../linear';
import { moments } from '../moments';
import { correlationMatrix } from '../weigh/correlation';
import { adequacy, type Adequacy } from './adequacy';

export interface Components extends Adequacy {
  /** Descending; their sum is the number of columns with spread. */
  readonly eigenvalues: Float64Array;
  /** Share of the variance that each component explains, and with those before it, 0–1. */
  readonly explained: Float64Array;
  readonly cumulative: Float64Array;
  /** By component: the direction in the space of the standardised columns, of length 1, its largest entry positive; NaN for a column without spread. */
  readonly directions: readonly Float64Array[];
  /** By component: correlation of each column with it, direction × √eigenvalue; NaN for a column without spread. */
  readonly loadings: readonly Float64Array[];
  /** By component: value for each unit, with the eigenvalue as variance; NaN for a unit with a gap. */
  readonly scores: readonly Float64Array[];
  /** Units without a gap, which all of this rests on. */
  readonly units: number;
  /** Columns without spread among these units, by number; they take no part. */
  readonly flat: readonly number[];
}

/** @throws RangeError for columns of different length */
export function principalComponents(columns: readonly Float64Array[]): Components {
  const length = columns[0]?.length ?? 0;
  for (const column of columns) if (column.length !== length) throw new RangeError(`components of columns of ${length} and ${column.length} units`);
  const rows = Array.from({ length }, (_, u) => u).filter((u) => columns.every((column) => !Number.isNaN(column[u] ?? NaN)));
  const full = columns.map((column) => Float64Array.from(rows, (u) => column[u] ?? NaN));
  const own = full.map(moments);
  const used = Array.from(full.keys()).filter((j) => (own[j]?.sd ?? NaN) > 0);
  const p = used.length;
  const r = correlationMatrix(used.map((j) => full[j] ?? new Float64Array(0)));
  const { values, vectors } = symmetricEigen(r, p);
  // Where columns depend on one another rounding leaves a hair about nought.
  const eigenvalues = values.map((v) => (v < 1e-13 * p ? 0 : v));
  const spread = (vector: Float64Array, size: number) => {
    const result = new Float64Array(columns.length).fill(NaN);
    used.forEach((j, k) => (result[j] = (vector[k] ?? NaN) * size));
    return result;
  };
  const explained = eigenvalues.map((v) => v / p);
  let sum = 0;
  return {
    eigenvalues,
    explained,
    cumulative: explained.map((v) => (sum += v)),
    directions: vectors.map((vector) => spread(vector, 1)),
    loadings: vectors.map((vector, f) => spread(vector, Math.sqrt(eigenvalues[f] ?? NaN))),
    scores: vectors.map((vector) => {
      const result = new Float64Array(length).fill(NaN);
      rows.forEach((u, i) => {
        let value = 0;
        used.forEach((j, k) => (value += (vector[k] ?? NaN) * (((full[j]?.[i] ?? NaN) - (own[j]?.mean ?? NaN)) / (own[j]?.sd ?? NaN))));
        result[u] = value;
      });
      return result;
    }),
    units: rows.length,
    flat: Array.from(full.keys()).filter((j) => !used.includes(j)),
    ...adequacy(r, p, rows.length)
  };
}
