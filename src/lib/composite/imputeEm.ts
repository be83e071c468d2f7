/**
 * Imputation by expectation–maximisation for a multivariate normal distribution (Dempster, Laird & Rubin 1977;
 * Little & Rubin 2002, section 11.2; OECD/JRC Handbook 2008, step 3).
 *
 * Each gap takes its expected value given the unit's present values, under the mean and covariance that are
 * most likely for the incomplete data. Columns are standardised inside, which changes no result.
 */
import { filled, type Imputation } from './impute';
import { cholesky, choleskySolve } from './linear';
import { moments } from './moments';
import type { Note, Table } from './table';

export interface EmOptions {
  /** Stop when no mean or covariance of the standardised columns moves by more; default 1e-10. */
  readonly tolerance?: number;
  /** Default 1000. */
  readonly maxIterations?: number;
}

export interface EmImputation extends Imputation {
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Columns without spread and units without any value take no part and keep their gaps. When a covariance of
 * present columns is singular (more columns than units can carry) nothing is imputed. All three are noted.
 */
export function imputeEm(table: Table, options: EmOptions = {}): EmImputation {
  const ids = [...table.columns.keys()].filter((id) => moments(table.columns.get(id) ?? new Float64Array(0)).sd > 0);
  const p = ids.length;
  const raw = ids.map((id) => table.columns.get(id) ?? new Float64Array(0));
  const own = raw.map(moments);
  const z = raw.map((column, j) => column.map((v) => (v - (own[j]?.mean ?? NaN)) / (own[j]?.sd ?? NaN)));
  const rows = table.units.flatMap((_, u) => (z.some((column) => !Number.isNaN(column[u] ?? NaN)) ? [u] : []));
  const fit = maximise(z, rows, options.tolerance ?? 1e-10, options.maxIterations ?? 1000);

  const usable = new Set(fit.singular ? [] : rows);
  const place = new Map(ids.map((id, j) => [id, j]));
  const result = filled(table, (values, id) => {
    const j = place.get(id);
    if (j === undefined) return values;
    const { mean = NaN, sd = NaN } = own[j] ?? {};
    return values.map((v, u) => (Number.isNaN(v) && usable.has(u) ? mean + sd * (fit.expected[u * p + j] ?? NaN) : v));
  });
  const extra: Note[] = [];
  const note = (kind: string, cells: number, message: string) => extra.push({ step: 'impute', kind, cells, message });
  if (fit.singular) note('singular', 0, 'the covariance of the present columns is singular: nothing imputed');
  else if (!fit.converged) note('notConverged', 0, `not settled after ${fit.iterations} iterations`);
  return { ...result, log: [...result.log, ...extra], iterations: fit.iterations, converged: fit.converged };
}

interface Fit {
  /** Present or expected standardised values, unit by unit. */
  readonly expected: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  readonly singular: boolean;
}

function maximise(z: readonly Float64Array[], rows: readonly number[], tolerance: number, maxIterations: number): Fit {
  const p = z.length;
  const n = rows.length;
  const expected = new Float64Array((z[0]?.length ?? 0) * p);
  let mean = new Float64Array(p);
  let cov = new Float64Array(p * p);
  for (let j = 0; j < p; j++) cov[j * p + j] = 1;
  const patterns = new Map<string, number[]>();
  for (const u of rows) {
    const key = z.map((column) => (Number.isNaN(column[u] ?? NaN) ? '0' : '1')).join('');
    patterns.set(key, [...(patterns.get(key) ?? []), u]);
  }
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const sum = new Float64Array(p);
    const square = new Float64Array(p * p);
    for (const [key, units] of patterns) {
      const has = Array.from({ length: p }, (_, j) => j).filter((j) => key[j] === '1');
      const lacks = Array.from({ length: p }, (_, j) => j).filter((j) => key[j] === '0');
      const o = has.length;
      const l = cholesky(Float64Array.from({ length: o * o }, (_, k) => cov[(has[Math.floor(k / o)] ?? 0) * p + (has[k % o] ?? 0)] ?? NaN), o);
      if (!l) return { expected, iterations: iteration, converged: false, singular: true };
      // Regression of each lacking column on those present.
      const slopes = lacks.map((m) => choleskySolve(l, o, Float64Array.from(has, (h) => cov[h * p + m] ?? NaN)));
      for (const u of units) {
        for (const h of has) expected[u * p + h] = z[h]?.[u] ?? NaN;
        lacks.forEach((m, i) => {
          let e = mean[m] ?? NaN;
          has.forEach((h, k) => (e += (slopes[i]?.[k] ?? NaN) * ((z[h]?.[u] ?? NaN) - (mean[h] ?? NaN))));
          expected[u * p + m] = e;
        });
        for (let j = 0; j < p; j++) {
          const e = expected[u * p + j] ?? NaN;
          sum[j] = (sum[j] ?? 0) + e;
          for (let k = 0; k < p; k++) square[j * p + k] = (square[j * p + k] ?? 0) + e * (expected[u * p + k] ?? NaN);
        }
      }
      // What the regressions leave open, once per unit of the pattern.
      lacks.forEach((a, i) =>
        lacks.forEach((b) => {
          let rest = cov[a * p + b] ?? NaN;
          has.forEach((h, k) => (rest -= (slopes[i]?.[k] ?? NaN) * (cov[h * p + b] ?? NaN)));
          square[a * p + b] = (square[a * p + b] ?? 0) + units.length * rest;
        })
      );
    }
    const nextMean = sum.map((s) => s / n);
    const nextCov = square.map((s, k) => s / n - (nextMean[Math.floor(k / p)] ?? NaN) * (nextMean[k % p] ?? NaN));
    let moved = 0;
    nextMean.forEach((m, j) => (moved = Math.max(moved, Math.abs(m - (mean[j] ?? NaN)))));
    nextCov.forEach((c, k) => (moved = Math.max(moved, Math.abs(c - (cov[k] ?? NaN)))));
    mean = nextMean;
    cov = nextCov;
    if (moved <= tolerance) return { expected, iterations: iteration, converged: true, singular: false };
  }
  return { expected, iterations: maxIterations, converged: false, singular: false };
}
