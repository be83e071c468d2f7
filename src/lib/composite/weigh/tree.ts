/**
 * Weights for a whole tree: a rule applied among the children of every node, and what each indicator counts
 * for in the end.
 */
import type { Structure } from '../structure';
import type { Note } from '../table';
import { shared, type Weights } from './result';

export interface TreeWeights {
  /** Weight by node id; among the children of one node they sum to one. The root weighs 1. */
  readonly weights: ReadonlyMap<string, number>;
  readonly log: readonly Note[];
}

/** The rule gets the ids of the children of one node. */
export function weighTree(structure: Structure, rule: (children: readonly string[], parent: string) => Weights): TreeWeights {
  const weights = new Map<string, number>([[structure.root.id, 1]]);
  const log: Note[] = [];
  for (const [parent, children] of structure.children) {
    const result = rule(children.map((child) => child.id), parent);
    children.forEach((child, j) => weights.set(child.id, result.weights[j] ?? NaN));
    log.push(...result.log.map((note) => ({ ...note, column: parent })));
  }
  return { weights, log };
}

/** The weights of the structure itself, shared among the children of each node. */
export function ownWeights(structure: Structure): TreeWeights {
  return weighTree(structure, (ids) => shared(Float64Array.from(ids, (id) => structure.byId.get(id)?.weight ?? NaN)));
}

/** Product of the weights on the way from each node up to the root: what it counts for in the index. */
export function effectiveWeights(structure: Structure, weights: ReadonlyMap<string, number> = ownWeights(structure).weights): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  const walk = (id: string, above: number) => {
    result.set(id, above);
    for (const child of structure.children.get(id) ?? []) walk(child.id, above * (weights.get(child.id) ?? NaN));
  };
  walk(structure.root.id, 1);
  return result;
}
