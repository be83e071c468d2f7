/** Does the method mean something on these data: names, units, years, divisions by nought. */
import { dimensionOf, evaluateOn, ExpressionError, indicatorColumn, inputsOf, parseDimension, parseExpression, printDimension, sameDimension } from '../../derivation';
import type { Block, Pack } from '../../types';
import type { Reporter } from '../reporter';

const GROUPS = ['leaders', 'catch-up', 'stable', 'problem'];
const RESERVED = ['index', 'dynamics', 'group'];
const file = 'method.json';

export function checkMethod(pack: Pack, report: Reporter): void {
  const sound = checkDerivations(pack, report);
  checkIds(pack, report);
  checkYears(pack, report);
  checkBlocks(pack, 'potential', sound, report);
  checkBlocks(pack, 'dynamics', sound, report);
  const groups = pack.method.matrix.groups.map((g) => g.id);
  for (const id of GROUPS) if (groups.filter((g) => g === id).length !== 1) report.error({ file, column: 'matrix.groups', value: groups.join(', ') }, `the group “${id}” exactly once`);
  for (const finding of pack.findings) checkFinding(pack, finding, report);
}

/** Ids of derived indicators that can be evaluated. */
function checkDerivations(pack: Pack, report: Reporter): ReadonlySet<string> {
  const sound = new Set<string>();
  pack.indicators.forEach((indicator) => {
    const { derivation, unit } = indicator;
    if (Number.isNaN(unit.factor) || parseDimension(unit.dimension) === null) {
      report.error({ file: derivation ? file : 'indicators.csv', column: derivation ? `derived.${indicator.id}.unit` : 'unit', value: unit.id }, 'a unit of units.csv with a dimension like RUB/person and a factor');
      return;
    }
    if (!derivation) return;
    const column = `derived.${indicator.id}.expression`;
    const where = { file, column, value: derivation.expression };
    const dimension = expressionDimension(pack, derivation.expression, where, report);
    if (dimension === null) return;
    const declared = parseDimension(unit.dimension) ?? new Map<string, number>();
    if (!sameDimension(dimension, declared)) {
      report.error(where, `a result in ${printDimension(declared)}, the dimension of “${unit.id}”; this gives ${printDimension(dimension)}`);
      return;
    }
    sound.add(indicator.id);
    checkZero(pack, derivation.expression, where, report);
  });
  return sound;
}

function expressionDimension(pack: Pack, expression: string, where: { file: string; column: string; value: string }, report: Reporter) {
  try {
    const dimension = dimensionOf(parseExpression(expression), (name) => {
      const found = pack.indicators.find((i) => i.id === name && i.derivation === null);
      return found ? parseDimension(found.unit.dimension) : null;
    });
    if (!('wrong' in dimension)) return dimension;
    report.error(where, dimension.wrong);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report.error(where, error.message);
  }
  return null;
}

function checkZero(pack: Pack, expression: string, where: { file: string; column: string; value: string }, report: Reporter): void {
  const areas = pack.areas.length;
  const seen = new Set<string>();
  evaluateOn(pack, expression, (cell) => {
    const place = `${pack.areas[cell % areas]?.code ?? '?'} ${pack.observations.years[Math.floor(cell / areas)] ?? '?'}`;
    if (seen.has(place)) return;
    seen.add(place);
    report.error(where, `a divisor other than nought; in ${place} it is nought`);
  });
}

function checkIds(pack: Pack, report: Reporter): void {
  const seen = new Map<string, string>(RESERVED.map((id) => [id, 'a word of the atlas']));
  const add = (id: string, column: string, what: string) => {
    const before = seen.get(id);
    if (before) report.error({ file, column, value: id }, `an id that is not ${before} already`);
    else seen.set(id, what);
  };
  for (const i of pack.indicators) if (i.derivation === null) add(i.id, 'indicator', 'a published series');
  for (const i of pack.indicators) if (i.derivation) add(i.id, 'derived', 'an indicator');
  for (const b of pack.method.potential) add(b.id, 'potential', 'a block');
}

function checkYears({ method, observations }: Pack, report: Reporter): void {
  const range = observations.years.join(', ');
  if (!observations.years.includes(method.targetYear)) report.error({ file, column: 'targetYear', value: method.targetYear }, `a year of observations.csv: ${range}`);
  if (!observations.years.includes(method.baseYear)) report.error({ file, column: 'baseYear', value: method.baseYear }, `a year of observations.csv: ${range}`);
  if (method.baseYear >= method.targetYear) report.error({ file, column: 'baseYear', value: method.baseYear }, `a year before the target year ${method.targetYear}`);
}

function checkBlocks(pack: Pack, stage: 'potential' | 'dynamics', sound: ReadonlySet<string>, report: Reporter): void {
  pack.method[stage].forEach((block: Block, b) => {
    block.indicators.forEach((member, i) => {
      const where = { file, column: `${stage}.${b}.indicators.${i}.id`, value: member.id };
      const found = pack.indicators.find((x) => x.id === member.id);
      if (!found) report.error(where, 'an indicator of indicators.csv or of derived');
      else if ((found.derivation === null || sound.has(found.id)) && !hasData(pack, member.id, pack.method.targetYear, member.maxLag)) {
        report.error(where, `an indicator with data for ${pack.method.targetYear}${member.maxLag > 0 ? ` or ${member.maxLag} years before` : ''}`);
      }
    });
  });
}

function hasData(pack: Pack, id: string, year: number, maxLag: number): boolean {
  const column = indicatorColumn(pack, id);
  const areas = pack.areas.length;
  return pack.observations.years.some((y, row) => y <= year && y >= year - maxLag && pack.areas.some((area, a) => area.kind === 'region' && !Number.isNaN(column[row * areas + a] ?? NaN)));
}

function checkFinding(pack: Pack, { id, quantity }: Pack['findings'][number], report: Reporter): void {
  const at = (key: string) => `findings.${id}.quantity.${key}`;
  if (!pack.observations.years.includes(quantity.year)) report.error({ file: 'findings.json', column: at('year'), value: quantity.year }, 'a year of observations.csv');
  if (quantity.kind === 'group-count') return;
  const expressions = quantity.kind === 'top-share' ? { expression: quantity.expression } : { numerator: quantity.numerator, denominator: quantity.denominator };
  for (const [key, expression] of Object.entries(expressions)) {
    const where = { file: 'findings.json', column: at(key), value: expression };
    if (expressionDimension(pack, expression, where, report) === null) continue;
    const inputs = inputsOf(parseExpression(expression));
    const missing = inputs.filter((input) => !hasData(pack, input, quantity.year, 0));
    if (missing.length > 0) report.error(where, `data for ${quantity.year}; there are none for ${missing.join(', ')}`);
  }
}
