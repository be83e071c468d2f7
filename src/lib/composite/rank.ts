/**
 * Competition ranks of unrounded scores: 1 = greatest, ties share the smallest rank, NaN stays NaN
 * (the convention of COINr and of the Handbook's tables).
 */
export function rank(column: Float64Array): Float64Array {
  return column.map((v) => {
    if (Number.isNaN(v)) return NaN;
    let above = 0;
    for (const other of column) if (other > v) above++;
    return above + 1;
  });
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
