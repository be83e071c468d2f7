/**
 * A CSV file (RFC 4180) as records that know their row, checked against its Frictionless table schema:
 * types, required, unique, enum, pattern, minimum and maximum, primary key. Foreign keys need other
 * tables and are checked in keys.ts.
 */
import { csvParseRows } from 'd3-dsv';
import { isRecord } from './json';
import type { Reporter } from './reporter';

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'year' | 'boolean';
  readonly required: boolean;
  readonly unique: boolean;
  readonly enum: readonly string[] | null;
  readonly pattern: RegExp | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly resource: string;
  readonly target: readonly string[];
}

export interface TableSchema {
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

export interface Row {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  text(column: string): string;
  /** NaN for an empty cell. */
  number(column: string): number;
}

export interface Table {
  readonly file: string;
  readonly schema: TableSchema;
  readonly rows: readonly Row[];
}

const list = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);

/** The schema as datapackage.json has it; what is not understood is reported, not guessed. */
export function readSchema(file: string, value: unknown, report: Reporter): TableSchema {
  const schema = isRecord(value) ? value : {};
  const fields = (Array.isArray(schema['fields']) ? schema['fields'] : []).filter(isRecord).flatMap((field): Field[] => {
    const name = field['name'];
    const type = field['type'] ?? 'string';
    if (typeof name !== 'string' || !['string', 'number', 'integer', 'year', 'boolean'].includes(String(type))) {
      report.error({ file: 'datapackage.json', column: String(name), value: String(type) }, `a field of ${file} needs a name and one of the types string, number, integer, year, boolean`);
      return [];
    }
    const c = isRecord(field['constraints']) ? field['constraints'] : {};
    const num = (key: string) => (typeof c[key] === 'number' ? c[key] : null);
    return [{ name, type: type as Field['type'], required: c['required'] === true, unique: c['unique'] === true, enum: Array.isArray(c['enum']) ? list(c['enum']) : null, pattern: typeof c['pattern'] === 'string' ? new RegExp(`^(?:${c['pattern']})$`, 'u') : null, minimum: num('minimum'), maximum: num('maximum') }];
  });
  if (fields.length === 0) report.error({ file: 'datapackage.json', value: file }, 'a table schema with at least one field');
  const foreignKeys = (Array.isArray(schema['foreignKeys']) ? schema['foreignKeys'] : []).filter(isRecord).map((key) => {
    const reference = isRecord(key['reference']) ? key['reference'] : {};
    return { fields: list(key['fields']), resource: String(reference['resource'] ?? ''), target: list(reference['fields']) };
  });
  return { fields, primaryKey: list(schema['primaryKey']), foreignKeys };
}

export function readTable(file: string, text: string, schema: TableSchema, report: Reporter): Table {
  const records = csvParseRows(text.replace(/^\ufeff/, ''));
  const header = records[0] ?? [];
  if (header.length === 0) report.error({ file, row: 1 }, 'a header row');
  const wanted = schema.fields.map((f) => f.name);
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
    return [{ row, text: cell, number: (column) => toNumber(cell(column)) }];
  });
  const table = { file, schema, rows };
  checkCells(table, report);
  checkUnique(table, schema.primaryKey, report);
  for (const field of schema.fields) if (field.unique) checkUnique(table, [field.name], report);
  return table;
}

/** Numbers as a data file writes them: no blanks, no units, no thousands separators, nothing infinite. */
function toNumber(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : NaN;
}

function checkCells({ file, schema, rows }: Table, report: Reporter): void {
  for (const row of rows) {
    for (const field of schema.fields) {
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
  else if (field.type === 'year' && (!Number.isInteger(n) || n < 1900 || n > 2100)) report.error(where, 'a year from 1900 to 2100');
  else if (field.type === 'integer' && !Number.isInteger(n)) report.error(where, 'a whole number');
  else if (field.minimum !== null && n < field.minimum) report.error(where, `at least ${field.minimum}`);
  else if (field.maximum !== null && n > field.maximum) report.error(where, `at most ${field.maximum}`);
}

/** Text that a spreadsheet or a browser could take for more than text is kept as it is, and named. */
function checkText(where: { file: string; row: number; column: string; value: string }, report: Reporter): void {
  if (/^[=+\-@\t\r]/.test(where.value)) report.warn(where, 'text that begins like a formula; it is kept as text');
  if (/<\/?[a-z!]/i.test(where.value)) report.warn(where, 'text that looks like HTML; it is kept as text');
}

export function keyOf(row: Row, fields: readonly string[]): string {
  return JSON.stringify(fields.map((f) => row.text(f)));
}

function checkUnique({ file, rows }: Table, fields: readonly string[], report: Reporter): void {
  if (fields.length === 0) return;
  const first = new Map<string, number>();
  for (const row of rows) {
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
      if (!other) continue;
      const known = new Set(other.rows.map((row) => keyOf(row, target)));
      for (const row of table.rows) {
        if (fields.every((f) => row.text(f) === '')) continue;
        if (!known.has(keyOf(row, fields))) report.error({ file: table.file, row: row.row, column: fields.join(', '), value: fields.map((f) => row.text(f)).join(', ') }, `a ${target.join(', ')} of ${other.file}`);
      }
    }
  }
}
