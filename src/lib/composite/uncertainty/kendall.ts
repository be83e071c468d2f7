/**
 * Kendall's τ-b of two columns in O(n log n) (Kendall 1945; Knight 1966): units missing in either are left out.
 */
export interface TauScratch {
  readonly index: Int32Array;
  readonly swap: Int32Array;
}

export const tauScratch = (units: number): TauScratch => ({ index: new Int32Array(units), swap: new Int32Array(units) });

/** NaN when fewer than two units are present or one column is constant. @param scratch for that number of units, to allocate nothing */
export function kendallTau(x: Float64Array, y: Float64Array, scratch: TauScratch = tauScratch(x.length)): number {
  const { index, swap } = scratch;
  let n = 0;
  for (let u = 0; u < x.length; u++) if (!Number.isNaN(x[u] ?? NaN) && !Number.isNaN(y[u] ?? NaN)) index[n++] = u;
  sortBy(index, swap, n, (a, b) => (x[a] ?? NaN) - (x[b] ?? NaN) || (y[a] ?? NaN) - (y[b] ?? NaN));
  const pairs = (n * (n - 1)) / 2;
  const tiedX = tiedPairs(index, n, (a, b) => x[a] === x[b]);
  const tiedBoth = tiedPairs(index, n, (a, b) => x[a] === x[b] && y[a] === y[b]);
  // Every exchange that sorting by y still needs is a pair in the opposite order.
  const discordant = sortBy(index, swap, n, (a, b) => (y[a] ?? NaN) - (y[b] ?? NaN));
  const tiedY = tiedPairs(index, n, (a, b) => y[a] === y[b]);
  const difference = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
  const whole = Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY);
  return whole > 0 ? Math.max(-1, Math.min(1, difference / whole)) : NaN;
}

type Compare = (a: number, b: number) => number;

/** Stable merge sort of the first n places of `index`; returns the number of exchanges of neighbours it stands for. */
function sortBy(index: Int32Array, swap: Int32Array, n: number, compare: Compare): number {
  let exchanges = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let lo = 0; lo < n; lo += 2 * width) {
      const mid = Math.min(lo + width, n);
      const hi = Math.min(lo + 2 * width, n);
      let i = lo;
      let j = mid;
      for (let k = lo; k < hi; k++) {
        if (i < mid && (j >= hi || compare(index[i] ?? -1, index[j] ?? -1) <= 0)) swap[k] = index[i++] ?? -1;
        else {
          exchanges += mid - i;
          swap[k] = index[j++] ?? -1;
        }
      }
    }
    index.set(swap.subarray(0, n));
  }
  return exchanges;
}

/** Pairs within runs of neighbours that are the same. */
function tiedPairs(index: Int32Array, n: number, same: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let run = 1;
  for (let i = 1; i <= n; i++) {
    if (i < n && same(index[i - 1] ?? -1, index[i] ?? -1)) run++;
    else {
      pairs += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  return pairs;
}
