/** How sure it is that one region stands above another: every pair, in a given order. */
import type { Confidence } from '../../typology';

export interface Pairs {
  /** Unit of each row and column. */
  readonly order: readonly number[];
  /** Probability that the row's region scores more than the column's, ties half; NaN on the diagonal and for pairs that never meet. */
  readonly shares: readonly (readonly number[])[];
  readonly pairs: number;
  /** Pairs with a probability of at least 0.95 either way. */
  readonly decided: number;
  /** The pair nearest to one half, the first above the second if anything; null without a pair. */
  readonly open: { readonly above: number; readonly below: number; readonly share: number } | null;
  /** By row: how many regions it stands firmly above, firmly below, and neither. */
  readonly counts: readonly { readonly above: number; readonly below: number; readonly open: number }[];
}

const SURE = 0.95;

export function pairsOf({ outranks, regions: n }: Confidence, order: readonly number[]): Pairs {
  const shares = order.map((i) => order.map((j) => (i === j ? NaN : (outranks[i * n + j] ?? NaN))));
  const all = shares.flatMap((row, a) => row.flatMap((share, b) => (a < b && !Number.isNaN(share) ? [{ a, b, share }] : [])));
  const distance = (share: number) => Math.abs(share - 0.5);
  const nearest = all.reduce<(typeof all)[number] | null>((best, pair) => (best === null || distance(pair.share) < distance(best.share) ? pair : best), null);
  const unit = (row: number) => order[row] ?? -1;
  return {
    order,
    shares,
    pairs: all.length,
    decided: all.filter(({ share }) => share >= SURE || share <= 1 - SURE).length,
    open: nearest && (nearest.share >= 0.5 ? { above: unit(nearest.a), below: unit(nearest.b), share: nearest.share } : { above: unit(nearest.b), below: unit(nearest.a), share: 1 - nearest.share }),
    counts: shares.map((row) => {
      const known = row.filter((share) => !Number.isNaN(share));
      const above = known.filter((share) => share >= SURE).length;
      const below = known.filter((share) => share <= 1 - SURE).length;
      return { above, below, open: known.length - above - below };
    })
  };
}
