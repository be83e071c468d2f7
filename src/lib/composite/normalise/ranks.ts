/**
 * Normalisations that keep the order only (OECD/JRC Handbook 2008, step 5, ranking). More is better; missing
 * values are not counted.
 */

/** Which of their places tied values share; `least` as in COINr. */
export type Ties = 'least' | 'mean' | 'greatest';

/** 1 = least present value, n = greatest; NaN stays NaN. */
export function ascendingRank(values: Float64Array, ties: Ties = 'least'): Float64Array {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort();
  // 0 and −0 are one key of a Map.
  const span = new Map<number, [first: number, last: number]>();
  sorted.forEach((v, i) => span.set(v, [span.get(v)?.[0] ?? i + 1, i + 1]));
  return values.map((v) => {
    const [first, last] = span.get(v) ?? [NaN, NaN];
    return ties === 'least' ? first : ties === 'greatest' ? last : (first + last) / 2;
  });
}

/** Borda score: ascending rank − 1; with `least` ties the number of units that are strictly worse. */
export function borda(values: Float64Array, ties: Ties = 'least'): Float64Array {
  return ascendingRank(values, ties).map((r) => r - 1);
}

/** (rank − 1) ÷ (n − 1), 0–1, stretched to [lo, hi]; NaN when only one value is present. */
export function percentileRank(values: Float64Array, lo = 0, hi = 1, ties: Ties = 'least'): Float64Array {
  const n = values.filter((v) => !Number.isNaN(v)).length;
  return borda(values, ties).map((b) => (n > 1 ? (b / (n - 1)) * (hi - lo) + lo : NaN));
}
