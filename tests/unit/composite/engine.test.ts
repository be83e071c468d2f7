import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composite, extent, mean, median, minMax, order, rank, sampleSd, weightedMean } from '../../../src/lib/composite';

const col = (...values: number[]) => Float64Array.from(values);
const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });

describe('small cases worked by hand', () => {
  // Two blocks; wear is better when low. a: (0, 10, 5) → 0, 1, 0.5; b: (3, 1, 2) reversed → 0, 1, 0.5;
  // c: (8, 4, 6) → 1, 0, 0.5. Blocks: ab (0, 1, .5), c (1, 0, .5). Index: .5, .5, .5.
  const raw: Record<string, Float64Array> = { a: col(0, 10, 5), b: col(3, 1, 2), c: col(8, 4, 6) };
  const structure = [
    { id: 'ab', weight: 1, indicators: [{ id: 'a', direction: 1, weight: 1 } as const, { id: 'b', direction: -1, weight: 1 } as const] },
    { id: 'cc', weight: 1, indicators: [{ id: 'c', direction: 1, weight: 1 } as const] }
  ];
  const get = (id: string) => raw[id] ?? col();

  it('blocks, index, contributions', () => {
    const result = composite(structure, get, 3, { coverage: { block: 1, index: 1 } });
    expect([...(result.blocks[0]?.score ?? [])]).toEqual([0, 1, 0.5]);
    expect([...result.index]).toEqual([0.5, 0.5, 0.5]);
    expect([...result.rank]).toEqual([1, 1, 1]);
    const parts = result.blocks.flatMap((b) => b.indicators.map((i) => i.contribution[1] ?? NaN));
    expect(parts).toEqual([0.25, 0.25, 0]);
  });

  it('weights of blocks count', () => {
    const heavy = [{ ...structure[0]!, weight: 3 }, structure[1]!];
    expect([...composite(heavy, get, 3, { coverage: { block: 1, index: 1 } }).index]).toEqual([0.25, 0.75, 0.5]);
  });

  it('a block below its coverage is missing and says so; so is the index that needs it', () => {
    const holed = (id: string) => (id === 'a' ? col(NaN, 10, 5) : get(id));
    const result = composite(structure, holed, 3, { coverage: { block: 0.6, index: 1 } });
    expect(result.blocks[0]?.score[0]).toBeNaN();
    expect(result.blocks[0]?.coverage[0]).toBe(0.5);
    expect(result.index[0]).toBeNaN();
    expect(result.rank[0]).toBeNaN();
    expect(result.log).toContainEqual({ indicator: 'a', reason: 'missing', units: 1 });
  });

  it('with enough coverage the weights are rescaled and nothing counts as nought', () => {
    const holed = (id: string) => (id === 'a' ? col(NaN, 10, 5) : get(id));
    const result = composite(structure, holed, 3, { coverage: { block: 0.5, index: 1 } });
    expect(result.blocks[0]?.score[0]).toBe(0); // b alone: worst
    expect(result.index[0]).toBe(0.5);
  });

  it('a constant indicator drops out and is named', () => {
    const flat = (id: string) => (id === 'a' ? col(7, 7, 7) : get(id));
    const result = composite(structure, flat, 3, { coverage: { block: 0.5, index: 1 } });
    expect([...(result.blocks[0]?.score ?? [])]).toEqual([0, 1, 0.5]);
    expect(result.log).toContainEqual({ indicator: 'a', reason: 'constant', units: 3 });
  });

  it('refuses a column of the wrong length', () => {
    expect(() => composite(structure, () => col(1), 3, { coverage: { block: 1, index: 1 } })).toThrow(RangeError);
  });

  it('statistics', () => {
    expect(mean(col(1, 2, NaN, 6))).toBe(3);
    expect(median(col(5, NaN, 1, 3))).toBe(3);
    expect(median(col(4, 1, 3, 2))).toBe(2.5);
    expect(sampleSd(col(2, 4, 4, 4, 5, 5, 7, 9))).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(sampleSd(col(1))).toBeNaN();
    expect(mean(col())).toBeNaN();
    expect(extent(col(NaN, 3, -1))).toEqual([-1, 3]);
    expect(order(col(1, NaN, 3, 3))).toEqual([2, 3, 0, 1]);
  });
});

describe('properties', () => {
  it('adding a constant or scaling an indicator by a positive number changes no score', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: -1e5, max: 1e5, noNaN: true }), fc.double({ min: 0.01, max: 1e3, noNaN: true }), (values, shift, scale) => {
        const before = Float64Array.from(values);
        fc.pre(extent(before)[1] - extent(before)[0] > 1e-3);
        const after = before.map((v) => v * scale + shift);
        const [x, y] = [minMax(before, extent(before)), minMax(after, extent(after))];
        x.forEach((v, i) => expect(y[i]).toBeCloseTo(v, 5));
      })
    );
  });

  it('reversing a direction mirrors', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const column = Float64Array.from(values);
        fc.pre(extent(column)[1] > extent(column)[0]);
        const up = minMax(column, extent(column), 1);
        const down = minMax(column, extent(column), -1);
        up.forEach((v, i) => expect(v + (down[i] ?? NaN)).toBeCloseTo(1, 9));
      })
    );
  });

  it('permuting units permutes scores and ranks', () => {
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.nat()), (values, seeds) => {
        const column = Float64Array.from(values);
        const places = values.map((_, i) => ({ i, key: seeds.next().value as number })).sort((a, b) => a.key - b.key || a.i - b.i).map((p) => p.i);
        const moved = Float64Array.from(places, (i) => column[i] ?? NaN);
        expect([...rank(moved)]).toEqual(places.map((i) => rank(column)[i]));
      })
    );
  });

  it('a mean stays between its least and greatest part, and NaN never becomes a number', () => {
    const maybe = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: NaN });
    fc.assert(
      fc.property(fc.array(maybe, { minLength: 1, maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (row, minShare) => {
        const { score, coverage } = weightedMean(row.map((v) => col(v)), row.map(() => 1), 1, minShare);
        const present = row.filter((v) => !Number.isNaN(v));
        const s = score[0] ?? NaN;
        expect(coverage[0]).toBeCloseTo(present.length / row.length, 12);
        if (present.length === 0) expect(s).toBeNaN();
        else if (!Number.isNaN(s)) {
          expect(s).toBeGreaterThanOrEqual(Math.min(...present) - 1e-12);
          expect(s).toBeLessThanOrEqual(Math.max(...present) + 1e-12);
        }
      })
    );
  });

  it('equal goalposts give no information', () => {
    expect([...minMax(col(4, 4), [4, 4])]).toEqual([NaN, NaN]);
  });
});
