/** The places statistics are published for, as a table to take away. */
import type { Language, Pack } from '../../pack';
import type { Table } from '../csv';

export function regionsTable(pack: Pack, language: Language): Table {
  return {
    header: ['REF_AREA', 'KIND', 'NAME', 'SHORT_NAME', 'CAPITAL', 'CAPITAL_LON', 'CAPITAL_LAT', 'AREA_THOUSAND_KM2', 'SOURCE', 'LICENCE'],
    rows: pack.areas.map((a) => [a.code, a.kind, a.name[language], a.short[language], a.capital[language], a.capitalAt?.[0] ?? null, a.capitalAt?.[1] ?? null, a.areaThousandKm2, pack.meta.attribution[language], pack.meta.licence[language]])
  };
}
