/** Measures of polarisation by indicator and year, as a table to take away. */
import { regionsOf } from '../../composite';
import type { Language, Pack } from '../../pack';
import { tableCsv, type Cell, type Table } from '../csv';
import { sourcesOf } from '../evidence';
import { amounts, polarisationYears, type PolarisationChoice } from './choice';
import { topCount, yearMeasures, type YearMeasures } from './measures';

const COLUMNS: readonly (readonly [string, keyof YearMeasures])[] = [
  ['REGIONS', 'regions'],
  ['LEADERS_SHARE', 'leadersShare'],
  ['LEADERS_RATIO', 'leadersRatio'],
  ['GINI', 'gini'],
  ['GINI_CORRECTED', 'giniCorrected'],
  ['THEIL_T', 'theilT'],
  ['THEIL_T_BETWEEN_TIERS', 'between'],
  ['THEIL_T_WITHIN_TIERS', 'within'],
  ['THEIL_L', 'theilL'],
  ['ATKINSON_0.5', 'atkinsonHalf'],
  ['ATKINSON_1', 'atkinsonOne'],
  ['ATKINSON_2', 'atkinsonTwo'],
  ['HERFINDAHL', 'herfindahl'],
  ['HERFINDAHL_NORMALISED', 'herfindahlNormalised'],
  ['COEFFICIENT_OF_VARIATION', 'variation'],
  ['SD_OF_LOGS', 'sdOfLogs']
];

type Series = Pick<PolarisationChoice, 'indicator' | 'per'>;

export const polarisationCsv = (...of: Parameters<typeof polarisationTable>): string => tableCsv(polarisationTable(...of));

/** A line for each series and year with data; all additive indicators, every region counting as one, where no series is named. */
export function polarisationTable(pack: Pack, language: Language, series: readonly Series[] = amounts(pack).map((i) => ({ indicator: i.id, per: null }))): Table {
  const k = topCount(pack);
  const regions = regionsOf(pack);
  const rows = series.flatMap(({ indicator: id, per }) => {
    const indicator = pack.indicators.find((i) => i.id === id);
    const size = pack.indicators.find((i) => i.id === per);
    return polarisationYears(pack, id, per).map((year): Cell[] => {
      const measures = yearMeasures(pack, { indicator: id, per }, year);
      const sources = [indicator, size].flatMap((i) => (i ? sourcesOf(pack, i, year) : []));
      return [
        id,
        indicator?.name[language] ?? '',
        per ?? '',
        year,
        measures.topShare,
        measures.top.map((u) => regions[u]?.code ?? '').join(' '),
        ...COLUMNS.map(([, key]) => measures[key] as number),
        [...new Set(sources.map((s) => `${s.publication} [${s.carrier}]`))].join('; '),
        [...new Set(sources.map((s) => s.licence))].join('; ')
      ];
    });
  });
  return { header: ['INDICATOR', 'NAME', 'PER', 'TIME_PERIOD', `TOP_${k}_SHARE`, `TOP_${k}`, ...COLUMNS.map(([name]) => name), 'SOURCE', 'LICENCE'], rows };
}
