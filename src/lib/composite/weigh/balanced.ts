/**
 * Correlation-balanced weights: such that what each column counts for in the composite, by its correlation with it,
 * comes out as wanted (Becker, Saisana, Paruolo & Vandecasteele 2017, linear version; COINr's get_opt_weights).
 *
 * For a weighted arithmetic mean of complete columns the weights are exact: correlations r = D⁻¹ C w ÷ spread of the
 * composite, with covariances C and spreads D, are in the proportions t when w is in those of C⁻¹ D t. Where that
 * asks for negative weights, or the composite is made otherwise, the sum of squares between what is wanted and what
 * is obtained is made least over the weights ≥ 0.
 */
import { arithmetic, byRow } from '../aggregate/means';
import { cholesky, choleskySolve } from '../linear';
import { moments } from '../moments';
import { nelderMead } from '../nelderMead';
import { correlationMatrix, pearson } from './correlation';
import { completeRows, shared, weighNote, type Weights } from './result';

export interface BalanceOptions {
  /** Relative importance wanted of each column, ≥ 0; default equal. */
  readonly importance?: readonly number[];
  /** What importance is measured by: the `correlation` with the composite (default, as in COINr) or its square, the linear share of variance. */
  readonly measure?: 'correlation' | 'squared';
  /** The composite for given weights (sum 1), by unit; default the weighted arithmetic mean. */
  readonly score?: (weights: Float64Array) => Float64Array;
}

export interface BalancedWeights extends Weights {
  /** Shares wanted and obtained, sum 1; obtained is NaN where there are no weights. */
  readonly wanted: Float64Array;
  readonly obtained: Float64Array;
  /** Greatest difference of the two. */
  readonly deviation: number;
}

/** Above this difference the wanted importance counts as not reached. */
const REACHED = 1e-6;

/** @throws RangeError for another number of importances than columns, or one that is not a number ≥ 0 */
export function balancedWeights(columns: readonly Float64Array[], options: BalanceOptions = {}): BalancedWeights {
  const p = columns.length;
  const wishes = options.importance ?? new Array<number>(p).fill(1);
  if (wishes.length !== p) throw new RangeError(`balanced weights: ${wishes.length} importances for ${p} columns`);
  if (wishes.some((v) => !(v >= 0 && v < Infinity)) || (p > 0 && wishes.every((v) => v === 0))) throw new RangeError('balanced weights: importances must be numbers ≥ 0, not all nought');
  const flat = columns.map((column) => !(moments(column).sd > 0));
  const used = Array.from(columns.keys()).filter((j) => !flat[j] && (wishes[j] ?? 0) > 0);
  const log = flat.some(Boolean) ? [weighNote('constant', flat.filter(Boolean).length, `${flat.filter(Boolean).length} columns without spread weigh nothing`)] : [];
  const wanted = shared(Float64Array.from(wishes, (v, j) => (flat[j] ? 0 : v))).weights;
  const correlations = withComposite(columns, flat, options.score);
  const obtained = (w: Float64Array): Float64Array => {
    const counts = correlations(w).map((v) => (options.measure === 'squared' ? v * v : v));
    const total = counts.reduce((s, v) => s + v, 0);
    return counts.map((v) => v / total);
  };
  const away = (w: Float64Array): number => obtained(w).reduce((s, v, j) => s + (v - (wanted[j] ?? NaN)) ** 2, 0);
  const finish = (raw: Float64Array): BalancedWeights => {
    const { weights } = shared(raw);
    const share = obtained(weights);
    const deviation = share.reduce((m, v, j) => Math.max(m, Math.abs(v - (wanted[j] ?? NaN))), 0);
    const note = deviation <= REACHED ? [] : [weighNote('notReached', p, `no weights ≥ 0 were found that give the importance wanted; the nearest are off by up to ${(100 * deviation).toFixed(2)} percentage points`)];
    return { weights, wanted, obtained: share, deviation, log: [...log, ...note] };
  };
  if (used.length === 0) return { ...shared(new Float64Array(p), log), wanted, obtained: new Float64Array(p).fill(NaN), deviation: NaN };

  const first = exact(columns, used, used.map((j) => (options.measure === 'squared' ? Math.sqrt(wanted[j] ?? NaN) : (wanted[j] ?? NaN))));
  const spread = (values: ArrayLike<number>): Float64Array => {
    const w = new Float64Array(p);
    used.forEach((j, k) => (w[j] = values[k] ?? 0));
    return w;
  };
  if (first?.every((v) => v >= 0) && away(shared(spread(first)).weights) < REACHED ** 2 / 100) return finish(spread(first));
  // On the weights as squares none is negative; three starts, for the surface may have more than one hollow.
  const square = (x: Float64Array): Float64Array => shared(spread(x.map((v) => v * v))).weights;
  const starts = [used.map(() => 1), used.map((j) => wanted[j] ?? 0), ...(first ? [Array.from(first, (v) => Math.max(v, 0.01 * first.reduce((m, o) => Math.max(m, o), 0)))] : [])];
  const found = starts.map((start) => {
    const total = start.reduce((s, v) => s + v, 0);
    return nelderMead((x) => away(square(x)), Float64Array.from(start, (v) => Math.sqrt(v / total)));
  });
  return finish(square(found.reduce((a, b) => (b.value < a.value ? b : a)).x));
}

/** Correlations of the columns with the composite for given weights, up to a common factor; 0 for a column without spread. */
function withComposite(columns: readonly Float64Array[], flat: readonly boolean[], score: BalanceOptions['score']): (w: Float64Array) => Float64Array {
  const p = columns.length;
  const units = columns[0]?.length ?? 0;
  if (score || columns.some((column) => column.some(Number.isNaN))) {
    return (w) => {
      const composite = score ? score(w) : byRow(columns, w, units, arithmetic).score;
      return Float64Array.from(columns, (column, j) => (flat[j] ? 0 : pearson(column, composite)));
    };
  }
  // Of a linear composite they follow from those of the columns: Σ r w × spread.
  const own = columns.map((column) => moments(column).sd);
  const most = own.reduce((m, v) => Math.max(m, v), 0);
  const r = correlationMatrix(columns).map((v) => (Number.isNaN(v) ? 0 : v));
  return (w) => {
    const result = new Float64Array(p);
    for (let i = 0; i < p; i++) {
      if (flat[i]) continue;
      for (let j = 0; j < p; j++) if (!flat[j]) result[i] = (result[i] ?? 0) + (r[i * p + j] ?? 0) * (w[j] ?? 0) * ((own[j] ?? 0) / most);
    }
    return result;
  };
}

/** Weights in the proportions of C⁻¹ D t, from the units without a gap; null where columns depend on one another. */
function exact(columns: readonly Float64Array[], used: readonly number[], t: readonly number[]): Float64Array | null {
  const { columns: full } = completeRows(used.map((j) => columns[j] ?? new Float64Array(0)));
  const k = used.length;
  const r = correlationMatrix(full);
  const l = r.some(Number.isNaN) ? null : cholesky(r, k);
  if (!l) return null;
  // With C = D R D the proportions are D⁻¹ R⁻¹ t.
  const x = choleskySolve(l, k, Float64Array.from(t));
  const own = full.map((column) => moments(column).sd);
  const least = own.reduce((m, v) => Math.min(m, v), Infinity);
  return x.map((v, i) => v * (least / (own[i] ?? NaN)));
}
