/**
 * Reference distributions of a statistic: what it would be if the same values lay on the map by chance. Few units are
 * enumerated, so that p is exact; for more, arrangements are drawn with a generator that is handed in.
 */

/** Uniform on [0, 1); seeded by whoever passes it. */
export type Random = () => number;

export interface Reference {
  /** `exact`: all arrangements counted; `drawn`: a sample of them; `none`: no generator and too many to count. */
  readonly kind: 'exact' | 'drawn' | 'none';
  /** Arrangements looked at. */
  readonly arrangements: number;
  /** Share of arrangements with a statistic at least as great as the one seen. */
  readonly greater: number;
  /** Share with one at most as great. */
  readonly less: number;
  /** min(1, 2 · min(greater, less)). */
  readonly p: number;
}

/** Counts arrangements against the statistic seen. Values that differ by rounding alone count as equal. */
export class Tally {
  #greater = 0;
  #less = 0;
  #count = 0;
  readonly #seen: number;
  readonly #slack: number;

  constructor(seen: number) {
    this.#seen = seen;
    this.#slack = 1e-12 * Math.max(1, Math.abs(seen));
  }

  add(statistic: number): void {
    this.#count++;
    if (statistic >= this.#seen - this.#slack) this.#greater++;
    if (statistic <= this.#seen + this.#slack) this.#less++;
  }

  /** In a sample the arrangement seen is counted as one more draw, so that p is never nought (Davison & Hinkley 1997, 4.2). */
  reference(kind: 'exact' | 'drawn'): Reference {
    const extra = kind === 'drawn' ? 1 : 0;
    const total = this.#count + extra;
    const [greater, less] = [(this.#greater + extra) / total, (this.#less + extra) / total];
    return { kind, arrangements: this.#count, greater, less, p: Math.min(1, 2 * Math.min(greater, less)) };
  }
}

export const NO_REFERENCE: Reference = { kind: 'none', arrangements: 0, greater: NaN, less: NaN, p: NaN };

/** All n! orders of the values, by Heap's algorithm (1963); the array is the same one, rearranged in place. */
export function eachOrder(values: Float64Array, visit: (values: Float64Array) => void): void {
  const a = values.slice();
  const c = new Int32Array(a.length);
  visit(a);
  for (let i = 1; i < a.length; ) {
    const count = c[i] ?? 0;
    if (count < i) {
      swap(a, i % 2 === 0 ? 0 : count, i);
      visit(a);
      c[i] = count + 1;
      i = 1;
    } else c[i++] = 0;
  }
}

/** Shuffles the first `k` places in place (Fisher & Yates): a draw of k without putting back. */
export function shuffle(values: Float64Array, k: number, random: Random): void {
  for (let i = 0; i < k; i++) swap(values, i, i + Math.floor(random() * (values.length - i)));
}

/** Sums of every choice of k of the values, each choice once. */
export function eachSum(values: Float64Array, k: number, visit: (sum: number) => void): void {
  const go = (from: number, left: number, sum: number): void => {
    if (left === 0) visit(sum);
    else for (let i = from; i <= values.length - left; i++) go(i + 1, left - 1, sum + (values[i] ?? NaN));
  };
  go(0, k, 0);
}

/** Weighted sums of every ordered choice of as many values as there are weights. */
export function eachWeightedSum(values: Float64Array, weights: Float64Array, visit: (sum: number) => void): void {
  const taken = new Uint8Array(values.length);
  const go = (place: number, sum: number): void => {
    if (place === weights.length) return visit(sum);
    for (let i = 0; i < values.length; i++) {
      if (taken[i]) continue;
      taken[i] = 1;
      go(place + 1, sum + (weights[place] ?? NaN) * (values[i] ?? NaN));
      taken[i] = 0;
    }
  };
  go(0, 0);
}

function swap(a: Float64Array, i: number, j: number): void {
  const x = a[i] ?? NaN;
  a[i] = a[j] ?? NaN;
  a[j] = x;
}
