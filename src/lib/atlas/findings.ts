/** The published headline findings beside the same quantities recomputed from the pack's observations. */
import { order, regionsOf } from '../composite';
import { evaluateOn, inputsOf, parseExpression, type Area, type Finding, type Pack, type Source } from '../pack';
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
  const { value, units } = findingValue(pack, finding, quantity.year);
  const regions = regionsOf(pack);
  const expressions = quantity.kind === 'top-share' ? [quantity.expression] : quantity.kind === 'ratio' ? [quantity.numerator, quantity.denominator] : [];
  return { finding, value, year: quantity.year, regions: units.flatMap((u) => regions[u] ?? []), sources: sourcesOf(pack, expressions, quantity.year) };
}

/** The quantity of a finding in any year, with the regions it speaks of, as unit numbers. The leaders are those of the target year. */
export function findingValue(pack: Pack, { quantity }: Finding, year: number): { readonly value: number; readonly units: readonly number[] } {
  if (quantity.kind === 'group-count') {
    const units = scores(pack, year, 'year').matrix.group.flatMap((g, u) => (g === quantity.group ? [u] : []));
    return { value: units.length, units };
  }
  const units = leadersOf(pack, quantity.k);
  const sum = (expression: string, of?: readonly number[]) => {
    const column = regionValues(pack, expression, year);
    return (of ?? [...column.keys()]).reduce((s, u) => s + (column[u] ?? NaN), 0);
  };
  const share = (expression: string) => sum(expression, units) / sum(expression);
  return { value: quantity.kind === 'top-share' ? 100 * share(quantity.expression) : share(quantity.numerator) / share(quantity.denominator), units };
}

/** The k regions with the highest index of the target year, as unit numbers. */
export function leadersOf(pack: Pack, k: number): readonly number[] {
  return order(scores(pack, pack.method.targetYear, 'year').potential.index).slice(0, k);
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
