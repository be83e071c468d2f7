/**
 * VIKOR: how near a unit comes to the best values, as a group (S) and in its worst indicator (R) (Opricovic &
 * Tzeng 2004). More is better in every column and in the score, which is 1 − Q, 0–1.
 */
import { extent } from '../summary';
import type { Scores } from './means';

/**
 * Regret of a column = weight × (best − x) ÷ (best − worst), over the columns present with weights rescaled. A
 * column without spread regrets nothing. Where all units have the same S or R that part counts as nought.
 * @param v weight of the group's utility beside the worst regret, 0–1
 */
export function vikor(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, v = 0.5): Scores {
  const ends = columns.map(extent);
  const group = new Float64Array(units).fill(NaN);
  const worst = new Float64Array(units).fill(NaN);
  for (let u = 0; u < units; u++) {
    let sum = 0;
    let most = 0;
    let total = 0;
    columns.forEach((column, j) => {
      const x = column[u] ?? NaN;
      const w = weights[j] ?? 0;
      if (Number.isNaN(x) || !(w > 0)) return;
      const [min, max] = ends[j] ?? [NaN, NaN];
      const regret = max > min ? w * ((max - x) / (max - min)) : 0;
      sum += regret;
      most = Math.max(most, regret);
      total += w;
    });
    if (!(total > 0)) continue;
    group[u] = sum / total;
    worst[u] = most / total;
  }
  const place = (values: Float64Array) => {
    const [min, max] = extent(values);
    return (u: number) => (max > min ? ((values[u] ?? NaN) - min) / (max - min) : 0);
  };
  const [s, r] = [place(group), place(worst)];
  return { score: group.map((value, u) => (Number.isNaN(value) ? NaN : 1 - (v * s(u) + (1 - v) * r(u)))), refused: [] };
}
