/* Correlation-balanced weights. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateColumns, balancedWeights, normaliseColumn, pearson, runPipeline } from '../../../src/lib/composite';
import { readIndex } from '../../../src/lib/composite/read';
import { nelderMead } from '../../../src/lib/composite/nelderMead';
import { runs } from '../runs';

const col = (...v: number[]) => Float64Array.from(v);
const sum = (a: ArrayLike<number>) => Array.from(a).reduce((x, y) => x + y, 0);
const columns = (rows: number[][]) => (rows[0] ?? []).map((_, j) => Float64Array.from(rows, (r) => r[j]!));

/* Shares of the correlations with the composite, from the data. */
function obtained(x: Float64Array[], w: ArrayLike<number>, squared = false): number[] {
  const composite = x[0]!.map((_, u) => x.reduce((s, c, j) => s + w[j]! * c[u]!, 0));
  const r = x.map((c) => pearson(c, composite)).map((v) => (squared ? v * v : v));
  return r.map((v) => v / sum(r));
}

describe('by hand', () => {
  it('unrelated columns: correlations are in the proportions of weight × spread', () => {
    // A 2 × 2 design with spreads 1 and 2: equal importance asks for weights 2 : 1, importance 1 : 2 for equal ones.
    const x = [col(0, 0, 1, 1), col(0, 2, 0, 2)];
    expect(balancedWeights(x).weights[0]).toBeCloseTo(2 / 3, 14);
    expect(balancedWeights(x, { importance: [1, 2] }).weights[0]).toBeCloseTo(1 / 2, 14);
    // By squares, 1 : 4 is what equal weights give.
    expect(balancedWeights(x, { importance: [1, 4], measure: 'squared' }).weights[0]).toBeCloseTo(1 / 2, 14);
  });
  it('what cannot be reached is said', () => {
    // The second column is the first turned round and a little more: no weights ≥ 0 make both count alike.
    const b = balancedWeights([col(1, 2, 3, 4, 5), col(5, 4, 3, 1, 2), col(1, 2, 3, 5, 4)], { importance: [1, 8, 1] });
    expect(b.log.map((n) => n.kind)).toEqual(['notReached']);
    expect(b.deviation).toBeGreaterThan(0.01);
    expect(sum(b.weights)).toBeCloseTo(1, 12);
  });
  it('columns without spread or wish weigh nothing; nothing at all gives no weights', () => {
    const b = balancedWeights([col(1, 2, 4), col(3, 3, 3), col(2, 1, 1)], { importance: [1, 1, 0] });
    expect([...b.weights]).toEqual([1, 0, 0]);
    expect(b.log.map((n) => n.kind)).toContain('constant');
    expect(balancedWeights([col(3, 3)]).weights[0]).toBeNaN();
    expect(balancedWeights([]).weights).toHaveLength(0);
    expect(() => balancedWeights([col(1)], { importance: [1, 1] })).toThrow(RangeError);
    expect(() => balancedWeights([col(1)], { importance: [0] })).toThrow(RangeError);
    expect(() => balancedWeights([col(1)], { importance: [-1] })).toThrow(RangeError);
  });
});

describe('the Technology Achievement Index, min–max, all equal: not reachable; nearest as scipy 1.17 finds it (SLSQP, 40 starts)', () => {
  const tai = JSON.parse(readFileSync(new URL('../../fixtures/tai/tai.json', import.meta.url), 'utf8')) as { values: number[][] };
  const x = columns(tai.values).map((c) => normaliseColumn(c, { method: 'minMax', range: [0, 1] }));
  it.each([
    ['correlation' as const, 0.0004681689034761638, [0.00915697, 0, 0.11642881, 0.4176191, 0, 0.09000336, 0.19111607, 0.17567569]],
    ['squared' as const, 0.001833362523625911, [0.00819698, 0, 0.10280573, 0.4155035, 0, 0.10220526, 0.19365981, 0.17762873]]
  ])('%s', (measure, least, weights) => {
    const b = balancedWeights(x, { measure });
    const off = obtained(x, b.weights, measure === 'squared').reduce((s, v) => s + (v - 1 / 8) ** 2, 0);
    expect(off).toBeCloseTo(least, 12);
    weights.forEach((w, j) => expect(b.weights[j]).toBeCloseTo(w, 5));
  });
  it('of a geometric index as well', () => {
    const y = columns(tai.values).map((c) => normaliseColumn(c, { method: 'minMax', range: [1, 100] })).filter((_, j) => [2, 5, 6].includes(j));
    const score = (w: Float64Array) => aggregateColumns(y, w, y[0]!.length, { aggregate: 'geometric' }).score;
    const b = balancedWeights(y, { score });
    const r = y.map((c) => pearson(c, score(b.weights)));
    expect(b.deviation).toBeLessThan(1e-6);
    expect(Math.max(...r) - Math.min(...r)).toBeLessThan(1e-5);
  });
});

describe('properties', () => {
  const data = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), { minLength: 5, maxLength: 9 });
  const wish = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 });
  it('weights sum to one and are ≥ 0; reached or no weights near by do better; columns may be reordered and stretched', () => {
    fc.assert(fc.property(data, wish, fc.constantFrom('correlation' as const, 'squared' as const), fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })), (rows, importance, measure, random) => {
      const x = columns(rows);
      fc.pre(x.every((c) => new Set(c).size > 2));
      const squared = measure === 'squared';
      const b = balancedWeights(x, { importance, measure });
      expect(sum(b.weights)).toBeCloseTo(1, 10);
      b.weights.forEach((w) => expect(w).toBeGreaterThanOrEqual(0));
      const t = importance.map((v) => v / sum(importance));
      const off = (w: ArrayLike<number>) => obtained(x, w, squared).reduce((s, v, j) => s + (v - t[j]!) ** 2, 0);
      const own = off(b.weights);
      expect(Math.sqrt(own)).toBeLessThanOrEqual(2 * b.deviation + 1e-6);
      for (let k = 0; k < 12; k++) {
        const near = b.weights.map((w) => Math.max(0, w + 0.02 * random.next().value!));
        if (sum(near) > 0 && own > 1e-10) expect(off(near.map((w) => w / sum(near)))).toBeGreaterThanOrEqual(own - 1e-7);
      }
      if (own < 1e-12) {
        const turned = balancedWeights([x[2]!, x[1]!, x[0]!.map((v) => v * 10)], { importance: [...importance].reverse(), measure }).weights;
        const back = [turned[2]! * 10, turned[1]!, turned[0]!].map((v, _, a) => v / sum(a));
        if (b.log.length === 0) back.forEach((v, j) => expect(v).toBeCloseTo(b.weights[j]!, 4));
      }
    }), { numRuns: runs(40) });
  });
});

describe('as a scheme of a method file', () => {
  const data = { file: 'iData.csv', text: `uCode,a,b,c\n${[[1, 2, 9], [3, 1, 5], [2, 5, 4], [8, 4, 7], [5, 9, 2], [6, 6, 6]].map((r, i) => `u${i},${r.join()}`).join('\n')}\n` };
  const read = (weigh: unknown, rest: object = {}) => readIndex({ data, method: { file: 'method.json', text: JSON.stringify({ weigh, ...rest }) } });
  const correlations = (weigh: unknown, rest: object = {}) => {
    const { index, faults } = read(weigh, rest);
    expect(faults).toEqual([]);
    const { stages } = runPipeline(index!.input, index!.method);
    const { columns } = stages.get('aggregated')!.table;
    return ['a', 'b', 'c'].map((id) => pearson(columns.get(id)!, columns.get(index!.input.structure.root.id)!));
  };
  it('children correlate with their parent as wanted, whatever the mean', () => {
    const equal = correlations('balanced');
    expect(equal[0]).toBeCloseTo(equal[1]!, 10);
    expect(equal[2]).toBeCloseTo(equal[1]!, 10);
    const wanted = correlations({ method: 'balanced', importance: { a: 2 } });
    expect(wanted[0]! / wanted[1]!).toBeCloseTo(2, 9);
    // Of a geometric mean equal parts are out of reach here; a search on a grid of 1/200 ends at 0, 0.625, 0.375.
    const { index } = read('balanced', { normalise: { method: 'minMax', range: [1, 100] }, aggregate: 'geometric' });
    const { weights, log } = runPipeline(index!.input, index!.method);
    [0, 0.625, 0.375].forEach((w, j) => expect(Math.abs(weights.get('abc'[j]!)! - w)).toBeLessThan(0.005));
    expect(log.map((n) => n.kind)).toContain('notReached');
  });
  it('unknown codes and raw values are refused', () => {
    expect(read({ method: 'balanced', importance: { z: 1 } }).faults.map((f) => f.expected)).toEqual(['the code of a node of the structure']);
    const { index } = read({ method: 'balanced', on: 'treated' });
    expect(() => runPipeline(index!.input, index!.method)).toThrow(/normalised values/);
  });
});

describe('Nelder–Mead', () => {
  it('finds the valley floor of Rosenbrock (1960) and the least of Powell’s singular function (1962)', () => {
    const rosenbrock = nelderMead((x) => 100 * (x[1]! - x[0]! ** 2) ** 2 + (1 - x[0]!) ** 2, col(-1.2, 1), 0.5);
    rosenbrock.x.forEach((v) => expect(v).toBeCloseTo(1, 5));
    const powell = nelderMead((x) => (x[0]! + 10 * x[1]!) ** 2 + 5 * (x[2]! - x[3]!) ** 2 + (x[1]! - 2 * x[2]!) ** 4 + 10 * (x[0]! - x[3]!) ** 4, col(3, -1, 0, 1), 0.5);
    expect(powell.value).toBeLessThan(1e-8);
  });
  it('walks round where the function has no number', () => {
    expect(nelderMead((x) => (x[0]! < 0 ? NaN : x[0]!), col(1), 0.5).x[0]).toBeCloseTo(0, 6);
  });
});
