/**
 * The heaviest way through a graph: the path of greatest total weight through its condensation, in which
 * every strongly connected component is one node. Without cycles and with weights of 1 that is the longest
 * path; edges inside a cycle count nothing, so going round adds nothing.
 */
import { components } from './components';
import { eachOut, type Digraph } from './digraph';

export interface HeaviestPath {
  readonly weight: number;
  /** Edge numbers in order; between two of them the way may run inside a component. */
  readonly edges: readonly number[];
}

/** @param weight of an edge by its number, ≥ 0 */
export function heaviestPath(graph: Digraph, weight: (edge: number) => number = () => 1): HeaviestPath {
  const { of, count } = components(graph);
  const best = new Float64Array(count);
  const through = new Int32Array(count).fill(-1);
  const after = new Int32Array(count).fill(-1);
  const members: number[][] = Array.from({ length: count }, () => []);
  of.forEach((c, v) => members[c]?.push(v));
  // Numbers are a reverse topological order: where edges lead to is settled already.
  members.forEach((nodes, c) => {
    for (const v of nodes) {
      eachOut(graph, v, (w, e) => {
        const d = of[w] as number;
        if (d === c) return;
        const total = weight(e) + (best[d] as number);
        if (total > (best[c] as number) || (through[c] === -1 && total === 0)) {
          best[c] = total;
          through[c] = e;
          after[c] = d;
        }
      });
    }
  });
  let at = -1;
  best.forEach((b, c) => {
    if (at === -1 || b > (best[at] as number)) at = c;
  });
  const total = at === -1 ? 0 : (best[at] as number);
  const edges: number[] = [];
  for (; at !== -1 && through[at] !== -1; at = after[at] as number) edges.push(through[at] as number);
  return { weight: total, edges };
}
