/**
 * Where a shown number comes from: the published observations behind an indicator in a year, each with
 * its source and remark. A derived indicator has one entry for each observation its expression reads.
 */
import { regionsOf } from '../composite';
import { derivationCells, type Comment, type Indicator, type Pack, type Source } from '../pack';

export interface ObservationRef {
  readonly indicator: Indicator;
  readonly year: number;
  readonly value: number;
  readonly source: Source | null;
  readonly comment: Comment | null;
}

export function observation(pack: Pack, indicator: Indicator, year: number, area: string): ObservationRef {
  const { years, values, source, comment } = pack.observations;
  const i = pack.indicators.indexOf(indicator);
  const a = pack.areas.findIndex((x) => x.code === area);
  const y = years.indexOf(year);
  const cell = i < 0 || a < 0 || y < 0 ? -1 : (i * years.length + y) * pack.areas.length + a;
  return {
    indicator,
    year,
    value: values[cell] ?? NaN,
    source: pack.sources[source[cell] ?? -1] ?? null,
    comment: pack.comments[comment[cell] ?? -1] ?? null
  };
}

/** Published observations behind the value of any indicator; unpublished ones are listed with NaN. */
export function evidence(pack: Pack, indicator: Indicator, year: number, area: string): readonly ObservationRef[] {
  if (!indicator.derivation) return [observation(pack, indicator, year, area)];
  return derivationCells(indicator.derivation.expression, year, pack.method.baseYear).flatMap(({ input, year: y }) => {
    const found = pack.indicators.find((x) => x.id === input);
    return found ? [observation(pack, found, y, area)] : [];
  });
}

/** Observations of one series, one source and one remark together, in the order of their first year. */
export function bySource(cells: readonly ObservationRef[]): readonly (readonly ObservationRef[])[] {
  const found = new Map<string, ObservationRef[]>();
  for (const cell of cells) {
    const key = `${cell.indicator.id} ${cell.source?.id ?? ''} ${cell.comment?.id ?? ''}`;
    found.set(key, [...(found.get(key) ?? []), cell]);
  }
  return [...found.values()];
}

/** Sources behind an indicator in a year, over all regions, in the order of the pack. */
export function sourcesOf(pack: Pack, indicator: Indicator, year: number): readonly Source[] {
  const found = new Set(regionsOf(pack).flatMap(({ code }) => evidence(pack, indicator, year, code).flatMap(({ source }) => source ?? [])));
  return pack.sources.filter((source) => found.has(source));
}
