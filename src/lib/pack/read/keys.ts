/** Keys of tables: those that must stand once, and those that must be found in another table. */
import type { Reporter } from './reporter';
import type { Row, Table } from './table';

function keyOf(row: Row, fields: readonly string[]): string {
  return JSON.stringify(fields.map((f) => row.text(f)));
}

/** Each key once; rows without any part of it are told as missing values. */
export function checkUnique({ file, columns, rows }: Table, fields: readonly string[], report: Reporter): void {
  if (fields.length === 0 || !fields.every((f) => columns.has(f))) return;
  const first = new Map<string, number>();
  for (const row of rows) {
    if (row.ragged || fields.every((f) => row.text(f) === '')) continue;
    const key = keyOf(row, fields);
    const before = first.get(key);
    if (before === undefined) first.set(key, row.row);
    else report.error({ file, row: row.row, column: fields.join(', '), value: fields.map((f) => row.text(f)).join(', ') }, `a key that does not stand in row ${before} already`);
  }
}

/** Every foreign key must be found in the table it refers to; an empty cell refers to nothing. */
export function checkForeignKeys(tables: ReadonlyMap<string, Table>, report: Reporter): void {
  for (const table of tables.values()) {
    for (const { fields, resource, target } of table.schema.foreignKeys) {
      const other = resource === '' ? table : tables.get(resource);
      if (!other || !fields.every((f) => table.columns.has(f)) || !target.every((f) => other.columns.has(f))) continue;
      const known = new Set(other.rows.map((row) => keyOf(row, target)));
      for (const row of table.rows) {
        if (row.ragged || fields.every((f) => row.text(f) === '')) continue;
        if (!known.has(keyOf(row, fields))) report.error({ file: table.file, row: row.row, column: fields.join(', '), value: fields.map((f) => row.text(f)).join(', ') }, `a ${target.join(', ')} of ${other.file}`);
      }
    }
  }
}
