import { Cancelled } from '../uncertainty/runs';
import type { Outcomes, Watch } from './indices';

/** Outcomes of many points, row by row. */
export function collect(rows: number, factors: number, place: (row: number, point: Float64Array) => void, evaluate: Outcomes, watch: Watch): { values: Float64Array; outcomes: number } {
  const point = new Float64Array(factors);
  const beat = Math.max(1, Math.floor(rows / 100));
  let values = new Float64Array(0);
  let outcomes = 0;
  for (let row = 0; row < rows; row++) {
    if (watch.cancelled?.()) throw new Cancelled();
    place(row, point);
    const at = evaluate(point);
    if (row === 0) {
      outcomes = at.length;
      values = new Float64Array(rows * outcomes);
    }
    values.set(at, row * outcomes);
    if ((row + 1) % beat === 0 && row + 1 < rows) watch.onProgress?.(row + 1, rows);
  }
  watch.onProgress?.(rows, rows);
  return { values, outcomes };
}
