/* Moments, winsorising, transformations, and the chain of the two. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moments, outlierTest, tableOf, transform, treat, winsorise } from '../../../src/lib/composite';

const col = (...v: number[]) => Float64Array.from(v);
const column = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 5, maxLength: 25 });

/* G1 and G2 from power sums, written as in Joanes & Gill (1998). */
function plain(x: number[]) {
  const n = x.length;
  const mean = x.reduce((a, b) => a + b, 0) / n;
  const m = (k: number) => x.reduce((a, v) => a + (v - mean) ** k, 0) / n;
  const g2 = m(4) / m(2) ** 2 - 3;
  return { skew: ((m(3) / m(2) ** 1.5) * Math.sqrt(n * (n - 1))) / (n - 2), kurt: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6) };
}

describe('moments', () => {
  it('equal the plain formulas', () => {
    fc.assert(
      fc.property(column, (x) => {
        fc.pre(moments(col(...x)).sd > 1e-2);
        const [a, b] = [moments(col(...x, NaN)), plain(x)];
        expect(a.skew).toBeCloseTo(b.skew, 8);
        expect(a.kurt).toBeCloseTo(b.kurt, 7);
      })
    );
  });
  it('hold at 1e±300 and without spread', () => {
    const base = moments(col(1, 2, 3, 10, 4));
    for (const size of [1e300, 1e-300]) {
      const m = moments(col(1 * size, 2 * size, 3 * size, 10 * size, 4 * size));
      expect(m.skew).toBeCloseTo(base.skew, 10);
      expect(m.kurt).toBeCloseTo(base.kurt, 10);
      expect(m.sd / size).toBeCloseTo(base.sd, 10);
    }
    expect(moments(col(0.1, 0.1, 0.1, 0.1)).sd).toBe(0);
    expect(moments(col(0.1, 0.1, 0.1, 0.1)).skew).toBeNaN();
    expect(moments(col()).mean).toBeNaN();
  });
});

describe('winsorise', () => {
  const long = col(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100);
  it('moves the farthest point to the next until one limit holds', () => {
    expect(outlierTest(long).pass).toBe(false);
    const w = winsorise(long);
    expect([...w.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30]);
    expect([w.high, w.low]).toEqual([[11], []]);
  });
  it('moves ties together and may turn to the other end', () => {
    const w = winsorise(col(-900, -899, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1000, 1000), { force: true, maxPoints: 4 });
    expect(w.high.length + w.low.length).toBeGreaterThanOrEqual(4);
    expect(w.high).toContain(11);
    expect(w.high).toContain(12);
  });
  it('mirrors with the column', () => {
    const w = winsorise(long.map((v) => -v));
    expect(w.low).toEqual([11]);
    expect(w.values[11]).toBe(-30);
  });
  it('stops at the number of points and ends on columns of two values', () => {
    const { high, low } = winsorise(long, { force: true, maxPoints: 3 });
    expect(high.length + low.length).toBe(3);
    expect([...winsorise(col(0, 0, 0, 0, 0, 1), { force: true, maxPoints: Infinity }).values]).toEqual([0, 0, 0, 0, 0, 0]);
  });
  it('keeps order, missing values and the inner range', () => {
    fc.assert(
      fc.property(column, (x) => {
        const input = col(...x, NaN);
        const { values, high, low } = winsorise(input, { skew: 0.3, kurt: 0.1 });
        expect(values.at(-1)).toBeNaN();
        x.forEach((v, i) => {
          if (!high.includes(i) && !low.includes(i)) expect(values[i]).toBe(v);
          x.forEach((other, j) => {
            if (v <= other) expect(values[i]! <= values[j]!).toBe(true);
          });
        });
      })
    );
  });
});

describe('transformations', () => {
  it('logarithms', () => {
    const log = transform(col(1, Math.E, 0, -1, NaN), { transform: 'log' });
    expect([...log.values]).toEqual([0, 1, NaN, NaN, NaN]);
    expect(log.lost).toBe(2);
    expect(transform(col(2, 4, 12), { transform: 'coinLog' }).values[1]).toBeCloseTo(Math.log(2 + 0.1), 14);
    expect([...transform(col(2, 4, 12), { transform: 'coinLogShift1' }).values]).toEqual([0, Math.log(3), Math.log(11)]);
  });
  it('Box–Cox with λ given', () => {
    expect([...transform(col(1, 3), { transform: 'boxCox', lambda: 2 }).values]).toEqual([0, expect.closeTo(4, 13)]);
    expect(transform(col(-1, 3), { transform: 'boxCox', lambda: 1 }).shift).toBe(2);
    expect(transform(col(-1, 3), { transform: 'boxCox', lambda: 1, shift: 'never' }).lost).toBe(1);
  });
  it('Yeo–Johnson with λ given, by the four cases of the paper', () => {
    const yj = (v: number, lambda: number) => transform(col(v), { transform: 'yeoJohnson', lambda }).values[0];
    expect(yj(3, 0.5)).toBeCloseTo((Math.sqrt(4) - 1) / 0.5, 13);
    expect(yj(3, 0)).toBeCloseTo(Math.log(4), 13);
    expect(yj(-3, 0.5)).toBeCloseTo(-(4 ** 1.5 - 1) / 1.5, 13);
    expect(yj(-3, 2)).toBeCloseTo(-Math.log(4), 13);
  });
  it('λ without a word is the likeliest: no other on a fine grid does better', () => {
    const samples = [col(0.3, 1.1, 2.4, 2.9, 8, 17, 40.5), col(5, 6, 6.5, 7, 9, 30), col(0.1, 0.2, 0.9, 0.95, 1, 1.01, 1.02)];
    for (const x of samples) {
      for (const family of ['boxCox', 'yeoJohnson'] as const) {
        const { lambda } = transform(x, { transform: family });
        // Second formula: profile likelihood with the powers written out.
        const height = (l: number) => {
          const base = family === 'boxCox' ? [...x] : [...x].map((v) => v + 1);
          const y = base.map((v) => (Math.abs(l) < 1e-12 ? Math.log(v) : (v ** l - 1) / l));
          const m = y.reduce((a, b) => a + b, 0) / y.length;
          const variance = y.reduce((a, v) => a + (v - m) ** 2, 0) / y.length;
          return (-y.length / 2) * Math.log(variance) + (l - 1) * base.reduce((a, v) => a + Math.log(v), 0);
        };
        expect(lambda).not.toBeNaN();
        for (let l = -5; l <= 5; l += 0.01) expect(height(l)).toBeLessThanOrEqual(height(lambda) + 1e-9);
      }
    }
  });
  it('λ of Box–Cox does not depend on the unit of measurement', () => {
    const x = [0.3, 1.1, 2.4, 2.9, 8, 17, 40.5];
    const a = transform(col(...x), { transform: 'boxCox' }).lambda;
    expect(transform(col(...x.map((v) => v * 1000)), { transform: 'boxCox' }).lambda).toBeCloseTo(a, 9);
  });
  it('keeps the order and never makes a number of NaN', () => {
    const hows = [{ transform: 'coinLog' }, { transform: 'coinLogShift1' }, { transform: 'boxCox' }, { transform: 'yeoJohnson' }] as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 15 }), fc.constantFrom(...hows), (x, how) => {
        const y = transform(col(...x, NaN), how).values;
        expect(y.at(-1)).toBeNaN();
        x.forEach((v, i) => x.forEach((o, j) => !(v <= o) || Number.isNaN(y[i]!) || expect(y[i]! <= y[j]! + 1e-12).toBe(true)));
      })
    );
  });
  it('a constant or an empty column comes back as it is', () => {
    expect([...transform(col(4, 4, 4), { transform: 'boxCox' }).values]).toEqual([4, 4, 4]);
    expect(transform(col(), { transform: 'yeoJohnson' }).lambda).toBeNaN();
  });
});

describe('the chain', () => {
  const spike = [...Array.from({ length: 40 }, (_, i) => (i % 7) / 100), 50, 60, 70, 80, 90, 1000, 5000];
  const table = tableOf(
    spike.map((_, i) => `u${i}`),
    [['calm', Float64Array.from(spike, (_, i) => i)], ['one', Float64Array.from(spike, (_, i) => (i === 3 ? 1e4 : i))], ['spike', Float64Array.from(spike)], ['flat', Float64Array.from(spike, () => 2)]]
  );
  it('leaves, winsorises, or transforms the original, and says so', () => {
    const { table: out, details, log } = treat(table, { maxPoints: 1 });
    expect(out.columns.get('calm')).toBe(table.columns.get('calm'));
    expect(details.get('one')).toMatchObject({ winsorised: 1, transformed: null });
    expect([...details.get('one')!.points]).toEqual([['u3', 'winhi']]);
    expect(details.get('spike')?.transformed).toBe('coinLog');
    expect(details.get('spike')?.points.size).toBe(0);
    const original = table.columns.get('spike')!;
    expect(out.columns.get('spike')![46]).toBeCloseTo(Math.log(5000 + 50), 12);
    expect(out.columns.get('spike')).not.toEqual(original);
    expect(log.map((n) => `${n.column} ${n.kind}`)).toEqual(expect.arrayContaining(['one winsorised', 'spike winsoriseFailed', 'spike transformed', 'flat untested']));
  });
  it('columns may go their own way', () => {
    const { table: out } = treat(table, { maxPoints: 1 }, new Map([['spike', { treat: 'none' }], ['one', { treat: 'transform', how: { transform: 'coinLogShift1' } }]]));
    expect(out.columns.get('spike')).toBe(table.columns.get('spike'));
    expect(out.columns.get('one')![0]).toBe(0);
    expect(() => treat(table, {}, new Map([['no', { treat: 'none' }]]))).toThrow(/no/);
  });
  it('takes an empty table', () => {
    expect(treat(tableOf([], [['a', col()]])).log.map((n) => n.kind)).toEqual(['untested']);
  });
});
