/**
 * The conceptual framework as a tree of any number of levels (OECD/JRC Handbook 2008, step 1): indicators
 * at level 1, the index at the top, every parent exactly one level above its children.
 *
 * Built from flat rows (the `iMeta` table of the R package COINr: iCode, Type, Parent, Level, Weight,
 * Direction, Target, Denominator). All faults are found in one pass and named by node.
 */
import type { Direction } from '../pack';

export interface Node {
  readonly id: string;
  /** Null for the index alone. */
  readonly parent: string | null;
  /** 1 = indicator. */
  readonly level: number;
  /** Relative weight among the children of the parent, ≥ 0; children need not sum to one. */
  readonly weight: number;
  /** +1 more is better, −1 less is better; indicators only. */
  readonly direction?: Direction;
  /** Target in the indicator's own unit. */
  readonly target?: number;
  /** Id of the column the indicator is divided by. */
  readonly denominator?: string;
}

export interface Structure {
  /** Every node, in the order of the rows. */
  readonly nodes: readonly Node[];
  readonly byId: ReadonlyMap<string, Node>;
  readonly root: Node;
  /** Height of the tree; the level of the root. */
  readonly levels: number;
  /** Nodes of level 1, in the order of the rows. */
  readonly indicators: readonly Node[];
  /** Children by id of the parent, in the order of the rows. */
  readonly children: ReadonlyMap<string, readonly Node[]>;
}

export interface StructureFault {
  /** Id of the node at fault; empty for the tree as a whole. */
  readonly node: string;
  readonly rule: 'empty' | 'id' | 'duplicate' | 'level' | 'weight' | 'direction' | 'target' | 'parent' | 'gap' | 'cycle' | 'childless' | 'weightless' | 'root' | 'roots';
  readonly message: string;
}

export interface StructureReading {
  /** Null when there is any fault. */
  readonly structure: Structure | null;
  readonly faults: readonly StructureFault[];
}

/** Builds and checks the tree. Never throws. */
export function structureOf(rows: readonly Node[]): StructureReading {
  const faults: StructureFault[] = [];
  const fault = (node: string, rule: StructureFault['rule'], message: string) => faults.push({ node, rule, message });
  if (rows.length === 0) fault('', 'empty', 'the structure has no nodes');

  const byId = new Map<string, Node>();
  for (const row of rows) {
    if (row.id === '') fault('', 'id', 'a node has no id');
    else if (byId.has(row.id)) fault(row.id, 'duplicate', `${row.id} is defined more than once`);
    else byId.set(row.id, row);
  }
  const nodes = [...byId.values()];
  for (const node of nodes) checkNode(node, fault);

  const children = new Map<string, Node[]>();
  for (const node of nodes) {
    if (node.parent === null) continue;
    const parent = byId.get(node.parent);
    if (!parent) fault(node.id, 'parent', `${node.id}: parent ${node.parent} is not defined`);
    else {
      if (parent.level !== node.level + 1) {
        fault(node.id, 'gap', `${node.id} at level ${node.level} has parent ${parent.id} at level ${parent.level}; it must be ${node.level + 1}`);
      }
      children.set(parent.id, [...(children.get(parent.id) ?? []), node]);
    }
  }
  for (const node of nodes) {
    if (inCycle(node, byId)) fault(node.id, 'cycle', `${node.id} is its own ancestor`);
    const own = children.get(node.id) ?? [];
    if (node.level > 1 && own.length === 0) fault(node.id, 'childless', `${node.id} at level ${node.level} has no children`);
    if (own.length > 0 && own.every((child) => child.weight === 0)) {
      fault(node.id, 'weightless', `${node.id}: the weights of its children are all nought`);
    }
  }
  const roots = nodes.filter((node) => node.parent === null);
  const root = roots[0];
  if (nodes.length > 0 && !root) fault('', 'root', 'no node is without a parent: the structure has no index');
  for (const other of roots.slice(1)) fault(other.id, 'roots', `${other.id} and ${root?.id ?? ''} both have no parent; one index only`);

  if (faults.length > 0 || !root) return { structure: null, faults };
  const indicators = nodes.filter((node) => node.level === 1);
  return { structure: { nodes, byId, root, levels: root.level, indicators, children }, faults };
}

function checkNode(node: Node, fault: (node: string, rule: StructureFault['rule'], message: string) => void): void {
  if (!Number.isInteger(node.level) || node.level < 1) fault(node.id, 'level', `${node.id}: level ${node.level} is not a whole number from 1`);
  if (!Number.isFinite(node.weight)) fault(node.id, 'weight', `${node.id}: the weight is not a number`);
  else if (node.weight < 0) fault(node.id, 'weight', `${node.id}: weight ${node.weight} is negative`);
  if (node.level === 1 && node.direction !== undefined && Math.abs(node.direction) !== 1) {
    fault(node.id, 'direction', `${node.id}: direction ${String(node.direction)} is neither 1 nor −1`);
  }
  if (node.target !== undefined && !Number.isFinite(node.target)) fault(node.id, 'target', `${node.id}: the target is not a number`);
}

/** True when the way up from the node comes back to it. */
function inCycle(node: Node, byId: ReadonlyMap<string, Node>): boolean {
  let up = node.parent === null ? undefined : byId.get(node.parent);
  for (let steps = 0; up && steps <= byId.size; steps++) {
    if (up.id === node.id) return true;
    up = up.parent === null ? undefined : byId.get(up.parent);
  }
  return false;
}

/** The nodes of a level, in the order of the rows. */
export function nodesAt(structure: Structure, level: number): readonly Node[] {
  return structure.nodes.filter((node) => node.level === level);
}

/** The indicators below a node (the node itself when it is one). */
export function indicatorsUnder(structure: Structure, id: string): readonly Node[] {
  const node = structure.byId.get(id);
  if (!node) return [];
  return node.level === 1 ? [node] : (structure.children.get(id) ?? []).flatMap((child) => indicatorsUnder(structure, child.id));
}
