/* Tails and quantiles against values of mpmath 1.3 at 50 digits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquaredTail, gammaTail, incompleteBeta, normalQuantile, normalTail, studentTails } from '../../../../src/lib/composite';

const near = (got: number, want: number, relative = 2e-13) => expect(Math.abs(got - want)).toBeLessThanOrEqual(relative * Math.abs(want));

describe('tails', () => {
  it('of Student’s t, both', () => {
    const cases: [number, number, number][] = [[1, 1, 0.5], [0.1, 3, 0.9266523488008058], [12.5, 4, 0.00023561604689269978], [1.841083, 7, 0.10817299693117705], [3.3, 49, 0.0018073079218663534], [40, 12, 3.851229580772034e-14]];
    for (const [t, df, p] of cases) {
      near(studentTails(t, df), p);
      near(studentTails(-t, df), p);
    }
    expect(studentTails(0, 5)).toBe(1);
    expect(studentTails(Infinity, 5)).toBe(0);
  });
  it('of Student’s t as every table prints them: 5 % at 12.706, 2.228, 1.984', () => {
    const table: [number, number][] = [[12.706, 1], [2.228, 10], [1.984, 100]];
    for (const [t, df] of table) expect(studentTails(t, df)).toBeCloseTo(0.05, 4);
  });
  it('of χ²', () => {
    const cases: [number, number, number][] = [[0.5, 28, 1], [28, 28, 0.4644475648968566], [150, 28, 1.2322163854239273e-18], [400, 28, 1.9464445100343588e-67], [18.307038053275146, 10, 0.05], [3.841458820694124, 1, 0.05]];
    for (const [x, df, p] of cases) near(chiSquaredTail(x, df), p);
  });
  it('of the normal distribution', () => {
    const cases: [number, number][] = [[-3, 0.9986501019683699], [-0.5, 0.6914624612740131], [0, 0.5], [0.25, 0.4012936743170763], [1, 0.15865525393145705], [3, 0.0013498980316300946], [8, 6.220960574271784e-16], [20, 2.7536241186062337e-89], [37, 5.725571222524577e-300]];
    for (const [z, p] of cases) near(normalTail(z), p);
  });
  it('of the beta distribution', () => {
    const cases: [number, number, number, number][] = [[0.5, 0.5, 0.25, 1 / 3], [2, 3, 0.4, 0.5248], [5000, 0.5, 0.9, 4.112316089050765e-231], [1000, 3, 0.998, 0.6755927412783109], [40, 40, 0.5, 0.5], [1.5, 12, 0.01, 0.030182712824085155]];
    for (const [a, b, x, p] of cases) near(incompleteBeta(a, b, x), p);
  });
  it('outside their domain there is no number', () => {
    for (const v of [incompleteBeta(0, 1, 0.5), incompleteBeta(1, 1, -0.1), incompleteBeta(1, 1, NaN), gammaTail(-1, 1), gammaTail(1, -1), normalQuantile(1.1), normalQuantile(NaN)]) expect(v).toBeNaN();
  });
});

describe('properties', () => {
  const parameter = fc.double({ min: 0.1, max: 500, noNaN: true });
  it('quantiles and tails of the normal distribution are inverse', () => {
    fc.assert(fc.property(fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (p) => {
      near(normalTail(-normalQuantile(p)), p, 1e-11);
      // Two quantiles that mirror each other, but for the digits that 1 − p has lost.
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), p > 1e-6 ? 7 : 2);
    }));
  });
  it('I(a, b) at x and I(b, a) at 1 − x are one together and rise with x', () => {
    fc.assert(fc.property(parameter, parameter, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x, z) => {
      expect(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x, x)).toBeCloseTo(1, 12);
      if (x <= z) expect(incompleteBeta(a, b, x)).toBeLessThanOrEqual(incompleteBeta(a, b, z) + 1e-12);
    }));
  });
  it('the incomplete gamma function meets its own recurrence: Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ ÷ Γ(a + 1)', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 120, noNaN: true }), (a, x) => {
      let step = Math.exp(-x);
      for (let k = 1; k <= a; k++) step *= x / k;
      expect(gammaTail(a + 1, x) - gammaTail(a, x)).toBeCloseTo(step, 12);
    }));
  });
});
