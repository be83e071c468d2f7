/**
 * How the parts of an index move together: every node with each of its ancestors, with the nodes that could have been
 * its parent, and pairs of nodes of one level, within a parent and across (OECD/JRC Handbook 2008, steps 4 and 8).
 */
import { nodesAt, type Structure } from '../structure';
import { columnOf, type Table } from '../table';
import { correlate, type Correlation, type CorrelationKind } from './correlation';

export interface TreeCorrelation extends Correlation {
  readonly node: string;
  readonly other: string;
  /** `parent`, or `ancestor` further up; `stranger`: a node of the parent's level that is not the parent; `sibling`: same parent; `cousin`: same level, another parent. */
  readonly relation: 'parent' | 'ancestor' | 'stranger' | 'sibling' | 'cousin';
}

export interface TreeCorrelationOptions {
  readonly kind?: CorrelationKind;
  /** Relations wanted; all without it. */
  readonly relations?: readonly TreeCorrelation['relation'][];
}

/** @param table scores with more = better, with a column for each node @throws RangeError when one is absent */
export function treeCorrelations(table: Table, structure: Structure, options: TreeCorrelationOptions = {}): readonly TreeCorrelation[] {
  const wanted = new Set(options.relations ?? ['parent', 'ancestor', 'stranger', 'sibling', 'cousin']);
  const result: TreeCorrelation[] = [];
  const add = (node: string, other: string, relation: TreeCorrelation['relation']) => {
    if (wanted.has(relation)) result.push({ node, other, relation, ...correlate(columnOf(table, node), columnOf(table, other), options.kind) });
  };
  for (let level = 1; level < structure.levels; level++) {
    const nodes = nodesAt(structure, level);
    const above = nodesAt(structure, level + 1);
    nodes.forEach((node, i) => {
      ancestorsOf(structure, node.id).forEach((up, k) => add(node.id, up, k === 0 ? 'parent' : 'ancestor'));
      for (const up of above) if (up.id !== node.parent) add(node.id, up.id, 'stranger');
      for (const other of nodes.slice(i + 1)) add(node.id, other.id, other.parent === node.parent ? 'sibling' : 'cousin');
    });
  }
  return result;
}

/** The way up: parent, grandparent, … root. Empty for the root and for an unknown id. */
export function ancestorsOf(structure: Structure, id: string): readonly string[] {
  const result: string[] = [];
  for (let up = structure.byId.get(id)?.parent ?? null; up !== null; up = structure.byId.get(up)?.parent ?? null) result.push(up);
  return result;
}
