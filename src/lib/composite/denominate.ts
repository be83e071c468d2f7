/**
 * Denomination: indicators that grow with the size of a unit are divided by a measure of size, such as
 * GDP or population (OECD/JRC Handbook 2008, step 5, on scale effects).
 */
import { columnOf, mapColumns, type Note, type StepResult, type Table } from './table';

export interface Denomination {
  /** Id of the denominator column. */
  readonly by: string;
  /** The quotient is multiplied by it, e.g. 1000 for “per thousand”. */
  readonly scale?: number;
}

/**
 * value ÷ denominator × scale; NaN where either is missing or the denominator is nought.
 * Columns that are not in `plan` stay as they are.
 * @param sizes denominator columns on the units of `table`, in the same order
 * @throws RangeError for an unknown indicator or denominator, or tables of different units
 */
export function denominate(table: Table, sizes: Table, plan: ReadonlyMap<string, Denomination>): StepResult {
  if (sizes.units.length !== table.units.length || sizes.units.some((unit, u) => unit !== table.units[u])) {
    throw new RangeError('denominators and indicators have different units');
  }
  for (const id of plan.keys()) columnOf(table, id);
  const log: Note[] = [];
  const note = (kind: string, column: string, cells: number, message: string) => {
    if (cells > 0) log.push({ step: 'denominate', kind, column, cells, message });
  };
  const result = mapColumns(table, (values, id) => {
    const entry = plan.get(id);
    if (!entry) return values;
    const size = columnOf(sizes, entry.by);
    let noughts = 0;
    let unknown = 0;
    let negative = 0;
    const out = values.map((v, u) => {
      const d = size[u] ?? NaN;
      if (Number.isNaN(v)) return NaN;
      if (Number.isNaN(d)) unknown++;
      else if (d === 0) noughts++;
      else if (d < 0) negative++;
      const quotient = d === 0 ? NaN : (v / d) * (entry.scale ?? 1);
      return Number.isFinite(quotient) ? quotient : NaN;
    });
    note('denominated', id, out.filter((v) => !Number.isNaN(v)).length, `${id} divided by ${entry.by}`);
    note('denominatorMissing', id, unknown, `${id}: ${entry.by} is missing`);
    note('denominatorZero', id, noughts, `${id}: ${entry.by} is nought`);
    note('denominatorNegative', id, negative, `${id}: ${entry.by} is negative`);
    return out;
  });
  return { table: result, log };
}
