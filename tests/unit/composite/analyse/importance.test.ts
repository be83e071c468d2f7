import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateTree, ancestorsOf, correlationRatio, groupFlags, importance, smoothingSpline, structureOf, tableOf, treeCorrelations, treeFlags, type Node, type RatioEstimator } from '../../../../src/lib/composite';
import { runs } from '../../runs';

const col = (...v: number[]) => Float64Array.from(v);
const variance = (v: ArrayLike<number>) => {
  const x = Array.from(v);
  const m = x.reduce((a, b) => a + b, 0) / x.length;
  return x.reduce((a, b) => a + (b - m) ** 2, 0) / x.length;
};

describe('smoothing spline', () => {
  const x = col(0, 0.07, 0.15, 0.22, 0.31, 0.36, 0.45, 0.52, 0.6, 0.66, 0.74, 0.83, 0.9, 1);
  const y = col(1, 1.4, 1.1, 2.2, 2.4, 2.9, 2.2, 2.6, 1.9, 1.2, 0.8, 0.9, 0.3, 0.1);
  it('equals scipy 1.17, make_smoothing_spline at the least of its generalised cross-validation', () => {
    const s = smoothingSpline(x, y);
    expect(s.degrees).toBeCloseTo(4.958140013709633, 4);
    expect(s.lambda).toBeCloseTo(0.0010495865558707645, 6);
    const fitted = [0.9703629201073467, 1.2787231962001302, 1.6534192092368223, 2.0193859244456758, 2.396187324740615, 2.502091928314407, 2.451811871467632, 2.2393750662656697, 1.831571039990238, 1.477690051874904, 1.0533809758604207, 0.6733403314410109, 0.4040256549840035, 0.048634505071130686];
    fitted.forEach((v, i) => expect(s.fitted[i]).toBeCloseTo(v, 5));
    expect(correlationRatio(x, y, { by: 'spline', degrees: 10 }).ratio).toBeCloseTo(0.8283029096323195, 5);
  });
  it('solves the least-squares problem written as dense matrices, equal x included', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: -5, max: 5 })), { minLength: 5, maxLength: 14 }), (points) => {
      const px = points.map((p) => p[0]);
      const distinct = [...new Set(px)].sort((a, b) => a - b);
      fc.pre(distinct.length >= 4);
      const s = smoothingSpline(Float64Array.from(px), Float64Array.from(points, (p) => p[1]));
      const u = distinct.map((v) => (v - distinct[0]!) / (distinct.at(-1)! - distinct[0]!));
      const m = u.length;
      const h = u.slice(1).map((v, i) => v - u[i]!);
      // K = Q R⁻¹ Qᵀ, then (W + λ K) g = W y (Green & Silverman 1994, 2.1–2.3).
      const Q = u.map((_, k) => Array.from({ length: m - 2 }, (_v, j) => (k === j ? 1 / h[j]! : k === j + 1 ? -1 / h[j]! - 1 / h[j + 1]! : k === j + 2 ? 1 / h[j + 1]! : 0)));
      const R = Array.from({ length: m - 2 }, (_, i) => Array.from({ length: m - 2 }, (_v, j) => (i === j ? (h[i]! + h[i + 1]!) / 3 : Math.abs(i - j) === 1 ? h[Math.max(i, j)]! / 6 : 0)));
      const RQ = Array.from({ length: m }, (_, k) => solve(R, Q[k]!));
      const w = distinct.map((v) => px.filter((p) => p === v).length);
      const sum = distinct.map((v) => points.reduce((a, p) => (p[0] === v ? a + p[1] : a), 0));
      const A = u.map((_, i) => u.map((_v, j) => (i === j ? w[i]! : 0) + s.lambda * Q[i]!.reduce((a, q, k) => a + q * RQ[j]![k]!, 0)));
      const g = solve(A, sum);
      // Near a straight line the dense equations have few digits left, and none for the trace.
      points.forEach((p, i) => expect(s.fitted[i]).toBeCloseTo(g[distinct.indexOf(p[0])]!, s.lambda > 1 ? 3 : 5));
      const straight = s.lambda > 1e3;
      const trace = w.reduce((a, weight, i) => a + weight * solve(A, u.map((_, k) => Number(k === i)))[i]!, 0);
      expect(s.degrees).toBeCloseTo(straight ? 2 : trace, straight ? 2 : 4);
    }), { numRuns: runs(60) });
  });
  it('a straight line stays one; two places of x give their means', () => {
    const line = smoothingSpline(x, x.map((v) => 3 - 2 * v));
    line.fitted.forEach((v, i) => expect(v).toBeCloseTo(3 - 2 * x[i]!, 9));
    expect([...smoothingSpline(col(1, 1, 2, 2), col(0, 2, 5, 7)).fitted]).toEqual([1, 1, 6, 6]);
  });
});

/* Gauss with pivots, for small systems. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const n = a.length;
  for (let i = 0; i < n; i++) {
    const best = a.slice(i).reduce((b, row, k) => (Math.abs(row[i]!) > Math.abs(a[b]![i]!) ? k + i : b), i);
    [a[i], a[best]] = [a[best]!, a[i]!];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const f = a[r]![i]! / a[i]![i]!;
      for (let c = i; c <= n; c++) a[r]![c] = a[r]![c]! - f * a[i]![c]!;
    }
  }
  return a.map((row, i) => row[n]! / row[i]!);
}

describe('correlation ratio', () => {
  it('bins by hand: means 1 and 7 about 4 explain 9 of the variance 9 + 2/3', () => {
    const r = correlationRatio(col(1, 2, 3, 4, 5, 6), col(0, 1, 2, 6, 7, 8), { by: 'bins', bins: 2 });
    expect(r.ratio).toBeCloseTo(9 / (9 + 2 / 3), 14);
    expect(r.degrees).toBe(2);
    // Equal values of x stay together: one bin of five, one of one.
    expect(correlationRatio(col(1, 1, 1, 1, 1, 6), col(0, 1, 2, 3, 4, 10), { by: 'bins', bins: 3 }).degrees).toBe(2);
  });
  it('a parabola has no correlation and a high ratio', () => {
    const x = Float64Array.from({ length: 41 }, (_, i) => (i - 20) / 20);
    const y = x.map((v) => v * v);
    expect(correlationRatio(x, y, { by: 'linear' }).ratio).toBeCloseTo(0, 20);
    expect(correlationRatio(x, y).ratio).toBeGreaterThan(0.99);
    expect(correlationRatio(x, y, { by: 'bins', bins: 8 }).ratio).toBeGreaterThan(0.9);
  });
  it('refuses parameters that cannot be', () => {
    expect(() => correlationRatio(col(1), col(1), { by: 'bins', bins: 1 })).toThrow(RangeError);
    expect(() => correlationRatio(col(1), col(1), { by: 'spline', degrees: 1 })).toThrow(RangeError);
  });
  const estimator = fc.constantFrom<RatioEstimator>({ by: 'linear' }, { by: 'spline' }, { by: 'bins' }, { by: 'bins', bins: 3 });
  const cell = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) }, { weight: 1, arbitrary: fc.constant(NaN) });
  const points = fc.array(fc.tuple(cell, cell), { maxLength: 20 });
  const ratio = (p: [number, number][], how: RatioEstimator) => correlationRatio(Float64Array.from(p, (v) => v[0]), Float64Array.from(p, (v) => v[1]), how).ratio;
  it('lies in 0–1 or is missing; units may be reordered, columns moved, stretched and turned', () => {
    fc.assert(fc.property(points, estimator, fc.constantFrom(-2, 0.5, 1e300, 1e-300), (p, how, size) => {
      const r = ratio(p, how);
      if (Number.isNaN(r)) return;
      expect(r >= 0 && r <= 1).toBe(true);
      expect(ratio(p.map(([x, y]) => [x, y * size]), how)).toBeCloseTo(r, 6);
      if (size > 0) expect(ratio(p.map(([x, y]) => [x * size, y]), how)).toBeCloseTo(r, 6);
      // A bin that is cut from one end need not be the one cut from the other.
      else if (how.by !== 'bins') expect(ratio(p.map(([x, y]) => [x * size, y]), how)).toBeCloseTo(r, 6);
      expect(ratio([...p].reverse(), how)).toBeCloseTo(r, 6);
    }), { numRuns: runs(60) });
  });
});

const node = (id: string, parent: string | null, level: number, weight = 1): Node => ({ id, parent, level, weight });
const structure = structureOf([node('a', 'p', 1), node('b', 'p', 1, 3), node('c', 'q', 1), node('d', 'q', 1), node('p', 'top', 2, 2), node('q', 'top', 2), node('top', null, 3)]).structure!;
const units = Array.from({ length: 8 }, (_, i) => `u${i}`);
const a = col(1, 2, 3, 4, 5, 6, 7, 8);
const scores = (columns: Record<string, Float64Array>) => aggregateTree(tableOf(units, Object.entries(columns)), structure, { method: { aggregate: 'arithmetic' } }).table;
const table = scores({ a, b: a.map((v) => v * 2 + (v % 2)), c: a.map((v) => -v), d: col(3, 1, 4, 1, 5, 9, 2, 6) });

describe('importance in the tree', () => {
  it('weights beside the variance explained of parent and index', () => {
    const all = importance(table, structure);
    expect(all.map((i) => i.node)).toEqual(['a', 'b', 'c', 'd', 'p', 'q']);
    const b = all[1]!;
    expect(b).toMatchObject({ parent: 'p', level: 1, weight: 0.75 });
    expect(b.effectiveWeight).toBeCloseTo(0.75 * (2 / 3), 14);
    expect(b.onParent.linear).toBeCloseTo(b.onParent.r ** 2, 14);
    for (const ids of [['a', 'b'], ['c', 'd'], ['p', 'q']]) expect(all.filter((i) => ids.includes(i.node)).reduce((s, i) => s + i.onParent.share, 0)).toBeCloseTo(1, 12);
    for (const level of [1, 2]) expect(all.filter((i) => i.level === level).reduce((s, i) => s + i.onIndex.share, 0)).toBeCloseTo(1, 12);
    expect(importance(table, structure, { weights: new Map([['b', 1]]) })[1]!.weight).toBe(0.5);
  });
  it('of unrelated parts in a linear index the correlation ratio is the squared weight times the spread', () => {
    // A full 3 × 3 design: the parts do not correlate.
    const grid = Array.from({ length: 9 }, (_, i) => [i % 3, Math.floor(i / 3)] as const);
    const s = structureOf([node('x', 't', 1, 1), node('y', 't', 1, 2), node('t', null, 2)]).structure!;
    const t = aggregateTree(tableOf(grid.map((_, i) => `g${i}`), [['x', Float64Array.from(grid, (g) => g[0])], ['y', Float64Array.from(grid, (g) => g[1])]]), s, { method: { aggregate: 'arithmetic' } }).table;
    const [x, y] = importance(t, s, { estimator: { by: 'bins', bins: 3 } });
    expect(x!.onIndex.ratio).toBeCloseTo(1 / 5, 12);
    expect(y!.onIndex.ratio).toBeCloseTo(4 / 5, 12);
    expect(variance(t.columns.get('t')!)).toBeGreaterThan(0);
  });
});

describe('correlations within the tree', () => {
  it('name each relation once', () => {
    expect(ancestorsOf(structure, 'a')).toEqual(['p', 'top']);
    const names = treeCorrelations(table, structure).map((c) => `${c.node}-${c.other} ${c.relation}`);
    expect(names.filter((n) => n.startsWith('a-'))).toEqual(['a-p parent', 'a-top ancestor', 'a-q stranger', 'a-b sibling', 'a-c cousin', 'a-d cousin']);
    expect(names).toHaveLength(new Set(names).size);
    expect(treeCorrelations(table, structure, { relations: ['parent'] })).toHaveLength(6);
  });
  it('flags what pulls against, hardly counts, says the same, or stands elsewhere', () => {
    // c falls where a, b and d rise and is outweighed by twice d, so that q rises too.
    const pulled = scores({ a, b: a.map((v) => v * 2 + (v % 2)), c: a.map((v) => -v), d: a.map((v) => 2 * v + (v % 3)) });
    const flags = treeFlags(pulled, structure).map((f) => `${f.flag} ${f.node}-${f.other} ${f.relation}`);
    expect(flags).toContain('against c-q parent');
    expect(flags).toContain('negative c-d sibling');
    expect(flags).toContain('collinear a-b sibling');
    expect(flags).toContain('collinear a-d cousin');
    // d is a again, and c drowns it in its own parent.
    const lost = scores({ a, b: a.map((v) => v * 2 + (v % 2)), c: col(30, 10, 40, 10, 50, 90, 20, 60), d: a });
    expect(treeFlags(lost, structure).map((f) => `${f.flag} ${f.node}-${f.other} ${f.relation}`)).toContain('misplaced d-p stranger');
    expect(treeFlags(table, structure, { weak: 0.999 }).map((f) => `${f.flag} ${f.node}`)).toContain('weak d');
    expect(treeFlags(table, structure, { high: 1.1 }).map((f) => f.flag)).not.toContain('collinear');
  });
  it('pairs within a group, as COINr’s get_corr_flags', () => {
    expect(groupFlags(table, structure).map((f) => `${f.group} ${f.a}-${f.b}`)).toEqual(['p a-b']);
    expect(groupFlags(table, structure, { side: 'low', threshold: 0 }).map((f) => `${f.group} ${f.a}-${f.b}`)).toEqual(['q c-d']);
    expect(groupFlags(table, structure, { side: 'low', threshold: 0, level: 3 }).map((f) => `${f.a}-${f.b}`)).toEqual(['a-c', 'b-c', 'c-d']);
    expect(() => groupFlags(table, structure, { level: 1 })).toThrow(RangeError);
  });
});
