/*
 * Measures of inequality against published values: PySAL's documentation of its own example data (Mexican states),
 * worked examples small enough to do by hand, and second formulas written out here.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atkinson, coefficientOfVariation, gini, giniCorrected, herfindahl, lorenz, sdOfLogs, theil, theilParts, topShare, williamson } from '../../../src/lib/polarisation';

const column = (...values: number[]) => Float64Array.from(values);
const mexico = JSON.parse(readFileSync('tests/fixtures/mexico/mexico.json', 'utf8')) as { hanson98: number[]; income: Record<string, number[]> };
const decades = Object.keys(mexico.income);
const income = (year: string) => Float64Array.from(mexico.income[year]!);

/* Second formulas, from the definitions. */
const sum = (v: readonly number[]) => v.reduce((a, b) => a + b, 0);
const pairwiseGini = (x: number[], w = x.map(() => 1)) => {
  const mean = sum(x) / sum(w);
  let differences = 0;
  x.forEach((a, i) => x.forEach((b, j) => (differences += w[i]! * w[j]! * Math.abs(a / w[i]! - b / w[j]!))));
  return differences / (2 * sum(w) ** 2 * mean);
};

const amounts = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });
const withSizes = fc.array(fc.tuple(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.double({ min: 0.1, max: 1e4, noNaN: true })), { minLength: 2, maxLength: 20 });

describe('published values, Mexican states 1940–2000', () => {
  it('Gini 1940 (inequality, tests/test_gini.py)', () => {
    expect(gini(income('1940'))).toBeCloseTo(0.35372371173452849, 14);
  });
  it('Theil T by decade (inequality, Theil)', () => {
    const printed = [0.20894344, 0.15222451, 0.10472941, 0.10194725, 0.09560113, 0.10511256, 0.10660832];
    decades.forEach((year, d) => expect(theil(income(year)).t).toBeCloseTo(printed[d]!, 8));
  });
  it('Theil T between and within the five regions of Hanson (inequality, TheilD)', () => {
    const between = [0.0345889, 0.02816853, 0.05260921, 0.05931219, 0.03205257, 0.02963731, 0.03635872];
    const within = [0.17435454, 0.12405598, 0.0521202, 0.04263506, 0.06354856, 0.07547525, 0.0702496];
    decades.forEach((year, d) => {
      const parts = theilParts(income(year), mexico.hanson98.map(String));
      expect(parts.between.t).toBeCloseTo(between[d]!, 7);
      expect(parts.within.t).toBeCloseTo(within[d]!, 7);
    });
  });
  it('two groups, one of which holds everything: T = ln 2 (inequality, tests/test_theil.py)', () => {
    const parts = theilParts(column(0, 0, 0, 10, 10, 10), ['a', 'a', 'a', 'b', 'b', 'b']);
    expect(parts.t).toBeCloseTo(Math.LN2, 15);
    expect(parts.between.t).toBeCloseTo(Math.LN2, 15);
    expect(parts.within.t).toBe(0);
    expect(parts.l).toBeNaN();
  });
  it('spread of the states and of their logarithms, computed with R 4.2.2', () => {
    const sd = [0.6300039877338819, 0.5038537694377532, 0.4437679424219916, 0.4651053811524878, 0.4387798288529181, 0.4445425773878937, 0.4584291503093574];
    const cv = [0.7198576014844921, 0.6246114958520007, 0.4924471529793493, 0.4720392076626341, 0.4626566099969939, 0.4977289757834313, 0.4925648561834514];
    decades.forEach((year, d) => {
      expect(sdOfLogs(income(year))).toBeCloseTo(sd[d]!, 13);
      expect(coefficientOfVariation(income(year))).toBeCloseTo(cv[d]!, 13);
    });
  });
});

describe('worked examples', () => {
  it('Atkinson of 10 … 50 (inequality, Atkinson): printed to five places', () => {
    const x = column(10, 20, 30, 40, 50);
    expect(atkinson(x, 0.5)).toBeCloseTo(0.06315, 5);
    expect(atkinson(x, 1)).toBeCloseTo(0.13161, 5);
    expect(atkinson(x, 0)).toBe(0);
    // ε = 2: harmonic mean 5 / (1/10 + 1/20 + 1/30 + 1/40 + 1/50) = 3000/137, mean 30.
    expect(atkinson(x, 2)).toBeCloseTo(1 - 3000 / 137 / 30, 14);
    expect(atkinson(column(0, 1, 2), 1)).toBe(1);
    expect(() => atkinson(x, -1)).toThrow(/aversion/);
  });
  it('the ten incomes of the R package ineq: Gini, Theil, Atkinson(½), Herfindahl from their definitions in R', () => {
    const x = column(541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261);
    expect(gini(x)).toBeCloseTo(0.4620911302676238, 14);
    expect(giniCorrected(x)).toBeCloseTo(0.4620911302676238 / 0.9, 14);
    expect(theil(x).t).toBeCloseTo(0.362341242343895, 14);
    expect(theil(x).l).toBeCloseTo(0.4335946495204461, 14);
    expect(atkinson(x, 0.5)).toBeCloseTo(0.1796590980463418, 14);
    expect(herfindahl(x).h).toBeCloseTo(0.1840812309154853, 14);
  });
  it('one holds everything', () => {
    const x = column(0, 0, 0, 8);
    expect(gini(x)).toBe(0.75);
    expect(giniCorrected(x)).toBe(1);
    expect(theil(x).t).toBeCloseTo(Math.log(4), 15);
    expect(herfindahl(x)).toEqual({ h: 1, normalised: 1, equivalent: 1 });
    expect([...lorenz(x)!.y]).toEqual([0, 0, 0, 0, 1]);
  });
  it('Lorenz curve of 3, 1, 0, 4: a quarter of the units at a time', () => {
    const curve = lorenz(column(3, 1, 0, 4))!;
    expect(curve.order).toEqual([2, 1, 0, 3]);
    expect([...curve.x]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([...curve.y]).toEqual([0, 0, 0.125, 0.5, 1]);
  });
  it('the same amount for each inhabitant is equality, however unequal the regions', () => {
    const [x, people] = [column(10, 200, 3), column(5, 100, 1.5)];
    for (const measure of [gini(x, people), theil(x, people).t, theil(x, people).l, atkinson(x, 1, people), williamson(x, people)]) expect(measure).toBeCloseTo(0, 14);
    expect(gini(x)).toBeGreaterThan(0.5);
  });
  it('a region of size k counts as k regions of size one', () => {
    const [x, people] = [column(12, 5, 7), column(3, 1, 2)];
    const apart = column(4, 4, 4, 5, 3.5, 3.5);
    expect(gini(x, people)).toBeCloseTo(gini(apart), 14);
    expect(theil(x, people).t).toBeCloseTo(theil(apart).t, 14);
    expect(theil(x, people).l).toBeCloseTo(theil(apart).l, 14);
    expect(atkinson(x, 1.5, people)).toBeCloseTo(atkinson(apart, 1.5), 14);
    expect(williamson(x, people)).toBeCloseTo(coefficientOfVariation(apart) * Math.sqrt(5 / 6), 14);
  });
  it('the largest, with a tie and with fewer than k', () => {
    expect(topShare(column(1, 4, 4, NaN, 1), 2)).toEqual({ share: 0.8, units: [1, 2] });
    expect(topShare(column(2, 6), 5)).toEqual({ share: 1, units: [1, 0] });
  });
});

describe('what cannot be measured is missing', () => {
  it.each([[[]], [[NaN, NaN]], [[0, 0]], [[1, -1, 3]], [[1, Infinity]]])('%j', (values) => {
    const x = Float64Array.from(values);
    for (const measure of [gini(x), giniCorrected(x), theil(x).t, theil(x).l, atkinson(x, 1), herfindahl(x).h, topShare(x, 2).share]) expect(measure).toBeNaN();
    expect(lorenz(x)).toBeNull();
  });
  it('a missing unit is left out, with its size', () => {
    expect(gini(column(1, NaN, 3), column(1, 5, 1))).toBe(gini(column(1, 3)));
    expect(gini(column(1, 9, 3), column(1, NaN, 1))).toBe(gini(column(1, 3)));
    expect(gini(column(1, 2), column(1, 0))).toBeNaN();
    expect(() => gini(column(1, 2), column(1))).toThrow(/2 amounts, but 1 sizes/);
  });
  it('a unit with an amount but no group leaves the parts unknown and the whole known', () => {
    const parts = theilParts(column(1, 2, 3), ['a', null, 'a']);
    expect(parts.t).toBe(theil(column(1, 2, 3)).t);
    expect(parts.within.t).toBeNaN();
    expect(theilParts(column(1, NaN, 3), ['a', null, 'a']).between.t).toBe(0);
    expect(() => theilParts(column(1), [])).toThrow(/groups/);
  });
  it('one unit is equal to itself', () => {
    expect(gini(column(7))).toBe(0);
    expect(giniCorrected(column(7))).toBeNaN();
    expect(herfindahl(column(7)).normalised).toBeNaN();
    expect(sdOfLogs(column(7))).toBeNaN();
    expect(sdOfLogs(column(7, 0))).toBeNaN();
    expect(coefficientOfVariation(column(-1, 1))).toBeNaN();
  });
  it('very large and very small numbers', () => {
    for (const scale of [1e300, 1e-300]) expect(gini(column(1 * scale, 2 * scale, 3 * scale))).toBeCloseTo(gini(column(1, 2, 3)), 14);
  });
});

describe('properties', () => {
  it('Gini is the mean difference between any two, relative to twice the mean', () => {
    fc.assert(fc.property(withSizes, (rows) => {
      const [x, w] = [rows.map((r) => r[0]), rows.map((r) => r[1])];
      expect(gini(Float64Array.from(x), Float64Array.from(w))).toBeCloseTo(pairwiseGini(x, w), 10);
    }));
  });
  it('scale does not matter, nor does the order of the units', () => {
    fc.assert(fc.property(withSizes, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (rows, k) => {
      const of = (list: readonly (readonly [number, number])[], f: number) => {
        const [x, w] = [Float64Array.from(list, (r) => r[0] * f), Float64Array.from(list, (r) => r[1])];
        return [gini(x, w), theil(x, w).t, theil(x, w).l, atkinson(x, 0.5, w), atkinson(x, 2, w), williamson(x, w), herfindahl(x).h, coefficientOfVariation(x), sdOfLogs(x)];
      };
      const before = of(rows, 1);
      for (const after of [of(rows, k), of([...rows].reverse(), 1)]) after.forEach((v, i) => expect(v).toBeCloseTo(before[i]!, 8));
    }));
  });
  it('a transfer from a richer to a poorer unit lowers every measure (Pigou 1912, Dalton 1920)', () => {
    fc.assert(fc.property(amounts, fc.double({ min: 0.05, max: 0.45, noNaN: true }), (list, share) => {
      const x = [...list].sort((a, b) => a - b);
      fc.pre(x.at(-1)! - x[0]! > 1e-3 * x.at(-1)!);
      const gift = (x.at(-1)! - x[0]!) * share;
      const y = [x[0]! + gift, ...x.slice(1, -1), x.at(-1)! - gift];
      const all = (v: number[]) => { const c = Float64Array.from(v); return [gini(c), theil(c).t, theil(c).l, atkinson(c, 1), herfindahl(c).h, coefficientOfVariation(c)]; };
      all(y).forEach((v, i) => expect(v).toBeLessThan(all(x)[i]!));
    }));
  });
  it('the parts of Theil sum to the whole, for any groups', () => {
    fc.assert(fc.property(withSizes, fc.infiniteStream(fc.constantFrom('a', 'b', 'c')), (rows, stream) => {
      const groups = rows.map(() => stream.next().value as string);
      const parts = theilParts(Float64Array.from(rows, (r) => r[0]), groups, Float64Array.from(rows, (r) => r[1]));
      expect(parts.between.t + parts.within.t).toBeCloseTo(parts.t, 10);
      expect(parts.between.l + parts.within.l).toBeCloseTo(parts.l, 10);
    }));
  });
  it('copying every unit changes no measure but the corrected ones', () => {
    fc.assert(fc.property(amounts, (list) => {
      const [once, twice] = [Float64Array.from(list), Float64Array.from([...list, ...list])];
      expect(gini(twice)).toBeCloseTo(gini(once), 10);
      expect(theil(twice).t).toBeCloseTo(theil(once).t, 10);
      expect(atkinson(twice, 1)).toBeCloseTo(atkinson(once, 1), 10);
      expect(herfindahl(twice).h).toBeCloseTo(herfindahl(once).h / 2, 10);
    }));
  });
  it('a Lorenz curve rises, is convex, lies under the line of equality and ends at one', () => {
    fc.assert(fc.property(withSizes, (rows) => {
      const { x, y } = lorenz(Float64Array.from(rows, (r) => r[0]), Float64Array.from(rows, (r) => r[1]))!;
      expect([x[0], y[0], x.at(-1), y.at(-1)]).toEqual([0, 0, 1, 1]);
      let slope = 0;
      for (let k = 1; k < x.length; k++) {
        const step = (y[k]! - y[k - 1]!) / (x[k]! - x[k - 1]!);
        expect(step).toBeGreaterThanOrEqual(slope * (1 - 1e-6) - 1e-9);
        expect(y[k]).toBeLessThanOrEqual(x[k]! + 1e-12);
        slope = step;
      }
    }));
  });
});
