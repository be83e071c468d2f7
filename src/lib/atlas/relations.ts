/** Any two measures against each other, the blocks side by side, and potential with dynamics on one map: what the page on relations shows. */
import { pearson, regionsOf, scoredYears, spearman, yearColumn } from '../composite';
import type { Goalposts, Pack, Text } from '../pack';
import { fit, halfBand, type Line } from '../polarisation';
import { parseCompared } from './compare';
import { findMeasure, measureValues } from './measures';
import { scores } from './scores';
import { MAX_REGIONS, type Notice } from './view';

export interface RelationChoice {
  /** `index`, `dynamics`, a block or an indicator. */
  readonly x: string;
  readonly y: string;
  readonly year: number;
}

export interface RelationMeasure {
  readonly id: string;
  readonly kind: 'index' | 'dynamics' | 'block' | 'indicator';
  /** Null for index and dynamics, whose names are messages. */
  readonly name: Text | null;
  readonly unit: Text | null;
  readonly decimals: number;
}

export interface ShownRelations {
  readonly choice: RelationChoice;
  readonly years: readonly number[];
  readonly goalposts: Goalposts;
  readonly regions: readonly { readonly code: string; readonly short: Text }[];
  readonly x: RelationMeasure;
  readonly y: RelationMeasure;
  /** By region; NaN = missing. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly line: Line;
  readonly r: number;
  readonly rho: number;
  /** 95 % confidence band of the line; empty below three points. */
  readonly band: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly studentised: Float64Array;
  /** Year of blocks and of the map: the one chosen, or the target year where that one has no scores. */
  readonly scoredYear: number;
  readonly blocks: readonly { readonly id: string; readonly name: Text; readonly values: Float64Array }[];
  /** Third of the regions by potential and by dynamics: 0 lowest, 2 highest, −1 missing. */
  readonly thirds: { readonly potential: Int8Array; readonly dynamics: Int8Array };
}

/** Residuals beyond this many standard errors are named. */
export const OUTLIER = 2;
/** Through fewer points no line with doubt can be drawn. */
const FEWEST = 3;

export function relationMeasures(pack: Pack): readonly RelationMeasure[] {
  const ids = ['index', 'dynamics', ...pack.method.potential.map((b) => b.id), ...pack.indicators.map((i) => i.id)];
  return ids.flatMap((id) => relationMeasure(pack, id) ?? []);
}

function relationMeasure(pack: Pack, id: string): RelationMeasure | null {
  if (id === 'dynamics') return { id, kind: 'dynamics', name: null, unit: null, decimals: 2 };
  const found = findMeasure(pack, id);
  return found && { id, kind: found.kind, name: found.name, unit: found.unit, decimals: found.decimals };
}

const goalpostsOf = (pack: Pack, year: number): Goalposts => (year === pack.method.targetYear ? pack.method.normalisation.goalposts : 'pooled');

function valuesOf(pack: Pack, id: string, year: number): Float64Array {
  const goalposts = goalpostsOf(pack, year);
  if (id === 'dynamics') return scores(pack, year, goalposts).dynamics.index;
  return pack.indicators.some((i) => i.id === id) ? yearColumn(pack, id, year).values : measureValues(pack, id, year, goalposts).values;
}

/** Years in which enough regions have both. */
export function relationYears(pack: Pack, x: string, y: string): readonly number[] {
  return pack.observations.years.filter((year) => {
    const [a, b] = [valuesOf(pack, x, year), valuesOf(pack, y, year)];
    return a.filter((v, u) => !Number.isNaN(v + (b[u] ?? NaN))).length >= FEWEST;
  });
}

export function defaultRelation(pack: Pack): RelationChoice {
  return { x: 'index', y: 'dynamics', year: usualRelationYear(pack, 'index', 'dynamics') };
}

/** The target year where both have data, else the last year that has. */
export function usualRelationYear(pack: Pack, x: string, y: string): number {
  const years = relationYears(pack, x, y);
  return years.includes(pack.method.targetYear) ? pack.method.targetYear : (years.at(-1) ?? pack.method.targetYear);
}

export function showRelations(pack: Pack, choice: RelationChoice): ShownRelations {
  const [x, y] = [relationMeasure(pack, choice.x), relationMeasure(pack, choice.y)];
  if (!x || !y) throw new RangeError(`unknown measure: ${x ? choice.y : choice.x}`);
  const [xs, ys] = [valuesOf(pack, x.id, choice.year), valuesOf(pack, y.id, choice.year)];
  const found = fit(xs, ys);
  const { intercept, slope } = found.line;
  const pairs = [...xs].filter((v, u) => !Number.isNaN(v + (ys[u] ?? NaN)));
  const [least, greatest] = [Math.min(...pairs), Math.max(...pairs)];
  const STEPS = 40;
  const band = Number.isNaN(found.sigma + slope) ? [] : Array.from({ length: STEPS + 1 }, (_, i) => {
    const at = least + ((greatest - least) * i) / STEPS;
    const [middle, half] = [intercept + slope * at, halfBand(found, at)];
    return { x: at, low: middle - half, high: middle + half };
  });
  const scored = scoredYears(pack, 'dynamics').includes(choice.year) ? choice.year : pack.method.targetYear;
  const { potential, dynamics } = scores(pack, scored, goalpostsOf(pack, scored));
  return {
    choice,
    years: relationYears(pack, x.id, y.id),
    goalposts: goalpostsOf(pack, choice.year),
    regions: regionsOf(pack).map(({ code, short }) => ({ code, short })),
    x,
    y,
    xs,
    ys,
    line: found.line,
    r: pearson(xs, ys),
    rho: spearman(xs, ys),
    band,
    studentised: found.studentised,
    scoredYear: scored,
    blocks: pack.method.potential.map((block, b) => ({ id: block.id, name: block.name, values: potential.blocks[b]?.score ?? new Float64Array(0) })),
    thirds: { potential: thirds(potential.index), dynamics: thirds(dynamics.index) }
  };
}

/** The third of its column each value lies in, by the count of smaller values; ties share the lower third; −1 = missing. */
export function thirds(values: Float64Array): Int8Array {
  const present = values.filter((v) => !Number.isNaN(v));
  return Int8Array.from(values, (v) => (Number.isNaN(v) ? -1 : Math.floor((3 * present.filter((other) => other < v).length) / present.length)));
}

const KNOWN = new Set(['x', 'y', 'year', 'regions', 'theme', 'lang']);

/** Reads an address; what cannot be used falls back to the usual value and is named in `notices`. */
export function parseRelations(params: URLSearchParams, pack: Pack): { choice: RelationChoice; regions: readonly string[]; notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const fallback = defaultRelation(pack);
  for (const [parameter, value] of params) if (!KNOWN.has(parameter) && !parameter.startsWith('utm_')) notices.push({ parameter, value, reason: 'unknown-parameter' });
  const measure = (parameter: 'x' | 'y') => {
    const value = params.get(parameter) ?? fallback[parameter];
    if (relationMeasure(pack, value)) return value;
    notices.push({ parameter, value, reason: 'unknown-value' });
    return fallback[parameter];
  };
  const [x, y] = [measure('x'), measure('y')];
  let year = usualRelationYear(pack, x, y);
  const asked = params.get('year');
  if (asked !== null) {
    const number = /^\d{4}$/.test(asked);
    if (number && relationYears(pack, x, y).includes(Number(asked))) year = Number(asked);
    else notices.push({ parameter: 'year', value: asked, reason: number ? 'no-data' : 'unknown-value' });
  }
  const picked = parseCompared(params.get('regions'), regionsOf(pack).map((r) => r.code), MAX_REGIONS);
  for (const value of picked.unknown) notices.push({ parameter: 'regions', value, reason: 'unknown-value' });
  if (picked.tooMany.length > 0) notices.push({ parameter: 'regions', value: picked.tooMany.join('~'), reason: 'too-many' });
  return { choice: { x, y, year }, regions: picked.regions, notices };
}

/** The query of a choice with the regions picked, without the leading question mark; `usualYear` is left out. */
export function formatRelations({ x, y, year }: RelationChoice, regions: readonly string[], usualYear: number): string {
  const parts: string[] = [];
  if (x !== 'index') parts.push(`x=${encodeURIComponent(x)}`);
  if (y !== 'dynamics') parts.push(`y=${encodeURIComponent(y)}`);
  if (year !== usualYear) parts.push(`year=${year}`);
  if (regions.length > 0) parts.push(`regions=${regions.map(encodeURIComponent).join('~')}`);
  return parts.join('&');
}
