/** What partner matching knows of the regions apart from the chains: distances, published quotients, readiness. */
import { extent, minMax, regionsOf, weightedMean, yearColumn } from '../../composite';
import type { Pack, PartnersMethod } from '../../pack';

export interface Setting {
  readonly pack: Pack;
  readonly method: PartnersMethod;
  readonly year: number;
  /** Region codes in the order of the pack. */
  readonly regions: readonly string[];
  /** Great-circle distances, km, by row and column. */
  readonly distance: Float64Array;
  /** half ÷ (half + d), by row and column: 1 in place, 0.5 at the half distance. */
  readonly nearness: Float64Array;
  /** Location quotient of a stage by region, from published figures; null where the method has none for it. */
  readonly quotient: (cluster: string, stage: string) => Float64Array | null;
  /** 0–1 by region: weighted mean of the indicators, each from worst to best region. */
  readonly readiness: Float64Array;
  /** The parts of readiness: raw value with its year, and 0–1. */
  readonly readinessParts: readonly { readonly indicator: string; readonly raw: Float64Array; readonly years: Int16Array; readonly score: Float64Array }[];
}

/**
 * @param distance great-circle distances between the regions in the order of the pack, km
 * @throws RangeError when `distance` has another size
 */
export function settingOf(pack: Pack, distance: Float64Array, method: PartnersMethod, year: number = pack.method.targetYear): Setting {
  const regions = regionsOf(pack).map((r) => r.code);
  if (distance.length !== regions.length ** 2) throw new RangeError(`distances: ${distance.length}, not ${regions.length ** 2}`);
  const quotients = method.quotients.map((q) => locationQuotient(yearColumn(pack, q.numerator, year, q.maxLag).values, yearColumn(pack, q.denominator, year, q.maxLag).values));
  const readinessParts = method.readiness.map(({ id, direction, maxLag }) => {
    const { values, years } = yearColumn(pack, id, year, maxLag);
    return { indicator: id, raw: values, years, score: minMax(values, extent(values), direction) };
  });
  return {
    pack,
    method,
    year,
    regions,
    distance,
    nearness: distance.map((d) => method.halfDistanceKm / (method.halfDistanceKm + d)),
    quotient: (cluster, stage) => quotients[method.quotients.findIndex((q) => (q.clusters === null || q.clusters.includes(cluster)) && q.stages.includes(stage))] ?? null,
    readiness: weightedMean(readinessParts.map((p) => p.score), method.readiness.map((r) => r.weight), regions.length, 0).score,
    readinessParts
  };
}

/** (x ÷ y in the region) ÷ (Σx ÷ Σy over the regions that have both); NaN where either is missing. */
export function locationQuotient(x: Float64Array, y: Float64Array): Float64Array {
  let [a, b] = [0, 0];
  x.forEach((v, u) => {
    const w = y[u] ?? NaN;
    if (Number.isNaN(v + w)) return;
    a += v;
    b += w;
  });
  return x.map((v, u) => v / (y[u] ?? NaN) / (a / b));
}
