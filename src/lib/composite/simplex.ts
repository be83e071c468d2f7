/**
 * A small linear program: maximise c·x for A x ≤ b and x ≥ 0 with b ≥ 0, so that x = 0 is allowed. Primal
 * simplex on a dense tableau with Bland's rule (1977), which cannot cycle.
 */
export interface Solution {
  readonly value: number;
  readonly x: Float64Array;
  /** False where c·x has no upper bound or the iterations ran out; `value` is NaN then. */
  readonly solved: boolean;
}

/** @param rows A, one row per constraint @throws RangeError for a negative or missing bound */
export function maximise(c: Float64Array, rows: readonly Float64Array[], bounds: readonly number[]): Solution {
  const n = c.length;
  const m = rows.length;
  if (bounds.length !== m || bounds.some((b) => !(b >= 0))) throw new RangeError('a bound of the linear program is missing or negative');
  const width = n + m + 1;
  // One row per constraint with its slack and bound, and the objective as the last.
  const tableau = rows.map((row, i) => {
    const line = new Float64Array(width);
    line.set(row);
    line[n + i] = 1;
    line[width - 1] = bounds[i] ?? NaN;
    return line;
  });
  const objective = new Float64Array(width);
  c.forEach((v, j) => (objective[j] = -v));
  const basis = rows.map((_, i) => n + i);
  const tiny = 1e-11;
  for (let step = 0; step < 50 * (n + m) + 1000; step++) {
    const enter = objective.findIndex((v, j) => j < width - 1 && v < -tiny);
    if (enter < 0) {
      const x = new Float64Array(n);
      basis.forEach((j, i) => {
        if (j < n) x[j] = tableau[i]?.[width - 1] ?? NaN;
      });
      return { value: c.reduce((a, v, j) => a + v * (x[j] ?? NaN), 0), x, solved: true };
    }
    let leave = -1;
    let least = Infinity;
    tableau.forEach((line, i) => {
      const a = line[enter] ?? 0;
      if (!(a > tiny)) return;
      const ratio = (line[width - 1] ?? NaN) / a;
      const tie = Math.abs(ratio - least) <= tiny * Math.max(1, Math.abs(least));
      if (tie ? (basis[i] ?? 0) < (basis[leave] ?? Infinity) : ratio < least) {
        leave = i;
        least = Math.min(ratio, least);
      }
    });
    const pivot = tableau[leave];
    if (!pivot) break;
    const by = pivot[enter] ?? NaN;
    for (let j = 0; j < width; j++) pivot[j] = (pivot[j] ?? NaN) / by;
    for (const line of [...tableau, objective]) {
      const factor = line[enter] ?? 0;
      if (line === pivot || factor === 0) continue;
      for (let j = 0; j < width; j++) line[j] = (line[j] ?? NaN) - factor * (pivot[j] ?? NaN);
      line[enter] = 0;
    }
    basis[leave] = enter;
  }
  return { value: NaN, x: new Float64Array(n).fill(NaN), solved: false };
}
