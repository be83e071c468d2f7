/**
 * A CSV file (RFC 4180) as records that know their row, checked against its Frictionless table schema:
 * types, required, unique, enum, pattern, minimum and maximum, primary key. Foreign keys need other
 * tables and are checked when all are read.
 */
import { csvParseRows } from 'd3-dsv';
import { checkUnique } from './keys';
import type { Reporter } from './reporter';
import type { Field, TableSchema } from './schema';

export interface Row {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** Has another number of cells than the header, so that nothing surer can be said of any of them. */
  readonly ragged: boolean;
  text(column: string): string;
  /** NaN for an empty cell. */
  number(column: string): number;
}

export interface Table {
  readonly file: string;
  readonly schema: TableSchema;
  /** Columns of the schema that the header names. */
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly Row[];
}

/** True where every column of the schema is there: only then is it worth asking what the rows mean together. */
export const isComplete = (table: Table | null): boolean => table !== null && table.schema.fields.every((f) => table.columns.has(f.name));

export function readTable(file: string, text: string, schema: TableSchema, report: Reporter): Table {
  const records = csvParseRows(text.replace(/^\ufeff/, ''));
  const header = records[0] ?? [];
  const wanted = schema.fields.map((f) => f.name);
  if (header.every((name) => name === '')) {
    report.error({ file, row: 1 }, `a header row with the columns ${wanted.join(', ')}`);
    return { file, schema, columns: new Set(), rows: [] };
  }
  for (const name of wanted) if (!header.includes(name)) report.error({ file, row: 1, column: name }, 'this column is missing');
  header.forEach((name, i) => {
    if (!wanted.includes(name)) report.error({ file, row: 1, column: name }, 'a column of the schema in datapackage.json');
    if (header.indexOf(name) !== i) report.error({ file, row: 1, column: name }, 'each column once');
  });
  const rows = records.slice(1).flatMap((cells, i): Row[] => {
    const row = i + 2;
    if (cells.length === 1 && cells[0] === '' && i === records.length - 2) return [];
    if (cells.length !== header.length) report.error({ file, row, value: cells.join(',') }, `${header.length} cells, not ${cells.length}`);
    const cell = (column: string) => cells[header.indexOf(column)] ?? '';
    return [{ row, ragged: cells.length !== header.length, text: cell, number: (column) => toNumber(cell(column)) }];
  });
  const table: Table = { file, schema, columns: new Set(wanted.filter((name) => header.includes(name))), rows };
  checkCells(table, report);
  checkUnique(table, schema.primaryKey, report);
  for (const field of schema.fields) if (field.unique) checkUnique(table, [field.name], report);
  return table;
}

/** Numbers as a data file writes them: no blanks, no units, no thousands separators, nothing infinite, nought without sign. */
function toNumber(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) + 0 : NaN;
}

function checkCells({ file, schema, columns, rows }: Table, report: Reporter): void {
  const fields = schema.fields.filter((f) => columns.has(f.name));
  for (const row of rows) {
    if (row.ragged) continue;
    for (const field of fields) {
      const value = row.text(field.name);
      const where = { file, row: row.row, column: field.name, value };
      if (value === '') {
        if (field.required) report.error({ ...where, value: null }, 'a value is required');
        continue;
      }
      if (field.type === 'string') checkText(where, report);
      else if (field.type === 'boolean') {
        if (value !== 'true' && value !== 'false') report.error(where, 'true or false');
      } else checkNumber(where, toNumber(value), field, report);
      if (field.enum && !field.enum.includes(value)) report.error(where, `one of: ${field.enum.join(', ')}`);
      if (field.pattern && !field.pattern.test(value)) report.error(where, `a value like ${field.pattern.source.slice(4, -2)}`);
    }
  }
}

function checkNumber(where: { file: string; row: number; column: string; value: string }, n: number, field: Field, report: Reporter): void {
  if (Number.isNaN(n)) report.error(where, field.type === 'year' ? 'a year' : 'a number');
  else if (field.type === 'year' && (!/^\d+$/.test(where.value) || n < 1900 || n > 2100)) report.error(where, 'a year from 1900 to 2100');
  else if (field.type === 'integer' && !Number.isInteger(n)) report.error(where, 'a whole number');
  else if (field.minimum !== null && n < field.minimum) report.error(where, `at least ${field.minimum}`);
  else if (field.maximum !== null && n > field.maximum) report.error(where, `at most ${field.maximum}`);
}

/** Text that a spreadsheet or a browser could take for more than text is kept as it is, and named. */
function checkText(where: { file: string; row: number; column: string; value: string }, report: Reporter): void {
  if (/^[=+\-@\t\r]/.test(where.value)) report.warn(where, 'text that begins like a formula; it is kept as text');
  if (/<\/?[a-z!]/i.test(where.value)) report.warn(where, 'text that looks like HTML; it is kept as text');
}
