/**
 * Competition ranks like `rank`, in O(n log n) and without allocation: 1 = greatest, ties share the smallest,
 * NaN stays NaN.
 */
export const rankScratch = (units: number): Float64Array => new Float64Array(units);

/** @param scratch as long as the scores */
export function rankInto(scores: Float64Array, out: Float64Array, scratch: Float64Array): void {
  scratch.set(scores);
  // Typed arrays sort numerically, missing values last.
  scratch.sort();
  let n = scratch.length;
  while (n > 0 && Number.isNaN(scratch[n - 1] ?? NaN)) n--;
  for (let u = 0; u < scores.length; u++) {
    const v = scores[u] ?? NaN;
    if (Number.isNaN(v)) {
      out[u] = NaN;
      continue;
    }
    // First place above v; what stands from there on is greater.
    let lo = 0;
    let hi = n;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if ((scratch[mid] ?? NaN) > v) hi = mid;
      else lo = mid + 1;
    }
    out[u] = n - lo + 1;
  }
}
