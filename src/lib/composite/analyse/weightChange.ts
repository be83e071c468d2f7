/**
 * The least change of weights at which two units change places in a weighted arithmetic mean (the sensitivity
 * question of Triantaphyllou & Sánchez 1997 for all weights at once).
 *
 * With d = values of the unit ahead less those of the one behind, the weights wanted solve Σ w d = 0, Σ w = 1, w ≥ 0,
 * as near to the present ones as can be. The nearest point has the form w′ = max(0, w − q (λ d + μ)), where q is the
 * square of the yardstick of each weight, and Σ w′ d falls as λ rises: λ is found by bisection, and the last digits
 * by solving the two equations on the weights that are not nought.
 */

/** `absolute`: least Σ (w′ − w)²; `relative`: least Σ ((w′ − w) ÷ w)², which leaves weights of nought alone; `moved`: least weight taken from one and given to another, Σ |w′ − w| ÷ 2. */
export type ChangeNorm = 'absolute' | 'relative' | 'moved';

export interface WeightChange {
  /**
   * `reversal`: at `weights` the two tie, and a hair further they have changed places; `tie`: they can be made equal
   * but not exchanged; `never`: no weights do even that; `level`: they are equal as it is; `missing`: a value is.
   */
  readonly outcome: 'reversal' | 'tie' | 'never' | 'level' | 'missing';
  /** Weights at which the two are equal, sum 1; NaN when there are none. */
  readonly weights: Float64Array;
  /** Root of the sum of squares that the norm makes least; Σ |w′ − w| ÷ 2 for `moved`. */
  readonly distance: number;
  /** Share of all weight that changes hands, Σ |w′ − w| ÷ 2, 0–1, whatever the norm. */
  readonly moved: number;
}

/**
 * @param a, b values of the two units, column by column, more = better; columns of weight nought may be missing
 * @param weights ≥ 0, need not sum to one @throws RangeError for lengths that differ or weights that cannot be
 */
export function leastWeightChange(a: ArrayLike<number>, b: ArrayLike<number>, weights: ArrayLike<number>, norm: ChangeNorm = 'absolute'): WeightChange {
  const n = weights.length;
  if (a.length !== n || b.length !== n) throw new RangeError(`${a.length} and ${b.length} values for ${n} weights`);
  const w = shares(weights);
  const none = (outcome: WeightChange['outcome']): WeightChange => ({ outcome, weights: new Float64Array(n).fill(NaN), distance: NaN, moved: NaN });
  const open = Array.from(w.keys()).filter((i) => (w[i] ?? 0) > 0 || norm !== 'relative');
  const d = w.map((_, i) => (a[i] ?? NaN) / 2 - (b[i] ?? NaN) / 2);
  // A column of weight nought that one unit lacks cannot take part.
  const used = open.filter((i) => !Number.isNaN(d[i] ?? NaN));
  if (used.length === 0 || w.some((v, i) => v > 0 && Number.isNaN(d[i] ?? NaN))) return none('missing');
  const size = used.reduce((m, i) => Math.max(m, Math.abs(d[i] ?? NaN)), 0);
  const gap = used.reduce((s, i) => s + (w[i] ?? NaN) * ((d[i] ?? NaN) / size), 0);
  if (size === 0 || Math.abs(gap) <= 1e-15) return { outcome: 'level', weights: w, distance: 0, moved: 0 };
  const scaled = d.map((v) => (v / size) * Math.sign(gap));
  const least = used.reduce((m, i) => Math.min(m, scaled[i] ?? NaN), Infinity);
  if (least > 0) return none('never');
  const q = w.map((v) => (norm === 'relative' ? v * v : 1));
  const result = norm === 'moved' ? passed(w, scaled, used) : least === 0 ? nearest(w, q, used.filter((i) => scaled[i] === 0)) : balanced(w, scaled, q, used);
  const step = result.map((v, i) => v - (w[i] ?? NaN));
  const moved = step.reduce((s, v) => s + Math.abs(v), 0) / 2;
  const distance = norm === 'moved' ? moved : Math.hypot(...step.map((v, i) => (v === 0 ? 0 : v / Math.sqrt(q[i] ?? NaN))));
  return { outcome: least === 0 ? 'tie' : 'reversal', weights: result, distance, moved };
}

/**
 * For each column, the weight it alone must get, the others keeping their proportions, for the two units to be
 * equal; NaN where none between 0 and 1 does that (Triantaphyllou & Sánchez 1997).
 */
export function singleWeightChanges(a: ArrayLike<number>, b: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const w = shares(weights);
  const d = w.map((v, i) => (v > 0 || !Number.isNaN((a[i] ?? NaN) - (b[i] ?? NaN)) ? (a[i] ?? NaN) / 2 - (b[i] ?? NaN) / 2 : 0));
  const gap = w.reduce((s, v, i) => s + v * (d[i] ?? NaN), 0);
  return w.map((v, i) => {
    const own = d[i] ?? NaN;
    // s × own + (1 − s) × mean of the others = 0.
    const others = v < 1 ? (gap - v * own) / (1 - v) : NaN;
    const share = others / (others - own);
    return share >= 0 && share <= 1 ? share : NaN;
  });
}

function shares(weights: ArrayLike<number>): Float64Array {
  const w = Float64Array.from(weights);
  const total = w.reduce((s, v) => s + v, 0);
  if (w.some((v) => !(v >= 0)) || !(total > 0 && total < Infinity)) throw new RangeError('weights must be numbers ≥ 0 with a sum above nought');
  return w.map((v) => v / total);
}

/** max(0, w − q (λ d + μ)) with the μ that makes the sum one. */
function project(w: Float64Array, d: Float64Array, q: Float64Array, used: readonly number[], lambda: number): Float64Array {
  // Column i is not nought while μ lies below its limit; between two limits the sum falls in a straight line.
  const limit = (i: number): number => (w[i] ?? NaN) / (q[i] ?? NaN) - lambda * (d[i] ?? NaN);
  const order = [...used].sort((i, j) => limit(j) - limit(i));
  let [sum, slope, mu] = [0, 0, NaN];
  order.forEach((i, k) => {
    if (k > 0 && mu >= limit(i)) return;
    sum += limit(i) * (q[i] ?? NaN);
    slope += q[i] ?? NaN;
    mu = (sum - 1) / slope;
  });
  const result = new Float64Array(w.length);
  for (const i of used) result[i] = Math.max(0, (q[i] ?? NaN) * (limit(i) - mu));
  return result;
}

const nearest = (w: Float64Array, q: Float64Array, used: readonly number[]): Float64Array => project(w, new Float64Array(w.length), q, used, 0);

/** The projection with Σ w′ d = 0; d takes both signs. */
function balanced(w: Float64Array, d: Float64Array, q: Float64Array, used: readonly number[]): Float64Array {
  const gap = (x: Float64Array): number => used.reduce((s, i) => s + (x[i] ?? NaN) * (d[i] ?? NaN), 0);
  let [lo, hi] = [0, 1];
  while (gap(project(w, d, q, used, hi)) > 0 && hi < 1e300) [lo, hi] = [hi, hi * 4];
  for (let k = 0; k < 200 && hi - lo > 1e-16 * hi; k++) {
    const middle = (lo + hi) / 2;
    if (gap(project(w, d, q, used, middle)) > 0) lo = middle;
    else hi = middle;
  }
  const rough = project(w, d, q, used, hi);
  // Σ w′ = 1 and Σ w′ d = 0 on the weights that are left, for λ and μ.
  const free = used.filter((i) => (rough[i] ?? 0) > 0);
  let [s0, s1, s2, r0, r1] = [0, 0, 0, -1, 0];
  for (const i of free) {
    const [qi, di, wi] = [q[i] ?? NaN, d[i] ?? NaN, w[i] ?? NaN];
    s0 += qi;
    s1 += qi * di;
    s2 += qi * di * di;
    r0 += wi;
    r1 += wi * di;
  }
  const det = s0 * s2 - s1 * s1;
  const lambda = (s0 * r1 - s1 * r0) / det;
  const mu = (s2 * r0 - s1 * r1) / det;
  const exact = new Float64Array(w.length);
  for (const i of free) exact[i] = (w[i] ?? NaN) - (q[i] ?? NaN) * (lambda * (d[i] ?? NaN) + mu);
  return exact.every((v) => v >= 0) ? exact : rough;
}

/** Weight goes from the columns that favour the unit ahead most to the one that favours it least. */
function passed(w: Float64Array, d: Float64Array, used: readonly number[]): Float64Array {
  const result = w.slice();
  const order = [...used].sort((i, j) => (d[j] ?? NaN) - (d[i] ?? NaN));
  const to = order.at(-1) ?? 0;
  let gap = used.reduce((s, i) => s + (w[i] ?? NaN) * (d[i] ?? NaN), 0);
  for (const from of order) {
    const gain = (d[from] ?? NaN) - (d[to] ?? NaN);
    if (from === to || !(gap > 0) || !(gain > 0)) break;
    const step = Math.min(result[from] ?? 0, gap / gain);
    result[from] = (result[from] ?? 0) - step;
    result[to] = (result[to] ?? 0) + step;
    gap -= step * gain;
  }
  return result;
}
