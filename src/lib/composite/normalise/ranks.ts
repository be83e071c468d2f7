/**
 * Normalisations that keep the order only (OECD/JRC Handbook 2008, step 5, ranking). More is better; ties
 * share the smallest rank; missing values are not counted.
 */

/** 1 = least present value, n = greatest; ties share the smallest, NaN stays NaN. */
export function ascendingRank(values: Float64Array): Float64Array {
  const sorted = values.filter((v) => !Number.isNaN(v)).sort();
  const first = new Map<number, number>();
  sorted.forEach((v, i) => {
    // 0 and −0 are one key of a Map.
    if (!first.has(v)) first.set(v, i + 1);
  });
  return values.map((v) => first.get(v) ?? NaN);
}

/** Borda score: number of units that are strictly worse. */
export function borda(values: Float64Array): Float64Array {
  return ascendingRank(values).map((r) => r - 1);
}

/** (rank − 1) ÷ (n − 1), 0–1, stretched to [lo, hi]; NaN when only one value is present. */
export function percentileRank(values: Float64Array, lo = 0, hi = 1): Float64Array {
  const n = values.filter((v) => !Number.isNaN(v)).length;
  return borda(values).map((b) => (n > 1 ? (b / (n - 1)) * (hi - lo) + lo : NaN));
}
