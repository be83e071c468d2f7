/** Breadth-first search: which nodes a set of nodes reaches along the edges. */
import { eachOut, type Digraph } from './digraph';

/** 1 for every node reached, the starting nodes included. */
export function reach(graph: Digraph, from: Iterable<number>): Uint8Array {
  const seen = new Uint8Array(graph.size);
  const queue: number[] = [];
  const add = (node: number) => {
    if (seen[node]) return;
    seen[node] = 1;
    queue.push(node);
  };
  for (const node of from) add(node);
  for (let i = 0; i < queue.length; i++) eachOut(graph, queue[i] as number, add);
  return seen;
}
