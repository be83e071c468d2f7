import { Cancelled } from '../uncertainty/runs';
import type { Outcomes, Watch } from './indices';

/** Outcomes of many points, row by row. @param from first row, and `to` the first that is left out; all by default */
export function collect(plan: { readonly rows: number; point(row: number, out: Float64Array): void }, factors: number, evaluate: Outcomes, watch: Watch = {}, from = 0, to = plan.rows): { values: Float64Array; outcomes: number } {
  const point = new Float64Array(factors);
  const rows = to - from;
  const beat = Math.max(1, Math.floor(rows / 100));
  let values = new Float64Array(0);
  let outcomes = 0;
  for (let row = 0; row < rows; row++) {
    if (watch.cancelled?.()) throw new Cancelled();
    plan.point(from + row, point);
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
