import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateColumns, aggregateTree, copeland, normaliseColumn, outrankingMatrix, preference, promethee, rank, structureOf, tableOf, topsis, type Aggregation, type Node } from '../../../src/lib/composite';

const columns = (rows: number[][]) => (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (r) => r[j]!));
const score = (rows: number[][], w: number[], how: Aggregation) => [...aggregateColumns(columns(rows), w, rows.length, how).score];
const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 12) => Array.from(b).forEach((v, i) => (Number.isNaN(v) ? expect(a[i]).toBeNaN() : expect(a[i]).toBeCloseTo(v, digits)));
const all: Aggregation[] = [
  { aggregate: 'arithmetic' }, { aggregate: 'geometric' }, { aggregate: 'harmonic' }, { aggregate: 'power', exponent: 2 }, { aggregate: 'power', exponent: -3.5 }, { aggregate: 'mazziottaPareto' },
  { aggregate: 'copeland' }, { aggregate: 'copeland', score: 'wins' }, { aggregate: 'topsis' }, { aggregate: 'topsis', scale: 'vector' }, { aggregate: 'topsis', scale: 'minMax' }, { aggregate: 'promethee' },
  { aggregate: 'promethee', preference: { shape: 'linear', q: 1, p: 20 } }
];

describe('means by hand', () => {
  const rows = [[1, 4, 16], [2, NaN, 8], [NaN, NaN, NaN], [0, 1, 2]];
  const w = [1, 1, 2];
  it('arithmetic, geometric, harmonic, power; weights are rescaled to what is present', () => {
    close(score(rows, w, { aggregate: 'arithmetic' }), [37 / 4, 6, NaN, 5 / 4]);
    close(score(rows, w, { aggregate: 'geometric' }), [1024 ** 0.25, 128 ** (1 / 3), NaN, NaN]);
    close(score(rows, w, { aggregate: 'harmonic' }), [4 / (1 + 1 / 4 + 1 / 8), 3 / (1 / 2 + 1 / 4), NaN, NaN]);
    close(score(rows, w, { aggregate: 'power', exponent: 2 }), [Math.sqrt((1 + 16 + 512) / 4), Math.sqrt((4 + 128) / 3), NaN, Math.sqrt((0 + 1 + 8) / 4)]);
    close(score([[0, 9], [-1, 4]], [1, 1], { aggregate: 'power', exponent: 0.5 }), [2.25, NaN]);
    close(score([[0, 9]], [1, 1], { aggregate: 'power', exponent: -2 }), [NaN]);
    close(score(rows, w, { aggregate: 'power', exponent: Infinity }), [16, 8, NaN, 2]);
    close(score(rows, w, { aggregate: 'power', exponent: -Infinity }), [1, 2, NaN, 0]);
    expect(aggregateColumns(columns(rows), w, 4, { aggregate: 'geometric' }).refused).toEqual([3]);
  });
  it('Mazziotta–Pareto: mean ∓ variance ÷ mean (De Muro, Mazziotta & Pareto 2011)', () => {
    // Values 90 and 110: M = 100, S² = 100, so 100 ∓ 1; balanced values pay nothing.
    close(score([[90, 110], [100, 100]], [1, 1], { aggregate: 'mazziottaPareto' }), [99, 100]);
    close(score([[90, 110], [100, 100]], [1, 1], { aggregate: 'mazziottaPareto', penalty: 'up' }), [101, 100]);
  });
  it('nothing overflows at 1e±300', () => {
    for (const size of [1e300, 1e-300]) {
      for (const how of all.slice(0, 6)) close([score([[1 * size, 4 * size, 16 * size]], w, how)[0]! / size], score([[1, 4, 16]], w, how), 10);
    }
  });
});

describe('comparison in pairs', () => {
  it('outranking shares and Copeland scores by hand', () => {
    const x = columns([[3, 1], [2, 2], [1, 2]]);
    // a beats b on column 1 (weight 3 of 4), b ties c on column 2 and beats it on 1.
    close(outrankingMatrix(x, [3, 1], 3), [0, 0.75, 0.75, 0.25, 0, 0.875, 0.25, 0.125, 0]);
    close(copeland(x, [3, 1], 3).score, [1.5, 1.125, 0.375]);
    close(copeland(x, [3, 1], 3, 'wins').score, [2, 0, -2]);
  });
  it('outranking of five countries prints as Table 36 of the OECD/JRC Handbook (2008), page 114', () => {
    const table35 = [[187, 125.6, 200.2, 50.7, 3.08, 4.15, 10, 27.4], [289, 130, 179.1, 66.2, 2.997, 4.073, 12, 13.9], [271, 156.6, 125.8, 59.7, 3.096, 4.145, 11.4, 15.3], [994, 64.6, 49, 80.8, 3.003, 3.865, 9.5, 10], [779, 9.8, 4.8, 66.7, 2.972, 3.653, 10.8, 23.2]];
    const printed = [[0, 0.5, 0.375, 0.75, 0.625], [0.5, 0, 0.5, 0.625, 0.625], [0.625, 0.5, 0, 0.75, 0.625], [0.25, 0.375, 0.25, 0, 0.75], [0.375, 0.375, 0.375, 0.25, 0]];
    expect([...outrankingMatrix(columns(table35), new Array(8).fill(1), 5)]).toEqual(printed.flat());
  });
  it('shares of a pair sum to one, Copeland to n (n − 1) ÷ 2, PROMETHEE to nought', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 }), (rows) => {
        const n = rows.length;
        const sum = (a: Float64Array) => a.reduce((p, q) => p + q, 0);
        expect(sum(copeland(columns(rows), [1, 2, 3], n).score)).toBeCloseTo((n * (n - 1)) / 2, 10);
        expect(sum(copeland(columns(rows), [1, 2, 3], n, 'wins').score)).toBe(0);
        expect(sum(promethee(columns(rows), [1, 2, 3], n, { shape: 'gaussian', s: 3 }).score)).toBeCloseTo(0, 10);
      })
    );
  });
  it('PROMETHEE II: pymcdm’s own example, usual preference', () => {
    close(promethee(columns([[4, 3, 2], [3, 2, 4], [5, 1, 3]]), [0.5, 0.3, 0.2], 3).score, [0.1, -0.3, 0.2]);
  });
  it('the six preference functions (Brans & Vincke 1985)', () => {
    const at = (how: Parameters<typeof preference>[1]) => [-1, 0, 1, 2, 3, 4].map((d) => preference(d, how));
    expect(at({ shape: 'usual' })).toEqual([0, 0, 1, 1, 1, 1]);
    expect(at({ shape: 'u', q: 2 })).toEqual([0, 0, 0, 0, 1, 1]);
    expect(at({ shape: 'v', p: 4 })).toEqual([0, 0, 0.25, 0.5, 0.75, 1]);
    expect(at({ shape: 'level', q: 1, p: 3 })).toEqual([0, 0, 0, 0.5, 0.5, 1]);
    expect(at({ shape: 'linear', q: 1, p: 3 })).toEqual([0, 0, 0, 0.5, 1, 1]);
    close(at({ shape: 'gaussian', s: 2 }), [0, 0, 1 - Math.exp(-1 / 8), 1 - Math.exp(-0.5), 1 - Math.exp(-9 / 8), 1 - Math.exp(-2)]);
  });
  it('a pair without a shared column is left out, a unit without any stays missing', () => {
    close(copeland(columns([[1, NaN], [NaN, 1], [0, 0], [NaN, NaN]]), [1, 1], 4).score, [3, 3, 0, NaN]);
    expect(copeland(columns([[1, NaN], [NaN, 1]]), [1, 1], 2).refused).toEqual([0, 1]);
    expect([...copeland(columns([[1]]), [1], 1).score]).toEqual([0]);
  });
});

describe('TOPSIS', () => {
  it('choice of a fighter aircraft (Hwang & Yoon 1981): 0.643, 0.268, 0.613, 0.312', () => {
    const x = columns([[2, 1500, 20000, -5.5, 5, 9], [2.5, 2700, 18000, -6.5, 3, 5], [1.8, 2000, 21000, -4.5, 7, 7], [2.2, 1800, 20000, -5, 5, 5]]);
    const { score: s } = topsis(x, [0.2, 0.1, 0.1, 0.1, 0.2, 0.3], 4, 'vector');
    [0.643, 0.268, 0.613, 0.312].forEach((v, u) => expect(Math.abs(s[u]! - v)).toBeLessThan(0.001));
  });
  it('pymcdm’s own example, min–max', () => {
    close(topsis(columns([[-1, 3000], [-2, 3750], [-5, 4500]]), [0.5, 0.5], 3, 'minMax').score, [0.5, 0.6172177814626812, 0.5]);
  });
  it('no spread at all gives no closeness', () => {
    expect(topsis(columns([[1, 2], [1, 2]]), [1, 1], 2, 'minMax').refused).toEqual([0, 1]);
  });
});

describe('properties of every method', () => {
  const how = fc.constantFrom(...all);
  const positive = fc.integer({ min: 1, max: 100 });
  const table = fc.array(fc.array(fc.oneof({ weight: 5, arbitrary: positive }, { weight: 1, arbitrary: fc.constant(NaN) }), { minLength: 3, maxLength: 3 }), { maxLength: 7 });
  const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }).filter((w) => w.some((v) => v > 0));
  const run = (rows: number[][], w: number[], method: Aggregation) => aggregateColumns([0, 1, 2].map((j) => Float64Array.from(rows, (r) => r[j]!)), w, rows.length, method);
  it('NaN never becomes a number; every score is finite or NaN; refusals are named', () => {
    fc.assert(
      fc.property(table, weights, how, (rows, w, method) => {
        const { score: s, refused } = run(rows, w, method);
        rows.forEach((row, u) => {
          const present = row.some((v, j) => !Number.isNaN(v) && w[j]! > 0);
          if (!present) expect(s[u]).toBeNaN();
          expect(Number.isNaN(s[u]!) && present).toBe(refused.includes(u));
          expect(Math.abs(s[u]!)).not.toBe(Infinity);
        });
      })
    );
  });
  it('the sum of the weights, the order of columns and of units do not matter', () => {
    fc.assert(
      fc.property(table, weights, how, (rows, w, method) => {
        const s = run(rows, w, method).score;
        close(run(rows, w.map((v) => v * 7), method).score, s, 8);
        close(run(rows.map((r) => [...r].reverse()), [...w].reverse(), method).score, s, 8);
        close(run([...rows].reverse(), w, method).score.reverse(), s, 8);
      })
    );
  });
  it('a unit that is nowhere worse never scores less', () => {
    const monotone = fc.constantFrom(...all.filter((m) => m.aggregate !== 'mazziottaPareto'));
    fc.assert(
      fc.property(fc.array(fc.array(positive, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 7 }), weights, monotone, (rows, w, method) => {
        const s = run(rows, w, method).score;
        rows.forEach((a, i) => rows.forEach((b, j) => !a.every((v, k) => v <= b[k]!) || Number.isNaN(s[i]!) || expect(s[i]).toBeLessThanOrEqual(s[j]! + 1e-9)));
      })
    );
  });
  it('means lie between least and greatest, and rise with the exponent', () => {
    fc.assert(
      fc.property(fc.array(positive, { minLength: 3, maxLength: 3 }), weights, (row, w) => {
        const present = row.filter((_, j) => w[j]! > 0);
        const values = [-Infinity, -2, -1, 0, 1, 2, Infinity].map((exponent) => score([row], w, { aggregate: 'power', exponent })[0]!);
        values.forEach((v, k) => k === 0 || expect(v).toBeGreaterThanOrEqual(values[k - 1]! - 1e-9));
        expect([values[0], values[6]]).toEqual([Math.min(...present), Math.max(...present)]);
      })
    );
  });
});

describe('up the tree', () => {
  const node = (id: string, parent: string | null, level: number, weight = 1): Node => ({ id, parent, level, weight });
  const structure = structureOf([node('a', 'p', 1), node('b', 'p', 1, 3), node('c', 'q', 1), node('p', 'top', 2, 2), node('q', 'top', 2), node('top', null, 3)]).structure!;
  const table = tableOf(['u', 'v', 'w'], [['a', Float64Array.of(4, NaN, NaN)], ['b', Float64Array.of(8, 2, NaN)], ['c', Float64Array.of(1, 5, NaN)]]);
  const mean = { aggregate: 'arithmetic' } as const;
  it('level by level, with notes for each unit whose weights were rescaled', () => {
    const { table: out, coverage, log } = aggregateTree(table, structure, { method: mean });
    close(out.columns.get('p')!, [7, 2, NaN]);
    close(out.columns.get('top')!, [5, 3, NaN]);
    expect([...coverage.get('p')!]).toEqual([1, 0.5, 0]);
    expect(log.map((n) => `${n.column} ${n.unit} ${n.kind}`)).toEqual(['p w noData', 'p v rescaled', 'q w noData', 'top w noData']);
  });
  it('limits by children or by weights, for all, a level or a node', () => {
    const top = (o: object) => [...aggregateTree(table, structure, { method: mean, ...o }).table.columns.get('top')!];
    close(top({ limit: [0.6, 0] }), [5, 5, NaN]);
    close(top({ limit: 0.6 }), [5, NaN, NaN]);
    close(top({ limit: 0.6, limitBy: 'weights' }), [5, 3, NaN]);
    close(top({ limitOf: new Map([['p', 1]]) }), [5, 5, NaN]);
    expect(aggregateTree(table, structure, { method: mean, limit: 0.6 }).log.map((n) => n.kind)).toContain('belowLimit');
  });
  it('methods by level and node; weights from outside', () => {
    const by = aggregateTree(table, structure, { method: [{ aggregate: 'geometric' }, mean], methodOf: new Map([['q', { aggregate: 'power', exponent: Infinity }]]) });
    close(by.table.columns.get('p')!, [(4 * 8 ** 3) ** 0.25, 2, NaN]);
    close(aggregateTree(table, structure, { method: mean, weights: new Map([['p', 0]]) }).table.columns.get('top')!, [1, 5, NaN]);
  });
  it('refuses what does not fit', () => {
    const go = (o: object) => () => aggregateTree(table, structure, { method: mean, ...o });
    expect(go({ method: [mean] })).toThrow(/1 methods for 2 levels/);
    expect(go({ limit: 2 })).toThrow(RangeError);
    expect(go({ weights: new Map([['a', -1]]) })).toThrow(/weight -1 of a/);
    expect(() => aggregateTree(tableOf(['u'], []), structure, { method: mean })).toThrow(/no column a/);
  });
  it('an empty table gives empty scores', () => {
    const empty = tableOf([], ['a', 'b', 'c'].map((id) => [id, new Float64Array(0)] as const));
    for (const method of all) expect(aggregateTree(empty, structure, { method }).table.columns.get('top')).toHaveLength(0);
  });
});

describe('Technology Achievement Index (OECD/JRC Handbook 2008)', () => {
  const tai = JSON.parse(readFileSync(new URL('../../fixtures/tai/tai.json', import.meta.url), 'utf8')) as {
    indicators: string[]; countries: string[]; values: number[][]; goalposts: { lo: number[]; hi: number[] }; table23Order: string[]; table23EqualWeightRanks: number[]; numpyEqualWeightScores: Record<string, number>;
  };
  const structure = structureOf([...tai.indicators.map((id) => ({ id, parent: 'tai', level: 1, weight: 1 })), { id: 'tai', parent: null, level: 2, weight: 1 }]).structure!;
  it('goalposts and equal weights by the tree give the ranks of Table 23, page 100', () => {
    const x = columns(tai.values).map((c, j) => normaliseColumn(c, { method: 'goalposts', lo: tai.goalposts.lo[j]!, hi: tai.goalposts.hi[j]! }));
    const { table } = aggregateTree(tableOf(tai.countries, tai.indicators.map((id, j) => [id, x[j]!] as const)), structure, { method: { aggregate: 'arithmetic' } });
    const index = table.columns.get('tai')!;
    tai.countries.forEach((c, u) => expect(index[u]).toBeCloseTo(tai.numpyEqualWeightScores[c]!, 12));
    expect(tai.table23Order.map((c) => rank(index)[tai.countries.indexOf(c)])).toEqual(tai.table23EqualWeightRanks);
  });
  it('the geometric mean of the values as they stand gives the ranks of Table 38, page 116', () => {
    const s = rank(aggregateColumns(columns(tai.values), tai.indicators.map(() => 1), tai.countries.length, { aggregate: 'geometric' }).score);
    const printed = [2, 1, 3, 4, 16, 5, 6, 18, 13, 14, 8, 11, 7, 9, 17, 12, 10, 15, 19, 21, 23, 22, 20];
    expect(tai.table23Order.map((c) => s[tai.countries.indexOf(c)])).toEqual(printed);
  });
});
