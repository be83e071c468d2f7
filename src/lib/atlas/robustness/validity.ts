/**
 * External validity: the order of the regions by the index (and by its nearest block) beside their order in ratings
 * published by others. A rating gives places in the whole country; only their order among the known regions counts.
 * Which regions are known is not chance, so p-values and intervals speak of these regions only.
 */
import { correlate, correlationInterval, permutationTest, philox, rank, regionsOf } from '../../composite';
import type { Goalposts, Pack, Rating, RatingKind } from '../../pack';
import { scores } from '../scores';

export interface Agreement {
  /** `index`, or the id of a block. */
  readonly with: string;
  readonly spearman: number;
  /** 95 % interval of Spearman's ρ on Fisher's scale (Bonett & Wright 2000); NaN with fewer than five regions or |ρ| = 1. */
  readonly range: readonly [lo: number, hi: number];
  /** Two-sided, of Spearman's ρ. */
  readonly p: number;
  /** All orders counted, or so many dealt at random. */
  readonly test: 'exact' | 'permutation' | 'none';
  readonly kendall: number;
}

export interface Departure {
  readonly unit: number;
  /** Places among the regions of the rating: by the index, and there. */
  readonly ours: number;
  readonly theirs: number;
  /** The block that speaks most for the side on which the index differs, and the region's place in it among the same regions. */
  readonly block: string;
  readonly blockPlace: number;
}

export interface QuotedPlace {
  readonly unit: number;
  readonly rank: number;
  readonly theirs: number;
  readonly ours: number;
  readonly status: 'verified' | 'derived';
  readonly source: string;
  readonly note: Rating['ranks'][number]['note'];
}

export interface Comparison {
  readonly rating: Omit<Rating, 'ranks'>;
  readonly n: number;
  /** With the index, and with the nearest block where there is one. */
  readonly agreements: readonly Agreement[];
  /** The regions that differ most, by at least two places; at most three. */
  readonly departures: readonly Departure[];
  readonly places: readonly QuotedPlace[];
}

export interface Validity {
  /** Ratings of potential first, then those with more regions. */
  readonly comparisons: readonly Comparison[];
  /** Mean of Spearman's ρ with the index over the ratings of each kind; NaN for none. */
  readonly means: Readonly<Record<RatingKind, number>>;
}

const MANY = 9999;
/** Below so many regions an interval says nothing. */
const FEW = 5;
const SHOWN = 3;

/** @param seed of the permutations that ties make necessary */
export function validity(pack: Pack, ratings: readonly Rating[], year: number, goalposts: Goalposts, seed = 0): Validity {
  const regions = regionsOf(pack);
  const { potential } = scores(pack, year, goalposts);
  const columns = new Map<string, Float64Array>([['index', potential.index], ...potential.blocks.map((b) => [b.id, b.score] as const)]);
  const order: readonly RatingKind[] = ['potential', 'welfare', 'effort'];
  const comparisons = ratings
    .map((rating, r) => compare(rating, regions.map((a) => a.code), columns, seed + r))
    .toSorted((a, b) => order.indexOf(a.rating.kind) - order.indexOf(b.rating.kind) || b.n - a.n);
  const meanOf = (some: readonly Comparison[]) => {
    const known = some.flatMap((c) => c.agreements.slice(0, 1).map((a) => a.spearman)).filter((rho) => !Number.isNaN(rho));
    return known.reduce((a, b) => a + b, 0) / known.length;
  };
  const kind = (k: RatingKind) => meanOf(comparisons.filter((c) => c.rating.kind === k));
  return { comparisons, means: { potential: kind('potential'), welfare: kind('welfare'), effort: kind('effort') } };
}

function compare({ ranks, ...rating }: Rating, codes: readonly string[], columns: ReadonlyMap<string, Float64Array>, seed: number): Comparison {
  const index = columns.get('index') ?? new Float64Array(0);
  // Regions known there and scored here, in the order of the pack.
  const known = ranks.flatMap((quoted) => ({ quoted, unit: codes.indexOf(quoted.region) })).filter(({ unit }) => !Number.isNaN(index[unit] ?? NaN)).sort((a, b) => a.unit - b.unit);
  const units = known.map((k) => k.unit);
  // A small place is a high one, as a great score is.
  const there = Float64Array.from(known, (k) => -k.quoted.rank);
  const here = (id: string) => Float64Array.from(units, (u) => columns.get(id)?.[u] ?? NaN);
  const [theirs, ours] = [rank(there), rank(here('index'))];
  const blocks = [...columns.keys()].filter((id) => id !== 'index').map((id) => ({ id, places: rank(here(id)) }));
  const departures = units
    .map((unit, i): Departure => {
      const [own, other] = [ours[i] ?? NaN, theirs[i] ?? NaN];
      // Higher by the index: the block in which it stands highest; lower: in which it stands lowest.
      const side = own < other ? 1 : -1;
      const found = blocks.toSorted((a, b) => side * ((a.places[i] ?? NaN) - (b.places[i] ?? NaN)))[0];
      return { unit, ours: own, theirs: other, block: found?.id ?? '', blockPlace: found?.places[i] ?? NaN };
    })
    .filter((d) => Math.abs(d.ours - d.theirs) >= 2)
    .toSorted((a, b) => Math.abs(b.ours - b.theirs) - Math.abs(a.ours - a.theirs) || a.ours - b.ours)
    .slice(0, SHOWN);
  return {
    rating,
    n: units.length,
    agreements: ['index', ...(rating.block ? [rating.block] : [])].map((id, i) => agreement(id, here(id), there, seed + i)),
    departures,
    places: known
      .map(({ quoted, unit }, i): QuotedPlace => ({ unit, rank: quoted.rank, theirs: theirs[i] ?? NaN, ours: ours[i] ?? NaN, status: quoted.status, source: quoted.source, note: quoted.note }))
      .toSorted((a, b) => a.rank - b.rank || a.unit - b.unit)
  };
}

function agreement(id: string, here: Float64Array, there: Float64Array, seed: number): Agreement {
  const spearman = correlate(here, there, 'spearman');
  const kendall = correlate(here, there, 'kendall');
  const exact = spearman.test === 'exact' || spearman.test === 'none';
  const dealt = exact ? null : permutationTest(here, there, 'spearman', { random: uniform(seed), permutations: MANY });
  const certain = Math.abs(spearman.r) > 1 - 1e-12;
  return {
    with: id,
    spearman: spearman.r,
    range: spearman.n < FEW || certain ? [NaN, NaN] : correlationInterval(spearman.r, spearman.n, 'spearman'),
    p: dealt ? dealt.p : spearman.p,
    test: spearman.test === 'none' ? 'none' : dealt && !dealt.complete ? 'permutation' : 'exact',
    kendall: kendall.r
  };
}

/** Uniform numbers in [0, 1), the same for a seed each time. */
function uniform(seed: number): () => number {
  const words = new Uint32Array(4);
  let i = 0;
  return () => {
    philox(i++, 0, 0, 1, seed | 0, 0, words);
    return (words[0] ?? 0) / 2 ** 32;
  };
}
