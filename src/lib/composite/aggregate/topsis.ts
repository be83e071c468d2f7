/**
 * TOPSIS: closeness to the best and distance from the worst point that the data hold, 0–1 (Hwang & Yoon 1981).
 * More is better in every column.
 */
import { between } from '../normalise/scales';
import { extent } from '../summary';
import type { Scores } from './means';

/** `vector`: each column ÷ its Euclidean length, as in the book; `minMax`: to 0–1; `none`: as it comes. */
export type TopsisScale = 'none' | 'vector' | 'minMax';

/**
 * d⁻ ÷ (d⁺ + d⁻) with Euclidean distances of weighted values over the columns present, weights rescaled to
 * them. Refused where both distances are nought: no column with any spread.
 */
export function topsis(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, scale: TopsisScale = 'none'): Scores {
  const scaled = columns.map((column) => rescaled(column, scale));
  const ends = scaled.map(extent);
  const score = new Float64Array(units).fill(NaN);
  const refused: number[] = [];
  for (let u = 0; u < units; u++) {
    let best = 0;
    let worst = 0;
    let any = false;
    // A common factor of the weights cancels out, so rescaling them to the present ones needs no division.
    scaled.forEach((column, j) => {
      const v = column[u] ?? NaN;
      const w = weights[j] ?? 0;
      const [min, max] = ends[j] ?? [NaN, NaN];
      if (Number.isNaN(v) || !(w > 0)) return;
      any = true;
      best = Math.hypot(best, w * (max - v));
      worst = Math.hypot(worst, w * (v - min));
    });
    if (!any) continue;
    const closeness = worst / (best + worst);
    if (Number.isFinite(closeness)) score[u] = closeness;
    else refused.push(u);
  }
  return { score, refused };
}

function rescaled(column: Float64Array, scale: TopsisScale): Float64Array {
  if (scale === 'none') return column;
  const [min, max] = extent(column);
  if (scale === 'minMax') return min === max ? column.map((v) => v - min) : between(column, min, max, 0, 1);
  let length = 0;
  for (const v of column) if (!Number.isNaN(v)) length = Math.hypot(length, v);
  return length > 0 ? column.map((v) => v / length) : column;
}
