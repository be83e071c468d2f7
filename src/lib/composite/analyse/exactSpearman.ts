/**
 * The exact distribution of Spearman's Σd² over all n! orders of n untied values, without going through them.
 *
 * The first half of the places takes some set of the values, the second half the rest. For each set of half the
 * values it is counted how many orders fall short of its greatest Σ place × value by how much; turning places and
 * values round, the same counts serve the second half. 16 values take 12,870 sets instead of 2 × 10¹³ orders.
 */

/** Above this the counting takes longer than a page may block. */
export const SPEARMAN_EXACT = 14;

/**
 * P(|ρ| ≥ |observed|) for the sum of squared differences of ranks of n untied pairs: twice the smaller tail, at
 * most 1. The distribution is symmetric.
 */
export function spearmanExact(d2: number, n: number): number {
  const most = (n * n * n - n) / 6;
  const k = Math.min(Math.round(d2 / 2), most - Math.round(d2 / 2));
  return Math.min(1, 2 * shareUpTo(k, n));
}

/** Share of the orders with Σd² ÷ 2 ≤ k. */
function shareUpTo(k: number, n: number): number {
  const half = n >> 1;
  const { shortfalls, size } = countsOf(n);
  const full = 2 ** n - 1;
  let ways = 0;
  for (let set = 0; set <= full; set++) {
    if (size[set] !== half) continue;
    const first = shortfalls[set];
    const second = shortfalls[turned(full ^ set, n)];
    if (!first || !second) continue;
    const room = k - apart(set, n);
    if (room < 0) continue;
    // Running sums of the second half, met by the first half from its far end.
    let sum = 0;
    let j = 0;
    for (let i = Math.min(first.length - 1, room); i >= 0; i--) {
      for (; j <= room - i && j < second.length; j++) sum += second[j] ?? 0;
      ways += (first[i] ?? 0) * sum;
    }
  }
  let orders = 1;
  for (let m = 2; m <= n; m++) orders *= m;
  return ways / orders;
}

/** Least Σd² ÷ 2 of an order whose first places take the values of `set`: both halves in ascending order. */
function apart(set: number, n: number): number {
  let low = 0;
  let high = n >> 1;
  let d2 = 0;
  for (let v = 0; v < n; v++) d2 += (v - ((set & (1 << v)) !== 0 ? low++ : high++)) ** 2;
  return d2 / 2;
}

/** The set of n − 1 − v for v in the set. */
function turned(set: number, n: number): number {
  let result = 0;
  for (let v = 0; v < n; v++) if ((set & (1 << v)) !== 0) result |= 1 << (n - 1 - v);
  return result;
}

interface Counts {
  /** By set of values of half the size: number of orders by shortfall from the set's greatest Σ place × value. */
  readonly shortfalls: readonly (Float64Array | null)[];
  /** Number of values, by set. */
  readonly size: Uint8Array;
}

const known = new Map<number, Counts>();

function countsOf(n: number): Counts {
  const before = known.get(n);
  if (before) return before;
  const sets = 2 ** n;
  const upper = n - (n >> 1);
  const size = new Uint8Array(sets);
  const shortfalls: (Float64Array | null)[] = new Array<Float64Array | null>(sets).fill(null);
  shortfalls[0] = Float64Array.of(1);
  for (let set = 1; set < sets; set++) {
    const place = (size[set & (set - 1)] ?? 0) + 1;
    size[set] = place;
    if (place > upper) continue;
    // The value v in the last of the places costs what the greater values of the set lose by moving down one.
    const parts: { from: Float64Array; cost: number }[] = [];
    let longest = 0;
    for (let v = n - 1; v >= 0; v--) {
      if ((set & (1 << v)) === 0) continue;
      const cost = costOf(set, v, n);
      const from = shortfalls[set ^ (1 << v)];
      if (!from) continue;
      parts.push({ from, cost });
      longest = Math.max(longest, from.length + cost);
    }
    const to = new Float64Array(longest);
    for (const { from, cost: shift } of parts) for (let k = 0; k < from.length; k++) to[k + shift] = (to[k + shift] ?? 0) + (from[k] ?? 0);
    shortfalls[set] = to;
  }
  for (let set = 0; set < sets; set++) if ((size[set] ?? 0) !== upper && (size[set] ?? 0) !== n >> 1) shortfalls[set] = null;
  const counts = { shortfalls, size };
  known.set(n, counts);
  return counts;
}

/** Σ over the greater values w of the set of w − v: each moves from its place to the one before. */
function costOf(set: number, v: number, n: number): number {
  let cost = 0;
  for (let w = v + 1; w < n; w++) if ((set & (1 << w)) !== 0) cost += w - v;
  return cost;
}
