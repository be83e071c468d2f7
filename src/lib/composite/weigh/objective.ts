/**
 * Weights from the data alone, for columns of equal length; units with a gap are left out and noted, and a
 * column without spread weighs nothing. Rules as in pymcdm and scikit-criteria, against which they agree.
 */
import type { Direction } from '../../pack';
import { moments } from '../moments';
import { toRange } from '../normalise/scales';
import { extent } from '../summary';
import { pearson, spearman } from './correlation';
import { completeRows, shared, weighNote, type Weights } from './result';

/** One each. */
export function equalWeights(n: number): Weights {
  return shared(new Float64Array(n).fill(1));
}

/** Given weights as shares. @throws RangeError for a weight that is negative or not finite */
export function givenWeights(weights: ArrayLike<number>): Weights {
  const raw = Float64Array.from(weights);
  if (raw.some((w) => !(w >= 0 && w < Infinity))) throw new RangeError('a given weight is not a number ≥ 0');
  return shared(raw);
}

/** Standard deviation of each column as it comes, as shares. */
export function deviationWeights(columns: readonly Float64Array[]): Weights {
  const { columns: full, log } = completeRows(columns);
  return shared(Float64Array.from(full, spread), log);
}

/**
 * Entropy (Shannon 1948; Zeleny 1982): 1 + Σ p ln p ÷ ln n with p the unit's share of its column.
 * @throws RangeError for a negative value
 */
export function entropyWeights(columns: readonly Float64Array[]): Weights {
  const { columns: full, log } = completeRows(columns);
  const raw = Float64Array.from(full, (column) => {
    const [min, max] = extent(column);
    if (min < 0) throw new RangeError(`entropy: value ${min} is negative`);
    if (!(max > min)) return 0;
    const total = column.reduce((a, v) => a + v / max, 0);
    const entropy = column.reduce((a, v) => (v > 0 ? a - (v / max / total) * Math.log(v / max / total) : a), 0);
    return Math.max(0, 1 - entropy / Math.log(column.length));
  });
  return shared(raw, log);
}

export interface CriticOptions {
  /** Bring the columns to 0–1 first, as in the paper; default true. */
  readonly scale?: boolean;
  readonly correlation?: 'pearson' | 'spearman';
}

/** CRITIC (Diakoulaki, Mavrotas & Papayannakis 1995): standard deviation × Σ (1 − correlation with each other). */
export function criticWeights(columns: readonly Float64Array[], options: CriticOptions = {}): Weights {
  const { columns: full, log } = completeRows(columns);
  const scaled = options.scale === false ? full : full.map((column) => toRange(column, 0, 1));
  const correlate = options.correlation === 'spearman' ? spearman : pearson;
  const flat = full.map((column) => !(spread(column) > 0));
  const raw = Float64Array.from(scaled, (column, j) => {
    if (flat[j]) return 0;
    let conflict = 0;
    scaled.forEach((other, k) => {
      if (j === k || flat[k]) return;
      const apart = 1 - correlate(column, other);
      // Rounding must not make a conflict of two columns that say the same.
      if (apart > 1e-12) conflict += apart;
    });
    return spread(column) * conflict;
  });
  const flats = flat.filter(Boolean).length;
  const all = flats > 0 ? [...log, weighNote('constant', flats, `${flats} columns without spread weigh nothing`)] : log;
  // One column alone has nothing to conflict with and carries everything.
  return shared(full.length === 1 && !flat[0] ? Float64Array.of(1) : raw, all);
}

/**
 * MEREC (Keshavarz-Ghorabaee et al. 2021): how much the overall performance ln(1 + mean |ln x|) changes when
 * the column is left out; x is min ÷ value where more is better, value ÷ max where less is.
 * @throws RangeError for a value ≤ 0
 */
export function merecWeights(columns: readonly Float64Array[], directions?: readonly Direction[]): Weights {
  const { columns: full, log } = completeRows(columns);
  const n = full.length;
  const logs = full.map((column, j) => {
    const [min, max] = extent(column);
    if (min <= 0) throw new RangeError(`MEREC: value ${min} is not positive`);
    return column.map((v) => Math.abs(directions?.[j] === -1 ? Math.log(v) - Math.log(max) : Math.log(min) - Math.log(v)));
  });
  const raw = new Float64Array(n);
  const units = full[0]?.length ?? 0;
  for (let u = 0; u < units; u++) {
    const total = logs.reduce((a, column) => a + (column[u] ?? NaN), 0);
    logs.forEach((column, j) => {
      raw[j] = (raw[j] ?? 0) + Math.abs(Math.log1p((total - (column[u] ?? NaN)) / n) - Math.log1p(total / n));
    });
  }
  return shared(raw, log);
}

function spread(column: Float64Array): number {
  const { sd } = moments(column);
  return Number.isNaN(sd) ? 0 : sd;
}
