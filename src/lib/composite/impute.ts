/**
 * Imputation by a single value: the mean or median of the column, or of the unit's group in the column
 * (OECD/JRC Handbook 2008, step 3, unconditional mean imputation). Every filled cell is marked.
 */
import { missing, type Marks, type Note, type StepResult, type Table } from './table';
import { mean, median } from './summary';

export interface ImputeOptions {
  readonly statistic: 'mean' | 'median';
  /** Group of each unit, null where unknown; without it the whole column is one group. */
  readonly groups?: readonly (string | null)[];
}

export interface Imputation extends StepResult {
  readonly imputed: Marks;
  /** Imputed cells ÷ all cells, 0–1; 0 for an empty table. */
  readonly share: number;
}

/**
 * A group without any present value keeps its gaps, as do units whose group is unknown; both are noted.
 * @throws RangeError when `groups` has another length than the units
 */
export function impute(table: Table, options: ImputeOptions): Imputation {
  const { groups } = options;
  if (groups && groups.length !== table.units.length) throw new RangeError(`${groups.length} groups for ${table.units.length} units`);
  const statistic = options.statistic === 'mean' ? mean : median;
  const rowsOf = new Map<string | null, number[]>();
  table.units.forEach((_, u) => {
    const group = groups ? (groups[u] ?? null) : '';
    const rows = rowsOf.get(group);
    if (rows) rows.push(u);
    else rowsOf.set(group, [u]);
  });
  rowsOf.delete(null);
  return filled(table, (values) => {
    const out = values.slice();
    for (const rows of rowsOf.values()) {
      const centre = statistic(Float64Array.from(rows, (u) => values[u] ?? NaN));
      for (const u of rows) if (Number.isNaN(values[u] ?? NaN)) out[u] = centre;
    }
    return out;
  });
}

/** The table with each column filled by `fill`, the marks that follow, and notes on what was and was not filled. */
export function filled(table: Table, fill: (values: Float64Array, id: string) => Float64Array): Imputation {
  const columns = new Map<string, Float64Array>();
  const imputed = new Map<string, Uint8Array>();
  const log: Note[] = [];
  let cells = 0;
  for (const [id, values] of table.columns) {
    const gaps = missing(values);
    const out = gaps === 0 ? values : fill(values, id);
    const mark = Uint8Array.from(values, (v, u) => Number(Number.isNaN(v) && !Number.isNaN(out[u] ?? NaN)));
    const left = missing(out);
    columns.set(id, out);
    imputed.set(id, mark);
    cells += gaps - left;
    if (gaps > left) log.push({ step: 'impute', kind: 'imputed', column: id, cells: gaps - left, message: `${id}: ${gaps - left} of ${gaps} missing values filled` });
    if (left > 0) log.push({ step: 'impute', kind: 'stillMissing', column: id, cells: left, message: `${id}: ${left} values stay missing` });
  }
  const all = table.units.length * table.columns.size;
  return { table: { units: table.units, columns }, imputed, share: all === 0 ? 0 : cells / all, log };
}
