/** What the columns of the tables hold: datatype and unit by name, titles in words handed in. */
import { LANGUAGES, type Language, type Pack, type Text } from '../../pack';
import type { Table } from '../csv';

/** Datatypes of CSV on the Web (W3C 2015), as far as the tables need them. */
export type Datatype = 'string' | 'integer' | 'number' | 'gYear';
type UnitId = 'score' | 'share' | 'place' | 'degree' | 'thousandKm2' | 'asStated' | 'count';

export interface ColumnWords {
  readonly columns: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<UnitId, string>>;
  readonly block: (name: string) => string;
  readonly top: (k: number) => string;
  readonly topShare: (k: number) => string;
}

export interface Column {
  readonly name: string;
  readonly datatype: Datatype;
  readonly title: Text;
  readonly unit: Text | null;
}

const TEXT: readonly [Datatype, null] = ['string', null];
const SPECS: Readonly<Record<string, readonly [Datatype, UnitId | null]>> = {
  TIME_PERIOD: ['gYear', null],
  SINCE: ['gYear', null],
  UNTIL: ['gYear', null],
  STATUS_YEAR: ['gYear', null],
  INDEX: ['number', 'score'],
  DYNAMICS: ['number', 'score'],
  RANK: ['integer', 'place'],
  INDEX_P05: ['number', 'score'],
  INDEX_P95: ['number', 'score'],
  RANK_P05: ['number', 'place'],
  RANK_P95: ['number', 'place'],
  DYNAMICS_P05: ['number', 'score'],
  DYNAMICS_P95: ['number', 'score'],
  TIER_HOLDS: ['number', 'share'],
  GROUP_HOLDS: ['number', 'share'],
  VARIATIONS: ['integer', 'count'],
  OBS_VALUE: ['number', 'asStated'],
  LOWER: ['number', 'asStated'],
  UPPER: ['number', 'asStated'],
  CITY_LON: ['number', 'degree'],
  CITY_LAT: ['number', 'degree'],
  CAPITAL_LON: ['number', 'degree'],
  CAPITAL_LAT: ['number', 'degree'],
  AREA_THOUSAND_KM2: ['number', 'thousandKm2'],
  REGIONS: ['integer', 'count'],
  LEADERS_SHARE: ['number', 'share'],
  LEADERS_RATIO: ['number', null],
  GINI: ['number', null],
  GINI_CORRECTED: ['number', null],
  THEIL_T: ['number', null],
  THEIL_T_BETWEEN_TIERS: ['number', null],
  THEIL_T_WITHIN_TIERS: ['number', null],
  THEIL_L: ['number', null],
  'ATKINSON_0.5': ['number', null],
  ATKINSON_1: ['number', null],
  ATKINSON_2: ['number', null],
  HERFINDAHL: ['number', null],
  HERFINDAHL_NORMALISED: ['number', null],
  COEFFICIENT_OF_VARIATION: ['number', null],
  SD_OF_LOGS: ['number', null]
};

/**
 * @param unit of the values of a table on one indicator
 * @throws RangeError for a column nobody described
 */
export function columnsOf(pack: Pack, { header }: Table, words: Readonly<Record<Language, ColumnWords>>, unit: Text | null = null): readonly Column[] {
  return header.map((name) => {
    const [datatype, unitId] = specOf(name);
    const of = (language: Language): string => {
      const found = titleOf(pack, name, language, words[language]);
      if (found === undefined) throw new RangeError(`column ${name} has no title`);
      return found;
    };
    return { name, datatype, title: inEach(of), unit: name === 'OBS_VALUE' && unit ? unit : unitId && inEach((language) => words[language].units[unitId]) };
  });
}

function specOf(name: string): readonly [Datatype, UnitId | null] {
  if (name.startsWith('BLOCK_')) return ['number', 'score'];
  if (/^TOP_\d+_SHARE$/.test(name)) return ['number', 'share'];
  return SPECS[name] ?? TEXT;
}

function titleOf(pack: Pack, name: string, language: Language, words: ColumnWords): string | undefined {
  const block = pack.method.potential.find((b) => name === `BLOCK_${b.id.toUpperCase()}`);
  if (block) return words.block(block.name[language]);
  const top = /^TOP_(\d+)(_SHARE)?$/.exec(name);
  if (top) return (top[2] ? words.topShare : words.top)(Number(top[1]));
  return words.columns[name];
}

const inEach = (of: (language: Language) => string): Text => Object.fromEntries(LANGUAGES.map((l) => [l, of(l)])) as Record<Language, string>;
