/**
 * Varimax rotation (Kaiser 1958): orthogonal turns of the factors, two at a time, until the variance of the
 * squared loadings is greatest. Each factor is signed so that its loadings sum to a positive number.
 */

/** @param loadings one row per column of the data, one entry per factor */
export function varimax(loadings: readonly Float64Array[], kaiser: boolean): Float64Array[] {
  const p = loadings.length;
  const factors = loadings[0]?.length ?? 0;
  const length = loadings.map((row) => (kaiser ? Math.hypot(...row) || 1 : 1));
  const rows = loadings.map((row, j) => row.map((l) => l / (length[j] ?? 1)));
  for (let sweep = 0; sweep < 1000; sweep++) {
    let turned = 0;
    for (let a = 0; a < factors; a++) {
      for (let b = a + 1; b < factors; b++) {
        let [su, sv, sc, sd] = [0, 0, 0, 0];
        for (const row of rows) {
          const [x, y] = [row[a] ?? NaN, row[b] ?? NaN];
          const u = x * x - y * y;
          const v = 2 * x * y;
          su += u;
          sv += v;
          sc += u * u - v * v;
          sd += 2 * u * v;
        }
        const angle = Math.atan2(sd - (2 * su * sv) / p, sc - (su * su - sv * sv) / p) / 4;
        turned = Math.max(turned, Math.abs(angle));
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const row of rows) {
          const [x, y] = [row[a] ?? NaN, row[b] ?? NaN];
          row[a] = c * x + s * y;
          row[b] = c * y - s * x;
        }
      }
    }
    if (!(turned > 1e-14)) break;
  }
  for (let f = 0; f < factors; f++) {
    const sum = rows.reduce((a, row) => a + (row[f] ?? NaN), 0);
    if (sum < 0) for (const row of rows) row[f] = -(row[f] ?? NaN);
  }
  return rows.map((row, j) => row.map((l) => l * (length[j] ?? 1)));
}
