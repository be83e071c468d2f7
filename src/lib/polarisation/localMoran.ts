/**
 * Local Moran's I, a local indicator of spatial association (LISA; Anselin 1995): where on the map likes lie together.
 *
 *   I_i = z_i / m2 · Σ_j w_ij z_j,   m2 = Σ z² / n
 *
 * A unit keeps its value while the others change places among the rest ("conditional" randomisation). Where its
 * neighbours weigh alike the number of different choices of them is small and all are counted.
 */
import { adjustForFalseDiscoveries } from './fdr';
import type { ReferenceOptions } from './moran';
import { eachSum, eachWeightedSum, NO_REFERENCE, shuffle, Tally, type Random, type Reference } from './permutation';
import { standing } from './standing';
import { row, type SpatialWeights } from './weights';

/** First the unit, then its neighbours: H at or above the mean, L below. */
export type Quadrant = 'HH' | 'LL' | 'HL' | 'LH';

export interface LocalMoran {
  /** Deviation from the mean in standard deviations (of n), by unit; NaN for units that do not count. */
  readonly z: Float64Array;
  /** Weighted mean of the neighbours' z. */
  readonly lag: Float64Array;
  readonly i: Float64Array;
  readonly quadrant: readonly (Quadrant | null)[];
  readonly reference: readonly Reference[];
  /** Two-sided p of each unit taken alone. */
  readonly p: Float64Array;
  /** The same, adjusted for as many tests as there are units (Benjamini & Hochberg). */
  readonly adjusted: Float64Array;
}

/** As many choices of neighbours are counted one by one. */
const COUNTED = 20_000;

/** Weights are row-standardised among the units that count. All NaN for fewer than three of them or equal values. */
export function localMoran(values: Float64Array, weights: SpatialWeights, { random, draws = 9999 }: ReferenceOptions = {}): LocalMoran {
  const shown = standing(values, weights);
  const blank = () => new Float64Array(values.length).fill(NaN);
  const [z, lag, local, p] = [blank(), blank(), blank(), blank()];
  const quadrant: (Quadrant | null)[] = Array.from(values, () => null);
  const references: Reference[] = Array.from(values, () => NO_REFERENCE);
  if (shown.units.length >= 3 && shown.variance > 0) {
    const standard = shown.z.map((v) => v / Math.sqrt(shown.variance));
    shown.units.forEach((u, k) => {
      const own = standard[k] ?? NaN;
      const neighbours = row(shown.weights, k);
      const around = neighbours.reduce((sum, [j, w]) => sum + w * (standard[j] ?? NaN), 0);
      z[u] = own;
      lag[u] = around;
      local[u] = own * around;
      quadrant[u] = `${own >= 0 ? 'H' : 'L'}${around >= 0 ? 'H' : 'L'}`;
      const reference = conditional(own, around, standard.filter((_, j) => j !== k), Float64Array.from(neighbours, ([, w]) => w), random, draws);
      references[u] = reference;
      p[u] = reference.p;
    });
  }
  return { z, lag, i: local, quadrant, reference: references, p, adjusted: adjustForFalseDiscoveries(p) };
}

function conditional(own: number, around: number, rest: Float64Array, weights: Float64Array, random: Random | undefined, draws: number): Reference {
  const tally = new Tally(own * around);
  const k = weights.length;
  const first = weights[0] ?? NaN;
  const alike = weights.every((w) => Math.abs(w - first) <= 1e-12 * first);
  if (choices(rest.length, k, alike) <= COUNTED) {
    if (alike) eachSum(rest, k, (sum) => tally.add(own * first * sum));
    else eachWeightedSum(rest, weights, (sum) => tally.add(own * sum));
    return tally.reference('exact');
  }
  if (!random) return NO_REFERENCE;
  const a = rest.slice();
  for (let r = 0; r < draws; r++) {
    shuffle(a, k, random);
    let sum = 0;
    for (let j = 0; j < k; j++) sum += (weights[j] ?? NaN) * (a[j] ?? NaN);
    tally.add(own * sum);
  }
  return tally.reference('drawn');
}

/** Choices of k of n, in order or not. */
function choices(n: number, k: number, unordered: boolean): number {
  let count = 1;
  for (let j = 0; j < k; j++) count = (count * (n - j)) / (unordered ? j + 1 : 1);
  return Math.round(count);
}
