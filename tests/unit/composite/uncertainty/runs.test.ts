import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel, evaluator, kendallTau, mergeRunSets, nominalScores, rank, runRange, structureOf, summariseRuns, weightRule, type Design, type Model, type RunSet } from '../../../../src/lib/composite';
import { runs } from '../../runs';

/** Two pillars of two and three indicators. */
const structure = structureOf([
  ...['a', 'b'].map((id) => ({ id, parent: 'P', level: 1, weight: 1 })),
  ...['c', 'd', 'e'].map((id) => ({ id, parent: 'Q', level: 1, weight: 1 })),
  { id: 'P', parent: 'I', level: 2, weight: 1 },
  { id: 'Q', parent: 'I', level: 2, weight: 2 },
  { id: 'I', parent: null, level: 3, weight: 1 }
]).structure!;
const units = ['u', 'v', 'w', 'x'];
const data: Record<string, number[]> = { a: [1, 2, 3, 4], b: [4, 1, 3, 2], c: [0, 5, NaN, 10], d: [2, 2, 1, 0], e: [7, 8, 9, 1] };
const model: Model = compileModel({
  units,
  structure,
  columns: new Map(Object.entries(data).map(([id, v]) => [id, Float64Array.from(v)])),
  base: { normalisation: { method: 'minMax', range: [0, 1] }, aggregation: { aggregate: 'arithmetic' } }
});
const design: Design = {
  seed: 11,
  factors: [
    { id: 'w', kind: 'weights', level: 'all', noise: 0.25 },
    { id: 'n', kind: 'normalisation', options: ['nominal', { method: 'zScore', mean: 100, sd: 10 }, { method: 'rank' }] },
    { id: 'a', kind: 'aggregation', level: 'all', options: ['nominal', { aggregate: 'geometric' }] },
    { id: 'o', kind: 'omit', nodes: [null, 'c', 'P'] }
  ]
};
const same = (a: RunSet, b: RunSet) => {
  expect([a.from, a.to, a.units, a.design]).toEqual([b.from, b.to, b.units, b.design]);
  expect(Buffer.from(a.points.buffer).equals(Buffer.from(b.points.buffer))).toBe(true);
  a.scores.forEach((s, m) => expect(Buffer.from(s.buffer).equals(Buffer.from(b.scores[m]!.buffer))).toBe(true));
};

describe('one run', () => {
  it('makes the choices of its point', () => {
    const evaluate = evaluator([model], { ...design, factors: design.factors.slice(1) });
    const at = (...point: number[]) => {
      const out = new Float64Array(4);
      evaluate.run(Float64Array.from(point), [out]);
      return [...out];
    };
    // By hand, unit v. P: a 1/3, b 0. Q: c 0.5, d 1, e 7/8. I = (P + 2 Q) / 3.
    expect(at(0, 0, 0)[1]).toBeCloseTo((1 / 6 + 2 * (2.375 / 3)) / 3, 14);
    expect(at(0, 0, 0.4)[1]).toBeCloseTo((1 / 6 + 2 * (1.875 / 2)) / 3, 14);
    expect(at(0, 0, 0.8)[1]).toBeCloseTo(2.375 / 3, 14);
    // Ranks of v: a 2, b 1, c 2, d 3, e 3; geometric.
    expect(at(0.99, 0.5, 0)[1]).toBeCloseTo((Math.sqrt(2) * Math.cbrt(18) ** 2) ** (1 / 3), 14);
    expect([...nominalScores(model)]).toEqual(at(0, 0, 0));
  });
  it('names what does not fit', () => {
    expect(() => evaluator([model], { seed: -1, factors: [{ id: 'o', kind: 'omit', nodes: ['zz'] }, { id: 'o', kind: 'aggregation', level: 4, options: [] }] })).toThrow(
      /seed -1 .*; factor o: named more than once; factor o: no options; factor o: no model has a node zz; factor o: level 4 is above 3/
    );
  });
});

describe('weights of a run', () => {
  const draw = (factor: Design['factors'][number], u: number) => {
    const out = new Float64Array(structure.nodes.length);
    weightRule(model, 0, { seed: 5, factors: [factor] })(Float64Array.of(u), out);
    return out;
  };
  it('stay within the noise, sum to one among siblings, touch their level only', () => {
    for (let i = 0; i < 200; i++) {
      const w = draw({ id: 'w', kind: 'weights', level: 1, noise: 0.2 }, i / 200);
      expect(w[0]! + w[1]!).toBeCloseTo(1, 14);
      expect(w[2]! + w[3]! + w[4]!).toBeCloseTo(1, 14);
      expect(w[0]! / w[1]!).toBeGreaterThan(0.8 / 1.2);
      expect(w[0]! / w[1]!).toBeLessThan(1.2 / 0.8);
      expect([...w.slice(5)]).toEqual([1 / 3, 2 / 3, 1]);
    }
  });
  it('Dirichlet shares have mean and variance of their distribution', () => {
    const n = 20_000;
    const x = Array.from({ length: n }, (_, i) => draw({ id: 'w', kind: 'dirichlet', level: 2, concentration: 3 }, (i + 0.5) / n)[5]!);
    const mean = x.reduce((s, v) => s + v, 0) / n;
    const variance = x.reduce((s, v) => s + (v - mean) ** 2, 0) / n;
    // α = 3 · 2 · (1/3, 2/3) = (2, 4): mean 1/3, variance 2 · 4 / (36 · 7).
    expect(Math.abs(mean - 1 / 3)).toBeLessThan(5 * Math.sqrt(8 / 252 / n));
    expect(Math.abs(variance / (8 / 252) - 1)).toBeLessThan(0.06);
  });
});

describe('ranges of runs', () => {
  const whole = runRange([model, model], design, 3, 43);
  it('any split, merged in any order, gives the same bits', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 4, max: 42 }), { maxLength: 6 }), fc.infiniteStream(fc.nat()), (cuts, keys) => {
        const ends = [3, ...cuts.sort((a, b) => a - b), 43];
        const parts = ends.slice(1).map((end, i) => ({ key: keys.next().value as number, part: runRange([model, model], design, ends[i]!, end) }));
        same(mergeRunSets(parts.sort((a, b) => a.key - b.key).map((p) => p.part)), whole);
      }),
      { numRuns: runs(25) }
    );
  });
  it('the two models draw weights of their own from one point', () => {
    expect([...whole.scores[0]!]).not.toEqual([...whole.scores[1]!]);
  });
  it('gaps, overlaps and strangers are named', () => {
    const part = (from: number, to: number, d = design) => runRange([model], d, from, to);
    expect(() => mergeRunSets([part(0, 2), part(3, 4)])).toThrow('runs 2..3 are missing');
    expect(() => mergeRunSets([part(0, 3), part(2, 4)])).toThrow('runs 2..3 are there twice');
    expect(() => mergeRunSets([part(0, 3), part(3, 4, { ...design, seed: 12 })])).toThrow('another design');
    const other = compileModel({ ...model, columns: new Map([...model.raw.columns, ['a', Float64Array.of(1, 2, 3, 5)]]), groups: undefined });
    expect(() => mergeRunSets([part(0, 3), runRange([other], design, 3, 4)])).toThrow('other data');
    expect(() => mergeRunSets([])).toThrow('no run sets');
  });
  it('progress and cancelling', () => {
    const seen: number[] = [];
    runRange([model], design, 0, 5, { onProgress: (done, all) => seen.push(done / all) });
    expect(seen).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
    expect(() => runRange([model], design, 0, 5, { cancelled: () => true })).toThrow('cancelled');
  });
});

describe('summary', () => {
  const set: RunSet = { design: { seed: 1, factors: [] }, from: 0, to: 4, units: ['p', 'q', 'r'], fingerprint: '', nominal: [Float64Array.of(3, 2, 1)], points: new Float64Array(0), scores: [Float64Array.of(3, 2, 1, 2, 3, 1, 2, 2, NaN, 1, 2, 3)] };
  const s = summariseRuns(set, 0);
  it('by hand', () => {
    expect([...s.scored]).toEqual([1, 1, 0.75]);
    // p ranks 1, 2, 1, 3; q 2, 1, 1, 2; r 3, 3, –, 1.
    expect([...s.rankFrequency].map((v) => Math.round(v * 12))).toEqual([6, 3, 3, 6, 6, 0, 4, 0, 8]);
    expect(s.rankQuantiles.map((q) => q[1])).toEqual([1, 1, 1.5, 2, 2]);
    expect(s.scoreQuantiles[2]![0]).toBe(2);
    expect([...s.outranks!]).toEqual([0.5, 0.375, 2 / 3, 0.625, 0.5, 2 / 3, 1 / 3, 1 / 3, 0.5]);
    expect([...s.shift]).toEqual([0, 2 / 3, 0.5, 4 / 3]);
    expect(s.kendall[0]).toBe(1);
    expect(s.kendall[1]).toBeCloseTo(1 / 3, 14);
    expect(s.kendall[2]).toBeNaN();
    expect(s.kendall[3]).toBe(-1);
    expect(s.meanShift).toBeCloseTo((2 / 3 + 0.5 + 4 / 3) / 4, 14);
    expect([...s.nominalRank]).toEqual([...rank(Float64Array.of(3, 2, 1))]);
  });
  it('Kendall’s τ-b equals its definition over pairs', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 12 }), (rows) => {
        const full = rows.filter(([a, b]) => !Number.isNaN(a) && !Number.isNaN(b));
        let [c, x, y] = [0, 0, 0];
        full.forEach(([a, b], i) => full.slice(i + 1).forEach(([p, q]) => {
          c += Math.sign(a - p) * Math.sign(b - q);
          x += Number(a !== p);
          y += Number(b !== q);
        }));
        const want = c / Math.sqrt(x * y);
        const got = kendallTau(Float64Array.from(rows, (r) => r[0]), Float64Array.from(rows, (r) => r[1]));
        if (Number.isNaN(want)) expect(got).toBeNaN();
        else expect(got).toBeCloseTo(want, 12);
      })
    );
  });
});
