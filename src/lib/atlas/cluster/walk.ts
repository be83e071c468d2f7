/**
 * The keyboard walk along a scheme. Right and left follow arrows: from a box onto an arrow, from an arrow to
 * the box at its end. Up and down go to the neighbour of the same kind: the next box, or the next arrow at the
 * box one came from. Home and End go to the first and last box.
 */
import type { Drawing, PlacedEdge } from './scheme';

export type WalkKey = 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

export interface WalkPlace {
  readonly id: string;
  /** On an arrow: the end one came from, whose other arrows are the neighbours. */
  readonly side: 'from' | 'to';
}

const KEYS: readonly string[] = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
export const isWalkKey = (key: string): key is WalkKey => KEYS.includes(key);

/** The next place, or the same one where the key leads nowhere. */
export function walk(drawing: Pick<Drawing, 'nodes' | 'edges'>, at: WalkPlace, key: WalkKey): WalkPlace {
  const { nodes, edges } = drawing;
  const box = (id: string | undefined): WalkPlace => (id === undefined ? at : { id, side: 'from' });
  if (key === 'Home') return box(nodes[0]?.id);
  if (key === 'End') return box(nodes.at(-1)?.id);
  const edge = edges.find((e) => e.id === at.id);
  if (!edge) {
    const i = nodes.findIndex((n) => n.id === at.id);
    if (i < 0) return box(nodes[0]?.id);
    if (key === 'ArrowUp') return box(nodes[i - 1]?.id);
    if (key === 'ArrowDown') return box(nodes[i + 1]?.id);
    const side = key === 'ArrowRight' ? ('from' as const) : ('to' as const);
    const first = around(edges, at.id, side)[0];
    return first ? { id: first.id, side } : at;
  }
  if (key === 'ArrowRight') return box(edge.to);
  if (key === 'ArrowLeft') return box(edge.from);
  const beside = around(edges, edge[at.side], at.side);
  const next = beside[beside.findIndex((e) => e.id === edge.id) + (key === 'ArrowDown' ? 1 : -1)];
  return next ? { id: next.id, side: at.side } : at;
}

/** Arrows at one side of a box as they lie there, from the top or from the left: one of the two is the same for all. */
function around(edges: readonly PlacedEdge[], id: string, side: 'from' | 'to'): readonly PlacedEdge[] {
  const place = (e: PlacedEdge) => {
    const [x, y] = (side === 'from' ? e.points[0] : e.points.at(-1)) ?? [0, 0];
    return x + y;
  };
  return edges.filter((e) => e[side] === id).sort((a, b) => place(a) - place(b));
}
