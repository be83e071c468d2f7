/* Graph algorithms against hand-drawn graphs and, on random ones, against slow definitions written out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, cycles, digraph, heaviestPath, reach, stopped, type Edge } from '../../../src/lib/chains';

const SIZE = 7;
const edges = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)) as fc.Arbitrary<Edge>, { maxLength: 18 });

/** reached[v][w]: a path of any length, nought included, leads from v to w (Warshall). */
function closure(size: number, list: readonly Edge[]): boolean[][] {
  const r = Array.from({ length: size }, (_, v) => Array.from({ length: size }, (_, w) => v === w || list.some(([a, b]) => a === v && b === w)));
  for (let k = 0; k < size; k++) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) r[i]![j] ||= r[i]![k]! && r[k]![j]!;
  return r;
}

/** Heaviest way by trying every walk that never comes back to a component it has left. */
function slowHeaviest(size: number, list: readonly Edge[], weight: readonly number[]): number {
  const r = closure(size, list);
  const same = (a: number, b: number) => r[a]![b]! && r[b]![a]!;
  const from = (v: number): number => Math.max(0, ...list.map(([a, b], e) => (same(a, v) && !same(a, b) ? weight[e]! + from(b) : 0)));
  return Math.max(0, ...Array.from({ length: size }, (_, v) => from(v)));
}

/** What stops, by going round until nothing changes. */
function slowStopped(size: number, list: readonly Edge[], kind: readonly number[], failed: readonly number[]): boolean[] {
  const down = Array.from({ length: size }, (_, v) => failed.includes(v));
  for (let changed = true; changed; ) {
    changed = false;
    for (let v = 0; v < size; v++) {
      if (down[v]) continue;
      const own = list.flatMap(([a, b], e) => (b === v ? [{ a, k: kind[e]! }] : []));
      if (own.some(({ k }) => own.filter((o) => o.k === k).every((o) => down[o.a]))) changed = down[v] = true;
    }
  }
  return down;
}

describe('hand-drawn graphs', () => {
  // 0 → 1 → 2 → 0 is a circle; 2 → 3 → 4 leaves it; 5 stands alone; 6 → 6 supplies itself.
  const drawn: Edge[] = [[0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [6, 6]];
  const graph = digraph(7, drawn);
  it('reach', () => {
    expect([...reach(graph, [3])]).toEqual([0, 0, 0, 1, 1, 0, 0]);
    expect([...reach(graph, [1, 5])]).toEqual([1, 1, 1, 1, 1, 1, 0]);
  });
  it('cycles are the circle and the loop', () => expect(cycles(graph)).toEqual([[0, 1, 2], [6]]));
  it('the longest way leaves the circle once', () => expect(heaviestPath(graph)).toEqual({ weight: 2, edges: [3, 4] }));
  it('a chain with a short cut takes the long way', () => expect(heaviestPath(digraph(4, [[0, 3], [0, 1], [1, 2], [2, 3]])).edges).toEqual([1, 2, 3]));
  it('no node, no edge', () => {
    expect(heaviestPath(digraph(0, []))).toEqual({ weight: 0, edges: [] });
    expect(cycles(digraph(3, []))).toEqual([]);
  });
  it('refuses an end that is no node', () => expect(() => digraph(2, [[0, 2]])).toThrow('nodes are 0 to 1'));

  // Two mills (0, 1) feed a plant (3) with flour, one dairy (2) with milk; the plant feeds a shop (4).
  const plant: Edge[] = [[0, 3], [1, 3], [2, 3], [3, 4]];
  const kind = [0, 0, 1, 2];
  it('one mill of two may fail, the only dairy may not', () => {
    expect([...stopped(digraph(5, plant), kind, [0])]).toEqual([1, 0, 0, 0, 0]);
    expect([...stopped(digraph(5, plant), kind, [0, 1])]).toEqual([1, 1, 0, 1, 1]);
    expect([...stopped(digraph(5, plant), kind, [2])]).toEqual([0, 0, 1, 1, 1]);
  });
  it('two links from one supplier are one supplier', () => expect([...stopped(digraph(2, [[0, 1], [0, 1]]), [0, 0], [0])]).toEqual([1, 1]));
  it('a circle keeps itself going', () => expect([...stopped(digraph(3, [[0, 1], [1, 2], [2, 1]]), [0, 0, 0], [0])]).toEqual([1, 0, 0]));
});

describe('random graphs', () => {
  it('reach is the transitive closure', () =>
    fc.assert(fc.property(edges, fc.nat(SIZE - 1), (list, v) => {
      expect([...reach(digraph(SIZE, list), [v])].map(Boolean)).toEqual(closure(SIZE, list)[v]);
    })));
  it('two nodes share a component exactly when each reaches the other; numbers fall along edges', () =>
    fc.assert(fc.property(edges, (list) => {
      const { of, count } = components(digraph(SIZE, list));
      const r = closure(SIZE, list);
      for (let v = 0; v < SIZE; v++) for (let w = 0; w < SIZE; w++) expect(of[v] === of[w]).toBe(r[v]![w]! && r[w]![v]!);
      for (const [a, b] of list) expect(of[a]!).toBeGreaterThanOrEqual(of[b]!);
      expect(new Set(of).size).toBe(count);
    })));
  it('the heaviest way weighs what trying all ways finds, and its edges follow each other through components', () =>
    fc.assert(fc.property(edges, fc.array(fc.nat(4), { minLength: 18, maxLength: 18 }), (list, weight) => {
      const found = heaviestPath(digraph(SIZE, list), (e) => weight[e]!);
      expect(found.weight).toBe(slowHeaviest(SIZE, list, weight));
      expect(found.edges.reduce((sum, e) => sum + weight[e]!, 0)).toBe(found.weight);
      const r = closure(SIZE, list);
      found.edges.slice(1).forEach((e, i) => expect(r[list[found.edges[i]!]![1]]![list[e]![0]]).toBe(true));
    })));
  it('what stops is the least set that is closed under lost inputs', () =>
    fc.assert(fc.property(edges, fc.array(fc.nat(2), { minLength: 18, maxLength: 18 }), fc.array(fc.nat(SIZE - 1), { maxLength: 3 }), (list, kind, failed) => {
      const found = stopped(digraph(SIZE, list), kind.slice(0, list.length), failed);
      expect([...found].map(Boolean)).toEqual(slowStopped(SIZE, list, kind, failed));
      // Only what a failed node reaches can stop.
      const near = reach(digraph(SIZE, list), failed);
      found.forEach((d, v) => expect(d && !near[v]).toBeFalsy());
    })));
});
