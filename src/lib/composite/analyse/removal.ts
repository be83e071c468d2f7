/**
 * What the index would be without each of its parts: every node of a level is left out in turn and the index scored
 * anew (OECD/JRC Handbook 2008, step 7; as COINr's remove_elements).
 */
import { nodesAt, structureOf, type Structure } from '../structure';
import { compareVariants, type Variant } from './compare';

export interface Removal extends Variant {
  /** Id of the node left out. */
  readonly id: string;
  readonly level: number;
}

/**
 * The structure without a node, all that is below it, and every parent that is left without children. Null for the
 * root, and where nothing with a weight is left.
 * @throws RangeError for an unknown id
 */
export function withoutNode(structure: Structure, id: string): Structure | null {
  if (!structure.byId.has(id)) throw new RangeError(`no node ${id}`);
  const gone = new Set([id]);
  // Downwards from the node, level by level, then upwards through parents that have lost all their children.
  for (let level = structure.levels; level >= 1; level--) for (const node of nodesAt(structure, level)) if (node.parent !== null && gone.has(node.parent)) gone.add(node.id);
  for (let level = 2; level <= structure.levels; level++) for (const node of nodesAt(structure, level)) if ((structure.children.get(node.id) ?? []).every((child) => gone.has(child.id))) gone.add(node.id);
  return structureOf(structure.nodes.filter((node) => !gone.has(node.id))).structure;
}

/**
 * @param score scores of the units for a structure, e.g. by aggregateTree; called for the full structure first
 * @param level of the nodes to leave out, 1 = indicators @returns one entry per node; scores of NaN where nothing is left
 * @throws RangeError for a level outside 1 … levels − 1
 */
export function removal(structure: Structure, score: (structure: Structure) => Float64Array, level = 1): readonly Removal[] {
  if (!(Number.isInteger(level) && level >= 1 && level < structure.levels)) throw new RangeError(`level ${level} is not between 1 and ${structure.levels - 1}`);
  const full = score(structure);
  const variants = new Map<string, Float64Array>([['', full]]);
  for (const { id } of nodesAt(structure, level)) {
    const rest = withoutNode(structure, id);
    variants.set(id, rest ? score(rest) : new Float64Array(full.length).fill(NaN));
  }
  return compareVariants(variants, '').variants.slice(1).map((variant) => ({ ...variant, level }));
}
