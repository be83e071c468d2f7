/**
 * Strongly connected components (Tarjan 1972, *Depth-first search and linear graph algorithms*, SIAM J.
 * Comput. 1), without recursion. A component of more than one node, or a node with a loop, is a cycle.
 */
import { type Digraph } from './digraph';

export interface Components {
  /**
   * Component of each node. Numbers are a reverse topological order: an edge between two components
   * leads from the greater number to the smaller.
   */
  readonly of: Int32Array;
  readonly count: number;
}

export function components({ size, start, to }: Digraph): Components {
  const of = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const slot = start.slice(0, size);
  const open: number[] = [];
  let [clock, count] = [0, 0];
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    const path = [root];
    index[root] = low[root] = clock++;
    open.push(root);
    while (path.length > 0) {
      const v = path[path.length - 1] as number;
      const i = slot[v] as number;
      if (i < (start[v + 1] as number)) {
        slot[v] = i + 1;
        const w = to[i] as number;
        if (index[w] === -1) {
          index[w] = low[w] = clock++;
          open.push(w);
          path.push(w);
        } else if (of[w] === -1) low[v] = Math.min(low[v] as number, index[w] as number);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[v] as number);
      if (low[v] !== index[v]) continue;
      for (let w = open.pop(); w !== undefined; w = open.pop()) {
        of[w] = count;
        if (w === v) break;
      }
      count++;
    }
  }
  return { of, count };
}

/** Components that hold a cycle, as lists of nodes, in the order of their first node. */
export function cycles(graph: Digraph): readonly (readonly number[])[] {
  const { of } = components(graph);
  const members = new Map<number, number[]>();
  of.forEach((c, v) => {
    const list = members.get(c);
    if (list) list.push(v);
    else members.set(c, [v]);
  });
  const looped = (v: number) => graph.to.subarray(graph.start[v], graph.start[v + 1]).includes(v);
  return [...members.values()].filter((nodes) => nodes.length > 1 || looped(nodes[0] as number));
}
