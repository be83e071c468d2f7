/** A table flat in one array, column after column, for loops that allocate nothing. */
export interface Columns {
  readonly units: number;
  /** Column c from c × units. */
  readonly values: Float64Array;
  /** 1 where a column has a missing value. */
  readonly gaps: Uint8Array;
}

export const columnsOf = (count: number, units: number): Columns => ({ units, values: new Float64Array(count * units), gaps: new Uint8Array(count) });

/** Finds out which columns have gaps. */
export function markGaps({ units, values, gaps }: Columns): void {
  for (let c = 0; c < gaps.length; c++) gaps[c] = hasGap(values, c * units, units);
}

export function hasGap(values: Float64Array, at: number, n: number): 0 | 1 {
  for (let u = at; u < at + n; u++) if (Number.isNaN(values[u] ?? NaN)) return 1;
  return 0;
}
