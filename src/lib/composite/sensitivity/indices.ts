/** What a variance-based sensitivity analysis gives: the share of an outcome's variance that each factor is behind. */
export interface Indices {
  readonly method: 'exact' | 'sobol';
  readonly factors: number;
  readonly outcomes: number;
  /** Number of points at which the outcomes were computed. */
  readonly evaluations: number;
  readonly mean: Float64Array;
  /** By outcome, denominator the number of points. */
  readonly variance: Float64Array;
  /** Points at which the outcome was missing, by outcome. Its indices are NaN when there is any. */
  readonly missing: Float64Array;
  /** First order: what of the variance goes when the factor is known; [outcome × factors + factor]. NaN for an outcome that does not vary. */
  readonly first: Float64Array;
  /** Total: what of the variance stays when all others are known; includes every interaction. */
  readonly total: Float64Array;
  /** Bootstrap intervals of an estimate; null for exact indices or when none were asked for. */
  readonly intervals: Intervals | null;
}

export interface Intervals {
  /** Probability that the intervals are meant to cover, e.g. 0.95. */
  readonly level: number;
  readonly replicates: number;
  readonly firstLo: Float64Array;
  readonly firstHi: Float64Array;
  readonly totalLo: Float64Array;
  readonly totalHi: Float64Array;
}

/** Outcomes at a point; the array may be used again for the next point. */
export type Outcomes = (point: Float64Array) => Float64Array;

export interface Watch {
  /** Called about a hundred times, and once at the end. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Asked before each point; the truth ends the work with `Cancelled`. */
  readonly cancelled?: () => boolean;
}
