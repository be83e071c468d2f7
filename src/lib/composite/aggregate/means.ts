/**
 * Weighted means across columns, unit by unit (OECD/JRC Handbook 2008, step 6). A missing value leaves its
 * column out for that unit and rescales the other weights; a unit without any present weight stays missing.
 */

/** Scores by unit, and the units whose values the rule could not take. */
export interface Scores {
  readonly score: Float64Array;
  /** Units with a score of NaN although values were present. */
  readonly refused: readonly number[];
}

/** From the present values and weights of one unit to a score; NaN refuses. */
export type RowRule = (values: Float64Array, weights: Float64Array, n: number) => number;

export function byRow(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, rule: RowRule): Scores {
  const score = new Float64Array(units).fill(NaN);
  const refused: number[] = [];
  const v = new Float64Array(columns.length);
  const w = new Float64Array(columns.length);
  for (let u = 0; u < units; u++) {
    let n = 0;
    let total = 0;
    for (let j = 0; j < columns.length; j++) {
      const x = columns[j]?.[u] ?? NaN;
      const weight = weights[j] ?? 0;
      if (Number.isNaN(x) || !(weight > 0)) continue;
      v[n] = x;
      w[n] = weight;
      total += weight;
      n++;
    }
    if (n === 0) continue;
    for (let k = 0; k < n; k++) w[k] = (w[k] ?? NaN) / total;
    const result = rule(v, w, n);
    score[u] = Number.isFinite(result) ? result : NaN;
    if (!Number.isFinite(result)) refused.push(u);
  }
  return { score, refused };
}

/** Σ w x. */
export const arithmetic: RowRule = (v, w, n) => {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += (w[k] ?? NaN) * (v[k] ?? NaN);
  return sum;
};

/** exp Σ w ln x; refuses values ≤ 0. */
export const geometric: RowRule = (v, w, n) => {
  let sum = 0;
  for (let k = 0; k < n; k++) {
    const x = v[k] ?? NaN;
    if (!(x > 0)) return NaN;
    sum += (w[k] ?? NaN) * Math.log(x);
  }
  return Math.exp(sum);
};

/** 1 ÷ Σ w ÷ x; refuses values ≤ 0. */
export const harmonic: RowRule = (v, w, n) => {
  let least = Infinity;
  for (let k = 0; k < n; k++) least = Math.min(least, v[k] ?? NaN);
  if (!(least > 0)) return NaN;
  // Measured in the least value, nothing overflows.
  let sum = 0;
  for (let k = 0; k < n; k++) sum += (w[k] ?? NaN) * (least / (v[k] ?? NaN));
  return least / sum;
};

/**
 * (Σ w x^p)^(1/p): the generalised or power mean; p = 0 is the geometric mean, ±∞ the greatest and the least
 * value. Unless p is 1 or infinite it refuses negative values, and nought where p ≤ 0.
 */
export function power(p: number): RowRule {
  if (Number.isNaN(p)) throw new RangeError('the exponent of a power mean is not a number');
  if (p === 0) return geometric;
  if (p === 1) return arithmetic;
  if (p === -1) return harmonic;
  return (v, w, n) => {
    let most = -Infinity;
    let least = Infinity;
    for (let k = 0; k < n; k++) {
      const x = v[k] ?? NaN;
      most = Math.max(most, x);
      least = Math.min(least, x);
    }
    if (p === Infinity) return most;
    if (p === -Infinity) return least;
    if (least < 0 || (least === 0 && p < 0)) return NaN;
    if (most === 0) return 0;
    // Measured in the value that dominates, nothing overflows.
    const unit = p > 0 ? most : least;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (w[k] ?? NaN) * ((v[k] ?? NaN) / unit) ** p;
    return unit * sum ** (1 / p);
  };
}

/**
 * Mazziotta–Pareto index: M ± S²/M, the mean with a penalty (−) or premium (+) for imbalance, S² the variance
 * over the indicators with denominator Σw (De Muro, Mazziotta & Pareto 2011). Meant for indicators of mean 100
 * and standard deviation 10, or of range 70–130 for the adjusted index over time (Mazziotta & Pareto 2016).
 */
export function mazziottaPareto(sign: 1 | -1): RowRule {
  return (v, w, n) => {
    const mean = arithmetic(v, w, n);
    // S²/M = M · cv², which stays in range where S² would not.
    let cv2 = 0;
    for (let k = 0; k < n; k++) cv2 += (w[k] ?? NaN) * (((v[k] ?? NaN) - mean) / mean) ** 2;
    return mean > 0 ? mean + sign * mean * cv2 : NaN;
  };
}
