/**
 * How little the weights under one node, or those of all indicators, must change for two units to change places in
 * an index of weighted arithmetic means.
 */
import type { Structure } from '../structure';
import { columnOf, type Table } from '../table';
import { order } from '../rank';
import { effectiveWeights } from '../weigh/tree';
import { leastWeightChange, singleWeightChanges, type ChangeNorm, type WeightChange } from './weightChange';

export interface RankReversal extends WeightChange {
  /** The unit with the higher index, and the other. */
  readonly ahead: string;
  readonly behind: string;
  /** Difference of their index, ≥ 0. */
  readonly gap: number;
  /** Nodes whose weights change, in the order of `weights`: siblings, or all indicators. */
  readonly nodes: readonly string[];
  /** Their present weights, sum 1. */
  readonly from: Float64Array;
  /** Weight that each alone must get, the others in proportion; NaN where none does it. */
  readonly alone: Float64Array;
}

export interface ReversalOptions {
  /** Node whose children's weights change; null for the effective weights of all indicators. Default the root. */
  readonly node?: string | null;
  readonly norm?: ChangeNorm;
}

/**
 * @param table normalised indicators and the scores of every node by weighted arithmetic means with the structure's weights
 * @throws RangeError for unknown units or nodes, and when the index is not the weighted mean of its parts
 */
export function rankReversal(table: Table, structure: Structure, pair: readonly [string, string], options: ReversalOptions = {}): RankReversal {
  const rows = pair.map((unit) => {
    const row = table.units.indexOf(unit);
    if (row < 0) throw new RangeError(`no unit ${unit}`);
    return row;
  });
  const node = options.node === undefined ? structure.root.id : options.node;
  if (node !== null && !structure.children.has(node)) throw new RangeError(`no node ${node} with children`);
  const index = columnOf(table, structure.root.id);
  const score = (u: number): number => index[u] ?? NaN;
  const sorted = [...rows].sort((u, v) => score(v) - score(u));
  const [first = 0, second = 0] = sorted;
  const effective = effectiveWeights(structure);
  const nodes = node === null ? structure.indicators.map((i) => i.id) : (structure.children.get(node) ?? []).map((child) => child.id);
  const total = nodes.reduce((s, id) => s + (effective.get(id) ?? NaN), 0);
  const from = Float64Array.from(nodes, (id) => (effective.get(id) ?? NaN) / total);
  const [a, b] = [first, second].map((u) => partsOf(table, structure, node, nodes, from, u));
  const change = leastWeightChange(a ?? [], b ?? [], from, options.norm);
  return {
    ...change,
    ahead: table.units[first] ?? '',
    behind: table.units[second] ?? '',
    gap: score(first) - score(second),
    nodes,
    from,
    alone: change.outcome === 'missing' ? from.map(() => NaN) : singleWeightChanges(a ?? [], b ?? [], from)
  };
}

/** The same for each unit and the next in the ranking, best first; units without an index are left out. */
export function neighbourReversals(table: Table, structure: Structure, options: ReversalOptions = {}): readonly RankReversal[] {
  const index = columnOf(table, structure.root.id);
  const ranked = order(index).filter((u) => !Number.isNaN(index[u] ?? NaN));
  return ranked.slice(1).map((u, k) => rankReversal(table, structure, [table.units[ranked[k] ?? 0] ?? '', table.units[u] ?? ''], options));
}

/** What the index of unit u would be with all weight of the set on one of its nodes: the index is their mean with the present weights. */
function partsOf(table: Table, structure: Structure, node: string | null, nodes: readonly string[], weights: Float64Array, u: number): Float64Array {
  const value = (id: string): number => columnOf(table, id)[u] ?? NaN;
  const index = value(structure.root.id);
  const parts = Float64Array.from(nodes, value);
  const lacking = nodes.some((_, j) => (weights[j] ?? 0) > 0 && Number.isNaN(parts[j] ?? NaN));
  if (lacking || Number.isNaN(index)) return parts.fill(NaN);
  const mean = parts.reduce((s, v, j) => s + ((weights[j] ?? 0) > 0 ? (weights[j] ?? NaN) * v : 0), 0);
  if (node === null) {
    check(mean, index, structure.root.id, table.units[u] ?? '');
    return parts;
  }
  check(mean, value(node), node, table.units[u] ?? '');
  // The way up from the node: its share in each ancestor, rescaled to the children this unit has.
  let share = 1;
  for (let id = node; id !== structure.root.id; ) {
    const parent = structure.byId.get(id)?.parent ?? '';
    const present = (structure.children.get(parent) ?? []).filter((child) => child.weight > 0 && !Number.isNaN(value(child.id)));
    const total = present.reduce((s, child) => s + child.weight, 0);
    check(present.reduce((s, child) => s + (child.weight / total) * value(child.id), 0), value(parent), parent, table.units[u] ?? '');
    share *= (structure.byId.get(id)?.weight ?? NaN) / total;
    id = parent;
  }
  return parts.map((v) => index + share * (v - mean));
}

function check(mean: number, found: number, node: string, unit: string): void {
  if (!(Math.abs(mean - found) <= 1e-9 * Math.max(Math.abs(mean), Math.abs(found), 1e-300))) {
    throw new RangeError(`least change of weights: ${node} of ${unit} is ${found}, not the weighted arithmetic mean of its parts, ${mean}; only such means can be asked`);
  }
}
