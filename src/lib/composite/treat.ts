/**
 * Treatment of outliers, column by column (OECD/JRC Handbook 2008, step 3; chain of COINr's Treat): a column
 * that fails the test of skewness and kurtosis takes a first step, by default winsorising; if it still fails,
 * its ORIGINAL values take a second, by default COINr's log_CT.
 */
import { mapColumns, type Note, type StepResult, type Table } from './table';
import { transform, type Transformation } from './transform';
import { outlierTest, winsorise, type OutlierLimits, type OutlierTest, type WinsoriseOptions } from './winsorise';

export interface TreatOptions extends WinsoriseOptions {
  /** What is tried first; default winsorising. */
  readonly first?: 'winsorise' | Transformation;
  /** What follows when that is not enough; null for nothing. Default COIN log. */
  readonly then?: 'winsorise' | Transformation | null;
  /** The second step goes on from the result of the first instead of the original values; default false. */
  readonly combine?: boolean;
  /** Limits of the test before and between the steps; those of winsorising without it. */
  readonly test?: OutlierLimits;
}

/** Per column: the chain, a transformation in any case, or nothing. */
export type ColumnTreatment = { readonly treat: 'chain'; readonly options?: TreatOptions } | { readonly treat: 'transform'; readonly how: Transformation } | { readonly treat: 'none' };

export interface TreatmentStep {
  readonly did: 'winsorise' | Transformation['transform'];
  /** Points winsorised. */
  readonly moved: number;
  readonly lambda: number;
  readonly after: OutlierTest;
}

export interface TreatmentDetail {
  readonly before: OutlierTest;
  /** What was tried, in order; empty where the column passed or could not be tested. */
  readonly steps: readonly TreatmentStep[];
  /** Points that winsorising moved, whether or not it was enough; 0 where it was not tried. */
  readonly winsorised: number;
  /** The transformation that the result has been through. */
  readonly transformed: Transformation['transform'] | null;
  /** λ of that transformation; NaN for a logarithm and without one. */
  readonly lambda: number;
  /** What winsorising did to each unit in the result; empty when the original was transformed instead. */
  readonly points: ReadonlyMap<string, 'winhi' | 'winlo'>;
}

export interface Treatment extends StepResult {
  readonly details: ReadonlyMap<string, TreatmentDetail>;
}

/** `options` hold for every column; the options of a column in `overrides` come before them one by one. */
export function treat(table: Table, options: TreatOptions = {}, overrides: ReadonlyMap<string, ColumnTreatment> = new Map()): Treatment {
  for (const id of overrides.keys()) if (!table.columns.has(id)) throw new RangeError(`treat: no column ${id}`);
  const log: Note[] = [];
  const details = new Map<string, TreatmentDetail>();
  const treated = mapColumns(table, (values, id) => {
    const how = overrides.get(id) ?? { treat: 'chain' as const };
    if (how.treat === 'none') return values;
    const result = how.treat === 'chain' ? chain(values, table.units, { ...options, ...how.options }) : always(values, how.how, options);
    details.set(id, result.detail);
    log.push(...notes(id, result));
    return result.values;
  });
  return { table: treated, details, log };
}

interface Result {
  readonly values: Float64Array;
  readonly detail: TreatmentDetail;
  readonly lost: number;
}

const UNTOUCHED = { steps: [], winsorised: 0, transformed: null, lambda: NaN, points: new Map<string, 'winhi' | 'winlo'>() };

interface Attempt extends TreatmentStep {
  readonly values: Float64Array;
  readonly lost: number;
  readonly points: ReadonlyMap<string, 'winhi' | 'winlo'>;
}

function attempt(values: Float64Array, units: readonly string[], what: 'winsorise' | Transformation, options: TreatOptions): Attempt {
  if (what === 'winsorise') {
    const { values: out, high, low } = winsorise(values, options);
    const points = new Map<string, 'winhi' | 'winlo'>();
    for (const u of high) points.set(units[u] ?? '', 'winhi');
    for (const u of low) points.set(units[u] ?? '', 'winlo');
    return { values: out, did: 'winsorise', moved: high.length + low.length, lambda: NaN, lost: 0, points, after: outlierTest(out, options.test ?? options) };
  }
  const { values: out, lambda, lost } = transform(values, what);
  return { values: out, did: what.transform, moved: 0, lambda, lost, points: UNTOUCHED.points, after: outlierTest(out, options.test ?? options) };
}

function chain(values: Float64Array, units: readonly string[], options: TreatOptions): Result {
  const before = outlierTest(values, options.test ?? options);
  if (before.pass !== false) return { values, detail: { before, ...UNTOUCHED }, lost: 0 };
  const tried = [attempt(values, units, options.first ?? 'winsorise', options)];
  const second = options.then === undefined ? ({ transform: 'coinLog' } as const) : options.then;
  const [one] = tried;
  if (one?.after.pass === false && second !== null) tried.push(attempt(options.combine ? one.values : values, units, second, options));
  const last = tried.at(-1);
  // A result that can no longer be tested is none.
  const stands = last && last.after.pass !== null ? (options.combine ? tried : [last]) : [];
  const shaped = stands.filter((t) => t.did !== 'winsorise').at(-1);
  const detail: TreatmentDetail = {
    before,
    steps: tried.map(({ did, moved, lambda, after }) => ({ did, moved, lambda, after })),
    winsorised: tried.reduce((n, t) => n + t.moved, 0),
    transformed: shaped && shaped.did !== 'winsorise' ? shaped.did : null,
    lambda: shaped?.lambda ?? NaN,
    points: new Map(stands.flatMap((t) => [...t.points]))
  };
  return { values: stands.at(-1)?.values ?? values, detail, lost: shaped?.lost ?? 0 };
}

function always(values: Float64Array, how: Transformation, options: TreatOptions): Result {
  const { values: out, did, lambda, lost, after } = attempt(values, [], how, options);
  const detail = { ...UNTOUCHED, before: outlierTest(values, options.test ?? options), steps: [{ did, moved: 0, lambda, after }], transformed: how.transform, lambda };
  return { values: out, detail, lost };
}

function notes(column: string, { values, detail, lost }: Result): Note[] {
  const note = (kind: string, cells: number, message: string): Note => ({ step: 'treat', kind, column, cells, message: `${column}: ${message}` });
  const present = values.filter((v) => !Number.isNaN(v)).length;
  const result: Note[] = [];
  const last = detail.steps.at(-1)?.after;
  if (detail.before.pass === null) result.push(note('untested', present, 'too few values or no spread for skewness and kurtosis'));
  if (last?.pass === null) result.push(note('refused', present, 'a treated column without enough different values; the original stays'));
  if (detail.transformed !== null) {
    if (detail.winsorised > 0) result.push(note('winsoriseFailed', detail.winsorised, `${detail.winsorised} points winsorised, still outside the limits`));
    result.push(note('transformed', present, `transformed by ${detail.transformed}${Number.isNaN(detail.lambda) ? '' : ` with λ = ${detail.lambda}`}`));
  } else if (detail.points.size > 0) result.push(note('winsorised', detail.points.size, `${detail.points.size} points winsorised`));
  if (lost > 0) result.push(note('lost', lost, `${lost} values outside the domain of the transformation are missing now`));
  if (last?.pass === false) result.push(note('stillOutside', present, 'outside the limits after treatment'));
  return result;
}
