/**
 * Correlation of two columns with the probability of one as strong if they had nothing to do with each other
 * (two-sided), on the units present in both.
 *
 * Pearson: t with n − 2 degrees of freedom. Spearman: the exact distribution of Σd² up to 14 untied pairs,
 * otherwise t. Kendall's τ-b: the exact distribution of S up to 49 untied pairs, otherwise the normal one with the
 * variance that the ties leave. `test` says which.
 */
import { meanRanks, pearson } from '../weigh/correlation';
import { incompleteBeta } from './distributions/beta';
import { normalTail } from './distributions/normal';
import { KENDALL_EXACT, kendallExact } from './exactKendall';
import { SPEARMAN_EXACT, spearmanExact } from './exactSpearman';
import { concordance } from './kendall';
import { pairsOf, tieSizes } from './pairs';

export type CorrelationKind = 'pearson' | 'spearman' | 'kendall';

export interface Correlation {
  readonly kind: CorrelationKind;
  /** −1…1; NaN without spread in one of the columns or with fewer than two pairs. */
  readonly r: number;
  /** Pairs of present values. */
  readonly n: number;
  /** Two-sided, 0–1; NaN where r is, and for fewer than three pairs. */
  readonly p: number;
  readonly test: 'exact' | 't' | 'normal' | 'none';
  /** Equal values in one of the columns. */
  readonly tied: boolean;
}

/** @throws RangeError for columns of different length */
export function correlate(a: Float64Array, b: Float64Array, kind: CorrelationKind = 'pearson'): Correlation {
  const { n, x, y } = pairsOf(a, b);
  if (kind === 'kendall') {
    const { s, tau, variance, tied } = concordance(x, y);
    if (n < 3 || Number.isNaN(tau)) return { kind, r: tau, n, p: NaN, test: 'none', tied };
    const exact = !tied && n <= KENDALL_EXACT;
    return { kind, r: tau, n, p: exact ? kendallExact(s, n) : 2 * normalTail(Math.abs(s) / Math.sqrt(variance)), test: exact ? 'exact' : 'normal', tied };
  }
  const tied = tieSizes(x).length + tieSizes(y).length > 0;
  const [v, w] = kind === 'spearman' ? [meanRanks(x), meanRanks(y)] : [x, y];
  const r = pearson(v, w);
  if (n < 3 || Number.isNaN(r)) return { kind, r, n, p: NaN, test: 'none', tied };
  if (kind === 'spearman' && !tied && n <= SPEARMAN_EXACT) {
    const d2 = v.reduce((sum, rank, i) => sum + (rank - (w[i] ?? NaN)) ** 2, 0);
    return { kind, r, n, p: spearmanExact(d2, n), test: 'exact', tied };
  }
  // With t² = r² (n − 2) ÷ (1 − r²) the tails of t are an incomplete beta function of 1 − r².
  return { kind, r, n, p: incompleteBeta(n / 2 - 1, 0.5, (1 - r) * (1 + r), r * r), test: 't', tied };
}

/** One correlation per pair of a row and a column, row by row. */
export function correlations(rows: readonly Float64Array[], columns: readonly Float64Array[], kind: CorrelationKind = 'pearson'): readonly Correlation[] {
  return rows.flatMap((a) => columns.map((b) => correlate(a, b, kind)));
}
