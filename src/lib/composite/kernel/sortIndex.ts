/**
 * Sorts places by their keys, ascending, stable, without allocation: insertion in short blocks, then merging.
 * For columns of some tens of values this is faster than the sort of the language.
 */
const BLOCK = 14;

/** @param index the places to sort, its first `n`; no key is NaN @param swap as long as `index` */
export function sortIndex(keys: Float64Array, index: Int32Array, swap: Int32Array, n: number): void {
  for (let from = 0; from < n; from += BLOCK) insertion(keys, index, from, Math.min(from + BLOCK, n));
  let a = index;
  let b = swap;
  for (let width = BLOCK; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) merge(keys, a, b, from, Math.min(from + width, n), Math.min(from + 2 * width, n));
    const other = a;
    a = b;
    b = other;
  }
  if (a !== index) for (let i = 0; i < n; i++) index[i] = a[i] ?? 0;
}

function insertion(keys: Float64Array, index: Int32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const place = index[i] ?? 0;
    const key = keys[place] ?? NaN;
    let j = i - 1;
    while (j >= from && (keys[index[j] ?? 0] ?? NaN) > key) {
      index[j + 1] = index[j] ?? 0;
      j--;
    }
    index[j + 1] = place;
  }
}

/** Merges lo…mid and mid…hi of `from` into `to`. */
function merge(keys: Float64Array, from: Int32Array, to: Int32Array, lo: number, mid: number, hi: number): void {
  let i = lo;
  let j = mid;
  let k = lo;
  if (mid < hi) {
    let a = keys[from[i] ?? 0] ?? NaN;
    let b = keys[from[j] ?? 0] ?? NaN;
    for (;;) {
      if (a <= b) {
        to[k++] = from[i++] ?? 0;
        if (i >= mid) break;
        a = keys[from[i] ?? 0] ?? NaN;
      } else {
        to[k++] = from[j++] ?? 0;
        if (j >= hi) break;
        b = keys[from[j] ?? 0] ?? NaN;
      }
    }
  }
  while (i < mid) to[k++] = from[i++] ?? 0;
  while (j < hi) to[k++] = from[j++] ?? 0;
}
