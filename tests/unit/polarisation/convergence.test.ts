/* Least squares against certified values, convergence against R on the Mexican states. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaConvergence, line } from '../../../src/lib/polarisation';

const mexico = JSON.parse(readFileSync('tests/fixtures/mexico/mexico.json', 'utf8')) as { income: Record<string, number[]> };
const income = (year: string) => Float64Array.from(mexico.income[year]!);

/* NIST Statistical Reference Datasets, linear regression, Norris (J. Norris, calibration of ozone monitors): y, x. */
const norris = [
  [0.1, 0.2], [338.8, 337.4], [118.1, 118.2], [888.0, 884.6], [9.2, 10.1], [228.1, 226.5], [668.5, 666.3], [998.5, 996.3], [449.1, 448.6], [778.9, 777.0], [559.2, 558.2], [0.3, 0.4],
  [0.1, 0.6], [778.1, 775.5], [668.8, 666.9], [339.3, 338.0], [448.9, 447.5], [10.8, 11.6], [557.7, 556.0], [228.3, 228.1], [998.0, 995.8], [888.8, 887.6], [119.6, 120.2], [0.3, 0.3],
  [0.6, 0.3], [557.6, 556.8], [339.3, 339.1], [888.0, 887.2], [998.5, 999.0], [778.9, 779.0], [10.2, 11.1], [117.6, 118.3], [228.9, 229.2], [668.4, 669.1], [449.2, 448.9], [0.2, 0.5]
];

describe('least squares', () => {
  it('NIST Norris: certified coefficients, standard error and R²', () => {
    const fit = line(Float64Array.from(norris, (r) => r[1]!), Float64Array.from(norris, (r) => r[0]!));
    expect(fit.n).toBe(36);
    expect(fit.intercept).toBeCloseTo(-0.262323073774029, 11);
    expect(fit.slope).toBeCloseTo(1.00211681802045, 13);
    expect(fit.error).toBeCloseTo(0.429796848199937e-3, 15);
    expect(fit.r2).toBeCloseTo(0.999993745883712, 14);
  });
  it('missing points are left out; too few say so', () => {
    const fit = line(Float64Array.from([1, 2, NaN, 3]), Float64Array.from([2, 4, 1, 6]));
    expect(fit).toMatchObject({ n: 3, slope: 2, intercept: 0, error: 0, p: 0 });
    expect(line(Float64Array.from([1, 1]), Float64Array.from([1, 2])).slope).toBeNaN();
    expect(line(Float64Array.from([1, 2]), Float64Array.from([1, 2]))).toMatchObject({ slope: 1, error: NaN, p: NaN });
    expect(() => line(Float64Array.from([1]), new Float64Array())).toThrow(/1 values of x/);
  });
});

describe('β-convergence', () => {
  it('Mexican states 1940–2000: as lm of R', () => {
    const b = betaConvergence(income('1940'), income('2000'), 60);
    expect(b.slope).toBeCloseTo(-0.007254802677838516, 15);
    expect(b.error).toBeCloseTo(0.00139639300681267, 15);
    expect(b.p).toBeCloseTo(1.341637975184823e-5, 15);
    expect(b.r2).toBeCloseTo(0.4736107983434907, 12);
    expect(b.speed).toBeCloseTo(-Math.log(1 - 0.007254802677838516 * 60) / 60, 12);
    expect(b.halfLife).toBeCloseTo(Math.LN2 / b.speed, 9);
  });
  it('regions that close the gap to one level at a given speed: the speed comes back', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.2, noNaN: true }), fc.integer({ min: 1, max: 40 }), (speed, years) => {
      const first = Float64Array.from([10, 20, 35, 70, 100]);
      // ln y_T = e^(−λT) ln y_0 + (1 − e^(−λT)) ln 50
      const last = first.map((y) => Math.exp(Math.exp(-speed * years) * Math.log(y) + (1 - Math.exp(-speed * years)) * Math.log(50)));
      const b = betaConvergence(first, last, years);
      expect(b.speed).toBeCloseTo(speed, 8);
      expect(b.r2).toBeCloseTo(1, 8);
    }));
  });
  it('a gap that widens has no half-life; what is not positive has no logarithm', () => {
    const b = betaConvergence(Float64Array.from([1, 2, 4, 0, NaN]), Float64Array.from([1, 4, 16, 5, 5]), 2);
    expect(b.n).toBe(3);
    expect(b.slope).toBeGreaterThan(0);
    expect(b.speed).toBeLessThan(0);
    expect(b.halfLife).toBeNaN();
    expect([...b.growth].slice(3)).toEqual([NaN, NaN]);
    // Overtaking within the span, 1 + bT < 0: no speed.
    expect(betaConvergence(Float64Array.from([1, 2, 4]), Float64Array.from([16, 4, 1]), 1).speed).toBeNaN();
    expect(() => betaConvergence(new Float64Array(1), new Float64Array(1), 0)).toThrow(/positive/);
  });
});
