/** Counting over runs. Columns are run by run: runs × regions; a run in which a region has no value does not count for it. */

/** By region: NaN where no run gives a value. */
export interface Interval {
  /** 5 and 95 of 100 runs lie at or below. */
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}

export interface ClassShares<Id extends string> {
  readonly ids: readonly Id[];
  /** Share of runs in each class, regions × classes; NaN for a region without any. */
  readonly share: Float64Array;
  /** Class by the method as it stands. */
  readonly nominal: readonly (Id | null)[];
  /** Share of runs in which that class holds; NaN for a region without one. */
  readonly holds: Float64Array;
}

/** Which of n values in order, from 1. A little less than p·n, so that 0.05 × 20 is the first of 20 and not the second. */
const orderOf = (p: number, n: number): number => Math.max(1, Math.ceil(p * n - 1e-9));

/** Order statistics: the least value that at least the wanted share of runs do not exceed. */
export function intervalOf(values: Float64Array, regions: number): Interval {
  const result = { low: new Float64Array(regions).fill(NaN), median: new Float64Array(regions).fill(NaN), high: new Float64Array(regions).fill(NaN) };
  const runs = regions === 0 ? 0 : values.length / regions;
  const column = new Float64Array(runs);
  for (let u = 0; u < regions; u++) {
    let n = 0;
    for (let r = 0; r < runs; r++) {
      const v = values[r * regions + u] ?? NaN;
      if (!Number.isNaN(v)) column[n++] = v;
    }
    const sorted = column.subarray(0, n).sort();
    const at = (p: number) => sorted[orderOf(p, n) - 1] ?? NaN;
    result.low[u] = at(0.05);
    result.median[u] = at(0.5);
    result.high[u] = at(0.95);
  }
  return result;
}

/** The same from counts: runs of each region at each place, regions × places, the first place first. */
export function placeIntervalOf(places: Int32Array, regions: number): Interval {
  const result = { low: new Float64Array(regions).fill(NaN), median: new Float64Array(regions).fill(NaN), high: new Float64Array(regions).fill(NaN) };
  for (let u = 0; u < regions; u++) {
    const count = places.subarray(u * regions, (u + 1) * regions);
    const n = count.reduce((sum, k) => sum + k, 0);
    if (n === 0) continue;
    const at = (p: number) => {
      let below = 0;
      for (let place = 0; place < regions; place++) {
        below += count[place] ?? 0;
        if (below >= orderOf(p, n)) return place + 1;
      }
      return NaN;
    };
    result.low[u] = at(0.05);
    result.median[u] = at(0.5);
    result.high[u] = at(0.95);
  }
  return result;
}

/** @param classOf place of the class in `ids`, −1 = none: runs × regions */
export function shares<Id extends string>(ids: readonly Id[], classOf: Int8Array, nominal: readonly (Id | null)[]): ClassShares<Id> {
  const regions = nominal.length;
  const share = new Float64Array(regions * ids.length).fill(NaN);
  const holds = new Float64Array(regions).fill(NaN);
  const runs = regions === 0 ? 0 : classOf.length / regions;
  for (let u = 0; u < regions; u++) {
    const own = nominal[u] ?? null;
    if (own === null) continue;
    const count = new Float64Array(ids.length);
    let n = 0;
    for (let r = 0; r < runs; r++) {
      const c = classOf[r * regions + u] ?? -1;
      if (c < 0) continue;
      count[c] = (count[c] ?? 0) + 1;
      n++;
    }
    if (n === 0) continue;
    count.forEach((k, c) => (share[u * ids.length + c] = k / n));
    holds[u] = (count[ids.indexOf(own)] ?? NaN) / n;
  }
  return { ids, share, nominal, holds };
}
