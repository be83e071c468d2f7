/* Comparing regions: the threshold, and rows that agree with the profile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRows, compareSheet, medianAbsoluteDeviation, besideMean, parseCompared, profile } from '../../../src/lib/atlas';
import { lagoon, vfd } from '../support';

describe('median absolute deviation', () => {
  /* The textbook case: 1 1 2 2 4 6 9 has the median 2, distances 1 1 0 0 2 4 7, whose median is 1. */
  it('is the median of the distances from the median', () => {
    expect(medianAbsoluteDeviation(Float64Array.of(1, 1, 2, 2, 4, 6, 9))).toBe(1);
    expect(medianAbsoluteDeviation(Float64Array.of(NaN, 5, NaN))).toBe(0);
    expect(medianAbsoluteDeviation(Float64Array.of(NaN))).toBeNaN();
  });
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
  it('does not change when all values move, and never falls below nought', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        const own = medianAbsoluteDeviation(Float64Array.from(values));
        expect(own).toBeGreaterThanOrEqual(0);
        expect(medianAbsoluteDeviation(Float64Array.from(values, (v) => v + shift))).toBeCloseTo(own, 5);
      })
    );
  });
});

describe('higher, similar, lower', () => {
  it('on the threshold is similar; missing is no verdict', () => {
    expect([besideMean(3, 2, 1), besideMean(1, 2, 1), besideMean(3.1, 2, 1), besideMean(0.9, 2, 1), besideMean(2, 2, 0), besideMean(2.1, 2, 0)]).toEqual(['similar', 'similar', 'higher', 'lower', 'similar', 'higher']);
    expect([besideMean(NaN, 2, 1), besideMean(2, NaN, 1), besideMean(2, 2, NaN)]).toEqual([null, null, null]);
  });
});

describe.each([['real', vfd], ['fictitious', lagoon]] as const)('rows of the %s pack', (_, load) => {
  const pack = load();
  const { targetYear, normalisation } = pack.method;
  it('hold the values of the profiles, with the same means', () => {
    const rows = compareRows(pack, targetYear, normalisation.goalposts);
    const at = (id: string) => rows.find((r) => r.id === id)!;
    for (const { code } of compareSheet(pack, targetYear, normalisation.goalposts).regions) {
      const own = profile(pack, code, targetYear, normalisation.goalposts)!;
      expect(at('index').values[own.unit]).toBe(own.index);
      expect(at('index').mean).toBe(own.districtMean);
      for (const block of own.blocks) {
        expect([at(block.block.id).values[own.unit], at(block.block.id).mean]).toEqual([block.score, block.districtMean]);
        for (const i of block.indicators) expect([at(`${block.block.id} ${i.indicator.id}`).values[own.unit], at(`${block.block.id} ${i.indicator.id}`).mean]).toEqual([i.value, i.districtMean]);
      }
    }
  });
});

describe('the address of a comparison', () => {
  it('keeps its order, names what is unknown and what is too many', () => {
    expect(parseCompared('B~A~X~B~C', ['A', 'B', 'C'], 2)).toEqual({ regions: ['B', 'A'], unknown: ['X'], tooMany: ['C'] });
    expect(parseCompared(null, ['A'], 5)).toEqual({ regions: [], unknown: [], tooMany: [] });
  });
});
