/** How complete each indicator is: regions with a value by year, and the sources it comes from. */
import { yearColumn } from '../composite';
import type { Indicator, Pack } from '../pack';

export interface CoverageRow {
  readonly indicator: Indicator;
  /** Regions with a value, by year of the pack. */
  readonly counts: readonly number[];
  /** Ids of the sources of its observations; empty for derived indicators. */
  readonly sources: readonly string[];
  /** Block of the method that uses it, or null. */
  readonly block: string | null;
}

export function coverage(pack: Pack): readonly CoverageRow[] {
  const { years, source } = pack.observations;
  const areas = pack.areas.length;
  return pack.indicators.map((indicator, i) => {
    const from = new Set<string>();
    for (let cell = i * years.length * areas; cell < (i + 1) * years.length * areas; cell++) {
      const found = pack.sources[source[cell] ?? -1];
      if (found && !indicator.derivation) from.add(found.id);
    }
    return {
      indicator,
      counts: years.map((year) => yearColumn(pack, indicator.id, year).values.reduce((n, v) => n + Number(!Number.isNaN(v)), 0)),
      sources: [...from].sort(),
      block: pack.method.potential.find((b) => b.indicators.some((x) => x.id === indicator.id))?.id ?? null
    };
  });
}

