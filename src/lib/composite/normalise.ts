/**
 * Min–max normalisation (OECD/JRC Handbook 2008, step 5, method 3).
 *
 * x ↦ (x − lo) / (hi − lo) for a direction of +1 and (hi − x) / (hi − lo) for −1, where [lo, hi] are the
 * goalposts in the indicator's own unit. Values outside the goalposts leave [0, 1]; nothing is clipped.
 * Equal goalposts carry no information: every result is NaN, so the indicator drops out of the means
 * instead of counting as nought.
 */
import type { Direction } from '../pack';

export type Goalpost = readonly [lo: number, hi: number];

export function minMax(column: Float64Array, [lo, hi]: Goalpost, direction: Direction = 1): Float64Array {
  const span = hi - lo;
  if (!(span > 0)) return new Float64Array(column.length).fill(NaN);
  return column.map(direction === 1 ? (v) => (v - lo) / span : (v) => (hi - v) / span);
}
