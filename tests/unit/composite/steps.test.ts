/* Denomination, screening, imputation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denominate, impute, imputeEm, imputePanel, screen, tableOf } from '../../../src/lib/composite';

const table = (columns: Record<string, number[]>, units = Object.values(columns)[0]!.map((_, u) => `u${u}`)) =>
  tableOf(units, Object.entries(columns).map(([id, v]) => [id, Float64Array.from(v)] as const));
const values = (t: { columns: ReadonlyMap<string, Float64Array> }, id: string) => [...t.columns.get(id)!];
const cell = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: NaN, freq: 3 });

describe('denominate', () => {
  const data = table({ a: [10, 20, NaN, 5, 8], b: [1, 2, 3, 4, 5] });
  const sizes = table({ gdp: [2, 0, 1, NaN, -4] });
  it('divides, scales, and says where it could not', () => {
    const { table: out, log } = denominate(data, sizes, new Map([['a', { by: 'gdp', scale: 10 }]]));
    expect(values(out, 'a')).toEqual([50, NaN, NaN, NaN, -20]);
    expect(values(out, 'b')).toEqual([1, 2, 3, 4, 5]);
    expect(log.map((n) => [n.kind, n.cells])).toEqual([['denominated', 2], ['denominatorMissing', 1], ['denominatorZero', 1], ['denominatorNegative', 1]]);
  });
  it('refuses unknown columns and other units', () => {
    expect(() => denominate(data, sizes, new Map([['a', { by: 'area' }]]))).toThrow(/area/);
    expect(() => denominate(data, sizes, new Map([['z', { by: 'gdp' }]]))).toThrow(/z/);
    expect(() => denominate(data, table({ gdp: [1] }), new Map())).toThrow(RangeError);
  });
});

describe('screen', () => {
  const data = table({ a: [1, NaN, 0, NaN], b: [1, 2, 0, NaN], c: [0, NaN, 0, NaN], d: [4, 5, 1, NaN] });
  it('by the share of present values', () => {
    const s = screen(data, { by: 'present', present: 0.6 });
    expect([...s.present]).toEqual([1, 0.5, 1, 0]);
    expect(s.removed).toEqual(['u1', 'u3']);
    expect(s.table.units).toEqual(['u0', 'u2']);
    expect(values(s.table, 'd')).toEqual([4, 1]);
    expect(s.log.filter((n) => n.kind === 'removed')).toHaveLength(2);
  });
  it('by the share of non-zero values among the present', () => {
    const s = screen(data, { by: 'nonZero', nonZero: 0.5 });
    expect([...s.nonZero]).toEqual([0.75, 1, 0.25, NaN]);
    expect(s.removed).toEqual(['u2', 'u3']);
    expect(screen(data, { by: 'both', present: 0.6, nonZero: 0.5 }).kept).toEqual([0]);
  });
  it('by force, which is noted', () => {
    const s = screen(data, { by: 'present', present: 0.6, force: new Map([['u0', false], ['u1', true]]) });
    expect(s.kept).toEqual([1, 2]);
    expect(s.log.map((n) => `${n.unit} ${n.kind}`)).toEqual(['u0 removed', 'u1 forced', 'u3 removed']);
    expect(() => screen(data, { by: 'present', force: new Map([['x', true]]) })).toThrow(/x/);
    expect(() => screen(data, { by: 'present', present: 2 })).toThrow(RangeError);
  });
  it('an empty table stays empty', () => {
    expect(screen(tableOf([], []), { by: 'both' }).kept).toEqual([]);
  });
});

describe('impute by mean and median', () => {
  const data = table({ a: [1, NaN, 3, 11, NaN], b: [1, 2, 3, 4, 5], c: [NaN, NaN, NaN, NaN, NaN] });
  it('of the column', () => {
    const r = impute(data, { statistic: 'mean' });
    expect(values(r.table, 'a')).toEqual([1, 5, 3, 11, 5]);
    expect([...r.imputed.get('a')!]).toEqual([0, 1, 0, 0, 1]);
    expect(r.share).toBeCloseTo(2 / 15, 15);
    expect(r.log.map((n) => [n.column, n.kind, n.cells])).toEqual([['a', 'imputed', 2], ['c', 'stillMissing', 5]]);
    expect(values(impute(data, { statistic: 'median' }).table, 'a')).toEqual([1, 3, 3, 11, 3]);
  });
  it('of the group; no group and an empty group stay missing', () => {
    const r = impute(data, { statistic: 'mean', groups: ['x', 'x', 'x', 'y', null] });
    expect(values(r.table, 'a')).toEqual([1, 2, 3, 11, NaN]);
    expect(values(impute(data, { statistic: 'mean', groups: ['x', 'z', 'x', 'y', 'y'] }).table, 'a')).toEqual([1, NaN, 3, 11, 11]);
    expect(() => impute(data, { statistic: 'mean', groups: [] })).toThrow(RangeError);
  });
  it('present values never change, marks are exactly the cells filled', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), fc.constantFrom('mean' as const, 'median' as const), (column, statistic) => {
        const r = impute(table({ a: column }), { statistic });
        const out = values(r.table, 'a');
        column.forEach((v, u) => {
          if (!Number.isNaN(v)) expect(out[u]).toBe(v);
          expect(r.imputed.get('a')![u]).toBe(Number(Number.isNaN(v) && !Number.isNaN(out[u]!)));
        });
        if (column.every(Number.isNaN)) expect(out.every(Number.isNaN)).toBe(true);
      })
    );
  });
});

describe('impute along time', () => {
  // One unit over 2018–2023, in mixed order; another without any value.
  const time = [2020, 2018, 2019, 2023, 2021, 2022, 2018, 2019];
  const unit = ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b'];
  const data = table({ x: [4, NaN, 2, NaN, NaN, 10, NaN, NaN] });
  const run = (method: 'latest' | 'linear' | 'constant', maxTimes?: number) => values(imputePanel(data, { unit, time }, { method, maxTimes }).table, 'x');
  it('latest carries forward only', () => {
    expect(run('latest')).toEqual([4, NaN, 2, 10, 4, 10, NaN, NaN]);
    expect(run('latest', 1)).toEqual([4, NaN, 2, 10, 4, 10, NaN, NaN]);
  });
  it('linear and constant fill the ends with the nearest', () => {
    expect(run('linear')).toEqual([4, 2, 2, 10, 7, 10, NaN, NaN]);
    expect(run('constant')).toEqual([4, 2, 2, 10, 4, 10, NaN, NaN]);
  });
  it('a look back reaches no farther than it may', () => {
    const long = table({ x: [1, NaN, NaN] });
    const rows = { unit: ['a', 'a', 'a'], time: [1, 2, 3] };
    expect(values(imputePanel(long, rows, { method: 'latest', maxTimes: 1 }).table, 'x')).toEqual([1, 1, NaN]);
    expect(() => imputePanel(long, { unit: ['a', 'a', 'a'], time: [1, 1, 2] }, { method: 'latest' })).toThrow(/twice/);
  });
});

describe('expectation–maximisation', () => {
  it('two columns, gaps in one: the regression on the complete rows (Anderson 1957)', () => {
    const x = [1, 2, 3, 4, 5, 6, 7];
    const y = [2.1, 3.9, 6.2, 7.8, 10.1, NaN, NaN];
    const r = imputeEm(table({ x, y }), { tolerance: 1e-14 });
    // Least squares on the five complete rows, by hand.
    const mx = 3;
    const my = (2.1 + 3.9 + 6.2 + 7.8 + 10.1) / 5;
    const slope = [1, 2, 3, 4, 5].reduce((s, v, i) => s + (v - mx) * (y[i]! - my), 0) / 10;
    expect(r.converged).toBe(true);
    [5, 6].forEach((u) => expect(values(r.table, 'y')[u]).toBeCloseTo(my + slope * (x[u]! - mx), 9));
  });
  it('moving and stretching a column moves and stretches what is imputed', () => {
    const x = [1, 2, 3, 4, NaN, 6, 7, 9];
    const y = [2.1, 3.9, NaN, 7.8, 10.1, 11, NaN, 12];
    const z = [5, 3, 8, NaN, 2, 9, 1, 4];
    const plain = imputeEm(table({ x, y, z }));
    const moved = imputeEm(table({ x: x.map((v) => v * 1e6 + 3), y, z }));
    values(plain.table, 'x').forEach((v, u) => expect(values(moved.table, 'x')[u]! / 1e6).toBeCloseTo(v + 3e-6, 7));
    values(plain.table, 'y').forEach((v, u) => expect(values(moved.table, 'y')[u]).toBeCloseTo(v, 7));
  });
  it('says what it left alone: constants, empty units, singular data, an early stop', () => {
    const r = imputeEm(table({ x: [1, 2, 3, NaN], y: [3, 1, NaN, NaN], c: [7, 7, NaN, NaN] }));
    expect(values(r.table, 'c')).toEqual([7, 7, NaN, NaN]);
    expect(values(r.table, 'x')[3]).toBeNaN();
    const same = imputeEm(table({ x: [1, 2, 3, 4], y: [2, 4, 6, 8], z: [1, 5, NaN, 2] }));
    expect(same.log.map((n) => n.kind)).toContain('singular');
    expect(values(same.table, 'z')[2]).toBeNaN();
    const short = imputeEm(table({ x: [1, 2, 3, 4, 6], y: [2, NaN, 6, 9, 1], z: [1, 5, NaN, 2, 3] }), { maxIterations: 1 });
    expect(short.log.map((n) => n.kind)).toContain('notConverged');
    expect(imputeEm(tableOf([], [])).share).toBe(0);
  });
});
