/** What the variation of the method gives, as one long table: a row for each figure, named by measure, region and item. */
import { regionsOf } from '../../composite';
import type { Language, Pack } from '../../pack';
import { tableCsv, type Cell, type Table } from '../csv';
import { robustness, type RobustnessReport } from './report';
import { cohesion, type Cohesion } from './structure';

type Figure = readonly [measure: string, area: string | null, item: string | null, value: number, lower?: number, upper?: number];

export const robustnessCsv = (...of: Parameters<typeof robustnessTable>): string => tableCsv(robustnessTable(...of));

/** @param basis in words of the reader: how all figures came about */
export function robustnessTable(pack: Pack, language: Language, basis: string): Table {
  const { targetYear, normalisation } = pack.method;
  const codes = regionsOf(pack).map((r) => r.code);
  const report = robustness(pack);
  const figures = [...(report ? ofReport(report, codes) : []), ...ofCohesion(cohesion(pack, targetYear, normalisation.goalposts))];
  const rows = figures.map(([measure, area, item, value, lower = NaN, upper = NaN]): Cell[] => [measure, area, item, targetYear, value, lower, upper, basis, pack.meta.attribution[language], pack.meta.licence[language]]);
  return { header: ['MEASURE', 'REF_AREA', 'ITEM', 'TIME_PERIOD', 'OBS_VALUE', 'LOWER', 'UPPER', 'BASIS', 'SOURCE', 'LICENCE'], rows };
}

function ofReport({ places, pairs, effects, variants, omissions }: RobustnessReport, codes: readonly string[]): Figure[] {
  const code = (unit: number) => codes[unit] ?? '';
  const byRegion = (measure: string, item: string, ranks: Float64Array): Figure[] => Array.from(ranks, (rank, u) => [measure, code(u), item, rank]);
  return [
    ...places.rows.flatMap(({ unit, nominal, quantiles, kept }): Figure[] => [
      ['RANK', code(unit), 'method', nominal],
      ['RANK', code(unit), 'median of the runs', quantiles[2], quantiles[0], quantiles[4]],
      ['RANK_KEPT', code(unit), null, kept]
    ]),
    ...pairs.shares.flatMap((row, i) => row.flatMap((share, j): Figure[] => (i === j ? [] : [['OUTRANKS', code(pairs.order[i] ?? -1), code(pairs.order[j] ?? -1), share]]))),
    ...effects.outcomes.flatMap(({ kind, unit, mean, effects: list }): Figure[] => {
      const of = kind.toUpperCase();
      const area = unit === null ? null : code(unit);
      return [[`MEAN_${of}`, area, null, mean], ...list.flatMap((e): Figure[] => [[`SOBOL_FIRST_${of}`, area, e.factor, e.first, ...e.firstRange], [`SOBOL_TOTAL_${of}`, area, e.factor, e.total, ...e.totalRange]])];
    }),
    ...variants.variants.flatMap(({ normalisation, aggregation, ranks }) => byRegion('RANK_VARIANT', [normalisation, aggregation].filter((x) => x !== null).join(' '), ranks)),
    ...omissions.rows.flatMap(({ indicator, ranks, shift }): Figure[] => [['MEAN_SHIFT_WITHOUT', null, indicator, shift], ...byRegion('RANK_WITHOUT', indicator, ranks)])
  ];
}

function ofCohesion({ blocks, influence, indicators, correlations }: Cohesion): Figure[] {
  return [
    ...blocks.map(({ block, alpha }): Figure => ['CRONBACH_ALPHA', null, block ?? 'index', alpha]),
    ...influence.flatMap(({ node, meant, real }): Figure[] => [['WEIGHT_INTENDED', null, node, meant], ['INFLUENCE', null, node, real]]),
    ...indicators.flatMap((a, i) => indicators.slice(i + 1).map((b, j): Figure => ['CORRELATION', null, `${a.id} ${b.id}`, correlations[i]?.[i + 1 + j]?.r ?? NaN]))
  ];
}
