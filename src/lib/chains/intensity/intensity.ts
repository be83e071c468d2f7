/**
 * Modelled cooperation intensity between regions: a gravity model (Isard 1960; Anderson 1979), open in every part.
 *
 *   I(i→j) = Σ over stages s→t  κ(s,t) · m(i,s)^a · m(j,t)^a · f(d(i,j)),   i ≠ j
 *
 * κ(s,t)  complementarity: share of the cluster's known current links in the district that run from s to t
 * m(i,s)  share of region i in stage s of the cluster, by a proxy (see masses.ts)
 * d       great-circle distance × detour, km, never below the least distance
 * f       d^−b, or e^(−d / D)
 *
 * The result is the share of a pair in the sum over all pairs of the cluster. It is modelled: no tonnage, no
 * roubles, and no statement that the two regions trade. Links to other clusters and across the edge of the
 * district are not in it.
 */
import { regionsOf, spearman } from '../../composite';
import type { Decay, IntensityMethod, Pack } from '../../pack';
import { currentLinks, linkStages, stageOrder } from '../chainGraph';
import { stageMasses, type Complementarity, type StageMass } from './masses';

export interface Intensity {
  readonly cluster: string;
  readonly year: number;
  /** Region codes; row and column of `share`. */
  readonly regions: readonly string[];
  /** Share of the flow from row to column: `share[from × n + to]`, summing to 1; NaN where a mass or the distance is missing. */
  readonly share: Float64Array;
  readonly masses: readonly StageMass[];
  readonly complementarity: readonly Complementarity[];
}

/** Everything that does not depend on the parameters tried. */
interface Parts {
  readonly regions: readonly string[];
  readonly masses: readonly StageMass[];
  readonly complementarity: readonly Complementarity[];
  /** By road, km. */
  readonly road: Float64Array;
}

/**
 * @param distance great-circle distances between the regions in the order of the pack, row by row, km
 * @throws RangeError when `distance` has another size
 */
export function intensity(pack: Pack, cluster: string, distance: Float64Array, method: IntensityMethod, year: number = pack.method.targetYear): Intensity {
  const parts = partsOf(pack, cluster, distance, method, year);
  const { regions, masses, complementarity } = parts;
  return { cluster, year, regions, masses, complementarity, share: shares(parts, method.massExponent, method.decay) };
}

function partsOf(pack: Pack, cluster: string, distance: Float64Array, method: IntensityMethod, year: number): Parts {
  const regions = regionsOf(pack).map((r) => r.code);
  if (distance.length !== regions.length ** 2) throw new RangeError(`distances: ${distance.length}, not ${regions.length ** 2}`);
  return { regions, masses: stageMasses(pack, cluster, method, year), complementarity: complementarity(pack, cluster), road: distance.map((d) => Math.max(method.leastKm, d * method.detour)) };
}

/** How often the known links of the cluster join each pair of stages. */
export function complementarity(pack: Pack, cluster: string): readonly Complementarity[] {
  const order = stageOrder(pack);
  const found = new Map<string, { from: string; to: string; n: number }>();
  let all = 0;
  for (const joined of currentLinks(pack, cluster)) {
    const { from, to } = linkStages(joined, order);
    if (from === null || to === null || joined.from.region === null || joined.to.region === null) continue;
    all++;
    const key = `${from} ${to}`;
    const known = found.get(key);
    if (known) known.n++;
    else found.set(key, { from, to, n: 1 });
  }
  return [...found.values()].map(({ from, to, n }) => ({ from, to, share: n / all }));
}

/** f(d), d in km by road. */
export function decayAt(decay: Decay, km: number): number {
  return decay.kind === 'power' ? km ** -decay.exponent : Math.exp(-km / decay.km);
}

function shares({ regions, masses, complementarity: pairs, road }: Parts, massExponent: number, decay: Decay): Float64Array {
  const n = regions.length;
  const powered = new Map(masses.map(({ stage, share }) => [stage, share.map((m) => m ** massExponent)]));
  const raw = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      let sum = 0;
      for (const { from, to, share } of pairs) sum += share * (powered.get(from)?.[i] ?? 0) * (powered.get(to)?.[j] ?? 0);
      // No mass, no flow, however far.
      raw[i * n + j] = sum === 0 ? 0 : sum * decayAt(decay, road[i * n + j] ?? NaN);
    }
  }
  const total = raw.reduce((sum, v) => sum + (Number.isNaN(v) ? 0 : v), 0);
  return total > 0 ? raw.map((v) => v / total) : raw;
}

export interface IntensitySensitivity {
  readonly regions: readonly string[];
  /** Share of the parameter combinations in which the flow is among the greatest `top`, by from × n + to. */
  readonly survival: Float64Array;
  readonly combinations: number;
  readonly top: number;
  /** Least and greatest share over the combinations. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** Which flows are among the greatest whatever sensible parameter is taken: every combination the method names. */
export function intensitySensitivity(pack: Pack, cluster: string, distance: Float64Array, method: IntensityMethod, year: number = pack.method.targetYear): IntensitySensitivity {
  const parts = partsOf(pack, cluster, distance, method, year);
  const { massExponents, decays, top } = method.sensitivity;
  const size = distance.length;
  const survival = new Float64Array(size);
  const least = new Float64Array(size).fill(Infinity);
  const most = new Float64Array(size).fill(-Infinity);
  for (const exponent of massExponents) {
    for (const decay of decays) {
      const share = shares(parts, exponent, decay);
      const flows = share.filter((v) => v > 0).sort((a, b) => b - a);
      // A tie at the limit lets all of the tied in.
      const limit = flows[Math.min(top, flows.length) - 1] ?? Infinity;
      share.forEach((v, f) => {
        if (v >= limit) survival[f] = (survival[f] as number) + 1;
        least[f] = Math.min(least[f] as number, v);
        most[f] = Math.max(most[f] as number, v);
      });
    }
  }
  const combinations = massExponents.length * decays.length;
  return { regions: parts.regions, survival: survival.map((s) => s / combinations), combinations, top, least, most };
}

/**
 * How the model agrees with what is known: Spearman's ρ between the modelled share and the number of known
 * current links over all ordered pairs of regions. Known links went into κ and the masses, so this is no
 * independent test; a low value says that the model ranks pairs otherwise than the collection of facts.
 */
export function intensityAgreement(pack: Pack, { cluster, regions, share }: Intensity): number {
  const n = regions.length;
  const known = new Float64Array(n * n);
  for (const { from, to } of currentLinks(pack, cluster)) {
    const [i, j] = [regions.indexOf(from.region ?? ''), regions.indexOf(to.region ?? '')];
    if (i >= 0 && j >= 0) known[i * n + j] = (known[i * n + j] as number) + 1;
  }
  const off = (_: number, f: number) => Math.floor(f / n) !== f % n;
  return spearman(share.filter(off), known.filter(off));
}
