/**
 * From the pack to the engine: the value of an indicator for each region in a year, with the year it
 * was really published for. A value may be carried forward only as far as the method allows (`maxLag`),
 * and the year it comes from travels with it so that every view can say so.
 */
import { indicatorColumn, type Area, type MethodIndicator, type Pack } from '../pack';

export interface YearColumn {
  /** One value per region, in the indicator's own unit. */
  readonly values: Float64Array;
  /** Year of each value; 0 where missing. */
  readonly years: Int16Array;
}

/** The regions that are scored and drawn, in the order of the pack; every column by region follows it. */
export function regionsOf(pack: Pack): readonly Area[] {
  return pack.areas.filter((area) => area.kind === 'region');
}

export function yearColumn(pack: Pack, indicator: string, year: number, maxLag = 0): YearColumn {
  const all = indicatorColumn(pack, indicator);
  const { years } = pack.observations;
  const areas = pack.areas.length;
  const regions = pack.areas.flatMap((area, i) => (area.kind === 'region' ? [i] : []));
  const values = new Float64Array(regions.length).fill(NaN);
  const from = new Int16Array(regions.length);
  regions.forEach((area, u) => {
    for (let y = year; y >= year - maxLag; y--) {
      const row = years.indexOf(y);
      const value = row < 0 ? NaN : (all[row * areas + area] ?? NaN);
      if (Number.isNaN(value)) continue;
      values[u] = value;
      from[u] = y;
      return;
    }
  });
  return { values, years: from };
}

/** Every indicator of a method's blocks, in order. */
export function methodIndicators(blocks: Pack['method']['potential']): readonly MethodIndicator[] {
  return blocks.flatMap((block) => block.indicators);
}
