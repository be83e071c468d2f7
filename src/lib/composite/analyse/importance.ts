/**
 * What each part of an index is meant to count for and what it does: nominal weights beside the share of the variance
 * of its parent, and of the index, that it explains by itself. In a linear index of unrelated parts with equal spread
 * the two agree; correlations and unequal spread pull them apart (Paruolo, Saisana & Saltelli 2013).
 */
import { effectiveWeights, ownWeights } from '../weigh/tree';
import { nodesAt, type Structure } from '../structure';
import { columnOf, type Table } from '../table';
import { correlationRatio, type RatioEstimator } from './correlationRatio';
import { correlate } from './correlation';

export interface Effect {
  /** Pearson's correlation and its square. */
  readonly r: number;
  readonly linear: number;
  /** Correlation ratio S by the estimator asked for. */
  readonly ratio: number;
  /** S ÷ Σ S, over the siblings for the parent and over the whole level for the index; NaN where one is missing. */
  readonly share: number;
}

export interface Importance {
  readonly node: string;
  readonly parent: string;
  readonly level: number;
  /** Share among its siblings, 0–1. */
  readonly weight: number;
  /** Product of the weights up to the root. */
  readonly effectiveWeight: number;
  readonly onParent: Effect;
  readonly onIndex: Effect;
}

export interface ImportanceOptions {
  /** Weights by node id in place of those of the structure; shared among siblings. */
  readonly weights?: ReadonlyMap<string, number>;
  readonly estimator?: RatioEstimator;
}

/** @param table scores with a column for each node @returns one entry per node below the root @throws RangeError when a column is absent */
export function importance(table: Table, structure: Structure, options: ImportanceOptions = {}): readonly Importance[] {
  const weights = new Map(ownWeights(structure).weights);
  if (options.weights) {
    for (const children of structure.children.values()) {
      const given = children.map((child) => options.weights?.get(child.id) ?? child.weight);
      const total = given.reduce((a, b) => a + b, 0);
      children.forEach((child, j) => weights.set(child.id, (given[j] ?? NaN) / total));
    }
  }
  const effective = effectiveWeights(structure, weights);
  const effects = (nodes: readonly string[], on: string): readonly Effect[] => {
    const target = columnOf(table, on);
    const all = nodes.map((id) => {
      const column = columnOf(table, id);
      const { r } = correlate(column, target);
      return { r, linear: r * r, ratio: correlationRatio(column, target, options.estimator).ratio };
    });
    const total = all.reduce((a, e) => a + e.ratio, 0);
    return all.map((e) => ({ ...e, share: e.ratio / total }));
  };
  const onParent = new Map<string, Effect>();
  for (const [parent, children] of structure.children) effects(children.map((child) => child.id), parent).forEach((effect, j) => onParent.set(children[j]?.id ?? '', effect));
  const onIndex = new Map<string, Effect>();
  for (let level = 1; level < structure.levels; level++) {
    const ids = nodesAt(structure, level).map((node) => node.id);
    effects(ids, structure.root.id).forEach((effect, j) => onIndex.set(ids[j] ?? '', effect));
  }
  const none: Effect = { r: NaN, linear: NaN, ratio: NaN, share: NaN };
  return structure.nodes.flatMap((node) =>
    node.parent === null
      ? []
      : [{ node: node.id, parent: node.parent, level: node.level, weight: weights.get(node.id) ?? NaN, effectiveWeight: effective.get(node.id) ?? NaN, onParent: onParent.get(node.id) ?? none, onIndex: onIndex.get(node.id) ?? none }]
  );
}
