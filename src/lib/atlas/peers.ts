/**
 * Which regions are most like one another: the distance between two regions is the root of the mean squared difference
 * of their normalised indicators of the potential, over the indicators that both have. 0 = alike in every indicator,
 * 1 = opposite ends of every one (a Gower-like scaling of the Euclidean distance by the number of shared indicators).
 */
import { mean, regionsOf, type ScoredYear } from '../composite';
import type { Area, Goalposts, Pack } from '../pack';
import { scores } from './scores';

export interface Peer {
  readonly area: Area;
  readonly unit: number;
  /** 0–1. */
  readonly distance: number;
  /** Indicators that both have. */
  readonly shared: number;
}

/** With less than this share of the indicators in common, two regions are not compared. */
export const LEAST_SHARED = 0.5;

/** Normalised columns of every indicator of the potential, in the order of the method. */
export function indicatorSpace(scored: Pick<ScoredYear, 'blocks'>): readonly Float64Array[] {
  return scored.blocks.flatMap((block) => block.indicators.map((i) => i.normalised));
}

/** @param space one column per dimension @returns NaN where too few dimensions are shared */
export function peerDistance(space: readonly Float64Array[], a: number, b: number): { readonly distance: number; readonly shared: number } {
  let [sum, shared] = [0, 0];
  for (const column of space) {
    const difference = (column[a] ?? NaN) - (column[b] ?? NaN);
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    shared++;
  }
  return { distance: shared > 0 && shared >= LEAST_SHARED * space.length ? Math.sqrt(sum / shared) : NaN, shared };
}

/** The k nearest, nearest first; equal distances keep the order of the pack. */
export function nearest(space: readonly Float64Array[], unit: number, units: number, k: number): readonly Omit<Peer, 'area'>[] {
  return Array.from({ length: units }, (_, u) => ({ unit: u, ...peerDistance(space, unit, u) }))
    .filter((p) => p.unit !== unit && !Number.isNaN(p.distance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, k);
}

export interface Peers {
  readonly peers: readonly Peer[];
  /** Indicators the distance is taken over. */
  readonly indicators: number;
  /** Mean score of the peers in each block of the potential, in the order of the method. */
  readonly blocks: readonly number[];
  /** Mean index of the peers. */
  readonly index: number;
}

export function peersOf(pack: Pack, unit: number, year: number, goalposts: Goalposts, k = 3): Peers {
  const { potential } = scores(pack, year, goalposts);
  const regions = regionsOf(pack);
  const space = indicatorSpace(potential);
  const peers = nearest(space, unit, regions.length, k).flatMap((p): Peer[] => {
    const area = regions[p.unit];
    return area ? [{ ...p, area }] : [];
  });
  const over = (column: Float64Array) => mean(Float64Array.from(peers, (p) => column[p.unit] ?? NaN));
  return { peers, indicators: space.length, blocks: potential.blocks.map((b) => over(b.score)), index: over(potential.index) };
}
