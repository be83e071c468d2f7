import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate, correlationInterval, normalTail, permutationTest, type CorrelationKind } from '../../../../src/lib/composite';
import { runs } from '../../runs';

const col = (...v: number[]) => Float64Array.from(v);
const kinds: CorrelationKind[] = ['pearson', 'spearman', 'kendall'];

/* Hollander & Wolfe (1973), p. 187: lightness of tuna and consumer panel scores; printed results of R's cor.test. */
const lightness = col(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1);
const panel = col(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8);
/* With ties; values of scipy 1.17 (Kendall asymptotic). */
const tiedA = col(1, 2, 2, 3, 5, 5, 5, 7, 8, 9, 9, 12);
const tiedB = col(2, 1, 2, 2, 4, 6, 5, 5, 9, 8, 9, 9);

describe('published and independent values', () => {
  it('tuna: Pearson 0.5711816, p 0.1082; Spearman 0.6, p 0.0968; Kendall 0.4444444, p 0.1194', () => {
    expect(correlate(lightness, panel)).toMatchObject({ n: 9, test: 't', r: expect.closeTo(0.5711815575638288, 14), p: expect.closeTo(0.10817305434949381, 13) });
    const rho = correlate(lightness, panel, 'spearman');
    expect(rho).toMatchObject({ test: 'exact', tied: false, r: expect.closeTo(0.6, 14) });
    expect(rho.p).toBeCloseTo(0.0968, 4);
    expect(correlate(lightness, panel, 'kendall')).toMatchObject({ test: 'exact', r: expect.closeTo(4 / 9, 14), p: expect.closeTo(0.11943893298059964, 13) });
  });
  it('with ties: t for Spearman, normal with corrected variance for Kendall', () => {
    expect(correlate(tiedA, tiedB)).toMatchObject({ r: expect.closeTo(0.9311454902819839, 13), p: expect.closeTo(1.0849513592594498e-5, 15) });
    expect(correlate(tiedA, tiedB, 'spearman')).toMatchObject({ test: 't', tied: true, r: expect.closeTo(0.9192233868126569, 13), p: expect.closeTo(2.362081339708326e-5, 15) });
    expect(correlate(tiedA, tiedB, 'kendall')).toMatchObject({ test: 'normal', tied: true, r: expect.closeTo(0.800111134264619, 13), p: expect.closeTo(0.0006716553768484814, 14) });
  });
  it('the Technology Achievement Index: Table 6 of the Handbook (log columns are printed at two digits) and numpy', () => {
    const tai = JSON.parse(readFileSync(new URL('../../../fixtures/tai/tai.json', import.meta.url), 'utf8')) as { values: number[][] };
    const printed = JSON.parse(readFileSync(new URL('../../../fixtures/tai/analysis.json', import.meta.url), 'utf8')) as { table6CorrelationsUpper: number[][]; numpyCorrelations: number[][] };
    const x = tai.values[0]!.map((_, j) => Float64Array.from(tai.values, (row) => row[j]!));
    x.forEach((a, i) => x.forEach((b, j) => expect(correlate(a, b).r).toBeCloseTo(printed.numpyCorrelations[i]![j]!, 12)));
    printed.table6CorrelationsUpper.forEach((row, i) => row.forEach((r, k) => expect(Math.abs(correlate(x[i]!, x[i + k + 1]!).r - r)).toBeLessThan(0.019)));
  });
});

/* Every order of 0 … n − 1. */
const orders = (n: number): number[][] => (n === 0 ? [[]] : orders(n - 1).flatMap((rest) => Array.from({ length: n }, (_, k) => [...rest.slice(0, k), n - 1, ...rest.slice(k)])));
const doubled = (values: number[], at: number) => Math.min(1, (2 * Math.min(values.filter((v) => v <= at + 1e-12).length, values.filter((v) => v >= at - 1e-12).length)) / values.length);

describe('exact p', () => {
  it.each([3, 4, 5, 6, 7])('equals a count of all orders, n = %i', (n) => {
    const first = Float64Array.from({ length: n }, (_, i) => i);
    const all = orders(n).map((o) => Float64Array.from(o));
    for (const kind of ['spearman', 'kendall'] as const) {
      const r = all.map((o) => correlate(first, o, kind).r);
      const seen = new Map<string, number>();
      all.forEach((o, k) => {
        const key = r[k]!.toFixed(9);
        if (seen.has(key)) return;
        seen.set(key, r[k]!);
        expect(correlate(first, o, kind).p).toBeCloseTo(doubled(r, r[k]!), 12);
      });
    }
  });
  it('prints as the tables: critical values of ρ for n = 10 and n = 14, 5 % two-sided (Zar 1972): 0.648, 0.538', () => {
    // The greatest Σd² whose p is not above 0.05.
    const critical = (n: number) => {
      const a = Float64Array.from({ length: n }, (_, i) => i);
      let least = 1;
      // Orders with ever greater Σd²: swap neighbours, then farther ones.
      for (let d2 = 0; ; d2 += 2) {
        const b = orderWith(n, d2);
        if (!b) return least;
        const { r, p } = correlate(a, b, 'spearman');
        if (p > 0.05) return least;
        least = r;
      }
    };
    expect(critical(10)).toBeCloseTo(0.648, 3);
    expect(critical(14)).toBeCloseTo(0.538, 3);
  });
});

/* Some order of 0 … n − 1 with this Σd², found greedily by swaps; null when the search ends. */
function orderWith(n: number, d2: number): Float64Array | null {
  const order = Array.from({ length: n }, (_, i) => i);
  const sum = () => order.reduce((a, v, i) => a + (v - i) ** 2, 0);
  let rest = d2 - sum();
  for (let round = 0; rest > 0 && round < 1000; round++) {
    let best: [number, number, number] | null = null;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const gain = (order[i]! - j) ** 2 + (order[j]! - i) ** 2 - (order[i]! - i) ** 2 - (order[j]! - j) ** 2;
        if (gain > 0 && gain <= rest && (!best || gain > best[2])) best = [i, j, gain];
      }
    }
    if (!best) return null;
    [order[best[0]], order[best[1]]] = [order[best[1]]!, order[best[0]]!];
    rest -= best[2];
  }
  return rest === 0 ? Float64Array.from(order) : null;
}

describe('intervals', () => {
  it('Pearson as R prints it for the tuna: −0.1497426 to 0.8955795', () => {
    const [lo, hi] = correlationInterval(0.5711815575638288, 9);
    expect(lo).toBeCloseTo(-0.14974263303675717, 13);
    expect(hi).toBeCloseTo(0.8955794618387394, 13);
  });
  it('Spearman (Bonett & Wright 2000) and Kendall (Fieller et al. 1957), written out', () => {
    const z = 1.959963984540054;
    const [lo, hi] = correlationInterval(0.6, 30, 'spearman');
    expect(lo).toBeCloseTo(Math.tanh(Math.atanh(0.6) - z * Math.sqrt(1.18 / 27)), 14);
    expect(hi).toBeCloseTo(Math.tanh(Math.atanh(0.6) + z * Math.sqrt(1.18 / 27)), 14);
    expect(correlationInterval(-0.3, 20, 'kendall')[0]).toBeCloseTo(Math.tanh(Math.atanh(-0.3) - z * Math.sqrt(0.437 / 16)), 14);
  });
  it('too few pairs give none; a level outside is refused', () => {
    expect(correlationInterval(0.5, 3)).toEqual([NaN, NaN]);
    expect(correlationInterval(0.5, 4, 'kendall')).toEqual([NaN, NaN]);
    expect(correlationInterval(NaN, 20)).toEqual([NaN, NaN]);
    expect(() => correlationInterval(0.5, 20, 'pearson', 1)).toThrow(RangeError);
  });
  it('holds r, grows with the level, mirrors with the sign', () => {
    fc.assert(fc.property(fc.double({ min: -0.999, max: 0.999, noNaN: true }), fc.integer({ min: 5, max: 200 }), fc.constantFrom(...kinds), fc.double({ min: 0.5, max: 0.98, noNaN: true }), (r, n, kind, level) => {
      const [lo, hi] = correlationInterval(r, n, kind, level);
      const [lower, upper] = correlationInterval(r, n, kind, level + 0.01);
      expect(lo <= r && r <= hi && lower < lo && hi < upper && lower >= -1 && upper <= 1).toBe(true);
      const [a, b] = correlationInterval(-r, n, kind, level);
      expect(a).toBeCloseTo(-hi, 12);
      expect(b).toBeCloseTo(-lo, 12);
    }));
  });
});

/* A small generator of uniform numbers (mulberry32). */
function mulberry(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('permutation test', () => {
  it('few units are gone through completely and give the exact p', () => {
    const a = col(1, 2, 3, 4, 5, 6);
    const b = col(2, 1, 4, 3, 6, 5);
    for (const kind of ['spearman', 'kendall'] as const) {
      const test = permutationTest(a, b, kind, { random: mulberry(1) });
      expect(test).toMatchObject({ complete: true, permutations: 720 });
      expect(test.p).toBeCloseTo(correlate(a, b, kind).p, 12);
    }
  });
  it('many units: near the p of the distribution, the same for the same seed, never nought', () => {
    for (const kind of kinds) {
      const test = permutationTest(lightness, panel, kind, { random: mulberry(7), permutations: 20_000 });
      expect(Math.abs(test.p - correlate(lightness, panel, kind).p)).toBeLessThan(0.012);
      expect(permutationTest(lightness, panel, kind, { random: mulberry(7), permutations: 20_000 }).p).toBe(test.p);
    }
    expect(permutationTest(lightness, lightness, 'pearson', { random: mulberry(3), permutations: 99 }).p).toBeCloseTo(0.01, 12);
  });
  it('refuses a number of orders that is none', () => {
    expect(() => permutationTest(lightness, panel, 'pearson', { random: mulberry(1), permutations: 0 })).toThrow(RangeError);
  });
});

describe('properties', () => {
  const cell = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -9, max: 9 }) }, { weight: 1, arbitrary: fc.constant(NaN) });
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 16 });
  const kind = fc.constantFrom(...kinds);
  const of = (pairs: [number, number][], k: CorrelationKind) => correlate(col(...pairs.map((p) => p[0])), col(...pairs.map((p) => p[1])), k);
  const same = (a: number, b: number, digits = 10) => (Number.isNaN(b) ? expect(a).toBeNaN() : expect(a).toBeCloseTo(b, digits));

  it('r lies in −1…1, p in 0…1; both are there or neither; units may be reordered and columns exchanged', () => {
    fc.assert(fc.property(rows, kind, (pairs, k) => {
      const c = of(pairs, k);
      const present = pairs.filter((p) => !p.some(Number.isNaN));
      expect(c.n).toBe(present.length);
      const spread = [0, 1].every((j) => new Set(present.map((p) => p[j]! + 0)).size > 1);
      expect(Number.isNaN(c.r)).toBe(!spread);
      if (c.n > 2) expect(Number.isNaN(c.p)).toBe(!spread);
      if (spread) expect(Math.abs(c.r) <= 1).toBe(true);
      if (!Number.isNaN(c.p)) expect(c.p >= 0 && c.p <= 1).toBe(true);
      const back = of([...pairs].reverse(), k);
      same(back.r, c.r);
      // Three points on a line leave p the root of the rounding of r.
      same(back.p, c.p, 6);
      const turned = of(pairs.map(([a, b]) => [b, a]), k);
      same(turned.r, c.r);
      same(turned.p, c.p, 6);
    }));
  });
  it('moving and stretching changes nothing, turning the sign turns r and leaves p; 1e±300 is no matter', () => {
    fc.assert(fc.property(rows, kind, fc.constantFrom(1e300, 1e-300, 3, -1), (pairs, k, size) => {
      const c = of(pairs, k);
      const d = of(pairs.map(([a, b]) => [a * size, b]), k);
      same(d.r, c.r * Math.sign(size));
      same(d.p, c.p, 6);
    }));
  });
  it('ranks know nothing of the shape: a rising function changes neither Spearman nor Kendall', () => {
    fc.assert(fc.property(rows, fc.constantFrom('spearman' as const, 'kendall' as const), (pairs, k) => {
      same(of(pairs.map(([a, b]) => [Math.exp(a), b ** 3]), k).r, of(pairs, k).r, 12);
    }));
  });
  it('Kendall’s τ-b equals the sums over pairs; with ties its p rests on the variance of S over all orders', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { maxLength: 6 }), (pairs) => {
      const sums = (x: readonly (readonly number[])[]) => {
        let [s, tx, ty] = [0, 0, 0];
        x.forEach((p, i) => x.slice(0, i).forEach((q) => {
          const [d, e] = [Math.sign(p[0]! - q[0]!), Math.sign(p[1]! - q[1]!)];
          s += d * e;
          tx += d * d;
          ty += e * e;
        }));
        return { s, tx, ty };
      };
      const { s, tx, ty } = sums(pairs);
      const c = of(pairs, 'kendall');
      if (Number.isNaN(c.r)) {
        expect(tx * ty).toBe(0);
        return;
      }
      expect(c.r).toBeCloseTo(s / Math.sqrt(tx * ty), 12);
      if (c.test !== 'normal') return;
      const all = orders(pairs.length).map((o) => sums(pairs.map((p, i) => [p[0], pairs[o[i]!]![1]])).s);
      const variance = all.reduce((a, v) => a + v * v, 0) / all.length;
      expect(c.p).toBeCloseTo(2 * normalTail(Math.abs(s) / Math.sqrt(variance)), 12);
    }), { numRuns: runs(50) });
  });
});
