/*
 * Spatial statistics against published values (PySAL's tests), against R (spdep 1.2-7, on the same data and
 * neighbours) and against plain enumeration written out here.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustForFalseDiscoveries, distanceWeights, leastCutoff, localMoran, moran, pairsForLone, row, rowStandardised, weightsOf, type Pair, type SpatialWeights } from '../../../src/lib/polarisation';

const mexico = JSON.parse(readFileSync('tests/fixtures/mexico/mexico.json', 'utf8')) as { income: Record<string, number[]>; neighbours: number[][] };
const pairsOf = (neighbours: number[][]): Pair[] => neighbours.flatMap((list, i) => list.map((j): Pair => [i, j]));
const states = weightsOf(32, pairsOf(mexico.neighbours));
const income = (year: string) => Float64Array.from(mexico.income[year]!);

/* Ten zones of de Smith, Goodchild & Longley, Geospatial Analysis, figure 5-31 (PySAL's example desmith). */
const zones = Float64Array.from([2.24, 3.1, 4.55, -5.15, -4.39, 0.46, 5.54, 9.02, -2.09, -3.06]);
const zoneNeighbours = [[2, 4], [1, 5], [4, 7], [1, 3, 5, 8], [2, 4, 6, 9], [5, 10], [3, 8], [4, 7, 9], [5, 8, 10], [6, 9]].map((list) => list.map((j) => j - 1));
const zoneWeights = weightsOf(10, pairsOf(zoneNeighbours));

/** mulberry32: any seeded generator will do. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const ring = (n: number) => weightsOf(n, Array.from({ length: n }, (_, i): Pair => [i, (i + 1) % n]));

describe('Moran’s I', () => {
  it('Mexican states: I, expectation, variance and p as spdep gives them', () => {
    for (const [year, i, variance, z, p] of [
      ['1940', 0.10754257728390725, 0.01359297666169839, 1.199090271778346, 0.2304928463851004],
      ['2000', 0.15134115335280393, 0.01394115117518862, 1.5549681877657227, 0.1199536459822474]
    ] as const) {
      const m = moran(income(year), states);
      expect(m.i).toBeCloseTo(i, 13);
      expect(m.expected).toBeCloseTo(-1 / 31, 15);
      expect(m.variance).toBeCloseTo(variance, 13);
      expect(m.z).toBeCloseTo(z, 11);
      expect(m.normalP).toBeCloseTo(p, 12);
    }
  });
  it('ten zones of a textbook: as spdep', () => {
    const m = moran(zones, zoneWeights);
    expect(m.i).toBeCloseTo(0.07361243111060221, 13);
    expect(m.variance).toBeCloseTo(0.06296699883493342, 13);
    expect(m.normalP).toBeCloseTo(0.46164000035545677, 12);
  });
  it('a chessboard resembles itself nowhere, two halves nearly everywhere', () => {
    const at = (r: number, c: number) => r * 4 + c;
    const board = weightsOf(16, [0, 1, 2, 3].flatMap((r) => [0, 1, 2, 3].flatMap((c) => [...(c < 3 ? [[at(r, c), at(r, c + 1)] as Pair] : []), ...(r < 3 ? [[at(r, c), at(r + 1, c)] as Pair] : [])])));
    expect(moran(Float64Array.from({ length: 16 }, (_, i) => ((i >> 2) + i) % 2), board).i).toBeCloseTo(-1, 14);
    expect(moran(Float64Array.from({ length: 16 }, (_, i) => Number(i % 4 > 1)), board, { random: seeded(1) }).reference.p).toBeLessThan(0.01);
  });
  it('the least p of few units is counted, not guessed: all 5,040 orders of seven', () => {
    // R: moran() of each of the 5,040 permutations on the ring of seven, row-standardised.
    const { i, reference } = moran(zones.slice(0, 7), ring(7));
    expect(i).toBeCloseTo(0.2578702971798405, 13);
    expect(reference).toMatchObject({ kind: 'exact', arrangements: 5040 });
    expect(reference.greater).toBeCloseTo(0.1472222222222222, 12);
    expect(reference.less).toBeCloseTo(0.8555555555555555, 12);
    expect(reference.p).toBeCloseTo(2 * 0.1472222222222222, 12);
  });
  it('the mean over all orders is −1 / (n − 1), their variance that of the formula', () => {
    // Checked by counting, on uneven weights so that every term of the variance has a part.
    const w = weightsOf(6, [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [1, 4]], (i, j) => 1 + i + j);
    const x = [3, 1, 4, 1.5, 9, 2.6];
    const all: number[] = [];
    const orders = (rest: number[], done: number[]): void => {
      if (rest.length === 0) all.push(moran(Float64Array.from(done), w).i);
      rest.forEach((v, i) => orders([...rest.slice(0, i), ...rest.slice(i + 1)], [...done, v]));
    };
    orders(x, []);
    const mean = all.reduce((s, v) => s + v, 0) / all.length;
    const variance = all.reduce((s, v) => s + (v - mean) ** 2, 0) / all.length;
    const m = moran(Float64Array.from(x), w);
    expect(all).toHaveLength(720);
    expect(m.expected).toBeCloseTo(mean, 12);
    expect(m.variance).toBeCloseTo(variance, 12);
  });
  it('drawn arrangements come near the exact p, and the same seed gives the same p', () => {
    const eleven = Float64Array.from([...zones, 1.2]);
    const a = moran(eleven, ring(11), { random: seeded(5), draws: 20_000 });
    expect(a.reference.kind).toBe('drawn');
    expect(moran(eleven, ring(11), { random: seeded(5), draws: 20_000 }).reference).toEqual(a.reference);
    expect(Math.abs(a.reference.p - a.normalP)).toBeLessThan(0.05);
    expect(moran(eleven, ring(11)).reference.kind).toBe('none');
  });
  it('a unit without a value, or left without a neighbour, does not count', () => {
    const line = weightsOf(6, [[0, 1], [1, 2], [2, 3], [4, 5]]);
    const x = Float64Array.from([1, 2, 4, 3, NaN, 9]);
    const m = moran(x, line);
    expect(m.units).toEqual([0, 1, 2, 3]);
    expect(m.i).toBeCloseTo(moran(x.slice(0, 4), weightsOf(4, [[0, 1], [1, 2], [2, 3]])).i, 14);
    expect(moran(Float64Array.from([5, 5, 5]), ring(3)).i).toBeNaN();
    expect(moran(Float64Array.from([5, 1]), weightsOf(2, [[0, 1]])).i).toBeNaN();
    expect(() => moran(x, ring(3))).toThrow(/6 values for 3 units/);
  });
  it('scale, shift and the naming of units do not matter', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 5, maxLength: 6 }), fc.double({ min: 0.01, max: 50, noNaN: true }), (list, k) => {
      const n = list.length;
      fc.pre(Math.max(...list) - Math.min(...list) > 1);
      const { i, variance } = moran(Float64Array.from(list), ring(n));
      const moved = moran(Float64Array.from(list, (v) => v * k - 3), ring(n));
      expect(moved.i).toBeCloseTo(i, 8);
      expect(moved.variance).toBeCloseTo(variance, 8);
      // Turned round the ring, everything is as before.
      expect(moran(Float64Array.from([...list.slice(2), ...list.slice(0, 2)]), ring(n)).i).toBeCloseTo(i, 8);
    }));
  });
});

describe('local Moran', () => {
  it('ten zones: I as spdep, quadrants as PySAL prints them, p by R’s combn', () => {
    const l = localMoran(zones, zoneWeights);
    const i = [-0.12676974560488474, -0.22156158408616525, -0.14834898316594741, -0.5752264800496412, 0.5343889894382189, 0.13564570126700293, 1.323869979310046, -0.646047828307347, 0.0789042534230895, 0.38127000888165036];
    i.forEach((v, u) => expect(l.i[u]).toBeCloseTo(v, 12));
    // esda, Moran_Local: lm.q = [4, 4, 4, 2, 3, 3, 1, 4, 3, 3], where 1 HH, 2 LH, 3 LL, 4 HL.
    expect(l.quadrant).toEqual([4, 4, 4, 2, 3, 3, 1, 4, 3, 3].map((q) => ({ 1: 'HH', 2: 'LH', 3: 'LL', 4: 'HL' })[q]));
    expect(l.reference.map((r) => r.arrangements)).toEqual([36, 36, 36, 126, 126, 36, 36, 84, 84, 36]);
    const p = [0.5555555555555556, 0.6111111111111112, 1, 0.5079365079365079, 0.14285714285714285, 0.16666666666666666, 0.05555555555555555, 0.7619047619047619, 0.7142857142857143, 0.5];
    const adjusted = [0.8465608465608465, 0.8465608465608465, 1, 0.8465608465608465, 0.5555555555555556, 0.5555555555555556, 0.5555555555555556, 0.8465608465608465, 0.8465608465608465, 0.8465608465608465];
    p.forEach((v, u) => expect(l.p[u]).toBeCloseTo(v, 12));
    adjusted.forEach((v, u) => expect(l.adjusted[u]).toBeCloseTo(v, 12));
  });
  it('Mexican states 2000: I as spdep', () => {
    const i = [-0.30387090824191354, 0.3711675725603586, 0.4606042180805788, 0.08587489453994827, 1.112199799253409, 0.04095838962607329, 0.14062222103391087, -0.020033699506262236, -1.183879307082103, 0.03701619066042415];
    const l = localMoran(income('2000'), states, { random: seeded(1), draws: 99 });
    i.forEach((v, u) => expect(l.i[u]).toBeCloseTo(v, 12));
  });
  it('sums to the global statistic times the sum of the weights', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 10, maxLength: 10 }), (list) => {
      fc.pre(Math.max(...list) - Math.min(...list) > 1);
      const x = Float64Array.from(list);
      expect(localMoran(x, zoneWeights).i.reduce((s, v) => s + v, 0)).toBeCloseTo(10 * moran(x, zoneWeights, { random: seeded(1), draws: 1 }).i, 8);
    }));
  });
  it('unequal weights: every ordered choice is counted', () => {
    const w = weightsOf(5, [[0, 1], [0, 2], [1, 2], [2, 3], [3, 4], [0, 4]], (i, j) => 1 + i + 2 * j);
    const x = Float64Array.from([3, 1, 4, 1.5, 9]);
    const l = localMoran(x, w);
    // Unit 0 has three neighbours of unequal weight among four others: 24 ordered choices, by hand.
    const z = [...l.z];
    const weights = row(rowStandardised(w), 0).map(([, v]) => v);
    const sums: number[] = [];
    for (let a = 1; a < 5; a++) for (let b = 1; b < 5; b++) for (let c = 1; c < 5; c++) if (a !== b && b !== c && a !== c) sums.push(z[0]! * (weights[0]! * z[a]! + weights[1]! * z[b]! + weights[2]! * z[c]!));
    expect(l.reference[0]).toMatchObject({ kind: 'exact', arrangements: 24 });
    expect(l.reference[0]!.greater).toBeCloseTo(sums.filter((s) => s >= l.i[0]! - 1e-12).length / 24, 12);
  });
  it('drawn p comes near the exact one, counted here by the number of subsets of each sum', () => {
    const n = 26;
    const k = 12;
    const values = Array.from({ length: n }, (_, i) => (i * 7919) % 101);
    const pairs: Pair[] = [...Array.from({ length: k }, (_, j): Pair => [0, j + 1]), ...Array.from({ length: n - 2 }, (_, i): Pair => [i + 1, i + 2])];
    const drawn = localMoran(Float64Array.from(values), weightsOf(n, pairs), { random: seeded(3), draws: 20_000 });
    // subsets[m][s]: choices of m of the other 25 values with sum s.
    const subsets = Array.from({ length: k + 1 }, () => new Float64Array(2600));
    subsets[0]![0] = 1;
    for (const v of values.slice(1)) for (let m = k; m >= 1; m--) for (let s = 2599; s >= v; s--) subsets[m]![s] = subsets[m]![s]! + subsets[m - 1]![s - v]!;
    const seen = values.slice(1, k + 1).reduce((s, v) => s + v, 0);
    const all = subsets[k]!.reduce((s, c) => s + c, 0);
    const tail = (keep: (s: number) => boolean) => subsets[k]!.reduce((t, c, s) => t + (keep(s) ? c : 0), 0) / all;
    const p = Math.min(1, 2 * Math.min(tail((s) => s >= seen), tail((s) => s <= seen)));
    expect(all).toBe(5_200_300);
    expect(drawn.reference[0]).toMatchObject({ kind: 'drawn', arrangements: 20_000 });
    // Four standard errors of a share of 20,000 draws, doubled.
    expect(Math.abs(drawn.p[0]! - p)).toBeLessThan(8 * Math.sqrt(0.25 / 20_000));
    expect(localMoran(Float64Array.from(values), weightsOf(n, pairs)).reference[0]!.kind).toBe('none');
  });
  it('missing stays missing and is no test', () => {
    const x = zones.slice();
    x[3] = NaN;
    const l = localMoran(x, zoneWeights);
    expect([l.z[3], l.lag[3], l.i[3], l.p[3], l.adjusted[3]]).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(l.quadrant[3]).toBeNull();
    expect([...l.p].filter((p) => !Number.isNaN(p))).toHaveLength(9);
    expect(localMoran(Float64Array.from([2, 2, 2]), ring(3)).quadrant).toEqual([null, null, null]);
  });
});

describe('weights', () => {
  const neighbours = (w: SpatialWeights) => Array.from({ length: w.n }, (_, i) => row(w, i).map(([j]) => j));
  it('pairs count once, from either side', () => {
    const w = weightsOf(3, [[0, 1], [1, 0], [1, 2]]);
    expect(neighbours(w)).toEqual([[1], [0, 2], [1]]);
    expect(row(rowStandardised(w), 1)).toEqual([[0, 0.5], [2, 0.5]]);
  });
  it('refuses what is no pair or no weight, by name', () => {
    expect(() => weightsOf(3, [[0, 3]])).toThrow('0 and 3 are not two of 3 units');
    expect(() => weightsOf(3, [[1, 1]])).toThrow(RangeError);
    expect(() => weightsOf(3, [[0, 1]], () => 0)).toThrow(/weight of 0 and 1/);
  });
  it('by distance: nearer weighs more, the least cut-off leaves nobody alone', () => {
    const at = [0, 1, 3, 7];
    const distance = (i: number, j: number) => Math.abs(at[i]! - at[j]!);
    expect(leastCutoff(4, distance)).toBe(4);
    const w = distanceWeights(4, distance, { cutoff: 4 });
    expect(neighbours(w)).toEqual([[1, 2], [0, 2], [0, 1, 3], [2]]);
    expect(row(w, 0)).toEqual([[1, 1], [2, 1 / 3]]);
    expect(row(distanceWeights(4, distance, { cutoff: 4, power: 2 }), 3)).toEqual([[2, 1 / 16]]);
    expect(leastCutoff(1, distance)).toBeNaN();
    expect(row(distanceWeights(2, () => 0, { cutoff: 1 }), 0)).toEqual([[1, 1]]);
  });
  it('islands join the nearest', () => {
    const at = [0, 1, 3, 7];
    expect(pairsForLone(4, [[0, 1]], (i, j) => Math.abs(at[i]! - at[j]!))).toEqual([[2, 1], [3, 2]]);
    expect(pairsForLone(2, [[0, 1]], () => 1)).toEqual([]);
    expect(pairsForLone(1, [], () => 1)).toEqual([]);
  });
});

describe('false discoveries', () => {
  it('as p.adjust of R, missing left out', () => {
    // p.adjust(c(.01, .04, .03, .005), "BH") = .02 .04 .04 .02
    expect([...adjustForFalseDiscoveries(Float64Array.from([0.01, 0.04, NaN, 0.03, 0.005]))].map((v) => Math.round(v * 1e12) / 1e12)).toEqual([0.02, 0.04, NaN, 0.04, 0.02]);
  });
  it('never below p, never above one, in the same order', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (list) => {
      const q = adjustForFalseDiscoveries(Float64Array.from(list));
      list.forEach((p, i) => {
        expect(q[i]).toBeGreaterThanOrEqual(p);
        expect(q[i]).toBeLessThanOrEqual(1);
        list.forEach((other, j) => p < other && expect(q[i]).toBeLessThanOrEqual(q[j]!));
      });
    }));
  });
});
