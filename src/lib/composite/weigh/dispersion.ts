/**
 * Weights by how unequal the values of a column are, beside entropy and standard deviation: Gini coefficient,
 * variance of the scaled column, and angle to the column in which all units are alike (Shuai et al. 2012).
 */
import { moments } from '../moments';
import { toRange } from '../normalise/scales';
import { extent } from '../summary';
import { completeRows, shared, weighNote, type Weights } from './result';

/** Mean |xᵢ − xₖ| over all pairs ÷ twice the mean. @throws RangeError for a negative value */
export function giniWeights(columns: readonly Float64Array[]): Weights {
  return byColumn(columns, (column) => {
    const n = column.length;
    const sorted = positive('Gini', column).slice().sort();
    const total = sorted.reduce((a, b) => a + b, 0);
    return total > 0 ? sorted.reduce((sum, v, i) => sum + (2 * i + 1 - n) * v, 0) / (n * total) : 0;
  });
}

/** Variance of each column brought to 0–1. */
export function varianceWeights(columns: readonly Float64Array[]): Weights {
  return byColumn(columns, (column) => moments(toRange(column, 0, 1)).sd ** 2);
}

/** Angle between the column and a column of equal values. @throws RangeError for a negative value */
export function angleWeights(columns: readonly Float64Array[]): Weights {
  return byColumn(columns, (column) => {
    const { mean, sd, n } = moments(positive('angle', column));
    return Math.atan2(sd * Math.sqrt(n - 1), mean * Math.sqrt(n));
  });
}

function byColumn(columns: readonly Float64Array[], measure: (column: Float64Array) => number): Weights {
  const { columns: full, log } = completeRows(columns);
  const flat = full.map((column) => !(moments(column).sd > 0));
  const flats = flat.filter(Boolean).length;
  const notes = flats > 0 ? [...log, weighNote('constant', flats, `${flats} columns without spread weigh nothing`)] : log;
  return shared(Float64Array.from(full, (column, j) => (flat[j] ? 0 : measure(column))), notes);
}

function positive(name: string, column: Float64Array): Float64Array {
  const [min] = extent(column);
  if (min < 0) throw new RangeError(`${name}: value ${min} is negative`);
  return column;
}
