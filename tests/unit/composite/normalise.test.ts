import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseColumn, normaliseTable, tableOf, type Normalisation } from '../../../src/lib/composite';

const col = (...v: number[]) => Float64Array.from(v);
const units = ['a', 'b', 'c', 'd'];
const run = (values: Float64Array, how: Normalisation, direction: 1 | -1 = 1) => [...normaliseColumn(values, how, direction, units)];
const x = col(2, 4, 4, 10);

const all: Normalisation[] = [
  { method: 'minMax' }, { method: 'minMax', range: [1, 100] }, { method: 'zScore' }, { method: 'zScore', mean: 100, sd: 10 }, { method: 'rank' }, { method: 'percentileRank' },
  { method: 'borda' }, { method: 'fractionOfMax' }, { method: 'distanceToMax' }, { method: 'distanceToTarget', target: 2000 }, { method: 'goalposts', lo: -2000, hi: 2000 }, { method: 'none' }
];

describe('by hand', () => {
  it('min–max, to any range, either direction', () => {
    expect(run(x, { method: 'minMax' })).toEqual([0, 25, 25, 100]);
    expect(run(x, { method: 'minMax', range: [1, 5] })).toEqual([1, 2, 2, 5]);
    expect(run(x, { method: 'minMax' }, -1)).toEqual([100, 75, 75, 0]);
  });
  it('z-scores', () => {
    const sd = Math.sqrt((9 + 1 + 1 + 25) / 3);
    run(x, { method: 'zScore', mean: 100, sd: 10 }).forEach((v, i) => expect(v).toBeCloseTo(100 + (10 * (x[i]! - 5)) / sd, 12));
    expect(() => run(x, { method: 'zScore', sd: 0 })).toThrow(RangeError);
  });
  it('ranks, percentile ranks, Borda scores: ties share the smallest', () => {
    expect(run(x, { method: 'rank' })).toEqual([1, 2, 2, 4]);
    expect(run(x, { method: 'rank' }, -1)).toEqual([4, 2, 2, 1]);
    expect(run(x, { method: 'borda' })).toEqual([0, 1, 1, 3]);
    expect(run(x, { method: 'percentileRank' })).toEqual([0, 1 / 3, 1 / 3, 1]);
    expect(run(x, { method: 'percentileRank', range: [1, 100] })).toEqual([1, 34, 34, 100]);
    expect(run(col(7, NaN), { method: 'percentileRank' })).toEqual([NaN, NaN]);
    expect(run(col(0, -0, NaN, 1), { method: 'rank' })).toEqual([1, 1, NaN, 3]);
  });
  it('fractions and distances', () => {
    expect(run(x, { method: 'fractionOfMax' })).toEqual([0.2, 0.4, 0.4, 1]);
    expect(run(x, { method: 'distanceToMax' })).toEqual([0, 0.25, 0.25, 1]);
    expect(run(x, { method: 'distanceToTarget', target: 6 })).toEqual([0, 0.5, 0.5, 2]);
    expect(run(x, { method: 'distanceToTarget', target: 6, cap: true })).toEqual([0, 0.5, 0.5, 1]);
    // Less is better, a target of 1 below the best value of 2: 10 scores 0 and 1 would score 1.
    run(x, { method: 'distanceToTarget', target: 1 }, -1).forEach((v, i) => expect(v).toBeCloseTo((10 - x[i]!) / 9, 14));
    expect(run(x, { method: 'distanceToReference', unit: 'b' })).toEqual([0, 1, 1, 4]);
    expect(run(x, { method: 'distanceToReference', unit: 'b', cap: true })).toEqual([0, 1, 1, 1]);
    expect(() => run(x, { method: 'distanceToReference', unit: 'z' })).toThrow(/z/);
  });
  it('goalposts, truncated or not, turned with the direction', () => {
    expect(run(x, { method: 'goalposts', lo: 3, hi: 5, scale: 10 })).toEqual([0, 5, 5, 10]);
    expect(run(x, { method: 'goalposts', lo: 3, hi: 5, truncate: false })).toEqual([-0.5, 0.5, 0.5, 3.5]);
    expect(run(x, { method: 'goalposts', lo: 0, hi: 10 }, -1)).toEqual([0.8, 0.6, 0.6, 0]);
    expect(() => run(x, { method: 'goalposts', lo: 5, hi: 5 })).toThrow(RangeError);
  });
});

describe('a table', () => {
  const table = tableOf(units, [['x', x], ['flat', col(3, 3, 3, 3)], ['gap', col(NaN, 1, 2, 5)], ['debt', col(-1, -2, -3, -4)]]);
  it('takes directions and exceptions, and says which columns are lost', () => {
    const { table: out, log } = normaliseTable(table, { method: 'minMax' }, new Map([['gap', -1]]), new Map([['x', { method: 'borda' }]]));
    expect([...out.columns.get('x')!]).toEqual([0, 1, 1, 3]);
    expect([...out.columns.get('gap')!]).toEqual([NaN, 100, 75, 0]);
    expect(log.map((n) => [n.column, n.kind, n.cells])).toEqual([['flat', 'constant', 4]]);
  });
  it('warns where a fraction of a negative max turns the order', () => {
    expect(normaliseTable(table, { method: 'fractionOfMax' }).log.map((n) => n.column)).toEqual(['debt']);
  });
  it('warns where all values are beyond their target, in either direction', () => {
    const kinds = (target: number, direction: 1 | -1) => normaliseTable(tableOf(units, [['x', x]]), { method: 'distanceToTarget', target }, new Map([['x', direction]])).log.map((n) => n.kind);
    // Values of 2 to 10: a target of 1 is passed by all when more is better, one of 20 when less is.
    expect([kinds(1, 1), kinds(20, 1), kinds(1, -1), kinds(20, -1)]).toEqual([['reversed'], [], [], ['reversed']]);
    expect([...normaliseTable(tableOf(units, [['x', x]]), { method: 'distanceToTarget', target: 1 }).table.columns.get('x')!]).toEqual([0, -2, -2, -8]);
  });
  it('refuses exceptions for unknown columns; takes an empty table', () => {
    expect(() => normaliseTable(table, { method: 'rank' }, new Map(), new Map([['z', { method: 'none' }]]))).toThrow(/z/);
    for (const how of all) expect(normaliseTable(tableOf([], [['a', col()]]), how).log).toEqual([]);
  });
});

describe('properties of every method', () => {
  const cell = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 1000 }) }, { weight: 1, arbitrary: fc.constant(NaN) });
  const how = fc.constantFrom(...all);
  it('more is never less; missing stays missing; units may be reordered', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 15 }), how, (values, method) => {
        const y = normaliseColumn(Float64Array.from(values), method);
        values.forEach((v, i) => {
          if (Number.isNaN(v)) expect(y[i]).toBeNaN();
          values.forEach((o, j) => !(v <= o) || Number.isNaN(y[i]!) || expect(y[i]! <= y[j]! + 1e-12).toBe(true));
        });
        const back = normaliseColumn(Float64Array.from([...values].reverse()), method).reverse();
        back.forEach((v, i) => (Number.isNaN(v) ? expect(y[i]).toBeNaN() : expect(v).toBeCloseTo(y[i]!, 9)));
      })
    );
  });
  it('the unit of measurement does not matter, not even 1e±300', () => {
    const free = fc.constantFrom(...all.filter((m) => !['none', 'distanceToTarget', 'goalposts'].includes(m.method)));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), free, fc.constantFrom(1e300, 1e-300, 7, 0.001), (values, method, size) => {
        const a = normaliseColumn(Float64Array.from(values), method);
        const b = normaliseColumn(Float64Array.from(values, (v) => v * size), method);
        a.forEach((v, i) => (Number.isNaN(v) ? expect(b[i]).toBeNaN() : expect(b[i]).toBeCloseTo(v, 8)));
      })
    );
  });
  it('turning the direction of a column of opposite sign changes nothing', () => {
    const free = fc.constantFrom(...all.filter((m) => m.method !== 'distanceToTarget' && m.method !== 'goalposts'));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), free, (values, method) => {
        const a = [...normaliseColumn(Float64Array.from(values), method)];
        expect([...normaliseColumn(Float64Array.from(values, (v) => -v), method, -1)]).toEqual(a);
      })
    );
  });
});
