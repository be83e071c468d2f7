/**
 * Spatial weights: who is whose neighbour, and how much. Rows in compressed form: the neighbours of unit i are
 * `to[start[i]] … to[start[i + 1] − 1]`, with `weight` beside them. No unit is its own neighbour.
 */
export interface SpatialWeights {
  readonly n: number;
  /** n + 1 positions. */
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

export type Pair = readonly [from: number, to: number];

/**
 * Weights from pairs, each taken both ways and once.
 * @param weigh weight of a pair, one where not given; it must be positive and finite
 * @throws RangeError for a unit out of range, a unit paired with itself or a weight that is none
 */
export function weightsOf(n: number, pairs: readonly Pair[], weigh: (i: number, j: number) => number = () => 1): SpatialWeights {
  const rows = Array.from({ length: n }, () => new Map<number, number>());
  for (const [i, j] of pairs) {
    const [a, b] = [rows[i], rows[j]];
    if (!a || !b || i === j) throw new RangeError(`${i} and ${j} are not two of ${n} units`);
    if (a.has(j)) continue;
    const w = weigh(i, j);
    if (!(w > 0) || w === Infinity) throw new RangeError(`weight of ${i} and ${j} must be positive and finite, not ${w}`);
    a.set(j, w);
    b.set(i, w);
  }
  return compress(rows.map((row) => [...row].sort(([a], [b]) => a - b)));
}

/** Distances between any two of n units, in any one unit of length. */
export type Distance = (i: number, j: number) => number;

/** The least cut-off that leaves no unit alone: the greatest of all distances to the nearest other. NaN for fewer than two units. */
export function leastCutoff(n: number, distance: Distance): number {
  const nearest = Array.from({ length: n }, (_, i) => Math.min(...others(n, i).map((j) => distance(i, j))));
  return n < 2 ? NaN : Math.max(...nearest);
}

/**
 * Units not farther apart than the cut-off, weighted by distance^(−power). Places nearer than `least` count as that
 * far apart, so that two at one place do not get an endless weight.
 */
export function distanceWeights(n: number, distance: Distance, { cutoff, power = 1, least = 1 }: { cutoff: number; power?: number; least?: number }): SpatialWeights {
  const pairs = Array.from({ length: n }, (_, i) => others(n, i).filter((j) => i < j && distance(i, j) <= cutoff).map((j): Pair => [i, j])).flat();
  return weightsOf(n, pairs, (i, j) => Math.max(distance(i, j), least) ** -power);
}

/** Pairs that give every unit without a neighbour (an island, an exclave) its nearest one; empty where all have one. */
export function pairsForLone(n: number, pairs: readonly Pair[], distance: Distance): readonly Pair[] {
  const paired = new Set(pairs.flat());
  return others(n, -1).flatMap((i) => {
    if (paired.has(i)) return [];
    const nearest = others(n, i).sort((a, b) => distance(i, a) - distance(i, b) || a - b)[0];
    return nearest === undefined ? [] : [[i, nearest] as const];
  });
}

/** The same neighbours among the units kept, renumbered in the order given. */
export function among(weights: SpatialWeights, kept: readonly number[]): SpatialWeights {
  const place = new Map(kept.map((u, k) => [u, k]));
  return compress(kept.map((u) => row(weights, u).flatMap(([j, w]) => { const k = place.get(j); return k === undefined ? [] : [[k, w] as const]; })));
}

/** Each row divided by its sum, so that the lag of a unit is the mean of its neighbours. Rows without neighbours stay empty. */
export function rowStandardised(weights: SpatialWeights): SpatialWeights {
  const weight = weights.weight.slice();
  for (let i = 0; i < weights.n; i++) {
    const [from, end] = [weights.start[i] ?? 0, weights.start[i + 1] ?? 0];
    let sum = 0;
    for (let k = from; k < end; k++) sum += weight[k] ?? NaN;
    for (let k = from; k < end; k++) weight[k] = (weight[k] ?? NaN) / sum;
  }
  return { ...weights, weight };
}

/** Neighbours of a unit with their weights. */
export function row(weights: SpatialWeights, i: number): (readonly [unit: number, weight: number])[] {
  const [from, end] = [weights.start[i] ?? 0, weights.start[i + 1] ?? 0];
  return Array.from({ length: end - from }, (_, k) => [weights.to[from + k] ?? -1, weights.weight[from + k] ?? NaN] as const);
}

function compress(rows: readonly (readonly (readonly [number, number])[])[]): SpatialWeights {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((r, i) => (start[i + 1] = (start[i] ?? 0) + r.length));
  const flat = rows.flat();
  return { n: rows.length, start, to: Int32Array.from(flat, ([j]) => j), weight: Float64Array.from(flat, ([, w]) => w) };
}

function others(n: number, i: number): number[] {
  return Array.from({ length: n }, (_, j) => j).filter((j) => j !== i);
}
