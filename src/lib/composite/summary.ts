/** Summary statistics of a column; NaN values are left out. All return NaN when too few values are present. */

/** Arithmetic mean of the present values. */
export function mean(column: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const v of column) {
    if (Number.isNaN(v)) continue;
    sum += v;
    n++;
  }
  return n === 0 ? NaN : sum / n;
}

/** Standard deviation of the sample (denominator n − 1). */
export function sampleSd(column: Float64Array): number {
  const m = mean(column);
  let squares = 0;
  let n = 0;
  for (const v of column) {
    if (Number.isNaN(v)) continue;
    squares += (v - m) ** 2;
    n++;
  }
  return n < 2 ? NaN : Math.sqrt(squares / (n - 1));
}

/** Middle value; the mean of the two middle ones where their number is even. */
export function median(column: Float64Array): number {
  const present = column.filter((v) => !Number.isNaN(v)).sort();
  const n = present.length;
  if (n === 0) return NaN;
  const half = n >> 1;
  const upper = present[half] ?? NaN;
  return n % 2 === 1 ? upper : ((present[half - 1] ?? NaN) + upper) / 2;
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
