/**
 * What stops when some nodes fail. Each edge brings its head an input of some kind. A node needs every kind
 * it has a supplier for, and one supplier of a kind is enough: it stops when the last supplier of one of its
 * kinds has stopped. The result is the least such set: nothing stops without a cause among the failed.
 */
import { eachOut, type Digraph } from './digraph';

/**
 * 1 for every node that has failed or stops in consequence.
 * @param kind of input an edge brings, by edge number; whole numbers from 0
 */
export function stopped(graph: Digraph, kind: readonly number[], failed: Iterable<number>): Uint8Array {
  const kinds = kind.reduce((a, b) => Math.max(a, b + 1), 1);
  const suppliers = new Int32Array(graph.size * kinds);
  const input = (to: number, edge: number) => to * kinds + (kind[edge] ?? 0);
  for (let v = 0; v < graph.size; v++) {
    eachOut(graph, v, (to, edge) => {
      const i = input(to, edge);
      suppliers[i] = (suppliers[i] as number) + 1;
    });
  }
  const down = new Uint8Array(graph.size);
  const queue: number[] = [];
  const stop = (node: number) => {
    if (down[node]) return;
    down[node] = 1;
    queue.push(node);
  };
  for (const node of failed) stop(node);
  for (let i = 0; i < queue.length; i++) {
    eachOut(graph, queue[i] as number, (to, edge) => {
      const i = input(to, edge);
      const left = (suppliers[i] as number) - 1;
      suppliers[i] = left;
      if (left === 0) stop(to);
    });
  }
  return down;
}
