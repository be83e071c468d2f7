/* Statistics, reliability, components. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronbachAlpha, principalComponents, statistics, tableOf } from '../../../../src/lib/composite';
import { runs } from '../../runs';

const col = (...v: number[]) => Float64Array.from(v);
const columns = (rows: number[][]) => (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (r) => r[j]!));
const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 12) => Array.from(b).forEach((v, i) => (Number.isNaN(v) ? expect(a[i]).toBeNaN() : expect(a[i]).toBeCloseTo(v, digits)));
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../../fixtures/tai/${file}`, import.meta.url), 'utf8'));
const tai = columns((read('tai.json') as { values: number[][] }).values);
const printed = read('analysis.json') as {
  table7PercentOfVariance: number[]; page72Alpha: number; table11AlphaIfDeleted: number[]; table11ItemTotal: number[]; numpyEigenvalues: number[]; numpyLoadingsFourUpToSign: number[][]; numpyAlpha: number; numpyAlphaIfDeleted: number[];
};

describe('statistics', () => {
  const units = ['a', 'b', 'c', 'd', 'e', 'f'];
  const of = (values: Float64Array, limits = {}) => statistics(tableOf(units.slice(0, values.length), [['x', values]]), limits)[0]!;
  it('by hand', () => {
    expect(of(col(0, 2, 2, 5, NaN, 1))).toMatchObject({
      id: 'x', min: 0, max: 5, mean: 2, median: 2, available: 5, nonZero: 4, unique: 4, same: 2,
      shareAvailable: 5 / 6, shareNonZero: 4 / 5, shareUnique: 4 / 5, shareSame: 2 / 5, lowAvailable: false, lowNonZero: false, lowUnique: false, outliers: false
    });
    expect(of(col(0, 2, 2, 5, NaN, 1)).sd).toBeCloseTo(Math.sqrt(14 / 4), 14);
  });
  it('flags hold non-zero and different values against all units, as COINr does', () => {
    // Three of four present values are not nought, but only three of six units have one.
    const s = of(col(0, 1, 2, 3, NaN, NaN), { nonZero: 0.6, unique: 0.7, available: 0.7 });
    expect([s.shareNonZero, s.lowNonZero, s.lowUnique, s.lowAvailable]).toEqual([0.75, true, true, true]);
  });
  it('outliers need both skewness and kurtosis beyond their limits', () => {
    const spike = Float64Array.from({ length: 30 }, (_, i) => (i === 0 ? 1000 : i % 5));
    const many = (limits = {}) => statistics(tableOf(Array.from(spike, (_, i) => `u${i}`), [['x', spike]]), limits)[0]!.outliers;
    expect(many()).toBe(true);
    expect(many({ kurt: 1e6 })).toBe(false);
    expect(of(col(3, 3, 3, 3)).outliers).toBe(null);
  });
  it('an empty column and an empty table', () => {
    expect(of(col(NaN, NaN))).toMatchObject({ min: NaN, mean: NaN, available: 0, same: 0, shareAvailable: 0, shareNonZero: NaN, lowAvailable: true });
    expect(statistics(tableOf([], []))).toEqual([]);
    expect(statistics(tableOf([], [['x', col()]]))[0]).toMatchObject({ available: 0, shareAvailable: NaN });
  });
  it('refuses limits that cannot be', () => {
    expect(() => of(col(1), { unique: 2 })).toThrow(/unique 2/);
    expect(() => of(col(1), { skew: NaN })).toThrow(RangeError);
  });
  it('counts agree with one another; the order of units does not matter', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(NaN)), { maxLength: 12 }), (values) => {
      const table = (v: number[]) => tableOf(v.map((_, i) => `u${i}`), [['x', Float64Array.from(v)]]);
      const [s, back] = [statistics(table(values))[0]!, statistics(table([...values].reverse()))[0]!];
      expect(s.available).toBe(values.filter((v) => !Number.isNaN(v)).length);
      expect(s.nonZero <= s.available && s.unique <= s.available && s.same <= s.available && (s.available === 0) === (s.same === 0)).toBe(true);
      expect(s.unique + s.same - 1 <= Math.max(0, s.available) || s.available === 0).toBe(true);
      close([back.mean, back.sd, back.skew, back.kurt], [s.mean, s.sd, s.skew, s.kurt], 8);
    }));
  });
});

describe('Cronbach’s α', () => {
  it('of the Technology Achievement Index: 0.70, without each indicator and item–total of Table 11, page 73', () => {
    const a = cronbachAlpha(tai);
    expect(a.alpha).toBeCloseTo(printed.numpyAlpha, 12);
    close(a.withoutEach, printed.numpyAlphaIfDeleted);
    expect(Math.abs(a.alpha - printed.page72Alpha)).toBeLessThan(0.005);
    // Table A.2 prints the columns in logarithms at two digits.
    printed.table11AlphaIfDeleted.forEach((v, j) => expect(Math.abs(a.withoutEach[j]! - v)).toBeLessThan(0.0025));
    printed.table11ItemTotal.forEach((v, j) => expect(Math.abs(a.itemTotal[j]! - v)).toBeLessThan(0.0065));
  });
  it('without standardising, by hand: variances 2 and 8, covariance 4 → 2 (1 − 10/18)', () => {
    const a = cronbachAlpha([col(1, 3), col(2, 6)], { standardise: false });
    expect(a.alpha).toBeCloseTo(2 * (1 - 10 / 18), 14);
    expect(cronbachAlpha([col(1, 3), col(2, 6)]).alpha).toBeCloseTo(1, 14);
  });
  it('has no value for one column, none, or one without spread', () => {
    for (const c of [[], [col(1, 2)], [col(1, 2), col(3, 3)]]) expect(cronbachAlpha(c).alpha).toBeNaN();
  });
  it('is at most 1, 1 for equal columns, and takes no notice of units of measurement when standardised', () => {
    const data = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 10 });
    fc.assert(fc.property(data, fc.constantFrom(1e300, 1e-300, 2.5), fc.boolean(), (rows, size, standardise) => {
      const x = columns(rows);
      const a = cronbachAlpha(x, { standardise }).alpha;
      if (!Number.isNaN(a)) expect(a).toBeLessThanOrEqual(1 + 1e-12);
      close([cronbachAlpha(x.map((c) => c.map((v) => v * size)), { standardise }).alpha], [a], 8);
      if (standardise) close([cronbachAlpha([x[0]!.map((v) => v * size - 7 * size), x[1]!, x[2]!]).alpha], [a], 8);
      const same = cronbachAlpha([x[0]!, x[0]!, x[0]!], { standardise }).alpha;
      if (!Number.isNaN(same)) expect(same).toBeCloseTo(1, 10);
    }));
  });
});

describe('principal components', () => {
  it('of Harman’s five socio-economic variables (1976), as printed by SAS/STAT, The FACTOR Procedure, examples 34.1 to 34.3', () => {
    const rows = [[5700, 12.8, 2500, 270, 25000], [1000, 10.9, 600, 10, 10000], [3400, 8.8, 1000, 10, 9000], [3800, 13.6, 1700, 140, 25000], [4000, 12.8, 1600, 140, 25000], [8200, 8.3, 2600, 60, 12000], [1200, 11.4, 400, 10, 16000], [9100, 11.5, 3300, 60, 14000], [9900, 12.5, 3400, 180, 18000], [9600, 13.7, 3600, 390, 25000], [9600, 9.6, 3300, 80, 12000], [9400, 11.4, 4000, 100, 13000]];
    const c = principalComponents(columns(rows));
    close(c.eigenvalues, [2.8733136, 1.7966601, 0.2148369, 0.0999341, 0.0152553], 6);
    expect(c.kmo).toBeCloseTo(0.57536759, 8);
    close(c.kmoEach, [0.47207897, 0.55158839, 0.48851137, 0.80664365, 0.61281377], 8);
    // “H0: No common factors”: 54.2517 with 10 degrees of freedom.
    expect(c.chiSquared).toBeCloseTo(54.2517, 4);
    expect(c.df).toBe(10);
    expect(c.p).toBeLessThan(1e-4);
  });
  it('of the Technology Achievement Index: Table 7, page 65, and numpy', () => {
    const c = principalComponents(tai);
    close(c.eigenvalues, printed.numpyEigenvalues);
    printed.table7PercentOfVariance.forEach((v, f) => expect(Math.abs(100 * c.explained[f]! - v)).toBeLessThan(0.12));
    printed.numpyLoadingsFourUpToSign.forEach((row, j) => row.forEach((l, f) => expect(Math.abs(c.loadings[f]![j]!)).toBeCloseTo(Math.abs(l), 11)));
    expect(c.cumulative.at(-1)).toBeCloseTo(1, 12);
  });
  it('leaves out units with a gap and columns without spread, and says so', () => {
    const c = principalComponents([col(1, 2, 3, 4, NaN), col(2, 1, 4, 3, 5), col(7, 7, 7, 7, 1)]);
    expect([c.units, c.flat]).toEqual([4, [2]]);
    expect(c.scores[0]![4]).toBeNaN();
    expect(c.loadings[0]![2]).toBeNaN();
    expect(principalComponents([]).eigenvalues).toHaveLength(0);
    expect(principalComponents([col(NaN, NaN), col(1, 2)]).units).toBe(0);
    // A column that repeats another leaves nothing to divide by.
    const twice = principalComponents([col(1, 2, 4, 3), col(1, 2, 4, 3), col(4, 1, 2, 2)]);
    expect([twice.kmo, twice.p]).toEqual([NaN, NaN]);
    expect(twice.eigenvalues[2]).toBeCloseTo(0, 12);
  });
  const data = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), { minLength: 6, maxLength: 12 });
  it('scores have the eigenvalues as variances and do not correlate; loadings are correlations with the scores', () => {
    fc.assert(fc.property(data, (rows) => {
      const x = columns(rows);
      const c = principalComponents(x);
      fc.pre(c.flat.length === 0 && c.eigenvalues[3]! > 1e-3);
      const n = rows.length;
      const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((s, v, i) => s + v * b[i]!, 0) / (n - 1);
      c.scores.forEach((s, f) => c.scores.forEach((t, g) => expect(dot(s, t)).toBeCloseTo(f === g ? c.eigenvalues[f]! : 0, 8)));
      x.forEach((column, j) => {
        const mean = column.reduce((a, b) => a + b, 0) / n;
        const z = column.map((v) => v - mean);
        c.scores.forEach((s, f) => expect(dot(z, s) / Math.sqrt(dot(z, z) * dot(s, s))).toBeCloseTo(c.loadings[f]![j]!, 6));
      });
      expect(c.eigenvalues.reduce((a, b) => a + b, 0)).toBeCloseTo(4, 10);
    }), { numRuns: runs(50) });
  });
  it('the Kaiser–Meyer–Olkin measure equals partial correlations from regressions; lies in 0–1', () => {
    fc.assert(fc.property(data, (rows) => {
      const x = columns(rows).slice(0, 3);
      const c = principalComponents(x);
      fc.pre(c.flat.length === 0 && c.eigenvalues[2]! > 0.05);
      // With three columns the partial correlation of two given the third has its school formula.
      const r = (i: number, j: number) => c.loadings.reduce((s, l) => s + l[i]! * l[j]!, 0);
      const partial = (i: number, j: number, k: number) => (r(i, j) - r(i, k) * r(j, k)) / Math.sqrt((1 - r(i, k) ** 2) * (1 - r(j, k) ** 2));
      const pairs: [number, number, number][] = [[0, 1, 2], [0, 2, 1], [1, 2, 0]];
      const square = pairs.reduce((s, [i, j]) => s + r(i, j) ** 2, 0);
      const rest = pairs.reduce((s, [i, j, k]) => s + partial(i, j, k) ** 2, 0);
      if (square + rest > 1e-6) expect(c.kmo).toBeCloseTo(square / (square + rest), 8);
      expect(c.kmoEach.every((v) => Number.isNaN(v) || (v >= 0 && v <= 1))).toBe(true);
      expect(c.p >= 0 && c.p <= 1).toBe(true);
    }), { numRuns: runs(50) });
  });
});
