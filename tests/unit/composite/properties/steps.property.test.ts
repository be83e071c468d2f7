/* Statistics, denomination, screening, imputation, treatment. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denominate, extent, impute, imputeEm, imputePanel, mean, median, moments, outlierTest, sampleSd, screen, tableOf, transform, treat, winsorise, type Table, type Transformation } from '../../../../src/lib/composite';
import { runs } from '../../runs';
import { cell, columnOf, columns, finite, keys, orderFrom, rowsOf, take, wildCell } from './arbitraries';

const P = 3;
const tableFrom = (rows: number[][], p = P): Table => tableOf(rows.map((_, u) => `u${u}`), columns(rows, p).map((c, j) => [`c${j}`, c] as const));
const close = (a: number, b: number, tolerance = 1e-9) => (Number.isNaN(a) || Number.isNaN(b) ? Number.isNaN(a) === Number.isNaN(b) : Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b)));
const count = (x: Float64Array) => x.reduce((n, v) => n + Number(!Number.isNaN(v)), 0);

describe('statistics of a column', () => {
  it('are finite or missing for any numbers, and lie within them', () => {
    fc.assert(fc.property(columnOf(wildCell), (x) => {
      const [min, max] = extent(x);
      const m = moments(x);
      for (const v of [min, max, mean(x), median(x), sampleSd(x), m.mean, m.sd, m.skew, m.kurt]) expect(finite(v)).toBe(true);
      for (const v of [mean(x), median(x), m.mean]) expect(Number.isNaN(v)).toBe(count(x) === 0);
      const hair = 1e-12 * Math.max(Math.abs(min), Math.abs(max));
      if (count(x) > 0) for (const v of [mean(x), median(x), m.mean]) expect(v >= min - hair && v <= max + hair).toBe(true);
      expect(m.n).toBe(count(x));
    }));
  });
  it('do not depend on the order of the units, move and stretch with the values', () => {
    fc.assert(fc.property(columnOf(cell), keys, fc.constantFrom(1e300, 1e-300, -3), fc.integer({ min: -9, max: 9 }), (x, k, size, shift) => {
      const moved = take(x, orderFrom(x.length, k));
      const [a, b] = [moments(x), moments(moved)];
      for (const key of ['mean', 'sd', 'skew', 'kurt'] as const) expect(close(a[key], b[key], 1e-8)).toBe(true);
      const s = moments(x.map((v) => v * size));
      expect(close(s.mean / size, a.mean) && close(s.sd / Math.abs(size), a.sd) && close(s.skew * Math.sign(size), a.skew, 1e-7) && close(s.kurt, a.kurt, 1e-7)).toBe(true);
      expect(close(sampleSd(x.map((v) => v + shift)), sampleSd(x))).toBe(true);
      expect(close(median(x.map((v) => v + shift)), median(x) + shift)).toBe(true);
      expect(close(sampleSd(x), a.sd)).toBe(true);
    }));
  });
});

describe('denominate', () => {
  it('never makes a number of a gap or of a division by nought, and undoes a multiplication', () => {
    fc.assert(fc.property(fc.array(fc.tuple(wildCell, wildCell), { maxLength: 8 }), (rows) => {
      const data = tableFrom(rows.map((r) => [r[0]]), 1);
      const sizes = tableOf(data.units, [['size', Float64Array.from(rows, (r) => r[1])]]);
      const { table, log } = denominate(data, sizes, new Map([['c0', { by: 'size' }]]));
      const out = table.columns.get('c0')!;
      rows.forEach(([v, s], u) => {
        expect(finite(out[u]!)).toBe(true);
        if (Number.isNaN(v) || Number.isNaN(s) || s === 0) expect(out[u]).toBeNaN();
        else if (Math.abs(v / s) > 1e-300 && Number.isFinite(v / s)) expect(close((out[u]! * s) / v, 1)).toBe(true);
      });
      expect(log.reduce((a, n) => a + (n.kind === 'denominatorZero' ? n.cells : 0), 0)).toBe(rows.filter(([v, s]) => !Number.isNaN(v) && s === 0).length);
    }));
  });
});

describe('screen', () => {
  it('keeps exactly the units at or above the limits, in order, with their values', () => {
    fc.assert(fc.property(rowsOf(fc.oneof(cell, fc.constant(0), fc.constant(NaN)), 4), fc.constantFrom('present' as const, 'nonZero' as const, 'both' as const), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (rows, by, present, nonZero) => {
      const table = tableFrom(rows, 4);
      const s = screen(table, { by, present, nonZero });
      const keep = rows.flatMap((row, u) => {
        const have = row.filter((v) => !Number.isNaN(v));
        const p = have.length / 4;
        const z = have.filter((v) => v !== 0).length / have.length;
        const low = (by !== 'nonZero' && p < present) || (by !== 'present' && (Number.isNaN(z) ? nonZero > 0 : z < nonZero));
        return low ? [] : [u];
      });
      expect(s.kept).toEqual(keep);
      expect(s.table.units).toEqual(keep.map((u) => `u${u}`));
      expect(s.removed).toHaveLength(rows.length - keep.length);
      keep.forEach((u, k) => rows[u]!.forEach((v, j) => expect(s.table.columns.get(`c${j}`)![k]).toBe(v)));
    }));
  });
});

describe('imputation', () => {
  const statistic = fc.constantFrom('mean' as const, 'median' as const);
  it('by mean or median fills every gap that has a group to learn from, within the range of it; nothing else moves', () => {
    fc.assert(fc.property(rowsOf(wildCell, P), statistic, fc.array(fc.constantFrom('x', 'y', null), { minLength: 8, maxLength: 8 }), fc.boolean(), (rows, how, all, grouped) => {
      const table = tableFrom(rows);
      const groups = grouped ? all.slice(0, rows.length) : undefined;
      const r = impute(table, { statistic: how, ...(groups ? { groups } : {}) });
      let filled = 0;
      for (const [id, before] of table.columns) {
        const after = r.table.columns.get(id)!;
        before.forEach((v, u) => {
          const own = before.filter((o, k) => !Number.isNaN(o) && (!groups || (groups[u] !== null && groups[k] === groups[u])));
          if (!Number.isNaN(v)) expect(after[u]).toBe(v);
          else if (own.length === 0) expect(after[u]).toBeNaN();
          else {
            filled++;
            const hair = 1e-12 * Math.max(...own.map(Math.abs));
            expect(after[u]! >= Math.min(...own) - hair && after[u]! <= Math.max(...own) + hair).toBe(true);
          }
          expect(r.imputed.get(id)![u]).toBe(Number(Number.isNaN(v) && !Number.isNaN(after[u]!)));
        });
      }
      expect(r.share).toBeCloseTo(rows.length === 0 ? 0 : filled / (rows.length * P), 12);
    }));
  });
  it('along time takes values of the same unit only, and interpolates between them', () => {
    const method = fc.constantFrom('latest' as const, 'linear' as const, 'constant' as const);
    fc.assert(fc.property(fc.array(cell, { minLength: 8, maxLength: 8 }), method, fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), keys, (values, how, maxTimes, k) => {
      const rows = orderFrom(8, k);
      const unit = rows.map((r) => (r < 4 ? 'a' : 'b'));
      const time = rows.map((r) => 2000 + (r % 4));
      const table = tableOf(rows.map((r) => `r${r}`), [['x', take(values, rows)]]);
      const out = imputePanel(table, { unit, time }, { method: how, maxTimes }).table.columns.get('x')!;
      rows.forEach((r, i) => {
        const own = values.slice(r < 4 ? 0 : 4, r < 4 ? 4 : 8);
        if (!Number.isNaN(values[r]!)) expect(out[i]).toBe(values[r]);
        else if (own.every(Number.isNaN)) expect(out[i]).toBeNaN();
        else if (how !== 'latest') expect(out[i]! >= Math.min(...own.filter((v) => !Number.isNaN(v))) - 1e-9 && out[i]! <= Math.max(...own.filter((v) => !Number.isNaN(v))) + 1e-9).toBe(true);
        else {
          const before = own.slice(0, r % 4).map((v, t) => [v, t] as const).filter(([v]) => !Number.isNaN(v)).at(-1);
          const near = before && r % 4 - before[1] <= (maxTimes ?? Infinity);
          expect(out[i]).toEqual(near ? before[0] : NaN);
        }
      });
    }));
  });
  it('by expectation–maximisation keeps what is there, gives finite numbers, and follows units of measurement and order', () => {
    fc.assert(fc.property(rowsOf(fc.oneof({ weight: 5, arbitrary: fc.double({ min: -50, max: 50, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(NaN) }), P, 10, 5), fc.constantFrom(1e6, 1e-6), (rows, size) => {
      const table = tableFrom(rows);
      const r = imputeEm(table, { maxIterations: 200 });
      for (const [id, before] of table.columns) before.forEach((v, u) => {
        const after = r.table.columns.get(id)![u]!;
        if (!Number.isNaN(v)) expect(after).toBe(v);
        expect(finite(after)).toBe(true);
      });
      const stretched = imputeEm(tableFrom(rows.map((row) => [row[0]! * size, row[1]!, row[2]!])), { maxIterations: 200 });
      if (r.converged && stretched.converged) stretched.table.columns.get('c0')!.forEach((v, u) => expect(close(v / size, r.table.columns.get('c0')![u]!, 1e-4)).toBe(true));
    }), { numRuns: runs(30) });
  });
});

describe('treatment of outliers', () => {
  const hows: Transformation[] = [{ transform: 'log' }, { transform: 'coinLog' }, { transform: 'coinLogShift1' }, { transform: 'boxCox' }, { transform: 'yeoJohnson' }, { transform: 'boxCox', lambda: 0 }, { transform: 'yeoJohnson', lambda: 1 }];
  it('winsorising moves only to values that are there, keeps the order, and ends within the test or at the number of points', () => {
    fc.assert(fc.property(columnOf(wildCell, 16), fc.integer({ min: 1, max: 6 }), fc.double({ min: 0.1, max: 2, noNaN: true }), (x, maxPoints, skew) => {
      const limits = { skew, kurt: skew };
      const { values, high, low } = winsorise(x, { ...limits, maxPoints });
      const touched = new Set([...high, ...low]);
      x.forEach((v, u) => {
        if (Number.isNaN(v)) expect(values[u]).toBeNaN();
        else if (!touched.has(u)) expect(values[u]).toBe(v);
        else expect(x.includes(values[u]!)).toBe(true);
        x.forEach((o, k) => v <= o && expect(values[u]! <= values[k]!).toBe(true));
      });
      const test = outlierTest(values, limits);
      expect(test.pass !== false || touched.size >= maxPoints).toBe(true);
    }));
  });
  it('transformations keep gaps and order, and give finite numbers or none', () => {
    fc.assert(fc.property(columnOf(wildCell, 10), fc.constantFrom(...hows), (x, how) => {
      const { values, lost } = transform(x, how);
      expect(count(values)).toBe(count(x) - lost);
      x.forEach((v, u) => {
        if (Number.isNaN(v)) expect(values[u]).toBeNaN();
        expect(finite(values[u]!)).toBe(true);
        x.forEach((o, k) => !(v <= o) || Number.isNaN(values[u]!) || Number.isNaN(values[k]!) || expect(values[u]! <= values[k]! + 1e-9 * Math.abs(values[k]!)).toBe(true));
      });
    }));
  });
  it('the chain changes a column that passes in nothing, and says what it did to one that fails', () => {
    fc.assert(fc.property(columnOf(fc.oneof(cell, fc.constantFrom(500, -500, 4000)), 16), fc.integer({ min: 0, max: 3 }), (x, maxPoints) => {
      const table = tableOf(Array.from(x, (_, u) => `u${u}`), [['x', x]]);
      const { table: out, details, log } = treat(table, { maxPoints });
      const y = out.columns.get('x')!;
      const test = outlierTest(x);
      expect(details.get('x')!.before.pass).toBe(test.pass);
      if (test.pass !== false) expect(y).toEqual(x);
      else expect(log.map((n) => n.kind)).toEqual(expect.arrayContaining([expect.stringMatching(/winsorised|transformed|refused/)]));
      x.forEach((v, u) => x.forEach((o, k) => !(v <= o) || Number.isNaN(y[u]!) || Number.isNaN(y[k]!) || expect(y[u]! <= y[k]! + 1e-12).toBe(true)));
    }));
  });
});
