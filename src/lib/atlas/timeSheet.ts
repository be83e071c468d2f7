/** The index and its blocks in every year on pooled goalposts: places, values and classes of the page on time. */
import { rank, regionsOf } from '../composite';
import type { Pack, Text } from '../pack';
import { classify, scoreClasses } from './classes';
import { findMeasure, measureSeries } from './measures';

export interface TimeYear {
  readonly year: number;
  /** By region, NaN = missing. */
  readonly values: Float64Array;
  /** 1 = best; ties share the better place. */
  readonly places: Float64Array;
  /** Colour step 0–4, −1 = missing: the same limits in each year. */
  readonly steps: Int8Array;
}

export interface TimeMeasure {
  readonly id: string;
  /** Null for the index. */
  readonly name: Text | null;
  /** Ascending. A year that cannot be scored is missing here and stays a gap in the charts. */
  readonly years: readonly TimeYear[];
}

export interface TimeSheet {
  readonly regions: readonly { readonly code: string; readonly name: Text; readonly short: Text }[];
  /** Every year from the first that can be scored to the last. */
  readonly span: readonly number[];
  readonly limits: readonly number[];
  readonly measures: readonly TimeMeasure[];
}

export function timeSheet(pack: Pack): TimeSheet {
  const classes = scoreClasses();
  const measures = ['index', ...pack.method.potential.map((block) => block.id)].map((id): TimeMeasure => ({
    id,
    name: findMeasure(pack, id)?.name ?? null,
    years: measureSeries(pack, id).map(({ year, values }) => ({ year, values, places: rank(values), steps: classify(values, classes).map((c) => (c < 0 ? -1 : (classes.steps[c] ?? -1))) }))
  }));
  const scored = measures.flatMap((m) => m.years.map((y) => y.year));
  const [first, last] = [Math.min(...scored), Math.max(...scored)];
  return {
    regions: regionsOf(pack).map(({ code, name, short }) => ({ code, name, short })),
    span: scored.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i),
    limits: classes.limits,
    measures
  };
}
