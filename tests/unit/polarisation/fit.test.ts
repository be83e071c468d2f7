/*
 * Confidence band and studentised residuals: Anscombe's quartet (The American Statistician 27, 1973) with the figures
 * he prints, Student's t from the usual tables, and every residual against a line fitted anew without its point.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pearson } from '../../../src/lib/composite';
import { criticalT, fit, halfBand, line } from '../../../src/lib/polarisation';
import { runs } from '../runs';

const col = (...values: number[]) => Float64Array.from(values);
const x123 = col(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
const x4 = col(8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8);
const QUARTET: [string, Float64Array, Float64Array][] = [
  ['I', x123, col(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)],
  ['II', x123, col(9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74)],
  ['III', x123, col(7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73)],
  ['IV', x4, col(6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89)]
];

describe.each(QUARTET)('Anscombe %s', (name, x, y) => {
  const found = fit(x, y);
  it('has the line, the standard error and the correlation all four share', () => {
    expect(found.line.slope).toBeCloseTo(0.5, 2);
    expect(found.line.intercept).toBeCloseTo(3, 1);
    expect(found.line.error).toBeCloseTo(0.118, 3);
    // Residual sum of squares as printed: 13.75, 9 degrees of freedom.
    expect(found.sigma ** 2 * 9).toBeCloseTo(13.75, 1);
    expect(pearson(x, y)).toBeCloseTo(0.816, 2);
    // At the mean of x the band is t·s/√n: 2.2622 · √(13.75/9) / √11.
    expect(halfBand(found, 9)).toBeCloseTo((2.2622 * Math.sqrt(13.75 / 9)) / Math.sqrt(11), 2);
  });
  it('has residuals as a line fitted without the point gives them', () => {
    for (const i of x.keys()) {
      const others = [...x.keys()].filter((u) => u !== i);
      const [xs, ys] = [Float64Array.from(others, (u) => x[u]!), Float64Array.from(others, (u) => y[u]!)];
      const without = line(xs, ys);
      if (Number.isNaN(without.slope)) {
        // IV: without the one point to the right x does not vary.
        expect([name, x[i]]).toEqual(['IV', 19]);
        expect(found.studentised[i]).toBeNaN();
        continue;
      }
      const error = fit(xs, ys).sigma * Math.sqrt(1 + 1 / xs.length + (x[i]! - fit(xs, ys).meanX) ** 2 / fit(xs, ys).sxx);
      const expected = (y[i]! - without.intercept - without.slope * x[i]!) / error;
      expect(found.studentised[i]! / expected).toBeCloseTo(1, 6);
    }
  });
});

it('of Anscombe III only the third point stands out, of the others none comes near', () => {
  const [, x, y] = QUARTET[2]!;
  const out = [...fit(x, y).studentised.entries()].filter(([, r]) => Math.abs(r) > 2).map(([i]) => i);
  expect(out).toEqual([2]);
});

it.each([[1, 12.706], [2, 4.303], [5, 2.571], [9, 2.262], [12, 2.179], [30, 2.042], [120, 1.98]])('t at 97.5 %% with %i degrees of freedom is %f', (df, t) => {
  expect(criticalT(df)).toBeCloseTo(t, 3);
});

describe('properties', () => {
  const points = fc.array(fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) }), { minLength: 5, maxLength: 20 });
  it('units change nothing: studentised residuals stay when x and y are scaled and shifted', () => {
    fc.assert(
      fc.property(points, (p) => {
        const [x, y] = [Float64Array.from(p, (q) => q.x), Float64Array.from(p, (q) => q.y)];
        const a = fit(x, y);
        const b = fit(x.map((v) => 4 * v + 8), y.map((v) => 0.5 * v - 2));
        a.studentised.forEach((r, i) => {
          const other = b.studentised[i]!;
          if (Number.isFinite(r) && Math.abs(r) < 1e3) expect(other).toBeCloseTo(r, 4);
        });
      }),
      { numRuns: runs(50) }
    );
  });
  it('missing values are left out, not nought', () => {
    const [, x, y] = QUARTET[0]!;
    const a = fit(x, y);
    const b = fit(col(...x, 3, NaN), col(...y, NaN, 3));
    expect(b.line).toEqual(a.line);
    expect([...b.studentised.slice(0, 11)]).toEqual([...a.studentised]);
    expect(b.studentised[11]).toBeNaN();
  });
  it('a line through every point has no outliers, too few points no residuals', () => {
    expect(fit(col(1, 2, 3, 4, 5), col(0.3, 0.6, 0.9, 1.2, 1.5)).studentised.some((r) => Math.abs(r) > 2)).toBe(false);
    expect(fit(col(1, 2, 3), col(1, 5, 2)).studentised.every((r) => Number.isNaN(r))).toBe(true);
  });
});
