/** The tree of a method file, or of a plain table of one level, and indicators left out of a tree. */
import * as v from 'valibot';
import type { Direction } from '../../pack';
import { structureOf, type Node, type Structure } from '../structure';
import { fault, fields, finite, inside, shape, type Place } from './shape';

interface Branch {
  readonly id: string;
  readonly name?: string;
  readonly weight?: number;
  readonly direction?: Direction;
  readonly target?: number;
  readonly denominator?: string;
  readonly children?: readonly (Branch | string)[];
}

const branch: v.GenericSchema<Branch> = fields({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.optional(v.string()),
  weight: v.optional(v.pipe(v.number(), v.finite('a finite number'), v.minValue(0))),
  direction: v.optional(v.picklist([1, -1])),
  target: v.optional(finite),
  denominator: v.optional(v.string()),
  children: v.optional(v.array(v.union([v.string(), v.lazy(() => branch)])))
}) as v.GenericSchema<Branch>;

export interface Tree {
  readonly nodes: readonly Node[];
  readonly names: ReadonlyMap<string, string>;
}

/** Part `structure`: the index with its children, theirs, and so on; a name alone is an indicator. */
export function readTree(value: unknown, place: Place): Tree | null {
  const root = shape(place, branch, value);
  if (!root) return null;
  const height = (b: Branch | string): number => (typeof b === 'string' || !b.children ? 1 : 1 + Math.max(0, ...b.children.map(height)));
  const nodes: Node[] = [];
  const names = new Map<string, string>();
  const add = (b: Branch, parent: string | null) => {
    if (b.name !== undefined) names.set(b.id, b.name);
    const leaf = b.children === undefined;
    nodes.push({
      id: b.id,
      parent,
      level: height(b),
      weight: b.weight ?? 1,
      ...(leaf ? { direction: b.direction ?? 1 } : {}),
      ...(b.target === undefined ? {} : { target: b.target }),
      ...(b.denominator === undefined ? {} : { denominator: b.denominator })
    });
    for (const child of b.children ?? []) add(typeof child === 'string' ? { id: child } : child, b.id);
  };
  add(root, null);
  const faults = structureOf(nodes).faults;
  for (const { node, message } of faults) fault(place, node === '' ? undefined : node, message);
  return faults.length > 0 ? null : { nodes, names };
}

/** Every column an indicator of one index, all alike. */
export function flatTree(columns: readonly string[]): Tree {
  const root = columns.includes('Index') ? 'index of all' : 'Index';
  return {
    nodes: [...columns.map((id): Node => ({ id, parent: root, level: 1, weight: 1, direction: 1 })), { id: root, parent: null, level: 2, weight: 1 }],
    names: new Map()
  };
}

const listed = v.array(v.string());

/** Part `leaveOut` (COINr: exclude): nodes with all below them; what has no children left goes too. */
export function leaveOut(nodes: readonly Node[], value: unknown, place: Place): readonly Node[] {
  const ids = value === undefined ? [] : shape(place, listed, typeof value === 'string' ? [value] : value);
  const out = new Set<string>();
  (ids ?? []).forEach((id, i) => {
    if (nodes.some((node) => node.id === id)) out.add(id);
    else fault(inside(place, i), id, 'the code of a node of the structure');
  });
  let kept = nodes.filter((node) => !out.has(node.id));
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    const ids = new Set(kept.map((node) => node.id));
    const parents = new Set(kept.map((node) => node.parent));
    kept = kept.filter((node) => (node.parent === null || ids.has(node.parent)) && (node.level === 1 || parents.has(node.id)));
  }
  return kept;
}

export function builtTree(nodes: readonly Node[], place: Place): Structure | null {
  const { structure, faults } = structureOf(nodes);
  for (const { node, message } of faults) fault(place, node === '' ? undefined : node, message);
  return structure;
}

