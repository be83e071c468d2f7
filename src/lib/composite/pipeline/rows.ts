/** Rows of a table that may be a panel: unit and time of each, and steps that look at one time after the other. */
import { takeRows, type Table } from '../table';

export interface Rows {
  readonly unit: readonly string[];
  /** Null where the data have no times, or one only. */
  readonly time: readonly number[] | null;
}

export const takeOf = (rows: Rows, kept: readonly number[]): Rows => ({
  unit: kept.map((r) => rows.unit[r] ?? ''),
  time: rows.time ? kept.map((r) => rows.time?.[r] ?? NaN) : null
});

/** Row numbers by time, ascending; one set of all rows without times. */
export function setsOf(rows: Rows): readonly (readonly number[])[] {
  const sets = new Map<number, number[]>();
  rows.unit.forEach((_, r) => {
    const time = rows.time?.[r] ?? 0;
    const set = sets.get(time);
    if (set) set.push(r);
    else sets.set(time, [r]);
  });
  return [...sets].sort(([a], [b]) => a - b).map(([, set]) => set);
}

/** The step on each set of rows by itself, put together again in the order of the rows. Steps must keep rows and columns. */
export function bySets(table: Table, sets: readonly (readonly number[])[], step: (part: Table, rows: readonly number[]) => Table): Table {
  if (sets.length === 1 && sets[0]?.length === table.units.length) return step(table, sets[0]);
  const columns = new Map(Array.from(table.columns.keys(), (id) => [id, new Float64Array(table.units.length).fill(NaN)]));
  for (const rows of sets) {
    const part = step(takeRows(table, rows), rows);
    for (const [id, values] of part.columns) rows.forEach((r, k) => {
      const column = columns.get(id);
      if (column) column[r] = values[k] ?? NaN;
    });
  }
  return { units: table.units, columns };
}
