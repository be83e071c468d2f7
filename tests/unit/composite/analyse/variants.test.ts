/* Strengths, comparison of variants, removal, least change of weights. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aggregateTree, compareVariants, leastWeightChange, neighbourReversals, rankReversal, removal, singleWeightChanges, strengths, structureOf, tableOf, withoutNode, type ChangeNorm, type Node, type Structure
} from '../../../../src/lib/composite';

const col = (...v: number[]) => Float64Array.from(v);
const node = (id: string, parent: string | null, level: number, weight = 1): Node => ({ id, parent, level, weight });
const sum = (a: ArrayLike<number>) => Array.from(a).reduce((x, y) => x + y, 0);

describe('strengths and weaknesses', () => {
  const table = tableOf(['a', 'b', 'c', 'd'], [['up', col(4, 3, 2, 1)], ['down', col(1, 2, 3, 4)], ['flat', col(5, 5, 5, 0)], ['gap', col(NaN, 1, 2, 3)]]);
  const names = (list: readonly { indicator: string }[]) => list.map((s) => s.indicator);
  it('are the best and the worst places of a unit, none twice', () => {
    const [a, , , d] = strengths(table, { top: 2, bottom: 2 });
    expect(names(a!.strengths)).toEqual(['up', 'flat']);
    expect(names(a!.weaknesses)).toEqual(['down']);
    expect(a!.strengths[0]).toMatchObject({ value: 4, rank: 1, of: 4, groupOf: 0 });
    expect(names(d!.strengths)).toEqual(['down', 'gap']);
    // Last places are no strength even where there is room for them.
    expect(names(strengths(table, { top: 4, bottom: 1 })[3]!.strengths)).toEqual(['down', 'gap']);
    expect(names(strengths(table, { top: 4, bottom: 0, lastIsStrength: true })[3]!.strengths)).toHaveLength(4);
  });
  it('relative to the unit’s own places, and within its group', () => {
    const groups = ['x', 'x', 'y', null];
    const [a, b] = strengths(table, { groups, withinGroup: true, top: 1, bottom: 1 });
    // Places of a: 1, 0, 1; median 1.
    expect(a!.strengths[0]).toMatchObject({ indicator: 'up', relative: 0, groupRank: 1, groupOf: 2 });
    expect(a!.weaknesses[0]).toMatchObject({ indicator: 'down', relative: -1, groupRank: 2 });
    // In its group b is last on `up` and first on `down`.
    expect([names(b!.strengths), names(b!.weaknesses)]).toEqual([['down'], ['up']]);
    expect(strengths(table, { groups })[3]!.strengths[0]!.groupRank).toBeNaN();
  });
  it('directions turn; columns of few different values can be left out; bad input is refused', () => {
    expect(names(strengths(table, { directions: new Map([['up', -1]]), top: 1 })[3]!.strengths)).toEqual(['up']);
    expect(strengths(table, { leastUnique: 0.6 }).flatMap((p) => names([...p.strengths, ...p.weaknesses]))).not.toContain('flat');
    expect(() => strengths(table, { groups: [] })).toThrow(RangeError);
    expect(() => strengths(table, { top: -1 })).toThrow(RangeError);
    expect(strengths(tableOf([], []))).toEqual([]);
  });
  it('name only present values, each once, and no more than asked', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(NaN)), { minLength: 5, maxLength: 5 }), { maxLength: 6 }), fc.nat(6), fc.nat(6), (rows, top, bottom) => {
      const t = tableOf(rows.map((_, i) => `u${i}`), [0, 1, 2, 3, 4].map((j) => [`c${j}`, Float64Array.from(rows, (r) => r[j]!)] as const));
      strengths(t, { top, bottom }).forEach((p, u) => {
        const all = names([...p.strengths, ...p.weaknesses]);
        expect(new Set(all).size).toBe(all.length);
        expect(p.strengths.length <= top && p.weaknesses.length <= bottom).toBe(true);
        for (const s of [...p.strengths, ...p.weaknesses]) {
          expect(s.value).toBe(rows[u]![Number(s.indicator[1])]);
          expect(s.rank >= 1 && s.rank <= s.of).toBe(true);
        }
      });
    }));
  });
});

describe('variants side by side', () => {
  const c = compareVariants(new Map([['other', col(1, 3, 2, NaN)], ['base', col(4, 3, 2, 1)]]), 'base');
  it('by hand: places 1 2 3 4 become 3 1 2 and none', () => {
    const [base, other] = c.variants;
    expect(base!.id).toBe('base');
    expect([base!.meanShift, base!.moved, base!.kendall.r]).toEqual([0, 0, 1]);
    expect([...other!.shift]).toEqual([-2, 1, 1, NaN]);
    expect(other).toMatchObject({ n: 3, meanShift: 4 / 3, maxShift: 2, moved: 3 });
    expect([...other!.change]).toEqual([-3, 0, 0, NaN]);
    expect(other!.relativeChange[0]).toBe(-0.75);
    expect(other!.kendall.r).toBeCloseTo(-1 / 3, 14);
    expect(other!.spearman.r).toBeCloseTo(-0.5, 14);
  });
  it('refuses a base that is not there and other lengths', () => {
    expect(() => compareVariants(new Map(), 'base')).toThrow(/base/);
    expect(() => compareVariants(new Map([['a', col(1)], ['b', col()]]), 'a')).toThrow(/variant b/);
  });
  it('shifts without gaps and ties sum to nought; a variant of itself does not move', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 12 }), fc.nat(), (scores, seed) => {
      const a = Float64Array.from(scores);
      const b = Float64Array.from(scores, (v) => (v * (seed % 89) + 7) % 1009);
      const [self, other] = compareVariants(new Map([['a', a], ['b', b], ['c', a]]), 'a').variants;
      if (new Set(b).size === b.length) expect(sum(other!.shift)).toBe(0);
      expect(self!.moved).toBe(0);
    }));
  });
});

const structure = structureOf([node('a', 'p', 1), node('b', 'p', 1, 3), node('c', 'q', 1), node('p', 'top', 2, 2), node('q', 'top', 2), node('top', null, 3)]).structure!;
const table = tableOf(['u', 'v', 'w'], [['a', col(4, 0, 1)], ['b', col(8, 2, 3)], ['c', col(1, 9, 8)]]);
const score = (s: Structure) => aggregateTree(table, s, { method: { aggregate: 'arithmetic' } }).table.columns.get(s.root.id)!;

describe('removal', () => {
  it('takes what is below with it, and parents that are left alone', () => {
    expect(withoutNode(structure, 'a')!.nodes.map((n) => n.id)).toEqual(['b', 'c', 'p', 'q', 'top']);
    expect(withoutNode(structure, 'p')!.nodes.map((n) => n.id)).toEqual(['c', 'q', 'top']);
    expect(withoutNode(structure, 'c')!.nodes.map((n) => n.id)).toEqual(['a', 'b', 'p', 'top']);
    expect(withoutNode(structure, 'top')).toBe(null);
    expect(() => withoutNode(structure, 'z')).toThrow(/z/);
    const only = structureOf([node('a', 't', 1), node('b', 't', 1, 0), node('t', null, 2)]).structure!;
    expect(withoutNode(only, 'a')).toBe(null);
  });
  it('by hand: without c the first unit stays, without p the order turns round', () => {
    const [a, b, c] = removal(structure, score);
    expect([a!.id, b!.id, c!.id]).toEqual(['a', 'b', 'c']);
    // Full: u (2·7 + 1)/3 = 5, v (2·1.5 + 9)/3 = 4, w (2·2.5 + 8)/3 = 13/3.
    expect([...c!.ranks]).toEqual([1, 3, 2]);
    [3, 3, 10 / 3].forEach((v, u) => expect(b!.scores[u]).toBeCloseTo(v, 14));
    const [p, q] = removal(structure, score, 2);
    expect([...p!.scores]).toEqual([1, 9, 8]);
    expect([...p!.shift]).toEqual([-2, 2, 0]);
    expect(q).toMatchObject({ level: 2, meanShift: 0 });
    expect(() => removal(structure, score, 3)).toThrow(RangeError);
  });
  it('equals a weight of nought', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), fc.constantFrom('a', 'b', 'c', 'p', 'q'), (rows, id) => {
      const t = tableOf(rows.map((_, i) => `u${i}`), ['a', 'b', 'c'].map((name, j) => [name, Float64Array.from(rows, (r) => r[j]!)] as const));
      const run = (s: Structure, weights = new Map<string, number>()) => aggregateTree(t, s, { method: { aggregate: 'geometric' }, weights }).table.columns.get('top')!;
      run(withoutNode(structure, id)!).forEach((v, u) => expect(v).toBeCloseTo(run(structure, new Map([[id, 0]]))[u]!, 12));
    }));
  });
});

describe('least change of weights', () => {
  it('two columns by hand: 0.6, 0.4 with differences 1 and −1 become one half each', () => {
    for (const norm of ['absolute', 'relative', 'moved'] as const) {
      const c = leastWeightChange([1, 0], [0, 1], [0.6, 0.4], norm);
      expect(c.outcome).toBe('reversal');
      expect(c.weights[0]).toBeCloseTo(0.5, 14);
      expect(c.moved).toBeCloseTo(0.1, 14);
    }
    expect(leastWeightChange([1, 0], [0, 1], [3, 2]).distance).toBeCloseTo(Math.hypot(0.1, 0.1), 14);
  });
  it('three columns: the projection written out', () => {
    // d = (1, 0, −1): Σ w d = 0 keeps Σ w = 1 with w′ = w − λ d, λ = 0.15; the middle weight does not move.
    const c = leastWeightChange([1, 0, 0], [0, 0, 1], [0.5, 0.3, 0.2]);
    [0.35, 0.3, 0.35].forEach((v, i) => expect(c.weights[i]).toBeCloseTo(v, 14));
    // Relative: the least change in proportion to the weights bears on the great one most.
    const r = leastWeightChange([1, 0, 0], [0, 0, 1], [0.5, 0.3, 0.2], 'relative');
    expect(Math.abs(r.weights[0]! - 0.5)).toBeGreaterThan(Math.abs(r.weights[2]! - 0.2));
    expect(leastWeightChange([1, 0, 0], [0, 0, 1], [0.5, 0.3, 0.2], 'moved').moved).toBeCloseTo(0.15, 14);
  });
  it('says when no change can, and when the two are equal already', () => {
    expect(leastWeightChange([2, 3], [1, 1], [1, 1])).toMatchObject({ outcome: 'never', moved: NaN });
    const tie = leastWeightChange([2, 1, 1], [1, 1, 1], [1, 1, 2]);
    expect(tie.outcome).toBe('tie');
    expect(tie.weights[0]).toBe(0);
    expect(leastWeightChange([1, 2], [2, 1], [1, 1]).outcome).toBe('level');
    expect(leastWeightChange([1, NaN], [2, 1], [1, 1]).outcome).toBe('missing');
    expect(leastWeightChange([1, 0, NaN], [0, 1, 3], [2, 1, 0]).outcome).toBe('reversal');
    // Relative: a weight of nought is not woken.
    expect(leastWeightChange([2, 0], [1, 5], [1, 0], 'relative').outcome).toBe('never');
    expect(() => leastWeightChange([1], [1], [0])).toThrow(RangeError);
    expect(() => leastWeightChange([1], [1, 2], [1])).toThrow(RangeError);
  });
  it('single weights: the others keep their proportions', () => {
    const alone = singleWeightChanges([1, 0, 0], [0, 0, 1], [0.5, 0.3, 0.2]);
    // s = (1 − s) 0.2 / 0.5 → 2/7; s = (1 − s) 0.5 / 0.8 → 5/13; more of the middle never does.
    expect(alone[0]).toBeCloseTo(2 / 7, 14);
    expect(alone[2]).toBeCloseTo(5 / 13, 14);
    expect(alone[1]).toBe(1);
  });
  const parts = fc.integer({ min: 2, max: 6 }).chain((n) => fc.tuple(...[-20, 0].map((min) => fc.array(fc.integer({ min, max: 20 }), { minLength: n, maxLength: n }))));
  const norms = fc.constantFrom<ChangeNorm>('absolute', 'relative', 'moved');
  it('the weights found sum to one, are not negative, and make the two equal; nothing nearer does', () => {
    fc.assert(fc.property(parts, norms, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), ([d, raw], norm, random) => {
      fc.pre(sum(raw!) > 0);
      const w = raw!.map((v) => v / sum(raw!));
      const c = leastWeightChange(d!, d!.map(() => 0), w, norm);
      const gap = (x: ArrayLike<number>) => Array.from(x).reduce((s, v, i) => s + v * d![i]!, 0);
      const usable = d!.filter((_, i) => norm !== 'relative' || w[i]! > 0);
      const sign = Math.sign(gap(w));
      const expected = Math.abs(gap(w)) < 1e-12 ? 'level' : usable.every((v) => v * sign > 0) ? 'never' : '';
      if (expected !== '') {
        expect(c.outcome).toBe(expected);
        return;
      }
      expect(c.outcome).toBe(usable.some((v) => v * sign < 0) ? 'reversal' : 'tie');
      expect(sum(c.weights)).toBeCloseTo(1, 9);
      expect(gap(c.weights)).toBeCloseTo(0, 8);
      c.weights.forEach((v) => expect(v).toBeGreaterThanOrEqual(0));
      // Other weights at which the two are equal: any point, drawn towards the side that lacks.
      const cost = (x: ArrayLike<number>) => {
        const step = w.map((v, i) => x[i]! - v);
        if (norm === 'moved') return sum(step.map(Math.abs)) / 2;
        return Math.sqrt(sum(step.map((s, i) => (norm === 'relative' ? (w[i] === 0 ? (s === 0 ? 0 : Infinity) : (s / w[i]!) ** 2) : s * s))));
      };
      expect(c.distance).toBeCloseTo(cost(c.weights), 8);
      for (let k = 0; k < 10; k++) {
        const start = w.map((v) => (norm === 'relative' && v === 0 ? 0 : random.next().value as number));
        if (sum(start) === 0) continue;
        const x = start.map((v) => v / sum(start));
        const end = d!.map((v, i) => Number(v === (gap(x) > 0 ? Math.min : Math.max)(...usable) && (norm !== 'relative' || w[i]! > 0)));
        const e = end.map((v) => v / sum(end));
        const t = gap(x) === 0 ? 0 : gap(x) / (gap(x) - gap(e));
        if (!(t >= 0 && t <= 1)) continue;
        expect(cost(x.map((v, i) => v + t * (e[i]! - v)))).toBeGreaterThanOrEqual(c.distance - 1e-7);
      }
    }));
  });
  it('each single weight found does it too', () => {
    fc.assert(fc.property(parts, ([d, raw]) => {
      fc.pre(sum(raw!) > 0);
      const w = raw!.map((v) => v / sum(raw!));
      singleWeightChanges(d!, d!.map(() => 0), w).forEach((s, i) => {
        if (Number.isNaN(s)) return;
        const x = w.map((v, j) => (i === j ? s : (v * (1 - s)) / (1 - w[i]!)));
        expect(x.reduce((a, v, j) => a + v * d![j]!, 0)).toBeCloseTo(0, 9);
      });
    }));
  });
});

describe('change of places in a tree', () => {
  const full = aggregateTree(table, structure, { method: { aggregate: 'arithmetic' } }).table;
  it('names the unit ahead, and the weights found do change the places', () => {
    const r = rankReversal(full, structure, ['v', 'u']);
    expect(r).toMatchObject({ ahead: 'u', behind: 'v', nodes: ['p', 'q'], outcome: 'reversal' });
    expect(r.gap).toBeCloseTo(1, 14);
    // 7 p + 1 q = 1.5 p + 9 q with p + q = 1.
    expect(r.weights[0]).toBeCloseTo(8 / 13.5, 14);
    const weights = new Map([['p', r.weights[0]! - 1e-6], ['q', r.weights[1]! + 1e-6]]);
    const index = aggregateTree(table, structure, { method: { aggregate: 'arithmetic' }, weights }).table.columns.get('top')!;
    expect(index[1]).toBeGreaterThan(index[0]!);
  });
  it('within a node further down, with a gap elsewhere that rescales', () => {
    const deep = structureOf([...structure.nodes.map((n) => ({ ...n, ...(n.id === 'top' ? { parent: 'all' } : {}) })), node('d', 's', 1), node('s', 'r', 2), node('r', 'all', 3, 5), node('all', null, 4)]).structure!;
    const t = tableOf(['u', 'v'], [['a', col(4, 0)], ['b', col(0, 2)], ['c', col(3, 5)], ['d', col(2, NaN)]]);
    const scored = aggregateTree(t, deep, { method: { aggregate: 'arithmetic' } }).table;
    const r = rankReversal(scored, deep, ['u', 'v'], { node: 'p' });
    expect(r.nodes).toEqual(['a', 'b']);
    const at = aggregateTree(t, deep, { method: { aggregate: 'arithmetic' }, weights: new Map(r.nodes.map((id, i) => [id, r.weights[i]!])) }).table.columns.get('all')!;
    if (r.outcome === 'reversal') expect(at[0]).toBeCloseTo(at[1]!, 12);
    else expect(r.outcome).toBe('never');
    // The indicators as a whole cannot be asked for a unit that lacks one.
    expect(rankReversal(scored, deep, ['u', 'v'], { node: null }).outcome).toBe('missing');
  });
  it('all indicators at once, and each unit with the next', () => {
    const all = rankReversal(full, structure, ['u', 'v'], { node: null });
    expect(all.nodes).toEqual(['a', 'b', 'c']);
    expect(sum(all.from)).toBeCloseTo(1, 14);
    expect(neighbourReversals(full, structure).map((r) => `${r.ahead}-${r.behind}`)).toEqual(['u-w', 'w-v']);
  });
  it('refuses an index that is not made of weighted means, unknown units and nodes', () => {
    const geometric = aggregateTree(table, structure, { method: { aggregate: 'power', exponent: Infinity } }).table;
    expect(() => rankReversal(geometric, structure, ['u', 'v'])).toThrow(/not the weighted arithmetic mean/);
    expect(() => rankReversal(full, structure, ['u', 'z'])).toThrow(/unit z/);
    expect(() => rankReversal(full, structure, ['u', 'v'], { node: 'a' })).toThrow(/node a/);
  });
});
