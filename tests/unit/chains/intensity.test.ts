/* The gravity model worked by hand on the chain of drawn.ts, its properties, and what it gives on the packs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementarity, decayAt, intensity, intensityAgreement, intensitySensitivity, stageMasses } from '../../../src/lib/chains';
import { regionsOf } from '../../../src/lib/composite';
import { distanceMatrix } from '../../../src/lib/geo';
import type { IntensityMethod, Pack } from '../../../src/lib/pack';
import { lagoon, vfd } from '../support';
import { drawn } from './drawn';

/** Regions A to D with outputs of 10, 20, 30 and 40 of one indicator in one year. */
function measured(values: readonly number[] = [10, 20, 30, 40]): Pack {
  const pack = drawn();
  const indicator = { ...pack.indicators[0]!, id: 'out', derivation: null };
  const size = values.length;
  return { ...pack, indicators: [indicator], observations: { years: [2033], values: Float64Array.from(values), source: new Int16Array(size).fill(-1), comment: new Int16Array(size).fill(-1) } };
}

const method = (more: Partial<IntensityMethod> = {}): IntensityMethod => ({
  masses: [{ clusters: null, stages: ['raw', 'part', 'whole'], indicator: 'out', maxLag: 0 }],
  massExponent: 1,
  detour: 1,
  leastKm: 1,
  decay: { kind: 'power', exponent: 1 },
  sensitivity: { massExponents: [1], decays: [{ kind: 'power', exponent: 1 }], top: 1 },
  basis: { en: 'x', ru: 'x' },
  ...more
});
// A, B, C, D on a line 100 km apart.
const line = Float64Array.from({ length: 16 }, (_, f) => 100 * Math.abs(Math.floor(f / 4) - (f % 4)));

describe('worked by hand', () => {
  const pack = measured();
  it('a region shares its indicator out over its roles; masses are shares of the district', () => {
    // Roles on the indicator: A raw 1, part 1; B raw 2, part 1; C whole 2; D part 1 (its shop has no mass).
    const masses = new Map(stageMasses(pack, 'c', method()).map((m) => [m.stage, [...m.share]]));
    const rawA = 5;
    const rawB = 40 / 3;
    expect(masses.get('raw')).toEqual([rawA / (rawA + rawB), rawB / (rawA + rawB), 0, 0]);
    const [partA, partB, partD] = [5, 20 / 3, 40];
    const parts = partA + partB + partD;
    masses.get('part')!.forEach((m, u) => expect(m).toBeCloseTo([partA, partB, 0, partD][u]! / parts, 12));
    expect(masses.get('whole')).toEqual([0, 0, 1, 0]);
    expect(masses.get('shop')).toEqual([0, 0, 0, 0]);
  });
  it('complementarity counts the links within the district', () => {
    // 3 raw → part, 3 part → whole, 1 whole → shop; w1 → o leaves the district.
    expect(complementarity(pack, 'c')).toEqual([{ from: 'raw', to: 'part', share: 3 / 7 }, { from: 'part', to: 'whole', share: 3 / 7 }, { from: 'whole', to: 'shop', share: 1 / 7 }]);
  });
  it('the share of a pair is its term over the sum of all terms', () => {
    const [rA, rB] = [5 / (55 / 3), 40 / 55];
    const parts = 5 + 20 / 3 + 40;
    const [pA, pB, pD] = [5 / parts, 20 / 3 / parts, 40 / parts];
    const k = 3 / 7;
    // From A: raw to part of B and D; part to whole of C. From B likewise. From D: part to whole of C.
    const terms = { AB: (k * rA * pB) / 100, AD: (k * rA * pD) / 300, AC: (k * pA) / 200, BA: (k * rB * pA) / 100, BD: (k * rB * pD) / 200, BC: (k * pB) / 100, DC: (k * pD) / 100 };
    const sum = Object.values(terms).reduce((a, b) => a + b, 0);
    const { share, regions } = intensity(pack, 'c', line, method());
    for (const [i, from] of regions.entries()) for (const [j, to] of regions.entries()) expect(share[i * 4 + j], from + to).toBeCloseTo((terms[`${from}${to}` as keyof typeof terms] ?? 0) / sum, 12);
  });
  it('decay: a power of distance or exponential', () => {
    expect(decayAt({ kind: 'power', exponent: 2 }, 10)).toBeCloseTo(0.01, 12);
    expect(decayAt({ kind: 'exponential', km: 100 }, 100)).toBeCloseTo(1 / Math.E, 12);
  });
  it('a missing mass makes the flow missing, not nought', () => {
    const { share } = intensity(measured([NaN, 20, 30, 40]), 'c', line, method());
    expect([share[1], share[4]]).toEqual([NaN, NaN]);
    expect(share[1 * 4 + 2]).toBeGreaterThan(0);
    expect(share.reduce((s, v) => s + (Number.isNaN(v) ? 0 : v), 0)).toBeCloseTo(1, 12);
  });
  it('refuses distances of another size', () => expect(() => intensity(pack, 'c', line.slice(1), method())).toThrow('distances: 15, not 16'));
});

describe('properties', () => {
  const pack = measured();
  const value = fc.double({ min: 1, max: 100, noNaN: true });
  it('units of the masses and of distance do not matter, nor does the detour with a power of distance', () =>
    fc.assert(fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), value, (values, factor) => {
      const a = intensity(measured(values), 'c', line, method()).share;
      const b = intensity(measured(values.map((v) => v * factor)), 'c', line.map((d) => d * 3), method({ detour: 2 })).share;
      a.forEach((v, f) => expect(b[f]).toBeCloseTo(v, 9));
    })));
  it('a pair moved apart loses share', () =>
    fc.assert(fc.property(fc.double({ min: 1.1, max: 10, noNaN: true }), (far) => {
      const moved = line.map((d, f) => (f === 1 * 4 + 2 || f === 2 * 4 + 1 ? d * far : d));
      expect(intensity(pack, 'c', moved, method()).share[6]!).toBeLessThan(intensity(pack, 'c', line, method()).share[6]!);
    })));
  it('survival is 1 for flows among the top of every combination, and the top of one combination has as many as asked', () => {
    const one = intensitySensitivity(pack, 'c', line, method({ sensitivity: { massExponents: [1], decays: [{ kind: 'power', exponent: 1 }], top: 3 } }));
    expect(one.survival.filter((s) => s === 1)).toHaveLength(3);
    const many = intensitySensitivity(pack, 'c', line, method({ sensitivity: { massExponents: [0.5, 1], decays: [{ kind: 'power', exponent: 0.5 }, { kind: 'exponential', km: 50 }], top: 3 } }));
    expect(many.combinations).toBe(4);
    many.survival.forEach((s, f) => expect(many.least[f]! <= many.most[f]! && s >= 0 && s <= 1).toBe(true));
  });
});

describe.each([['vfd', vfd()], ['lagoon', lagoon()]] as const)('%s', (_, pack) => {
  const distance = distanceMatrix(regionsOf(pack).map((r) => r.capitalAt));
  it.each(pack.clusters.map((c) => c.id))('%s: shares sum to one, no region trades with itself', (id) => {
    const found = intensity(pack, id, distance, pack.method.intensity!);
    const n = found.regions.length;
    const sum = found.share.reduce((s, v) => s + (Number.isNaN(v) ? 0 : v), 0);
    expect(sum === 0 || Math.abs(sum - 1) < 1e-12).toBe(true);
    for (let i = 0; i < n; i++) expect(found.share[i * n + i]).toBe(0);
    expect(intensityAgreement(pack, found)).not.toBeLessThan(-1);
  });
});
