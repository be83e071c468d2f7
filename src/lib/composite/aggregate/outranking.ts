/**
 * Aggregation by comparing units in pairs (OECD/JRC Handbook 2008, step 6, non-compensatory multi-criteria
 * approach): Copeland scores and PROMETHEE II net flows. More is better in every column.
 *
 * A pair is compared on the columns present in both units, with their weights rescaled; a unit that shares
 * no column with another is compared with the rest only, and one without any comparison stays missing.
 */
import type { Scores } from './means';

/** Preference for a difference d > 0, 0–1 (Brans & Vincke 1985; Brans & Mareschal 2005). */
export type Preference =
  | { readonly shape: 'usual' }
  /** Indifferent up to q. */
  | { readonly shape: 'u'; readonly q: number }
  /** Rising to full preference at p. */
  | { readonly shape: 'v'; readonly p: number }
  /** One half between q and p. */
  | { readonly shape: 'level'; readonly q: number; readonly p: number }
  /** Rising from q to p. */
  | { readonly shape: 'linear'; readonly q: number; readonly p: number }
  /** 1 − exp(−d² ÷ 2s²). */
  | { readonly shape: 'gaussian'; readonly s: number };

/** Preference for difference `d`; nought for d ≤ 0. */
export function preference(d: number, how: Preference): number {
  if (!(d > 0)) return 0;
  switch (how.shape) {
    case 'usual':
      return 1;
    case 'u':
      return d > how.q ? 1 : 0;
    case 'v':
      return d > how.p ? 1 : d / how.p;
    case 'level':
      return d > how.p ? 1 : d > how.q ? 0.5 : 0;
    case 'linear':
      return d > how.p ? 1 : d > how.q ? (d - how.q) / (how.p - how.q) : 0;
    case 'gaussian':
      return -Math.expm1((-d * d) / (2 * how.s * how.s));
  }
}

type Compare = (d: number, column: number) => number;

/** Σ w compare(a − b) ÷ Σ w over shared columns; NaN when none is shared. */
function pair(columns: readonly Float64Array[], weights: ArrayLike<number>, a: number, b: number, compare: Compare): number {
  let sum = 0;
  let total = 0;
  for (let j = 0; j < columns.length; j++) {
    const d = (columns[j]?.[a] ?? NaN) - (columns[j]?.[b] ?? NaN);
    const w = weights[j] ?? 0;
    if (Number.isNaN(d) || !(w > 0)) continue;
    sum += w * compare(d, j);
    total += w;
  }
  return total > 0 ? sum / total : NaN;
}

/** Share of weight on which a is better than b, ties counted half, for each pair, row by row; 0 on the diagonal. */
export function outrankingMatrix(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number): Float64Array {
  const result = new Float64Array(units * units);
  for (let a = 0; a < units; a++) {
    for (let b = a + 1; b < units; b++) {
      const share = pair(columns, weights, a, b, (d) => (d > 0 ? 1 : d === 0 ? 0.5 : 0));
      result[a * units + b] = share;
      result[b * units + a] = 1 - share;
    }
  }
  return result;
}

/**
 * Copeland score: `share` sums the outranking shares of a unit over all others; `wins` counts the others it
 * beats on more than half of the weight, less those that beat it (Copeland 1951; a_copeland of COINr 1.1).
 */
export function copeland(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, score: 'share' | 'wins' = 'share'): Scores {
  const matrix = outrankingMatrix(columns, weights, units);
  // Rounding must not turn a tie into a win.
  const verdict = (share: number) => (Math.abs(share - 0.5) < 1e-12 ? 0 : Math.sign(share - 0.5));
  return overOthers(columns, weights, units, units - 1, (a, b) => (score === 'share' ? (matrix[a * units + b] ?? NaN) : verdict(matrix[a * units + b] ?? NaN)));
}

/** PROMETHEE II: mean over the others of preference for less preference against, −1…1 (Brans & Vincke 1985). */
export function promethee(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, how: Preference | readonly Preference[] = { shape: 'usual' }): Scores {
  const list: readonly Preference[] = 'shape' in how ? columns.map(() => how) : how;
  if (list.length !== columns.length) throw new RangeError(`${list.length} preference functions for ${columns.length} columns`);
  const of = (j: number): Preference => list[j] ?? { shape: 'usual' };
  return overOthers(columns, weights, units, 1, (a, b) => pair(columns, weights, a, b, (d, j) => preference(d, of(j)) - preference(-d, of(j))));
}

/** Mean of `value` over the units compared, times `scale`. A single unit scores nought. */
function overOthers(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, scale: number, value: (a: number, b: number) => number): Scores {
  const score = new Float64Array(units).fill(NaN);
  const refused: number[] = [];
  for (let a = 0; a < units; a++) {
    if (!columns.some((column, j) => (weights[j] ?? 0) > 0 && !Number.isNaN(column[a] ?? NaN))) continue;
    let sum = 0;
    let n = 0;
    for (let b = 0; b < units; b++) {
      if (a === b) continue;
      const v = value(a, b);
      if (Number.isNaN(v)) continue;
      sum += v;
      n++;
    }
    if (n > 0) score[a] = (sum / n) * scale;
    else if (units === 1) score[a] = 0;
    else refused.push(a);
  }
  return { score, refused };
}
