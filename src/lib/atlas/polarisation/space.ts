/** Whether likes lie together on the map: weights of the pack's regions, Moran's I and its local form. */
import { philox, regionsOf } from '../../composite';
import { greatCircleKm } from '../../geo';
import type { Pack } from '../../pack';
import { distanceWeights, leastCutoff, localMoran, moran, pairsForLone, row, weightsOf, type LocalMoran, type Moran, type Pair, type Random, type SpatialWeights } from '../../polarisation';
import type { Neighbours } from './choice';

export interface RegionWeights {
  readonly weights: SpatialWeights;
  /** Neighbours of each region, as unit numbers. */
  readonly neighbours: readonly (readonly number[])[];
  /** Regions without a common border and the nearest region they were joined to, as unit numbers. */
  readonly joined: readonly Pair[];
  /** Cut-off between capitals, km; NaN for borders. */
  readonly cutoffKm: number;
}

/** @param borders pairs of regions with a common border, from `borderPairs` of geo */
export function regionWeights(pack: Pack, kind: Neighbours, borders: readonly Pair[]): RegionWeights {
  const places = regionsOf(pack).map((r) => r.capitalAt);
  const n = places.length;
  const distance = (i: number, j: number) => {
    const [a, b] = [places[i], places[j]];
    return a && b ? greatCircleKm(a, b) : NaN;
  };
  const cutoffKm = kind === 'distance' ? leastCutoff(n, distance) : NaN;
  const joined = kind === 'borders' ? pairsForLone(n, borders, distance) : [];
  const weights = kind === 'distance' ? distanceWeights(n, distance, { cutoff: cutoffKm }) : weightsOf(n, [...borders, ...joined]);
  return { weights, neighbours: places.map((_, i) => row(weights, i).map(([j]) => j)), joined, cutoffKm };
}

/** Arrangements drawn where not all can be counted. */
export const DRAWS = 9999;

export interface SpatialPattern {
  readonly global: Moran;
  readonly local: LocalMoran;
}

/** The same pack, values and weights give the same p-values: the seed is that of the method's runs. */
export function spatialPattern(pack: Pack, values: Float64Array, weights: SpatialWeights): SpatialPattern {
  const seed = pack.method.robustness?.seed ?? 1;
  return {
    global: moran(values, weights, { random: stream(seed, 0), draws: DRAWS }),
    local: localMoran(values, weights, { random: stream(seed, 1), draws: DRAWS })
  };
}

/** One stream of Philox numbers under a seed; 32 random bits are plenty to choose among a few regions. */
function stream(seed: number, number: number): Random {
  const block = new Uint32Array(4);
  let count = 0;
  return () => {
    const word = count % 4;
    if (word === 0) philox(count / 4, 0, number, 0, seed, 0, block);
    count++;
    return (block[word] ?? 0) / 2 ** 32;
  };
}
