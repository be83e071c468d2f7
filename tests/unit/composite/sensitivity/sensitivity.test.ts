import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinationPoint, combinations, exactIndices, sobolIndices } from '../../../../src/lib/composite';

const out = new Float64Array(1);
const one = (f: (x: Float64Array) => number) => (x: Float64Array) => {
  out[0] = f(x);
  return out;
};
const within = (a: ArrayLike<number>, b: readonly number[], tolerance: number) => b.forEach((v, i) => expect(Math.abs(a[i]! - v), `${a[i]} for ${v}`).toBeLessThan(tolerance));

describe('closed forms', () => {
  it('Ishigami & Homma (1990): a = 7, b = 0.1', () => {
    const [a, b] = [7, 0.1];
    const f = one((u) => {
      const [x, y, z] = [...u].map((v) => Math.PI * (2 * v - 1)) as [number, number, number];
      return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
    });
    const v1 = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2;
    const v2 = a ** 2 / 8;
    const v13 = (b ** 2 * Math.PI ** 8 * 8) / 225;
    const v = v1 + v2 + v13;
    const got = sobolIndices(f, 3, 8192, 1);
    within(got.first, [v1 / v, v2 / v, 0], 0.04);
    within(got.total, [(v1 + v13) / v, v2 / v, v13 / v], 0.03);
    expect(Math.abs(got.mean[0]! - a / 2)).toBeLessThan(0.1);
    expect(Math.abs(got.variance[0]! / v - 1)).toBeLessThan(0.04);
  });
  it("Sobol' g-function, a = 0, 1, 4.5, 9", () => {
    const a = [0, 1, 4.5, 9];
    const f = one((x) => a.reduce((p, ai, i) => (p * (Math.abs(4 * x[i]! - 2) + ai)) / (1 + ai), 1));
    const vi = a.map((ai) => 1 / 3 / (1 + ai) ** 2);
    const v = vi.reduce((p, x) => p * (1 + x), 1) - 1;
    const got = sobolIndices(f, 4, 8192, 2);
    within(got.first, vi.map((x) => x / v), 0.04);
    within(got.total, vi.map((x, i) => (x * vi.reduce((p, y, j) => (j === i ? p : p * (1 + y)), 1)) / v), 0.04);
  });
  it('an additive model: first = total = share of the variance, whatever the mean', () => {
    for (const shift of [0, 1e6]) {
      const got = sobolIndices(one((x) => shift + 3 * x[0]! + 2 * x[1]! + x[2]!), 3, 8192, 3);
      within(got.first, [9 / 14, 4 / 14, 1 / 14], 0.03);
      within(got.total, [9 / 14, 4 / 14, 1 / 14], 0.03);
    }
  });
  it('estimates go to the exact indices of a discrete function', () => {
    const f = (x: Float64Array) => Float64Array.of(Math.floor(3 * x[0]!) * (1 + Math.floor(2 * x[1]!)), Math.floor(3 * x[0]!));
    const exact = exactIndices([3, 2, 4], f);
    const got = sobolIndices(f, 3, 8192, 4);
    within(got.first, [...exact.first], 0.04);
    within(got.total, [...exact.total], 0.03);
  });
});

describe('exact indices', () => {
  it('by hand: y = x₁ + x₂ + 2 x₁ x₂ over {0, 1}²', () => {
    // y = 0, 1, 1, 4: mean 1.5, variance 2.25. E(y | x₁) = 0.5, 2.5: variance 1. Interaction ¼.
    const got = exactIndices([2, 2], one((u) => {
      const [x, y] = [Math.floor(2 * u[0]!), Math.floor(2 * u[1]!)] as [number, number];
      return x + y + 2 * x * y;
    }));
    expect(got.mean[0]).toBe(1.5);
    expect(got.variance[0]).toBe(2.25);
    within(got.first, [4 / 9, 4 / 9], 1e-15);
    within(got.total, [5 / 9, 5 / 9], 1e-15);
  });
  it('agree with the definitions written out, for any table of outcomes', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(levels, fc.infiniteStream(fc.integer({ min: -5, max: 5 })), (n, stream) => {
        const y = Array.from({ length: combinations(n) }, () => stream.next().value as number);
        let c = 0;
        const got = exactIndices(n, one(() => y[c++]!));
        const x = y.map((_, i) => {
          const point = new Float64Array(n.length);
          combinationPoint(n, i, point);
          return [...point].map((u, f) => Math.floor(u * n[f]!));
        });
        const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
        const variance = (v: number[]) => mean(v.map((a) => (a - mean(v)) ** 2));
        const groups = (key: (i: number) => string) => {
          const rows = new Map<string, number[]>();
          y.forEach((v, i) => rows.set(key(i), [...(rows.get(key(i)) ?? []), v]));
          return [...rows.values()];
        };
        n.forEach((_, f) => {
          if (variance(y) === 0) return expect(got.first[f]).toBeNaN();
          const given = groups((i) => String(x[i]![f]));
          const others = groups((i) => x[i]!.filter((_v, g) => g !== f).join());
          expect(got.first[f]).toBeCloseTo(variance(given.map(mean)) / variance(y), 12);
          expect(got.total[f]).toBeCloseTo(mean(others.map(variance)) / variance(y), 12);
        });
      })
    );
  });
  it('an outcome that is missing somewhere or never varies has no indices', () => {
    let c = 0;
    const got = exactIndices([2, 2], () => Float64Array.of(c++ === 2 ? NaN : c, 0.1));
    expect([...got.first, ...got.total]).toEqual(new Array(8).fill(NaN));
    expect([...got.missing]).toEqual([1, 0]);
    expect(got.variance[1]).toBe(0);
    expect(() => exactIndices([2, 0], () => out)).toThrow('factor 2 has 0 options');
  });
});

describe('bootstrap intervals', () => {
  const linear = one((x) => 2 * x[0]! + x[1]!);
  it('are the same for the same seed and surround the estimate', () => {
    const a = sobolIndices(linear, 2, 256, 9, { bootstrap: 100 });
    expect(sobolIndices(linear, 2, 256, 9, { bootstrap: 100 })).toEqual(a);
    a.first.forEach((v, f) => {
      expect(a.intervals!.firstLo[f]).toBeLessThan(v);
      expect(a.intervals!.firstHi[f]).toBeGreaterThan(v);
    });
  });
  it('cover the truth about as often as they say', () => {
    let hits = 0;
    const rounds = 200;
    for (let seed = 0; seed < rounds; seed++) {
      const { intervals } = sobolIndices(linear, 2, 128, seed, { bootstrap: 100, level: 0.9 });
      if (intervals!.totalLo[0]! <= 0.8 && 0.8 <= intervals!.totalHi[0]!) hits++;
    }
    expect(hits / rounds).toBeGreaterThan(0.8);
    expect(hits / rounds).toBeLessThan(0.98);
  });
});
