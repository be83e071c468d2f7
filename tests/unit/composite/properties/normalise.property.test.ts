import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extent, moments, normaliseColumn, normaliseTable, tableOf, type Normalisation } from '../../../../src/lib/composite';
import { cell, columnOf, finite, keys, orderFrom, take, wildCell } from './arbitraries';

const units = Array.from({ length: 12 }, (_, i) => `u${i}`);
const every: Normalisation[] = [
  { method: 'none' }, { method: 'minMax' }, { method: 'minMax', range: [1, 100] }, { method: 'zScore' }, { method: 'zScore', mean: 100, sd: 10 }, { method: 'rank' }, { method: 'percentileRank' }, { method: 'borda' },
  { method: 'fractionOfMax' }, { method: 'distanceToMax' }, { method: 'distanceToTarget', target: 30 }, { method: 'distanceToTarget', target: 30, cap: true }, { method: 'distanceToReference', unit: 'u0' },
  { method: 'goalposts', lo: -10, hi: 10 }, { method: 'goalposts', lo: -10, hi: 10, truncate: false, scale: 5 }
];
const any = fc.constantFrom(...every);
const direction = fc.constantFrom(1 as const, -1 as const);
const run = (x: Float64Array, how: Normalisation, d: 1 | -1 = 1) => normaliseColumn(x, how, d, units.slice(0, x.length));
/* Needs a unit to refer to. */
const can = (x: Float64Array, how: Normalisation) => how.method !== 'distanceToReference' || x.length > 0;
const close = (a: number, b: number) => (Number.isNaN(b) ? Number.isNaN(a) : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
const spread = (x: Float64Array) => extent(x)[1] > extent(x)[0];

describe('every normalisation', () => {
  it('keeps the length and the gaps, gives finite numbers or none, and does not touch its input', () => {
    fc.assert(fc.property(columnOf(wildCell), any, direction, (x, how, d) => {
      fc.pre(can(x, how));
      const before = x.slice();
      const y = run(x, how, d);
      expect(x).toEqual(before);
      expect(y).toHaveLength(x.length);
      x.forEach((v, u) => {
        if (Number.isNaN(v)) expect(y[u]).toBeNaN();
        expect(finite(y[u]!)).toBe(true);
      });
    }));
  });
  it('more is never less, less is never more for a direction of −1; equal stays equal', () => {
    fc.assert(fc.property(columnOf(cell), any, direction, (x, how, d) => {
      fc.pre(can(x, how));
      const oriented = x.map((v) => v * d);
      const { table, log } = normaliseTable(tableOf(units.slice(0, x.length), [['x', x]]), how, new Map([['x', d]]));
      // Where a formula turns the order round, the log says so.
      const sign = log.some((n) => n.kind === 'reversed') ? -1 : 1;
      const y = table.columns.get('x')!.map((v) => v * sign);
      oriented.forEach((a, i) => oriented.forEach((b, j) => {
        if (Number.isNaN(y[i]!) || Number.isNaN(y[j]!)) return;
        if (a === b) expect(y[i]).toBe(y[j]);
        else if (a < b) expect(y[i]! <= y[j]! + 1e-12).toBe(true);
      }));
    }));
  });
  it('follows the units when they are reordered', () => {
    fc.assert(fc.property(columnOf(cell), any, direction, keys, (x, how, d, k) => {
      fc.pre(how.method !== 'distanceToReference');
      const order = orderFrom(x.length, k);
      const [y, moved] = [run(x, how, d), run(take(x, order), how, d)];
      order.forEach((from, to) => expect(close(moved[to]!, y[from]!)).toBe(true));
    }));
  });
  it('a gap more changes nothing for the others', () => {
    fc.assert(fc.property(columnOf(cell, 11), any, (x, how) => {
      fc.pre(can(x, how));
      const y = run(x, how);
      const z = run(Float64Array.of(...x, NaN), how);
      y.forEach((v, u) => expect(close(z[u]!, v)).toBe(true));
    }));
  });
  it('the direction of a table’s column turns it as the direction of the column does', () => {
    fc.assert(fc.property(columnOf(cell), any, direction, (x, how, d) => {
      fc.pre(can(x, how));
      const { table } = normaliseTable(tableOf(units.slice(0, x.length), [['x', x]]), how, new Map([['x', d]]));
      expect([...table.columns.get('x')!]).toEqual([...run(x, how, d)]);
    }));
  });
});

describe('invariance', () => {
  const interval = fc.constantFrom<Normalisation>({ method: 'minMax' }, { method: 'minMax', range: [1, 100] }, { method: 'zScore' }, { method: 'zScore', mean: 100, sd: 10 }, { method: 'rank' }, { method: 'percentileRank' }, { method: 'borda' }, { method: 'distanceToMax' }, { method: 'distanceToReference', unit: 'u0' });
  const ordinal = fc.constantFrom<Normalisation>({ method: 'rank' }, { method: 'percentileRank' }, { method: 'borda' });
  it('interval scales: adding and stretching changes nothing', () => {
    fc.assert(fc.property(columnOf(cell), interval, fc.integer({ min: -50, max: 50 }), fc.constantFrom(0.25, 3, 1024), (x, how, shift, size) => {
      fc.pre(can(x, how));
      const [y, z] = [run(x, how), run(x.map((v) => v * size + shift), how)];
      y.forEach((v, u) => expect(close(z[u]!, v)).toBe(true));
    }));
  });
  it('ratio scales: stretching changes no fraction of the greatest, not even by 1e±300', () => {
    fc.assert(fc.property(columnOf(cell), fc.constantFrom<Normalisation>({ method: 'fractionOfMax' }, { method: 'minMax' }, { method: 'zScore' }, { method: 'rank' }, { method: 'distanceToMax' }), fc.constantFrom(1e-300, 1e300, 7), (x, how, size) => {
      const [y, z] = [run(x, how), run(x.map((v) => v * size), how)];
      y.forEach((v, u) => expect(close(z[u]!, v)).toBe(true));
    }));
  });
  it('ordinal scales: no rising function changes a rank', () => {
    fc.assert(fc.property(columnOf(cell), ordinal, (x, how) => {
      expect([...run(x.map((v) => Math.exp(v / 3)), how)]).toEqual([...run(x, how)]);
    }));
  });
  it('goalposts and targets move with the unit of measurement', () => {
    fc.assert(fc.property(columnOf(cell), fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(0.5, 8), direction, (x, lo, width, size, d) => {
      const a = run(x, { method: 'goalposts', lo, hi: lo + width }, d);
      const b = run(x.map((v) => v * size), { method: 'goalposts', lo: lo * size, hi: (lo + width) * size }, d);
      a.forEach((v, u) => expect(close(b[u]!, v)).toBe(true));
      const t = run(x, { method: 'distanceToTarget', target: lo }, d);
      const s = run(x.map((v) => v * size), { method: 'distanceToTarget', target: lo * size }, d);
      t.forEach((v, u) => expect(close(s[u]!, v)).toBe(true));
    }));
  });
  it('directions mirror: min–max to 0–100 and its mirror sum to 100, z-scores to nought', () => {
    fc.assert(fc.property(columnOf(cell), (x) => {
      const [up, down] = [run(x, { method: 'minMax' }), run(x, { method: 'minMax' }, -1)];
      const [z, w] = [run(x, { method: 'zScore' }), run(x, { method: 'zScore' }, -1)];
      x.forEach((_, u) => {
        expect(Number.isNaN(down[u]!)).toBe(Number.isNaN(up[u]!));
        if (Number.isNaN(up[u]!)) return;
        expect(up[u]! + down[u]!).toBeCloseTo(100, 9);
        expect(z[u]! + w[u]!).toBeCloseTo(0, 9);
      });
    }));
  });
});

describe('range', () => {
  it('min–max takes its ends, z-scores their mean and spread, ranks run from one to at most n', () => {
    fc.assert(fc.property(columnOf(wildCell), fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 50 }), (x, lo, width) => {
      const present = x.filter((v) => !Number.isNaN(v));
      const y = run(x, { method: 'minMax', range: [lo, lo + width] });
      if (spread(x)) {
        expect(extent(y)[0]).toBeCloseTo(lo, 9);
        expect(extent(y)[1]).toBeCloseTo(lo + width, 9);
      } else expect(y.every(Number.isNaN)).toBe(true);
      const r = run(x, { method: 'rank' });
      if (present.length > 0) expect([extent(r)[0], extent(r)[1] <= present.length]).toEqual([1, true]);
      const share = run(x, { method: 'percentileRank' });
      if (present.length > 1) expect(extent(share)[0] === 0 && extent(share)[1] <= 1).toBe(true);
    }));
  });
  it('z-scores have the mean and standard deviation asked for', () => {
    fc.assert(fc.property(columnOf(cell), (x) => {
      const z = run(x, { method: 'zScore', mean: 100, sd: 10 });
      if (!spread(x)) {
        expect(z.every(Number.isNaN)).toBe(true);
        return;
      }
      const m = moments(z);
      expect(m.mean).toBeCloseTo(100, 9);
      expect(m.sd).toBeCloseTo(10, 9);
    }));
  });
  it('goalposts truncate to their scale, targets cap at one', () => {
    fc.assert(fc.property(columnOf(wildCell), direction, (x, d) => {
      const y = run(x, { method: 'goalposts', lo: -2, hi: 2, scale: 10 }, d);
      y.forEach((v) => expect(Number.isNaN(v) || (v >= 0 && v <= 10)).toBe(true));
      run(x, { method: 'distanceToTarget', target: 1, cap: true }, d).forEach((v) => expect(Number.isNaN(v) || v <= 1).toBe(true));
    }));
  });
});
