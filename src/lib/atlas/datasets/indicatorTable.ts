/** One indicator, published or derived, in every year and place, as a table to take away. */
import { indicatorColumn, type Language, type Pack } from '../../pack';
import type { Cell, Table } from '../csv';
import { evidence } from '../evidence';

/** DERIVATION holds the formula of a derived value and is empty for a published one. @throws RangeError for an unknown indicator */
export function indicatorTable(pack: Pack, language: Language, id: string): Table {
  const values = indicatorColumn(pack, id);
  const indicator = pack.indicators.find((i) => i.id === id);
  if (!indicator) throw new RangeError(`unknown indicator: ${id}`);
  const rows = pack.areas.flatMap((area, a) =>
    pack.observations.years.flatMap((year, y): Cell[][] => {
      const value = values[y * pack.areas.length + a] ?? NaN;
      if (Number.isNaN(value)) return [];
      const cells = evidence(pack, indicator, year, area.code);
      const sources = distinct(cells.flatMap((c) => c.source ?? []));
      return [
        [
          area.code,
          area.name[language],
          year,
          value,
          indicator.unit.id,
          indicator.derivation?.expression ?? null,
          distinct(cells.flatMap((c) => c.comment?.text[language] ?? [])).join('; ') || null,
          sources.map((s) => `${s.publication} [${s.carrier}]`).join('; '),
          distinct(sources.map((s) => s.licence)).join('; ')
        ]
      ];
    })
  );
  return { header: ['REF_AREA', 'NAME', 'TIME_PERIOD', 'OBS_VALUE', 'UNIT_MEASURE', 'DERIVATION', 'COMMENT', 'SOURCE', 'LICENCE'], rows };
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
