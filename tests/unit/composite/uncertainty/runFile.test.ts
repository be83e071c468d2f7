import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRunSet, readDesign, readRunSet, type Design, type RunSet } from '../../../../src/lib/composite';

const design: Design = {
  seed: 2 ** 53 - 1,
  factors: [
    { id: 'w', kind: 'weights', level: 'all', noise: 0.25 },
    { id: 'd', kind: 'dirichlet', level: 1, concentration: 2 },
    { id: 'i', kind: 'imputation', options: ['nominal', { impute: 'none' }, { impute: 'mean', within: 'group' }, { impute: 'em' }] },
    { id: 't', kind: 'treatment', options: [{ treat: 'none' }, { treat: 'chain', options: { maxPoints: Infinity, then: null } }, { treat: 'transform', how: { transform: 'log' } }] },
    { id: 'n', kind: 'normalisation', options: [{ method: 'minMax', range: [1, 100] }, { method: 'distanceToReference', unit: 'Infinity' }] },
    { id: 'a', kind: 'aggregation', level: 2, options: [{ aggregate: 'power', exponent: -Infinity }, 'nominal'] },
    { id: 'o', kind: 'omit', nodes: [null, 'x'] },
    { id: 'k', kind: 'number', lo: 0.25, hi: 0.75 },
    { id: 'c', kind: 'choice', options: ['mean', 'Infinity'] }
  ]
};
const k = design.factors.length;
const any = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constantFrom(NaN, -0, 0, 5e-324, -1.7976931348623157e308, 0.1 + 0.2));
const runSet = fc.record({ runs: fc.nat(4), units: fc.uniqueArray(fc.string(), { maxLength: 4 }), models: fc.integer({ min: 1, max: 3 }), from: fc.nat(1e9) }).chain(({ runs, units, models, from }) => {
  const list = (length: number, item: fc.Arbitrary<number> = any) => fc.array(item, { minLength: length, maxLength: length }).map((v) => Float64Array.from(v));
  return fc.record({
    design: fc.constant(design),
    from: fc.constant(from),
    to: fc.constant(from + runs),
    units: fc.constant(units),
    fingerprint: fc.string(),
    nominal: fc.tuple(...Array.from({ length: models }, () => list(units.length))),
    points: list(runs * k, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
    scores: fc.tuple(...Array.from({ length: models }, () => list(runs * units.length)))
  });
});

/** Numbers in plain arrays are compared by Object.is: −0 counts, the many bit patterns of NaN do not. */
const plain = (set: RunSet) => ({ ...set, nominal: set.nominal.map((v) => [...v]), points: [...set.points], scores: set.scores.map((v) => [...v]) });

describe('a run set as text', () => {
  it('comes back with the same bits', () => {
    fc.assert(
      fc.property(runSet, (set: RunSet) => {
        const { runs, faults } = readRunSet(formatRunSet(set));
        expect(faults).toEqual([]);
        expect(plain(runs!)).toStrictEqual(plain(set));
      })
    );
  });
  it('names what is wrong with it', () => {
    const text = formatRunSet({ design: { seed: 1, factors: [{ id: 'k', kind: 'number', lo: 0, hi: 1 }] }, from: 0, to: 2, units: ['u', 'v'], fingerprint: 'f', nominal: [Float64Array.of(1, 2)], points: Float64Array.of(0.5, 0.25), scores: [Float64Array.of(1, NaN, 3, 4)] });
    const faults = (from: string, to: string) => {
      const changed = text.replace(from, to);
      expect(changed).not.toBe(text);
      const reading = readRunSet(changed);
      expect(reading.runs).toBeNull();
      return reading.faults.join('\n');
    };
    expect(faults('{', '')).toMatch(/^not JSON/);
    expect(faults('composite-runs-1', 'other')).toBe('not a run set: "format" is not "composite-runs-1"');
    expect(faults('"to":2', '"to":-1')).toBe('from 0, to -1: no range of runs');
    expect(faults('"to":2', '"to":3')).toMatch('points: 2 rows, 3 wanted');
    expect(faults('["u","v"]', '["u","u"]')).toBe('units: a name occurs twice');
    expect(faults('[3,4]', '[3,"x"]')).toBe('scores[0][1][1]: "x" is not a number');
    expect(faults('[3,4]', '[3]')).toBe('scores[0][1]: 1 numbers, 2 wanted');
    expect(faults('[0.25]', '[1]')).toBe('points[1][0]: 1 is not in [0, 1)');
    expect(faults('"kind":"number"', '"kind":"numbers"')).toMatch('design.factors[0].kind: "numbers" is none of weights,');
  });
});

describe('a design from a file', () => {
  it('names every fault with its place', () => {
    expect(readDesign({ seed: 'x', factors: [3, { id: '', kind: 'weights', level: 'most', noise: '1', extra: 1 }, { id: 'n', kind: 'normalisation', options: [{ method: 'minmax' }] }] }).faults).toEqual([
      'design.seed: not a number',
      'design.factors[0]: not an object',
      'design.factors[1].id: not a name',
      'design.factors[1].extra: unknown; a factor of weights has level, noise',
      'design.factors[1].level: neither a number nor "all"',
      'design.factors[1].noise: not a number',
      expect.stringContaining('design.factors[2].options[0]: neither "nominal" nor an object whose "method" is one of none, minMax,')
    ]);
    expect(readDesign({ seed: 0.5, factors: [] }).faults).toEqual(['design: seed 0.5 is not a whole number from 0 to 2^53 − 1']);
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => readDesign(value).design === null));
    fc.assert(fc.property(fc.array(fc.anything()), (factors) => void readDesign({ seed: 1, factors })));
    fc.assert(fc.property(fc.string(), (text) => readRunSet(text).runs === null));
  });
});
