/**
 * Treatment of outliers, column by column (OECD/JRC Handbook 2008, step 3; chain of COINr's Treat): a column
 * that fails the test of skewness and kurtosis is winsorised; if it still fails, its ORIGINAL values are
 * transformed, by default with COINr's log_CT.
 */
import { mapColumns, type Note, type StepResult, type Table } from './table';
import { transform, type Transformation } from './transform';
import { outlierTest, winsorise, type OutlierTest, type WinsoriseOptions } from './winsorise';

export interface TreatOptions extends WinsoriseOptions {
  /** What follows when winsorising is not enough; null for nothing. Default COIN log. */
  readonly then?: Transformation | null;
  /** Transform the winsorised values instead of the original ones; default false. */
  readonly combine?: boolean;
}

/** Per column: the chain, a transformation in any case, or nothing. */
export type ColumnTreatment = { readonly treat: 'chain'; readonly options?: TreatOptions } | { readonly treat: 'transform'; readonly how: Transformation } | { readonly treat: 'none' };

export interface TreatmentDetail {
  readonly before: OutlierTest;
  /** Points winsorised; 0 where none was. */
  readonly winsorised: number;
  /** Test after winsorising; null where that was not tried. */
  readonly afterWinsorise: OutlierTest | null;
  readonly transformed: Transformation['transform'] | null;
  readonly lambda: number;
  readonly afterTransform: OutlierTest | null;
  /** What was done to each unit that winsorising moved; empty when the original was transformed instead. */
  readonly points: ReadonlyMap<string, 'winhi' | 'winlo'>;
}

export interface Treatment extends StepResult {
  readonly details: ReadonlyMap<string, TreatmentDetail>;
}

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

const UNTOUCHED = { winsorised: 0, afterWinsorise: null, transformed: null, lambda: NaN, afterTransform: null, points: new Map<string, 'winhi' | 'winlo'>() };

function chain(values: Float64Array, units: readonly string[], options: TreatOptions): Result {
  const before = outlierTest(values, options);
  if (before.pass !== false && !(options.force && before.pass !== null)) return { values, detail: { before, ...UNTOUCHED }, lost: 0 };
  const { values: clipped, high, low } = winsorise(values, options);
  const afterWinsorise = outlierTest(clipped, options);
  const points = new Map<string, 'winhi' | 'winlo'>();
  for (const u of high) points.set(units[u] ?? '', 'winhi');
  for (const u of low) points.set(units[u] ?? '', 'winlo');
  const first = { before, ...UNTOUCHED, winsorised: high.length + low.length, afterWinsorise, points };
  const then = options.then === undefined ? ({ transform: 'coinLog' } as const) : options.then;
  if (afterWinsorise.pass !== false || then === null) return { values: clipped, detail: first, lost: 0 };
  const { values: out, lambda, lost } = transform(options.combine ? clipped : values, then);
  const detail = { ...first, points: options.combine ? points : UNTOUCHED.points, transformed: then.transform, lambda, afterTransform: outlierTest(out, options) };
  return { values: out, detail, lost };
}

function always(values: Float64Array, how: Transformation, options: TreatOptions): Result {
  const { values: out, lambda, lost } = transform(values, how);
  const detail = { before: outlierTest(values, options), ...UNTOUCHED, transformed: how.transform, lambda, afterTransform: outlierTest(out, options) };
  return { values: out, detail, lost };
}

function notes(column: string, { values, detail, lost }: Result): Note[] {
  const note = (kind: string, cells: number, message: string): Note => ({ step: 'treat', kind, column, cells, message: `${column}: ${message}` });
  const present = values.filter((v) => !Number.isNaN(v)).length;
  const result: Note[] = [];
  if (detail.before.pass === null) result.push(note('untested', present, 'too few values or no spread for skewness and kurtosis'));
  if (detail.transformed !== null) {
    if (detail.winsorised > 0) result.push(note('winsoriseFailed', detail.winsorised, `${detail.winsorised} points winsorised, still outside the limits`));
    result.push(note('transformed', present, `transformed by ${detail.transformed}${Number.isNaN(detail.lambda) ? '' : ` with λ = ${detail.lambda}`}`));
  } else if (detail.winsorised > 0) result.push(note('winsorised', detail.winsorised, `${detail.winsorised} points winsorised`));
  if (lost > 0) result.push(note('lost', lost, `${lost} values outside the domain of the transformation are missing now`));
  const last = detail.afterTransform ?? detail.afterWinsorise;
  if (last?.pass === false) result.push(note('stillOutside', present, 'outside the limits after treatment'));
  return result;
}
