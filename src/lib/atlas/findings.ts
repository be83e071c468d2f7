/** The published headline findings beside the same quantities recomputed from the pack's observations. */
import { regionsOf } from '../composite';
import { evaluateOn, inputsOf, parseExpression, type Area, type Finding, type Pack, type Source } from '../pack';
import { order } from '../composite';
import { scores } from './scores';
import { evidence } from './evidence';

export interface FindingResult {
  readonly finding: Finding;
  /** In the unit of the published value (percent or times); a count for groups. NaN = cannot be computed. */
  readonly value: number;
  readonly year: number;
  /** Regions the value speaks of. */
  readonly regions: readonly Area[];
  readonly sources: readonly Source[];
}

export function findingResults(pack: Pack): readonly FindingResult[] {
  return pack.findings.map((finding) => result(pack, finding));
}

function result(pack: Pack, finding: Finding): FindingResult {
  const { quantity } = finding;
  const regions = regionsOf(pack);
  const pick = (units: readonly number[]) => units.flatMap((u) => regions[u] ?? []);
  if (quantity.kind === 'group-count') {
    const { matrix } = scores(pack, quantity.year, 'year');
    const units = matrix.group.flatMap((g, u) => (g === quantity.group ? [u] : []));
    return { finding, value: units.length, year: quantity.year, regions: pick(units), sources: [] };
  }
  const top = order(scores(pack, pack.method.targetYear, 'year').potential.index).slice(0, quantity.k);
  const expressions = quantity.kind === 'top-share' ? [quantity.expression] : [quantity.numerator, quantity.denominator];
  const columns = expressions.map((e) => regionValues(pack, e, quantity.year));
  const sum = (column: Float64Array | undefined, units?: readonly number[]) =>
    (units ?? Array.from(column?.keys() ?? [])).reduce((s, u) => s + (column?.[u] ?? NaN), 0);
  const [first, second] = columns;
  const value =
    quantity.kind === 'top-share'
      ? (100 * sum(first, top)) / sum(first)
      : sum(first, top) / sum(second, top) / (sum(first) / sum(second));
  return { finding, value, year: quantity.year, regions: pick(top), sources: sourcesOf(pack, expressions, quantity.year) };
}

/** An expression over the regions in one year, in base units. */
function regionValues(pack: Pack, expression: string, year: number): Float64Array {
  const all = evaluateOn(pack, expression);
  const row = pack.observations.years.indexOf(year) * pack.areas.length;
  return Float64Array.from(pack.areas.flatMap((a, i) => (a.kind === 'region' ? [row < 0 ? NaN : (all[row + i] ?? NaN)] : [])));
}

function sourcesOf(pack: Pack, expressions: readonly string[], year: number): readonly Source[] {
  const inputs = new Set(expressions.flatMap((e) => inputsOf(parseExpression(e))));
  const found = new Set<Source>();
  for (const region of regionsOf(pack)) {
    for (const indicator of pack.indicators.filter((i) => inputs.has(i.id))) {
      for (const { source } of evidence(pack, indicator, year, region.code)) if (source) found.add(source);
    }
  }
  return [...found];
}
