/**
 * Competition ranks like `rank`, in O(n log n) and without allocation: 1 = greatest, ties share the smallest,
 * NaN stays NaN.
 */
import { sortIndex } from '../kernel/sortIndex';

export interface RankScratch {
  readonly index: Int32Array;
  readonly swap: Int32Array;
}

export const rankScratch = (units: number): RankScratch => ({ index: new Int32Array(units), swap: new Int32Array(units) });

/** @param scratch for that number of units */
export function rankInto(scores: Float64Array, out: Float64Array, { index, swap }: RankScratch): void {
  let n = 0;
  for (let u = 0; u < scores.length; u++) {
    out[u] = NaN;
    if (!Number.isNaN(scores[u] ?? NaN)) index[n++] = u;
  }
  sortIndex(scores, index, swap, n);
  for (let i = n - 1, above = n; i >= 0; i--) {
    const u = index[i] ?? 0;
    // Equal to the one above: the same rank; `above` is the last place of this score.
    if (scores[u] !== scores[index[above - 1] ?? 0]) above = i + 1;
    out[u] = n - above + 1;
  }
}
