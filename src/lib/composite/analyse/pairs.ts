/** The units at which two columns are both present (pairwise complete observations). */
export interface Pairs {
  readonly n: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** @throws RangeError for columns of different length */
export function pairsOf(a: Float64Array, b: Float64Array): Pairs {
  if (a.length !== b.length) throw new RangeError(`correlation of columns of ${a.length} and ${b.length} units`);
  const x = new Float64Array(a.length);
  const y = new Float64Array(a.length);
  let n = 0;
  for (let u = 0; u < a.length; u++) {
    const [v, w] = [a[u] ?? NaN, b[u] ?? NaN];
    if (Number.isNaN(v) || Number.isNaN(w)) continue;
    x[n] = v;
    y[n] = w;
    n++;
  }
  return { n, x: x.subarray(0, n), y: y.subarray(0, n) };
}

/** Sizes of the groups of equal values, those of one left out; 0 and −0 are equal. */
export function tieSizes(values: Float64Array): readonly number[] {
  const sorted = values.slice().sort();
  const sizes: number[] = [];
  for (let i = 0; i < sorted.length; ) {
    let j = i + 1;
    while (j < sorted.length && sorted[j] === sorted[i]) j++;
    if (j - i > 1) sizes.push(j - i);
    i = j;
  }
  return sizes;
}
