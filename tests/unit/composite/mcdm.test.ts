/* Weights and rankings of decision analysis, against formulas written out and the values of pymcdm's own tests. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateTree, angleWeights, cilosWeights, entropyWeights, giniWeights, idocriwWeights, promethee, structureOf, tableOf, varianceWeights, vikor } from '../../../src/lib/composite';

const columns = (rows: number[][]) => rows[0]!.map((_, j) => Float64Array.from(rows, (r) => r[j]!));
const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits = 10) => Array.from(b).forEach((v, i) => expect(a[i]).toBeCloseTo(v, digits));
const share = (raw: number[]) => raw.map((v) => v / raw.reduce((a, b) => a + b, 0));
const matrix = fc.tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 2, max: 5 })).chain(([n, m]) => fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: m, maxLength: m }), { minLength: n, maxLength: n }));
const spreads = (rows: number[][]) => columns(rows).every((c) => new Set(c).size > 1);

describe('weights by dispersion', () => {
  it('Gini, variance and angle as their definitions', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        fc.pre(spreads(rows));
        const plain = columns(rows).map((c) => [...c]);
        const mean = (x: number[]) => x.reduce((a, b) => a + b, 0) / x.length;
        const gini = (x: number[]) => mean(x.map((a) => mean(x.map((b) => Math.abs(a - b))))) / 2 / mean(x);
        close(giniWeights(columns(rows)).weights, share(plain.map(gini)));
        const scaled = (x: number[]) => x.map((v) => (v - Math.min(...x)) / (Math.max(...x) - Math.min(...x)));
        close(varianceWeights(columns(rows)).weights, share(plain.map(scaled).map((x) => mean(x.map((v) => (v - mean(x)) ** 2)))));
        const angle = (x: number[]) => Math.acos(Math.min(1, x.reduce((a, b) => a + b, 0) / Math.sqrt(x.reduce((a, b) => a + b * b, 0) * x.length)));
        close(angleWeights(columns(rows)).weights, share(plain.map(angle)), 6);
      })
    );
  });
  it('columns without spread weigh nothing, negative values are refused', () => {
    const { weights, log } = giniWeights(columns([[1, 5], [2, 5], [3, 5]]));
    expect([[...weights], log.map((n) => n.kind)]).toEqual([[1, 0], ['constant']]);
    expect(() => giniWeights(columns([[-1, 2], [3, 4]]))).toThrow(/Gini: value -1/);
    expect(() => angleWeights(columns([[-1, 2], [3, 4]]))).toThrow(/angle: value -1/);
  });
});

describe('CILOS and IDOCRIW', () => {
  const data = columns([[3, 100, 10, 7], [2.5, 80, 8, 5], [1.8, 50, 20, 11], [2.2, 70, 12, 9]]);
  it('the example of Zavadskas & Podvezko (2016), as printed in pymcdm’s TestCILOSWeights', () => {
    close(cilosWeights(data, [-1, 1, -1, 1]).weights, [0.3343, 0.2199, 0.1957, 0.2501], 4);
  });
  it('losses balance: what flows into each column flows out of it', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const x = columns(rows);
        const { weights } = cilosWeights(x);
        fc.pre(!weights.some(Number.isNaN));
        const best = x.map((c) => c.indexOf(Math.max(...c)));
        const loss = x.map((_, i) => x.map((c, j) => (c[best[j]!]! - c[best[i]!]!) / c[best[j]!]!));
        x.forEach((_, i) => {
          const into = x.reduce((s, __, j) => s + (i === j ? 0 : loss[i]![j]! * weights[j]!), 0);
          const out = x.reduce((s, __, j) => s + (i === j ? 0 : loss[j]![i]! * weights[i]!), 0);
          expect(into).toBeCloseTo(out, 9);
        });
      })
    );
  });
  it('IDOCRIW multiplies with entropy', () => {
    const [q, w] = [cilosWeights(data, [-1, 1, -1, 1]).weights, entropyWeights(data).weights];
    close(idocriwWeights(data, [-1, 1, -1, 1]).weights, share([...q].map((v, j) => v * w[j]!)), 14);
  });
  it('no loss, no weights; a value of nought is refused', () => {
    const same = cilosWeights(columns([[9, 8], [1, 2]]));
    expect([[...same.weights], same.log.map((n) => n.kind)]).toEqual([[NaN, NaN], ['undefined']]);
    expect(() => cilosWeights(columns([[0, 2], [3, 4]]))).toThrow(/CILOS: value 0/);
  });
});

describe('VIKOR', () => {
  it('1 − Q as Opricovic & Tzeng (2004) write Q', () => {
    fc.assert(
      fc.property(matrix, fc.double({ min: 0, max: 1, noNaN: true }), (rows, v) => {
        fc.pre(spreads(rows));
        const w = rows[0]!.map((_, j) => j + 1);
        const total = w.reduce((a, b) => a + b, 0);
        const x = columns(rows);
        const regret = rows.map((r) => r.map((y, j) => ((w[j]! / total) * (Math.max(...x[j]!) - y)) / (Math.max(...x[j]!) - Math.min(...x[j]!))));
        const [s, r] = [regret.map((g) => g.reduce((a, b) => a + b, 0)), regret.map((g) => Math.max(...g))];
        const place = (all: number[], i: number) => (Math.max(...all) - Math.min(...all) < 1e-12 ? 0 : (all[i]! - Math.min(...all)) / (Math.max(...all) - Math.min(...all)));
        fc.pre(Math.max(...s) - Math.min(...s) > 1e-9 && Math.max(...r) - Math.min(...r) > 1e-9);
        close(vikor(x, w, rows.length, v).score, rows.map((_, i) => 1 - (v * place(s, i) + (1 - v) * place(r, i))), 8);
      })
    );
  });
  it('values of a run of pymcdm 1.4.0 on a small matrix', () => {
    const q = [0.5679069948039763, 0.7667330359024042, 1.0, 0.7492842103993278, 0.0];
    close(vikor(columns([[78, 56, 34, 6], [4, 45, 3, 97], [18, 2, 50, 63], [9, 14, 11, 92], [85, 9, 100, 29]]), [1, 1, 1, 1], 5).score, q.map((v) => 1 - v), 12);
  });
  it('missing values, one unit, equal units', () => {
    expect([...vikor(columns([[1, NaN], [3, NaN], [NaN, NaN]]), [1, 1], 3).score]).toEqual([0, 1, NaN]);
    expect([...vikor(columns([[1]]), [1], 1).score]).toEqual([1]);
    expect([...vikor(columns([[2, 2], [2, 2]]), [1, 1], 2).score]).toEqual([1, 1]);
  });
});

it('PROMETHEE with a preference of its own for a child', () => {
  const structure = structureOf([{ id: 'a', parent: 't', level: 1, weight: 1 }, { id: 'b', parent: 't', level: 1, weight: 1 }, { id: 't', parent: null, level: 2, weight: 1 }]).structure!;
  const x = columns([[1, 9], [5, 5], [2, 2], [8, 1]]);
  const table = tableOf(['p', 'q', 'r', 's'], [['a', x[0]!], ['b', x[1]!]]);
  const own = { shape: 'linear', q: 1, p: 4 } as const;
  const { table: out } = aggregateTree(table, structure, { method: { aggregate: 'promethee', preferenceOf: new Map([['b', own]]) } });
  expect([...out.columns.get('t')!]).toEqual([...promethee(x, [1, 1], 4, [{ shape: 'usual' }, own]).score]);
});
