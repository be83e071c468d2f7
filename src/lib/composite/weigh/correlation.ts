/** Correlation of two columns on the units present in both; NaN without spread or below two such units. */
import { moments, scaleOf } from '../moments';

export function pearson(a: Float64Array, b: Float64Array): number {
  const both = Array.from(a.keys()).filter((u) => !Number.isNaN((a[u] ?? NaN) + (b[u] ?? NaN)));
  // Deviations near the ends of the range of numbers have few digits of their own; by powers of two nothing is lost.
  const ordinary = (column: Float64Array): Float64Array => {
    const scale = scaleOf(column);
    return scale === 1 ? column : column.map((v) => v / scale);
  };
  const x = ordinary(Float64Array.from(both, (u) => a[u] ?? NaN));
  const y = ordinary(Float64Array.from(both, (u) => b[u] ?? NaN));
  const [mx, my] = [moments(x), moments(y)];
  if (!(mx.sd > 0 && my.sd > 0)) return NaN;
  let sum = 0;
  x.forEach((v, i) => (sum += ((v - mx.mean) / mx.sd) * (((y[i] ?? NaN) - my.mean) / my.sd)));
  return Math.max(-1, Math.min(1, sum / (x.length - 1)));
}

/** Pearson's correlation of the ranks, ties at their mean rank. */
export function spearman(a: Float64Array, b: Float64Array): number {
  const both = Array.from(a.keys()).filter((u) => !Number.isNaN((a[u] ?? NaN) + (b[u] ?? NaN)));
  const ranks = (column: Float64Array) => meanRanks(Float64Array.from(both, (u) => column[u] ?? NaN));
  return pearson(ranks(a), ranks(b));
}

/** Ascending ranks from 1 of a column without gaps, ties at their mean rank. */
export function meanRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const span = new Map<number, [first: number, last: number]>();
  sorted.forEach((v, i) => span.set(v, [span.get(v)?.[0] ?? i + 1, i + 1]));
  return values.map((v) => {
    const [first, last] = span.get(v) ?? [NaN, NaN];
    return (first + last) / 2;
  });
}

/** Symmetric matrix of Pearson correlations, row by row. */
export function correlationMatrix(columns: readonly Float64Array[]): Float64Array {
  const n = columns.length;
  const result = new Float64Array(n * n).fill(1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const r = pearson(columns[i] ?? new Float64Array(0), columns[j] ?? new Float64Array(0));
      result[i * n + j] = r;
      result[j * n + i] = r;
    }
  }
  return result;
}
