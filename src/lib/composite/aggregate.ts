/**
 * Weighted arithmetic mean across columns (OECD/JRC Handbook 2008, step 6), unit by unit.
 *
 * A missing value leaves its column out for that unit and rescales the other weights. Where the weights
 * present are less than `minShare` of all weights the result is NaN: missing stays missing.
 */
export interface Aggregate {
  /** Score by unit; NaN where coverage is too low. */
  readonly score: Float64Array;
  /** Share of the weights that were present, by unit, 0–1. */
  readonly coverage: Float64Array;
}

export function weightedMean(columns: readonly Float64Array[], weights: readonly number[], units: number, minShare: number): Aggregate {
  return weighted(columns, weights, units, minShare, (v) => v, (mean) => mean);
}

/** The same with the geometric mean: a nought makes a nought, a negative value has no mean. */
export function weightedGeometricMean(columns: readonly Float64Array[], weights: readonly number[], units: number, minShare: number): Aggregate {
  return weighted(columns, weights, units, minShare, Math.log, Math.exp);
}

function weighted(columns: readonly Float64Array[], weights: readonly number[], units: number, minShare: number, into: (v: number) => number, back: (mean: number) => number): Aggregate {
  const total = weights.reduce((a, b) => a + b, 0);
  const score = new Float64Array(units).fill(NaN);
  const coverage = new Float64Array(units);
  // A hair below the limit: 3 of 5 equal weights must pass a limit of 0.6 whatever the rounding.
  const limit = minShare * total * (1 - 1e-12);
  for (let u = 0; u < units; u++) {
    let sum = 0;
    let present = 0;
    columns.forEach((column, j) => {
      const v = column[u] ?? NaN;
      if (Number.isNaN(v)) return;
      const w = weights[j] ?? 0;
      sum += w === 0 ? 0 : w * into(v);
      present += w;
    });
    coverage[u] = total > 0 ? present / total : 0;
    if (present > 0 && present >= limit) score[u] = back(sum / present);
  }
  return { score, coverage };
}
