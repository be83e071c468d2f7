/**
 * Benefit of the doubt: each unit is scored with the weights that suit it best, such that no unit scores above
 * one with them (Melyn & Moesen 1991; Cherchye et al. 2007; OECD/JRC Handbook 2008, step 6).
 */
import { maximise } from '../simplex';
import { extent } from '../summary';
import type { Note } from '../table';
import { completeRows, weighNote } from './result';

export interface DoubtOptions {
  /** Bounds on the share of each column, 0–1; for all columns or one by one. */
  readonly least?: number | readonly number[];
  readonly most?: number | readonly number[];
  /** What the share is of: the sum of the `weights` (default) or the score of the unit (`contributions`, pie shares). */
  readonly of?: 'weights' | 'contributions';
}

export interface Doubt {
  /** 0–1, by unit; 1 = no unit does better on the weights that suit this one. NaN for a unit with a gap. */
  readonly score: Float64Array;
  /** By column, then unit; relative to the columns as they come. */
  readonly weights: readonly Float64Array[];
  readonly log: readonly Note[];
}

/**
 * Units with a gap neither score nor compare, and are noted.
 * @throws RangeError for negative values, and for bounds that are not in 0–1 or that no shares can meet
 */
export function benefitOfDoubt(columns: readonly Float64Array[], options: DoubtOptions = {}): Doubt {
  const p = columns.length;
  const units = columns[0]?.length ?? 0;
  const [least, most] = [spread(options.least ?? 0, p), spread(options.most ?? 1, p)];
  const sum = (shares: readonly number[]) => shares.reduce((a, b) => a + b, 0);
  if ([...least, ...most].some((v) => !(v >= 0 && v <= 1)) || least.some((v, j) => v > (most[j] ?? NaN)) || (p > 0 && (sum(least) > 1 + 1e-12 || sum(most) < 1 - 1e-12))) {
    throw new RangeError('benefit of the doubt: no shares can meet these bounds');
  }
  const { columns: full, log } = completeRows(columns);
  // Each column is measured in its greatest value, and its weights are turned back after.
  const unit = full.map((column) => {
    const [min, max] = extent(column);
    if (min < 0) throw new RangeError(`benefit of the doubt: value ${min} is negative`);
    return max > 0 ? max : 1;
  });
  // Shares of weights compare columns as they come, and so in one unit; without bounds there is nothing to compare.
  const bounded = least.some((v) => v > 0) || most.some((v) => v < 1);
  const common = options.of === 'contributions' || !bounded ? unit : unit.map(() => unit.reduce((a, b) => Math.max(a, b), 0) || 1);
  const rows = Array.from({ length: full[0]?.length ?? 0 }, (_, u) => Float64Array.from(full, (column, j) => (column[u] ?? NaN) / (common[j] ?? NaN)));
  const score = new Float64Array(units).fill(NaN);
  const weights = columns.map(() => new Float64Array(units).fill(NaN));
  const notes: Note[] = [...log];
  let k = 0;
  for (let u = 0; u < units; u++) {
    if (columns.some((column) => Number.isNaN(column[u] ?? NaN))) continue;
    const own = rows[k++] ?? new Float64Array(p);
    const size = (j: number) => (options.of === 'contributions' ? (own[j] ?? NaN) : 1);
    const share = (j: number, bound: number, sign: 1 | -1) => Float64Array.from({ length: p }, (_, i) => sign * ((i === j ? size(i) : 0) - bound * size(i)));
    const limits = columns.flatMap((_, j) => [
      ...((least[j] ?? 0) > 0 ? [share(j, least[j] ?? 0, -1)] : []),
      ...((most[j] ?? 1) < 1 ? [share(j, most[j] ?? 1, 1)] : [])
    ]);
    const solution = maximise(own, [...rows, ...limits], [...rows.map(() => 1), ...limits.map(() => 0)]);
    if (!solution.solved) {
      notes.push(weighNote('unsolved', 1, `unit ${u + 1}: the linear program has no solution`));
      continue;
    }
    score[u] = Math.min(1, solution.value);
    weights.forEach((column, j) => (column[u] = (solution.x[j] ?? NaN) / (common[j] ?? NaN)));
  }
  return { score, weights, log: notes };
}

const spread = (bound: number | readonly number[], p: number): readonly number[] => {
  const list = typeof bound === 'number' ? new Array<number>(p).fill(bound) : bound;
  if (list.length !== p) throw new RangeError(`benefit of the doubt: ${list.length} bounds for ${p} columns`);
  return list;
};
