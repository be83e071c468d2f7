/**
 * Correlations within the tree that a reader should know of. Default limits are those of COINr's plot_corr: negative
 * at −0.4, weak at 0.3, high at 0.9.
 */
import { nodesAt, type Structure } from '../structure';
import { columnOf, type Table } from '../table';
import { correlate, type CorrelationKind } from './correlation';
import { ancestorsOf, treeCorrelations, type TreeCorrelation } from './treeCorrelations';

export interface FlagLimits {
  /** At or below it two siblings pull against each other. Default −0.4. */
  readonly negative?: number;
  /** At or below it a node hardly shows in its parent. Default 0.3. */
  readonly weak?: number;
  /** At or above it two nodes say the same. Default 0.9. */
  readonly high?: number;
}

export interface TreeFlag extends TreeCorrelation {
  /**
   * `against`: negative with its own parent; `weak`: hardly with its own parent; `misplaced`: closer to another
   * node of the parent's level than to its parent (the closest of them is named); `negative`: a pair under one parent pulls apart; `collinear`: a
   * pair of one level says the same (`relation` tells whether within or across parents).
   */
  readonly flag: 'against' | 'weak' | 'misplaced' | 'negative' | 'collinear';
}

/** @param table scores with more = better, with a column for each node @throws RangeError when one is absent */
export function treeFlags(table: Table, structure: Structure, limits: FlagLimits = {}, kind: CorrelationKind = 'pearson'): readonly TreeFlag[] {
  const { negative = -0.4, weak = 0.3, high = 0.9 } = limits;
  const all = treeCorrelations(table, structure, { kind, relations: ['parent', 'stranger', 'sibling', 'cousin'] });
  const own = new Map(all.filter((c) => c.relation === 'parent').map((c) => [c.node, c.r]));
  const closest = new Map<string, TreeCorrelation>();
  for (const c of all) if (c.relation === 'stranger' && c.r > (closest.get(c.node)?.r ?? -Infinity)) closest.set(c.node, c);
  return all.flatMap((c): readonly TreeFlag[] => {
    const as = (flag: TreeFlag['flag']) => [{ ...c, flag }];
    switch (c.relation) {
      case 'parent':
        return c.r < 0 ? as('against') : c.r <= weak ? as('weak') : [];
      case 'stranger':
        return c === closest.get(c.node) && c.r > (own.get(c.node) ?? NaN) ? as('misplaced') : [];
      default:
        return c.r >= high ? as('collinear') : c.relation === 'sibling' && c.r <= negative ? as('negative') : [];
    }
  });
}

export interface GroupFlag {
  readonly group: string;
  readonly a: string;
  readonly b: string;
  readonly r: number;
}

export interface GroupFlagOptions {
  /** Default 0.9. */
  readonly threshold?: number;
  /** Pairs above (default) or below the threshold. */
  readonly side?: 'high' | 'low';
  /** Level of the node under which both must stand; default 2. */
  readonly level?: number;
  readonly kind?: CorrelationKind;
}

/**
 * Pairs of indicators under one node of a level whose correlation passes a threshold (COINr's get_corr_flags),
 * in the order of the structure.
 * @throws RangeError for a level outside 2 … levels
 */
export function groupFlags(table: Table, structure: Structure, options: GroupFlagOptions = {}): readonly GroupFlag[] {
  const { threshold = 0.9, side = 'high', level = 2, kind = 'pearson' } = options;
  if (!(Number.isInteger(level) && level >= 2 && level <= structure.levels)) throw new RangeError(`level ${level} is not between 2 and ${structure.levels}`);
  return nodesAt(structure, level).flatMap((group) => {
    const inside = structure.indicators.filter((i) => ancestorsOf(structure, i.id).includes(group.id));
    return inside.flatMap((a, i) =>
      inside.slice(i + 1).flatMap((b) => {
        const { r } = correlate(columnOf(table, a.id), columnOf(table, b.id), kind);
        return (side === 'high' ? r > threshold : r < threshold) ? [{ group: group.id, a: a.id, b: b.id, r }] : [];
      })
    );
  });
}
