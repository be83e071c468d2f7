/**
 * Variants of an index side by side: places and how they move against a base, and how alike the rankings are as a
 * whole (OECD/JRC Handbook 2008, step 7; as COINr's compare_coins_multi).
 */
import { rank } from '../rank';
import { correlate, type Correlation } from './correlation';

export interface Variant {
  readonly id: string;
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
  /** Rank in the base less rank here, by unit: positive climbs. NaN where either is missing. */
  readonly shift: Float64Array;
  /** Score less that of the base, and that over the absolute base score (NaN for a base of nought). */
  readonly change: Float64Array;
  readonly relativeChange: Float64Array;
  /** Units ranked in both. */
  readonly n: number;
  /** Of |shift| over these units; NaN when there is none. */
  readonly meanShift: number;
  readonly maxShift: number;
  /** Units whose rank differs. */
  readonly moved: number;
  readonly spearman: Correlation;
  readonly kendall: Correlation;
}

export interface Comparison {
  readonly base: string;
  /** The base first, then the others in order. */
  readonly variants: readonly Variant[];
}

/**
 * Ranks are those within each variant, as COINr gives them: a unit that one variant leaves out moves the others up.
 * @param variants scores by unit, all on the same units @throws RangeError when the base is absent or lengths differ
 */
export function compareVariants(variants: ReadonlyMap<string, Float64Array>, base: string): Comparison {
  const from = variants.get(base);
  if (!from) throw new RangeError(`no variant ${base} to compare with`);
  const places = rank(from);
  const others = [...variants].filter(([id]) => id !== base);
  return {
    base,
    variants: [[base, from] as const, ...others].map(([id, scores]) => {
      if (scores.length !== from.length) throw new RangeError(`variant ${id} has ${scores.length} units, ${base} ${from.length}`);
      const ranks = rank(scores);
      const shift = ranks.map((r, u) => (places[u] ?? NaN) - r);
      const sizes = shift.filter((s) => !Number.isNaN(s)).map(Math.abs);
      const change = scores.map((s, u) => s - (from[u] ?? NaN));
      return {
        id, scores, ranks, shift, change,
        relativeChange: change.map((c, u) => (from[u] === 0 ? NaN : c / Math.abs(from[u] ?? NaN))),
        n: sizes.length,
        meanShift: sizes.length === 0 ? NaN : sizes.reduce((a, b) => a + b, 0) / sizes.length,
        maxShift: sizes.length === 0 ? NaN : sizes.reduce((a, b) => Math.max(a, b), 0),
        moved: sizes.filter((s) => s > 0).length,
        spearman: correlate(from, scores, 'spearman'),
        kendall: correlate(from, scores, 'kendall')
      };
    })
  };
}
