/** Frictionless table schemas as datapackage.json has them: what a CSV file's columns must hold. */
import { isRecord, textOf } from './json';
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

const list = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);

/** The schema as datapackage.json has it; what is not understood is reported, not guessed. */
export function readSchema(file: string, value: unknown, report: Reporter): TableSchema {
  const schema = isRecord(value) ? value : {};
  const fields = (Array.isArray(schema['fields']) ? schema['fields'] : []).filter(isRecord).flatMap((field): Field[] => {
    const name = field['name'];
    const type = field['type'] ?? 'string';
    if (typeof name !== 'string' || !['string', 'number', 'integer', 'year', 'boolean'].includes(textOf(type))) {
      report.error({ file: 'datapackage.json', column: textOf(name), value: textOf(type) }, `a field of ${file} needs a name and one of the types string, number, integer, year, boolean`);
      return [];
    }
    const c = isRecord(field['constraints']) ? field['constraints'] : {};
    const num = (key: string) => (typeof c[key] === 'number' ? c[key] : null);
    const pattern = typeof c['pattern'] === 'string' ? wholePattern(c['pattern']) : null;
    if (pattern === undefined) report.error({ file: 'datapackage.json', column: name, value: String(c['pattern']) }, `a regular expression as pattern of ${file}`);
    return [{ name, type: type as Field['type'], required: c['required'] === true, unique: c['unique'] === true, enum: Array.isArray(c['enum']) ? list(c['enum']) : null, pattern: pattern ?? null, minimum: num('minimum'), maximum: num('maximum') }];
  });
  if (fields.length === 0) report.error({ file: 'datapackage.json', value: file }, 'a table schema with at least one field');
  const foreignKeys = (Array.isArray(schema['foreignKeys']) ? schema['foreignKeys'] : []).filter(isRecord).map((key) => {
    const reference = isRecord(key['reference']) ? key['reference'] : {};
    return { fields: list(key['fields']), resource: textOf(reference['resource'] ?? ''), target: list(reference['fields']) };
  });
  return { fields, primaryKey: list(schema['primaryKey']), foreignKeys };
}

/** A pattern that must match the whole cell; undefined where it is no regular expression. */
function wholePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`, 'u');
  } catch {
    return undefined;
  }
}
