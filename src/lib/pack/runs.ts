/** Run-length coding of whole numbers: [value, count, value, count, …]. */
export function encodeRuns(values: ArrayLike<number>): number[] {
  const runs: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const v = values[i] ?? 0;
    if (runs.length > 0 && runs[runs.length - 2] === v) runs[runs.length - 1] = (runs[runs.length - 1] ?? 0) + 1;
    else runs.push(v, 1);
  }
  return runs;
}

/** @throws RangeError where the runs do not fill the length */
export function decodeRuns(runs: readonly number[], into: Int16Array): void {
  let at = 0;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const count = runs[i + 1] ?? 0;
    into.fill(runs[i] ?? 0, at, at + count);
    at += count;
  }
  if (at !== into.length) throw new RangeError(`runs cover ${at} of ${into.length} cells`);
}
