/**
 * What the atlas says about how firmly a score, tier or group stands. The runs themselves belong to typology;
 * here they are read for one picture or one region.
 */
import type { Area, GroupId, TierId } from '../pack';
import type { ClassShares, Confidence, Interval } from '../typology';
import { classify, type Classes } from './classes';
import type { Choropleth } from './choropleth';
import type { View } from './view';

/** Shares of runs from which a class is called firm, or likely; below it is open (limits as in IPCC's scale of likelihood). */
export const FIRM = 0.9;
export const LIKELY = 0.66;
export const CERTAINTIES = ['firm', 'likely', 'open'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export function certainty(holds: number): Certainty | null {
  return Number.isNaN(holds) ? null : holds >= FIRM ? 'firm' : holds >= LIKELY ? 'likely' : 'open';
}

/** By region: share of runs in which the class that the map shows holds; null where the map shows nothing that has been tested. */
export function shownHolds(confidence: Confidence, mode: View['mode'], choropleth: Choropleth): Float64Array | null {
  if (mode === 'matrix') return confidence.group.holds;
  if (mode !== 'potential' || choropleth.measure.kind !== 'index' || choropleth.year !== confidence.year) return null;
  return choropleth.classes.kind === 'tiers' ? confidence.tier.holds : stepHolds(confidence, choropleth.classes, choropleth.classOf);
}

/** Share of runs in which the score stays in its class of the legend. */
function stepHolds({ potential, runs, regions }: Confidence, classes: Classes, nominal: Int8Array): Float64Array {
  const count = new Float64Array(regions);
  const scored = new Float64Array(regions);
  for (let r = 0; r < runs; r++) {
    classify(potential.scores.subarray(r * regions, (r + 1) * regions), classes).forEach((c, u) => {
      if (c < 0) return;
      scored[u] = (scored[u] ?? 0) + 1;
      if (c === nominal[u]) count[u] = (count[u] ?? 0) + 1;
    });
  }
  return count.map((n, u) => ((nominal[u] ?? -1) < 0 || !scored[u] ? NaN : n / scored[u]));
}

export interface ClassConfidence<Id extends string> {
  readonly nominal: Id;
  readonly holds: number;
  /** Share of runs in each class, in the order of the method. */
  readonly shares: readonly { readonly id: Id; readonly share: number }[];
  /** The class of most runs where that is another than the nominal one. */
  readonly mostly: Id | null;
}

export type Range = readonly [low: number, high: number];

/** Plain data, so that a page made beforehand can carry it. */
export interface RegionConfidence {
  readonly runs: number;
  readonly index: Range;
  readonly rank: Range;
  readonly dynamics: Range;
  readonly tier: ClassConfidence<TierId> | null;
  readonly group: ClassConfidence<GroupId> | null;
  /** Regions that are above this one in more than a tenth of the runs and below it in more than a tenth. */
  readonly close: readonly Area[];
}

/** Null for a region without score. */
export function regionConfidence(confidence: Confidence, regions: readonly Area[], unit: number): RegionConfidence | null {
  const rank = rangeOf(confidence.potential.rank, unit);
  if (Number.isNaN(rank[0])) return null;
  return {
    runs: confidence.runs,
    index: rangeOf(confidence.potential.score, unit),
    rank,
    dynamics: rangeOf(confidence.dynamics.score, unit),
    tier: classConfidence(confidence.tier, unit),
    group: classConfidence(confidence.group, unit),
    close: closeTo(confidence, unit).flatMap((u) => regions[u] ?? [])
  };
}

export const rangeOf = ({ low, high }: Interval, unit: number): Range => [low[unit] ?? NaN, high[unit] ?? NaN];

function classConfidence<Id extends string>({ ids, share, nominal, holds }: ClassShares<Id>, unit: number): ClassConfidence<Id> | null {
  const own = nominal[unit] ?? null;
  const shares = ids.map((id, c) => ({ id, share: share[unit * ids.length + c] ?? NaN }));
  if (own === null || Number.isNaN(holds[unit] ?? NaN)) return null;
  const most = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return { nominal: own, holds: holds[unit] ?? NaN, shares, mostly: most.share > (holds[unit] ?? NaN) ? most.id : null };
}

/** Unit numbers of the regions that the runs do not tell apart from this one, the nearest to even odds first. */
export function closeTo({ outranks, regions }: Confidence, unit: number): readonly number[] {
  const odds = (u: number) => outranks[unit * regions + u] ?? NaN;
  return Array.from({ length: regions }, (_, u) => u)
    .filter((u) => odds(u) > 1 - FIRM && odds(u) < FIRM)
    .sort((a, b) => Math.abs(odds(a) - 0.5) - Math.abs(odds(b) - 0.5));
}

/** At most so many runs of one region as points of the matrix, evenly taken. */
export function cloudOf({ potential, dynamics, runs, regions }: Confidence, unit: number, most = 240): readonly (readonly [x: number, y: number])[] {
  const step = Math.max(1, Math.floor(runs / most));
  const points: [number, number][] = [];
  for (let r = 0; r < runs && points.length < most; r += step) {
    const [x, y] = [potential.scores[r * regions + unit] ?? NaN, dynamics.scores[r * regions + unit] ?? NaN];
    if (!Number.isNaN(x) && !Number.isNaN(y)) points.push([x, y]);
  }
  return points;
}
