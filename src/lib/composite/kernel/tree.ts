/**
 * The tree of a model in flat arrays: nodes by their place in the structure, parents after all their children,
 * and for each node that may be left out the children that stay.
 */
import type { Structure } from '../structure';

export interface FlatTree {
  readonly nodes: number;
  readonly root: number;
  readonly level: Int32Array;
  /** Row of the indicator in the data, −1 for other nodes. */
  readonly indicator: Int32Array;
  /** Nodes above the indicators, each after its children. */
  readonly order: Int32Array;
  /** Children by place of the parent; empty for indicators. */
  readonly children: readonly Int32Array[];
}

export function flatTree(structure: Structure): FlatTree {
  const place = new Map(structure.nodes.map((node, k) => [node.id, k]));
  const at = (id: string) => place.get(id) ?? -1;
  const row = new Map(structure.indicators.map((node, j) => [node.id, j]));
  const children = structure.nodes.map((node) => Int32Array.from(structure.children.get(node.id) ?? [], (child) => at(child.id)));
  const order: number[] = [];
  const walk = (k: number) => {
    for (const child of children[k] ?? []) walk(child);
    if ((structure.nodes[k]?.level ?? 1) > 1) order.push(k);
  };
  walk(at(structure.root.id));
  return {
    nodes: structure.nodes.length,
    root: at(structure.root.id),
    level: Int32Array.from(structure.nodes, (node) => node.level),
    indicator: Int32Array.from(structure.nodes, (node) => row.get(node.id) ?? -1),
    order: Int32Array.from(order),
    children
  };
}

/** The tree without a node, all below it and parents left childless; null when nothing is left. −1 leaves nothing out. */
export function prune(tree: FlatTree, omitted: number): FlatTree | null {
  if (omitted < 0) return tree;
  const gone = new Uint8Array(tree.nodes);
  const below = (k: number) => {
    gone[k] = 1;
    for (const child of tree.children[k] ?? []) below(child);
  };
  below(omitted);
  for (const k of tree.order) if ((tree.children[k] ?? []).every((child) => gone[child] === 1)) gone[k] = 1;
  if (gone[tree.root] === 1) return null;
  return {
    ...tree,
    order: tree.order.filter((k) => gone[k] !== 1),
    children: tree.children.map((list) => list.filter((child) => gone[child] !== 1))
  };
}
