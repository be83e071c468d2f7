/** The exact distribution of Kendall's S over all n! orders of n untied values (Kendall 1938). */

/** Above this the normal approximation is taken, as in R's cor.test. */
export const KENDALL_EXACT = 49;

/** P(|τ| ≥ |observed|) for S, concordant less discordant pairs of n untied values: twice the smaller tail, at most 1. */
export function kendallExact(s: number, n: number): number {
  const pairs = (n * (n - 1)) / 2;
  const discordant = Math.round((pairs - Math.abs(s)) / 2);
  let tail = 0;
  const shares = sharesOf(n);
  for (let k = 0; k <= discordant; k++) tail += shares[k] ?? 0;
  return Math.min(1, 2 * tail);
}

const known = new Map<number, Float64Array>();

/** Share of orders by the number of discordant pairs, 0 … n(n − 1) ÷ 2; symmetric. */
function sharesOf(n: number): Float64Array {
  const before = known.get(n);
  if (before) return before;
  let shares = Float64Array.of(1);
  for (let m = 2; m <= n; m++) {
    // The m-th value can stand before 0 … m − 1 of the others.
    const next = new Float64Array((m * (m - 1)) / 2 + 1);
    shares.forEach((p, k) => {
      for (let j = 0; j < m; j++) next[k + j] = (next[k + j] ?? 0) + p / m;
    });
    shares = next;
  }
  known.set(n, shares);
  return shares;
}
