/** What can be mapped: the index, its blocks and every indicator, each with its unit and its years. */
import { regionsOf, scoredYears, yearColumn } from '../composite';
import type { Goalposts, Indicator, Pack, Text } from '../pack';
import { scores } from './scores';

export interface Measure {
  readonly id: string;
  readonly kind: 'index' | 'block' | 'indicator';
  /** Null for the index, whose name is a message of the interface. */
  readonly name: Text | null;
  readonly short: Text | null;
  readonly unit: Text | null;
  readonly decimals: number;
  readonly indicator: Indicator | null;
}

export interface MeasureValues {
  readonly measure: Measure;
  readonly year: number;
  /** One value per region; NaN = missing. */
  readonly values: Float64Array;
  /** Year each value was published for (a score: the year asked for); 0 = missing. */
  readonly years: Int16Array;
}

export function isMeasure(pack: Pack, id: string): boolean {
  return findMeasure(pack, id) !== null;
}

export function findMeasure(pack: Pack, id: string): Measure | null {
  if (id === 'index') return { id, kind: 'index', name: null, short: null, unit: null, decimals: 2, indicator: null };
  const block = pack.method.potential.find((b) => b.id === id);
  if (block) return { id, kind: 'block', name: block.name, short: block.name, unit: null, decimals: 2, indicator: null };
  const indicator = pack.indicators.find((i) => i.id === id);
  if (!indicator) return null;
  const { name, short, unit, decimals } = indicator;
  return { id, kind: 'indicator', name, short, unit: unit.short, decimals, indicator };
}

/** Years in which at least one region has a value. */
export function measureYears(pack: Pack, id: string): readonly number[] {
  const measure = findMeasure(pack, id);
  if (!measure) return [];
  let byId = years.get(pack);
  if (!byId) years.set(pack, (byId = new Map()));
  let found = byId.get(id);
  if (!found) {
    found =
      measure.kind === 'indicator'
        ? pack.observations.years.filter((y) => yearColumn(pack, id, y).values.some((v) => !Number.isNaN(v)))
        : scoredYears(pack, 'potential');
    byId.set(id, found);
  }
  return found;
}

const years = new WeakMap<Pack, Map<string, readonly number[]>>();

/** @throws RangeError for an unknown measure */
export function measureValues(pack: Pack, id: string, year: number, goalposts: Goalposts): MeasureValues {
  const measure = findMeasure(pack, id);
  if (!measure) throw new RangeError(`unknown measure: ${id}`);
  if (measure.kind === 'indicator') {
    const column = yearColumn(pack, id, year);
    return { measure, year, values: column.values, years: column.years };
  }
  const { potential } = scores(pack, year, goalposts);
  const values = measure.kind === 'index' ? potential.index : (potential.blocks.find((b) => b.id === id)?.score ?? new Float64Array(regionsOf(pack).length).fill(NaN));
  return { measure, year, values, years: Int16Array.from(values, (v) => (Number.isNaN(v) ? 0 : year)) };
}

/** Values of a measure in every year it has, on pooled goalposts, so that years compare. */
export function measureSeries(pack: Pack, id: string): readonly MeasureValues[] {
  return measureYears(pack, id).map((year) => measureValues(pack, id, year, 'pooled'));
}
