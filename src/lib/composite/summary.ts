/** Summary statistics of a column; NaN values are left out. All return NaN when too few values are present. */
import { scaleOf } from './moments';

/** Arithmetic mean of the present values. */
export function mean(column: Float64Array): number {
  // Sums of very large values would be infinite; by powers of two nothing is lost.
  const scale = scaleOf(column);
  let sum = 0;
  let n = 0;
  for (const v of column) {
    if (Number.isNaN(v)) continue;
    sum += v / scale;
    n++;
  }
  return n === 0 ? NaN : (sum / n) * scale;
}

/** Standard deviation of the sample (denominator n − 1); missing where it is beyond the range of numbers. */
export function sampleSd(column: Float64Array): number {
  const scale = scaleOf(column);
  const m = mean(column) / scale;
  let squares = 0;
  let n = 0;
  for (const v of column) {
    if (Number.isNaN(v)) continue;
    squares += (v / scale - m) ** 2;
    n++;
  }
  const sd = Math.sqrt(squares / (n - 1)) * scale;
  return n < 2 || sd === Infinity ? NaN : sd;
}

/** Middle value; the mean of the two middle ones where their number is even. */
export function median(column: Float64Array): number {
  const present = column.filter((v) => !Number.isNaN(v)).sort();
  const n = present.length;
  if (n === 0) return NaN;
  const half = n >> 1;
  const upper = present[half] ?? NaN;
  if (n % 2 === 1) return upper;
  const lower = present[half - 1] ?? NaN;
  const sum = lower + upper;
  return Number.isFinite(sum) ? sum / 2 : lower / 2 + upper / 2;
}

/** Least and greatest present value as [min, max]; [NaN, NaN] for an empty column. */
export function extent(column: Float64Array): [min: number, max: number] {
  let min = NaN;
  let max = NaN;
  for (const v of column) {
    if (Number.isNaN(v)) continue;
    if (!(v >= min)) min = v;
    if (!(v <= max)) max = v;
  }
  return [min, max];
}
