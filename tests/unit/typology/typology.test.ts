import { describe, expect, it } from 'vitest';
import { matrix, tiers } from '../../../src/lib/typology';

const limits = { leadingAboveSd: 0.5, lowBelowSd: 0.5 };

describe('tiers', () => {
  it('uses the sample deviation and strict limits', () => {
    // mean 3, sample sd 2 → limits 4 and 2; a value on a limit is average.
    const index = Float64Array.from([1, 2, 4, 3, 5, 3, 3]);
    const sd = Math.sqrt([1, 2, 4, 3, 5, 3, 3].reduce((s, v) => s + (v - 3) ** 2, 0) / 6);
    const result = tiers(index, limits);
    expect(result.leadingAbove).toBeCloseTo(3 + sd / 2, 12);
    expect(result.tier).toEqual(['low', 'low', 'leading', 'average', 'leading', 'average', 'average']);
    const edge = tiers(Float64Array.from([0, 2]), { leadingAboveSd: Math.SQRT1_2, lowBelowSd: Math.SQRT1_2 });
    expect(edge.tier).toEqual(['average', 'average']);
  });
  it('a missing index has no tier, a single region neither', () => {
    expect(tiers(Float64Array.from([NaN, 1, 2, 9]), limits).tier[0]).toBeNull();
    expect(tiers(Float64Array.from([1]), limits).tier).toEqual([null]);
  });
});

describe('matrix', () => {
  it('cuts at the mean; a value on the cut counts as above', () => {
    const { group, potentialCut, dynamicsCut } = matrix(Float64Array.from([1, 3, 2, 2]), Float64Array.from([4, 4, 0, 0]), 'mean');
    expect([potentialCut, dynamicsCut]).toEqual([2, 2]);
    expect(group).toEqual(['catch-up', 'leaders', 'stable', 'stable']);
  });
  it('cuts at the median when asked', () => {
    const { group } = matrix(Float64Array.from([0, 1, 100]), Float64Array.from([100, 1, 0]), 'median');
    expect(group).toEqual(['catch-up', 'leaders', 'stable']);
  });
  it('gives no group without both scores and refuses unequal columns', () => {
    expect(matrix(Float64Array.from([1, NaN, 0]), Float64Array.from([NaN, 1, 0]), 'mean').group).toEqual([null, null, 'problem']);
    expect(() => matrix(new Float64Array(2), new Float64Array(3), 'mean')).toThrow(RangeError);
  });
});
