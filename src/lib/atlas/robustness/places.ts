/** The places each region takes over the runs, and what there is to say about them. */
import { kendallTau, rank, rankShift } from '../../composite';
import type { Confidence } from '../../typology';

export interface Place {
  /** Number of the region, as in every column. */
  readonly unit: number;
  /** Place by the method as it stands; NaN without a score. */
  readonly nominal: number;
  /** Order statistics of the place at 5, 25, 50, 75 and 95 of 100 runs. */
  readonly quantiles: readonly [number, number, number, number, number];
  /** Share of the runs in which the region has exactly its nominal place. */
  readonly kept: number;
}

export interface Places {
  /** By the middle of its places, then by the nominal one; regions without a place last. */
  readonly rows: readonly Place[];
  /** Units that keep their place in at least nine runs of ten. */
  readonly firm: readonly number[];
  /** Number of regions whose 5–95 % range stays within one place of the nominal one, and of regions with a place. */
  readonly steady: number;
  readonly ranked: number;
  /** The widest 5–95 % range; null when no region has a place. */
  readonly widest: Place | null;
  /** Means over the runs: Kendall's τ-b with the nominal scores, and places a region moves. */
  readonly meanKendall: number;
  readonly meanShift: number;
}

const FIRM = 0.9;

/** @param nominalScores index by the method as it stands */
export function places({ potential, runs, regions }: Confidence, nominalScores: Float64Array): Places {
  const nominal = rank(nominalScores);
  const taken = Array.from({ length: regions }, () => new Float64Array(runs).fill(NaN));
  let [tau, shift] = [0, 0];
  for (let r = 0; r < runs; r++) {
    const scores = potential.scores.subarray(r * regions, (r + 1) * regions);
    const ranks = rank(scores);
    ranks.forEach((place, u) => (taken[u] ?? ranks)[r] = place);
    tau += kendallTau(nominalScores, scores);
    shift += rankShift(ranks, nominal);
  }
  const rows = taken
    .map((column, unit): Place => {
      const sorted = column.filter((place) => !Number.isNaN(place)).sort();
      const at = (p: number) => sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)] ?? NaN;
      const own = nominal[unit] ?? NaN;
      return { unit, nominal: own, quantiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)], kept: sorted.filter((place) => place === own).length / sorted.length };
    })
    .sort((a, b) => last(a.quantiles[2]) - last(b.quantiles[2]) || last(a.nominal) - last(b.nominal) || a.unit - b.unit);
  const ranked = rows.filter((r) => !Number.isNaN(r.quantiles[2]));
  const width = (r: Place) => r.quantiles[4] - r.quantiles[0];
  return {
    rows,
    firm: ranked.filter((r) => r.kept >= FIRM).map((r) => r.unit),
    steady: ranked.filter((r) => r.nominal - r.quantiles[0] <= 1 && r.quantiles[4] - r.nominal <= 1).length,
    ranked: ranked.length,
    widest: ranked.reduce<Place | null>((most, r) => (most === null || width(r) > width(most) ? r : most), null),
    meanKendall: tau / runs,
    meanShift: shift / runs
  };
}

/** Missing places come after all others. */
const last = (place: number) => (Number.isNaN(place) ? Number.MAX_VALUE : place);
