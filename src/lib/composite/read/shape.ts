/** Shapes of the parts of a method file: valibot does the checking, faults are told by path. */
import * as v from 'valibot';
import type { Reporter } from '../../pack/read/tools';

/** Where a part stands, for its faults: `normalise`, `treat.of.LPI`, … */
export interface Place {
  readonly file: string;
  readonly path: string;
  readonly report: Reporter;
}

export const inside = (place: Place, key: string | number): Place => ({ ...place, path: place.path === '' ? String(key) : `${place.path}.${key}` });

export function fault({ file, path, report }: Place, value: unknown, expected: string): null {
  const shown = value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
  const column = path === '' ? null : path;
  // A part may be read once for each level.
  if (!report.faults.some((f) => f.file === file && f.column === column && f.value === shown && f.expected === expected)) report.error({ file, column, value: shown }, expected);
  return null;
}

/** An object with these fields and no others; an unknown one is told beside those that are known. */
export function fields<E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, (issue) => (issue.expected === 'never' ? `one of the fields ${Object.keys(entries).join(', ')}` : issue.expected === 'Object' ? 'an object' : 'this field is missing'));
}

/** The value in its shape, or null with a fault for every place that is not. */
export function shape<S extends v.GenericSchema>(place: Place, schema: S, value: unknown): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const dots = v.getDotPath(issue);
    const given = issue.input;
    fault(dots === null ? place : inside(place, dots), typeof given === 'object' && given !== null ? undefined : given, wanted(issue));
  }
  return null;
}

function wanted(issue: v.BaseIssue<unknown>): string {
  if (issue.input === undefined && issue.type !== 'strict_object') return 'this field is missing';
  if (issue.type === 'strict_object' || issue.expected === null || issue.type === 'regex' || issue.type === 'check') return issue.message;
  const names = issue.expected.replace(/[()]/g, '').replaceAll(' | ', ' or ');
  return /^[<>]/.test(names) ? `a number ${names}` : names;
}

export const finite = v.pipe(v.number(), v.finite('a finite number'));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const positive = v.pipe(v.number(), v.finite('a finite number'), v.gtValue(0));
export const whole = (least: number) => v.pipe(v.number(), v.integer('a whole number'), v.minValue(least));
export const pair = v.strictTuple([finite, finite]);
export const scope = v.picklist(['panel', 'time']);
/** For all levels, or one for level 2, one for level 3, … */
export const oneOrMore = <S extends v.GenericSchema>(entry: S) => v.union([entry, v.array(entry)]);

/** jsonlite of R writes a single value as a list of one, unless told to unbox. */
export function unboxed(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 && (typeof value[0] !== 'object' || value[0] === null) ? value[0] : value;
  return value;
}
