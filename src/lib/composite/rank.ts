/**
 * Competition ranks of unrounded scores: 1 = greatest, ties share the smallest rank, NaN stays NaN
 * (the convention of COINr and of the Handbook's tables).
 */
export function rank(column: Float64Array): Float64Array {
  const sorted = column.filter((v) => !Number.isNaN(v)).sort();
  // 0 and −0 are one key of a Map; the last place of a value from below is its first from above.
  const upTo = new Map<number, number>();
  sorted.forEach((v, i) => upTo.set(v, i + 1));
  return column.map((v) => sorted.length - (upTo.get(v) ?? NaN) + 1);
}

/** Unit numbers from best to worst rank; missing last; ties keep the order of the column. */
export function order(column: Float64Array): number[] {
  return Array.from(column.keys()).sort((a, b) => {
    const x = column[a] ?? NaN;
    const y = column[b] ?? NaN;
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return y - x || a - b;
  });
}
