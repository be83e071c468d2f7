/** Does the method mean something on these data: names, units, years, divisions by nought. */
import { dimensionOf, evaluateOn, ExpressionError, indicatorColumn, inputsOf, parseDimension, parseExpression, printDimension, sameDimension, sinceBase } from '../../derivation';
import type { Block, Pack } from '../../types';
import type { RowOf } from '../readPack';
import type { Reporter } from '../reporter';
import { checkChainMethod } from '../chainMethod';
import { checkRobustness } from '../robustness';

const GROUPS = ['leaders', 'catch-up', 'stable', 'problem'];
/** Measures the atlas itself adds; an indicator or block of that name could not be asked for. */
const RESERVED = ['index', 'dynamics', 'group'];
const CONTEXT = 'context';
const file = 'method.json';

/** @param blocks ids that tables may name: blocks of the potential, and those that a scenario leaves out of it */
export function checkMethod(pack: Pack, blocks: readonly string[], row: RowOf, report: Reporter): void {
  checkUnits(pack, row, report);
  checkThemes(pack, blocks, row, report);
  const sound = checkDerivations(pack, report);
  checkIds(pack, report);
  const timely = checkYears(pack, report);
  checkBlocks(pack, 'potential', timely, sound, report);
  checkBlocks(pack, 'dynamics', timely, sound, report);
  const groups = pack.method.matrix.groups.map((g) => g.id);
  for (const id of GROUPS) if (groups.filter((g) => g === id).length !== 1) report.error({ file, column: 'matrix.groups', value: groups.join(', ') }, `the group “${id}” exactly once`);
  checkRobustness(pack.method.robustness, pack.method.tiers, report);
  // Faults of years and derivations are told once, where they stand.
  checkChainMethod(pack, (id, maxLag) => !timely || (pack.indicators.some((i) => i.id === id && i.derivation) && !sound.has(id)) || hasData(pack, id, pack.method.targetYear, maxLag), report);
  for (const finding of pack.findings) checkFinding(pack, finding, report);
}

function checkUnits(pack: Pack, row: RowOf, report: Reporter): void {
  for (const unit of new Set(pack.indicators.map((i) => i.unit))) {
    const at = row('units', 'unit', unit.id);
    if (at !== null && parseDimension(unit.dimension) === null) report.error({ file: 'units.csv', row: at, column: 'dimension', value: unit.dimension }, 'a dimension like RUB, RUB/person or 1');
  }
}

function checkThemes({ indicators }: Pack, blocks: readonly string[], row: RowOf, report: Reporter): void {
  const themes = [...blocks, CONTEXT];
  for (const { id, theme, derivation } of indicators) {
    if (themes.includes(theme)) continue;
    const where = derivation ? { file, column: `derived.${id}.theme` } : { file: 'indicators.csv', row: row('indicators', 'indicator', id), column: 'theme' };
    report.error({ ...where, value: theme }, `a block of the potential or ${CONTEXT}: ${themes.join(', ')}`);
  }
}

/** Ids of derived indicators that can be evaluated. */
function checkDerivations(pack: Pack, report: Reporter): ReadonlySet<string> {
  const sound = new Set<string>();
  for (const { id, derivation, unit } of pack.indicators) {
    if (!derivation) continue;
    const column = `derived.${id}.expression`;
    const where = { file, column, value: derivation.expression };
    const dimension = expressionDimension(pack, derivation.expression, where, report);
    const declared = parseDimension(unit.dimension);
    // An unknown unit is built with a factor of NaN.
    if (Number.isNaN(unit.factor)) report.error({ file, column: `derived.${id}.unit`, value: unit.id }, 'a unit of units.csv');
    if (dimension === null || declared === null || Number.isNaN(unit.factor)) continue;
    if (!sameDimension(dimension, declared)) {
      report.error(where, `a result in ${printDimension(declared)}, the dimension of “${unit.id}”; this gives ${printDimension(dimension)}`);
      continue;
    }
    if (checkZero(pack, derivation.expression, where, report) && checkBase(pack, derivation.expression, where, report)) sound.add(id);
  }
  return sound;
}

/** A growth rate since the base year needs data of that year. */
function checkBase(pack: Pack, expression: string, where: { file: string; column: string; value: string }, report: Reporter): boolean {
  const { baseYear } = pack.method;
  const areas = pack.areas.length;
  const start = pack.observations.years.indexOf(baseYear) * areas;
  // A base year without any data is told by itself.
  if (start < 0) return false;
  const empty = sinceBase(parseExpression(expression)).filter((inner) => {
    const column = evaluateOn(pack, inner).subarray(start, start + areas);
    return !column.some((value, a) => value > 0 && pack.areas[a]?.kind === 'region');
  });
  for (const inner of empty) report.error(where, `data for the base year ${baseYear}; there are none for ${inner}`);
  return empty.length === 0;
}

function expressionDimension(pack: Pack, expression: string, where: { file: string; column: string; value: string }, report: Reporter) {
  try {
    const parsed = parseExpression(expression);
    const found = (name: string) => pack.indicators.find((i) => i.id === name && i.derivation === null);
    const dimension = dimensionOf(parsed, (name) => parseDimension(found(name)?.unit.dimension ?? ''));
    if (!('wrong' in dimension)) return dimension;
    // A faulty unit of a series is told where the series or the unit stands.
    if (inputsOf(parsed).some((name) => { const unit = found(name)?.unit; return unit && (Number.isNaN(unit.factor) || !parseDimension(unit.dimension)); })) return null;
    report.error(where, dimension.wrong);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report.error(where, error.message);
  }
  return null;
}

function checkZero(pack: Pack, expression: string, where: { file: string; column: string; value: string }, report: Reporter): boolean {
  const areas = pack.areas.length;
  const seen = new Set<string>();
  evaluateOn(pack, expression, (cell) => {
    const place = `${pack.areas[cell % areas]?.code ?? '?'} ${pack.observations.years[Math.floor(cell / areas)] ?? '?'}`;
    if (seen.has(place)) return;
    seen.add(place);
    report.error(where, `a divisor other than nought; in ${place} it is nought`);
  });
  return seen.size === 0;
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
  pack.method.dynamics.forEach((b, i, all) => {
    if (all.findIndex((other) => other.id === b.id) < i) report.error({ file, column: 'dynamics', value: b.id }, 'an id that no block of the dynamics has already');
  });
  const findings = pack.findings.map((f) => f.id);
  findings.forEach((id, i) => {
    if (findings.indexOf(id) < i) report.error({ file: 'findings.json', column: `findings.${i}.id`, value: id }, 'an id that no finding has already');
  });
}

/** True where it makes sense to ask for data of the target year. */
function checkYears({ method, observations }: Pack, report: Reporter): boolean {
  const { baseYear, targetYear } = method;
  const range = `a year of observations.csv: ${observations.years.join(', ')}`;
  const [base, target] = [observations.years.includes(baseYear), observations.years.includes(targetYear)];
  if (!target) report.error({ file, column: 'targetYear', value: targetYear }, range);
  if (!base) report.error({ file, column: 'baseYear', value: baseYear }, range);
  if (baseYear >= targetYear) report.error({ file, column: 'baseYear', value: baseYear }, `a year before the target year ${targetYear}`);
  return base && target && baseYear < targetYear;
}

function checkBlocks(pack: Pack, stage: 'potential' | 'dynamics', timely: boolean, sound: ReadonlySet<string>, report: Reporter): void {
  const { targetYear } = pack.method;
  const seen = new Set<string>();
  pack.method[stage].forEach((block: Block, b) => {
    block.indicators.forEach(({ id, maxLag }, i) => {
      const where = { file, column: `${stage}.${b}.indicators.${i}.id`, value: id };
      if (seen.has(id)) report.error(where, `an indicator that the ${stage} does not count already`);
      seen.add(id);
      const found = pack.indicators.find((x) => x.id === id);
      if (!found) report.error(where, 'an indicator of indicators.csv or of derived');
      // A derivation with a fault of its own is told once, where it stands.
      else if (timely && (found.derivation === null || sound.has(id)) && !hasData(pack, id, targetYear, maxLag)) {
        report.error(where, `an indicator with data for ${targetYear}${maxLag > 0 ? ` or ${maxLag} years before` : ''}`);
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
  const known = pack.observations.years.includes(quantity.year);
  if (!known) report.error({ file: 'findings.json', column: at('year'), value: quantity.year }, 'a year of observations.csv');
  if (quantity.kind === 'group-count') return;
  const expressions = quantity.kind === 'top-share' ? { expression: quantity.expression } : { numerator: quantity.numerator, denominator: quantity.denominator };
  for (const [key, expression] of Object.entries(expressions)) {
    const where = { file: 'findings.json', column: at(key), value: expression };
    if (expressionDimension(pack, expression, where, report) === null || !known) continue;
    const inputs = inputsOf(parseExpression(expression));
    const missing = inputs.filter((input) => !hasData(pack, input, quantity.year, 0));
    if (missing.length > 0) report.error(where, `data for ${quantity.year}; there are none for ${missing.join(', ')}`);
  }
}
