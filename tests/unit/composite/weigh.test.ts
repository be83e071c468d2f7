import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ahpWeights, benefitOfDoubt, budgetWeights, criticWeights, deviationWeights, entropyWeights, equalWeights, factorWeights, givenWeights, maximise, merecWeights, pearson, spearman, symmetricEigen, type Weights
} from '../../../src/lib/composite';
import { runs } from '../runs';

const columns = (rows: number[][]) => rows[0]!.map((_, j) => Float64Array.from(rows, (r) => r[j]!));
const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 12) => Array.from(b).forEach((v, i) => expect(a[i]).toBeCloseTo(v, digits));
const matrix = fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 2, max: 5 })).chain(([n, m]) => fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: m, maxLength: m }), { minLength: n, maxLength: n }));
const share = (raw: number[]) => raw.map((v) => v / raw.reduce((a, b) => a + b, 0));
const tai = JSON.parse(readFileSync(new URL('../../fixtures/tai/tai.json', import.meta.url), 'utf8')) as { values: number[][]; countries: string[] };

describe('rules from the data equal the formulas written out', () => {
  const sd = (x: number[]) => Math.sqrt(x.reduce((a, v) => a + (v - x.reduce((p, q) => p + q, 0) / x.length) ** 2, 0) / x.length);
  const scaled = (x: number[]) => x.map((v) => (v - Math.min(...x)) / (Math.max(...x) - Math.min(...x)));
  const r = (x: number[], y: number[]) => {
    const n = x.length;
    const s = (f: (i: number) => number) => x.reduce((a, _, i) => a + f(i), 0);
    return (n * s((i) => x[i]! * y[i]!) - s((i) => x[i]!) * s((i) => y[i]!)) / Math.sqrt((n * s((i) => x[i]! ** 2) - s((i) => x[i]!) ** 2) * (n * s((i) => y[i]! ** 2) - s((i) => y[i]!) ** 2));
  };
  const spreads = (rows: number[][]) => columns(rows).every((c) => new Set(c).size > 1);
  it('standard deviation, entropy, CRITIC, MEREC', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        fc.pre(spreads(rows));
        const x = columns(rows);
        const plain = x.map((c) => [...c]);
        close(deviationWeights(x).weights, share(plain.map(sd)));
        const entropy = plain.map((c) => 1 + share(c).reduce((a, p) => a + p * Math.log(p), 0) / Math.log(c.length));
        close(entropyWeights(x).weights, share(entropy), 9);
        const z = plain.map(scaled);
        const critic = z.map((c) => sd(c) * z.reduce((a, o) => a + 1 - r(c, o), 0));
        // Where all columns say the same there is no conflict to share out.
        if (critic.every((c) => c < 1e-9)) expect(criticWeights(x).weights.every(Number.isNaN)).toBe(true);
        else close(criticWeights(x).weights, share(critic), 7);
        const n = plain.map((c) => c.map((v) => Math.min(...c) / v));
        const s = (i: number, skip: number) => Math.log(1 + n.reduce((a, c, k) => (k === skip ? a : a + Math.abs(Math.log(c[i]!))), 0) / n.length);
        close(merecWeights(x).weights, share(n.map((_, j) => rows.reduce((a, _r, i) => a + Math.abs(s(i, j) - s(i, -1)), 0))), 9);
      })
    );
  });
  it('CRITIC on the data of Diakoulaki, Mavrotas & Papayannakis (1995), values of scikit-criteria’s own tests', () => {
    const x = columns([[61, 1.08, 4.33], [20.7, 0.26, 4.34], [16.3, 1.98, 2.53], [9, 3.29, 1.65], [5.4, 2.77, 2.33], [4, 4.12, 1.21], [-6.1, 3.52, 2.1], [-34.6, 3.31, 0.98]]);
    close(criticWeights(x).weights, [0.20222554, 0.48090173, 0.31687273], 7);
    close(criticWeights(x, { correlation: 'spearman' }).weights, [0.21454645, 0.4898563, 0.29559726], 7);
  });
  it('MEREC on the example of Keshavarz-Ghorabaee et al. (2021), values of pymcdm’s own tests', () => {
    const x = columns([[450, 8000, 54, 145], [10, 9100, 2, 160], [100, 8200, 31, 153], [220, 9300, 1, 162], [5, 8400, 23, 158]]);
    close(merecWeights(x, [1, 1, -1, -1]).weights, [0.5752, 0.0141, 0.4016, 0.0091], 4);
  });
});

describe('properties of every rule', () => {
  const rules: [string, (x: Float64Array[]) => Weights][] = [
    ['equal', (x) => equalWeights(x.length)], ['deviation', deviationWeights], ['entropy', entropyWeights], ['critic', criticWeights], ['merec', merecWeights], ['factors', factorWeights]
  ];
  it.each(rules)('%s: weights sum to one, are not negative, and follow the columns', (_, rule) => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const { weights, log } = rule(columns(rows));
        if (weights.some(Number.isNaN)) return expect(log.map((n) => n.kind)).toContain('undefined');
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        weights.forEach((w) => expect(w).toBeGreaterThanOrEqual(0));
      }),
      { numRuns: runs(40) }
    );
  });
  it.each(rules.slice(1, 5))('%s: reordering columns reorders weights; units with gaps are left out', (_, rule) => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const x = columns(rows);
        const a = rule(x).weights;
        const b = rule([...x].reverse()).weights.reverse();
        a.forEach((w, j) => (Number.isNaN(w) ? expect(b[j]).toBeNaN() : expect(b[j]).toBeCloseTo(w, 9)));
        const gap = rule(columns([...rows, rows[0]!.map((_v, j) => (j === 0 ? NaN : 1e4))]));
        expect(gap.log.map((n) => n.kind)).toContain('incomplete');
        gap.weights.forEach((w, j) => (Number.isNaN(w) ? expect(a[j]).toBeNaN() : expect(w).toBeCloseTo(a[j]!, 12)));
      }),
      { numRuns: runs(30) }
    );
  });
  it('a constant column weighs nothing; all constant, all missing and empty give no weights', () => {
    const x = columns([[1, 5, 2], [2, 5, 1], [4, 5, 9]]);
    for (const [name, rule] of rules.slice(1)) if (name !== 'merec') expect(rule(x).weights[1]).toBe(0);
    for (const [, rule] of rules.slice(1)) {
      expect(rule(columns([[3, 3], [3, 3]])).weights).toEqual(Float64Array.of(NaN, NaN));
      expect(rule([Float64Array.of(NaN, NaN), Float64Array.of(1, 2)]).weights[0]).toBeNaN();
      expect(rule([]).weights).toHaveLength(0);
    }
  });
  it('refuses what it cannot take', () => {
    expect(() => entropyWeights(columns([[-1, 1], [2, 3]]))).toThrow(RangeError);
    expect(() => merecWeights(columns([[0, 1], [2, 3]]))).toThrow(RangeError);
    expect(() => givenWeights([1, -1])).toThrow(RangeError);
    expect([...givenWeights([1, 3]).weights]).toEqual([0.25, 0.75]);
  });
});

describe('factor analysis of the Technology Achievement Index (OECD/JRC Handbook 2008)', () => {
  const x = columns(tai.values);
  const f = factorWeights(x, { factors: 4 });
  it('rotated loadings print as Table 9, page 71', () => {
    const printed = [[0.07, 0.97, 0.06, 0.06], [0.13, 0.07, -0.07, 0.93], [0.79, -0.21, 0.21, 0.42], [-0.64, 0.56, -0.04, 0.36], [0.37, 0.17, 0.38, 0.68], [0.82, -0.04, 0.25, 0.35], [0.88, 0.23, -0.09, 0.09], [0.08, 0.04, 0.96, 0.04]];
    printed.forEach((row, j) => row.forEach((l, k) => expect(Math.abs(f.loadings[j]![k]! - l)).toBeLessThan(0.014)));
  });
  it('weights print as Table 18, page 91, but for the rounding of Table A.2', () => {
    [0.17, 0.15, 0.11, 0.07, 0.08, 0.12, 0.14, 0.16].forEach((w, j) => expect(Math.abs(f.weights[j]! - w)).toBeLessThan(0.0052));
  });
  it('eigenvalues sum to the number of columns, rotation keeps the variance', () => {
    expect(f.eigenvalues.reduce((a, b) => a + b, 0)).toBeCloseTo(8, 12);
    expect(f.explained.reduce((a, b) => a + b, 0)).toBeCloseTo(f.eigenvalues.slice(0, 4).reduce((a, b) => a + b, 0), 12);
    expect(() => factorWeights(x, { factors: 0 })).toThrow(RangeError);
  });
});

describe('judgement', () => {
  it('AHP of the Handbook, Table 20, page 97: λ, consistency ratio, weights', () => {
    const t = 1 / 3;
    const ahp = ahpWeights([[1, 2, 3, 2, 5, 5, 1, 3], [0.5, 1, 2, 0.5, 4, 4, 0.5, 3], [t, 0.5, 1, 0.25, 2, 2, 0.2, 0.5], [0.5, 2, 4, 1, 4, 4, 0.5, 3], [0.2, 0.25, 0.5, 0.25, 1, 1, 0.2, 0.5], [0.2, 0.25, 0.5, 0.25, 1, 1, 0.2, 0.5], [1, 2, 5, 2, 5, 5, 1, 4], [t, t, 2, t, 2, 2, 0.25, 1]]);
    // Values of numpy's eigenvectors on the printed matrix.
    expect(ahp.lambdaMax).toBeCloseTo(8.211079397090737, 11);
    expect(ahp.consistencyRatio).toBeCloseTo(0.021385957152050352, 11);
    close(ahp.weights, [0.22906330769259273, 0.13457100405180836, 0.05936172809627971, 0.1761449453590684, 0.03854229879351344, 0.03854229879351344, 0.25223481197694436, 0.07153960523627947]);
  });
  it('consistent judgements give back their weights and a ratio of nought', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 7 }), (w) => {
        const ahp = ahpWeights(w.map((a) => w.map((b) => a / b)));
        close(ahp.weights, share(w), 12);
        expect(ahp.consistencyRatio).toBeCloseTo(0, 10);
      })
    );
  });
  it('refuses matrices that are no comparisons', () => {
    expect(() => ahpWeights([[1, 2], [2, 1]])).toThrow(/reciprocal/);
    expect(() => ahpWeights([[1, 2]])).toThrow(/entries/);
    expect(() => ahpWeights([[1, -2], [-0.5, 1]])).toThrow(/positive/);
  });
  it('budgets are averaged over experts and must be spent', () => {
    close(budgetWeights([[60, 40, 0], [20, 30, 50]]).weights, [0.4, 0.35, 0.25]);
    expect(() => budgetWeights([[60, 30]])).toThrow(/expert 1 spent 90/);
    expect(() => budgetWeights([[50, 50], [100]])).toThrow(/expert 2/);
  });
});

describe('benefit of the doubt', () => {
  it('two columns by hand', () => {
    // (1, 0.2) and (0.2, 1) lie on the frontier; (0.5, 0.5) reaches 0.5 / 0.6 of it with equal weights of 5/6.
    const d = benefitOfDoubt([Float64Array.of(1, 0.2, 0.5), Float64Array.of(0.2, 1, 0.5)]);
    close(d.score, [1, 1, 5 / 6]);
    close(d.weights.map((w) => w[2]!), [5 / 6, 5 / 6]);
  });
  it('Technology Achievement Index with each weight between 10 and 15 % of their sum, the bounds of the Handbook’s Table 19', () => {
    const x = columns(tai.values).map((c) => c.map((v) => (v - Math.min(...c)) / (Math.max(...c) - Math.min(...c))));
    const { score } = benefitOfDoubt(x, { least: 0.1, most: 0.15 });
    // Values of HiGHS for the first nine countries of Table A.2.
    close(score, [1, 1, 1, 0.8635933289673074, 0.7993244836447072, 0.749935278873058, 0.7150792040236411, 0.7318265851509234, 0.6632588943595445], 10);
  });
  it('scores lie in 0–1, someone reaches 1, no weights would let anyone pass 1, bounds hold', () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom('weights' as const, 'contributions' as const), (rows, of) => {
        const x = columns(rows);
        const p = x.length;
        const d = benefitOfDoubt(x, { least: 0.5 / p, most: 0.9, of });
        expect(Math.max(...d.score)).toBeGreaterThan(0);
        if (of === 'weights') expect(Math.max(...d.score)).toBeCloseTo(1, 9);
        rows.forEach((row, u) => {
          const w = d.weights.map((c) => c[u]!);
          expect(d.score[u]).toBeLessThanOrEqual(1);
          rows.forEach((other) => expect(other.reduce((a, v, j) => a + v * w[j]!, 0)).toBeLessThanOrEqual(1 + 1e-9));
          const parts = of === 'weights' ? w : row.map((v, j) => v * w[j]!);
          share(parts).forEach((s) => expect(s).toBeGreaterThan(0.5 / p - 1e-9));
        });
      }),
      { numRuns: runs(40) }
    );
  });
  it('gaps are noted, negatives and impossible bounds refused', () => {
    const d = benefitOfDoubt([Float64Array.of(1, NaN), Float64Array.of(1, 1)]);
    expect([...d.score]).toEqual([1, NaN]);
    expect(d.log.map((n) => n.kind)).toEqual(['incomplete']);
    expect(() => benefitOfDoubt([Float64Array.of(-1)])).toThrow(RangeError);
    expect(() => benefitOfDoubt([Float64Array.of(1)], { most: 0.5 })).toThrow(RangeError);
    expect(benefitOfDoubt([]).score).toHaveLength(0);
  });
  it('the linear program finds a textbook optimum and sees when there is none', () => {
    // Hillier & Lieberman, Wyndor Glass Co.: 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 → 36 at (2, 6).
    const s = maximise(Float64Array.of(3, 5), [Float64Array.of(1, 0), Float64Array.of(0, 2), Float64Array.of(3, 2)], [4, 12, 18]);
    expect([s.value, ...s.x]).toEqual([36, 2, 6]);
    expect(maximise(Float64Array.of(1), [Float64Array.of(-1)], [1]).solved).toBe(false);
    expect(() => maximise(Float64Array.of(1), [Float64Array.of(1)], [-1])).toThrow(RangeError);
  });
});

describe('correlation and eigenvalues', () => {
  it('small cases', () => {
    expect(pearson(Float64Array.of(1, 2, 3, NaN), Float64Array.of(2, 4, 6, 1))).toBeCloseTo(1, 14);
    expect(spearman(Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(2, 1, 4, 3, 5))).toBeCloseTo(0.8, 14);
    expect(pearson(Float64Array.of(1, 1), Float64Array.of(1, 2))).toBeNaN();
    const e = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    close(e.values, [3, 1]);
    close(e.vectors[0]!, [Math.SQRT1_2, Math.SQRT1_2]);
  });
  it('vectors are orthonormal and rebuild the matrix', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 16, maxLength: 16 }), (a) => {
        const m = Float64Array.from(a, (_, k) => a[k]! + a[(k % 4) * 4 + Math.floor(k / 4)]!);
        const { values, vectors } = symmetricEigen(m, 4);
        m.forEach((v, k) => expect(vectors.reduce((s, x, f) => s + values[f]! * x[Math.floor(k / 4)]! * x[k % 4]!, 0)).toBeCloseTo(v, 10));
      })
    );
  });
});
