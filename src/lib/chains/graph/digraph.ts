/**
 * A directed graph on the nodes 0 … size − 1 in compressed rows: the edges that leave node v stand at
 * `start[v] … start[v + 1] − 1`; `to` holds their heads and `edge` their places in the list they came from.
 */
export interface Digraph {
  readonly size: number;
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly edge: Int32Array;
}

export type Edge = readonly [from: number, to: number];

/**
 * Edges keep their order; parallel edges and loops are kept.
 * @throws RangeError for an end that is no node
 */
export function digraph(size: number, edges: readonly Edge[]): Digraph {
  const start = new Int32Array(size + 1);
  for (const [from, to] of edges) {
    if (!(from >= 0 && from < size && to >= 0 && to < size)) throw new RangeError(`edge ${from} → ${to}: nodes are 0 to ${size - 1}`);
    start[from + 1] = (start[from + 1] as number) + 1;
  }
  for (let v = 0; v < size; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  const next = start.slice(0, size);
  const to = new Int32Array(edges.length);
  const edge = new Int32Array(edges.length);
  edges.forEach(([from, head], e) => {
    const slot = next[from] as number;
    to[slot] = head;
    edge[slot] = e;
    next[from] = slot + 1;
  });
  return { size, start, to, edge };
}

/** Calls `visit` with head and edge number of every edge that leaves `node`. */
export function eachOut({ start, to, edge }: Digraph, node: number, visit: (to: number, edge: number) => void): void {
  for (let i = start[node] as number, end = start[node + 1] as number; i < end; i++) visit(to[i] as number, edge[i] as number);
}
