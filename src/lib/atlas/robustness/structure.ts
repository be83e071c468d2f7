/** How the index holds together: correlations within and across blocks, consistency of blocks, weights beside real influence, indicators that pull against their block. */
import { correlate, cronbachAlpha, importance, regionsOf, tableOf, treeFlags, type Structure, type TreeFlag } from '../../composite';
import type { Goalposts, Pack } from '../../pack';
import { stageModels } from '../../typology';
import { scores } from '../scores';

export interface Influence {
  /** Id of a block or an indicator. */
  readonly node: string;
  /** Block of an indicator; null for a block. */
  readonly block: string | null;
  /** Intended share of the index: product of the weights up to it. */
  readonly meant: number;
  /** Share of the correlation ratios with the index, of its level; NaN where one is missing. */
  readonly real: number;
  /** Corrected item–total correlation: of an indicator with the mean of the others of its block; NaN for a block and where it stands alone. */
  readonly rest: number;
}

export interface BlockCohesion {
  /** Null for all indicators together. */
  readonly block: string | null;
  readonly indicators: number;
  /** NaN for a single indicator. */
  readonly alpha: number;
  /** Mean correlation of the pairs within the block, and of its indicators with those of other blocks; NaN for none. */
  readonly within: number;
  readonly across: number;
}

export type Flag =
  | { readonly flag: 'against'; readonly node: string; readonly block: string; readonly r: number }
  | { readonly flag: 'misplaced'; readonly node: string; readonly block: string; readonly r: number; readonly other: string; readonly otherR: number }
  /** Indicators joined, directly or through others, by correlations of at least 0.9; the least and the greatest of these. */
  | { readonly flag: 'collinear'; readonly nodes: readonly string[]; readonly least: number; readonly greatest: number };

export interface Cohesion {
  readonly regions: number;
  /** Indicators in the order of the method, with their block. */
  readonly indicators: readonly { readonly id: string; readonly block: string }[];
  /** Pearson's r and its p by indicator and indicator. */
  readonly correlations: readonly (readonly { readonly r: number; readonly p: number }[])[];
  readonly blocks: readonly BlockCohesion[];
  /** Each block and then its indicators. */
  readonly influence: readonly Influence[];
  readonly flags: readonly Flag[];
}

export function cohesion(pack: Pack, year: number, goalposts: Goalposts): Cohesion {
  const { structure } = stageModels(pack, pack.method, year, goalposts).models[0];
  const { potential } = scores(pack, year, goalposts);
  const columns = new Map([...potential.blocks.flatMap((b) => [...b.indicators.map((i) => [i.id, i.normalised] as const), [b.id, b.score] as const]), [structure.root.id, potential.index] as const]);
  const table = tableOf(regionsOf(pack).map((r) => r.code), columns);
  const column = (id: string) => columns.get(id) ?? new Float64Array(0);
  const indicators = pack.method.potential.flatMap((b) => b.indicators.map(({ id }) => ({ id, block: b.id })));
  const correlations = indicators.map((a) => indicators.map((b) => (a.id === b.id ? { r: 1, p: 0 } : correlate(column(a.id), column(b.id)))));
  const rest = new Map(indicators.map(({ id, block }) => [id, withRest(column(id), others(structure, block, id).map((o) => [column(o.id), o.weight]))]));
  const counts = importance(table, structure);
  const influence = pack.method.potential.flatMap((b) =>
    [b.id, ...b.indicators.map((i) => i.id)].map((node): Influence => {
      const found = counts.find((c) => c.node === node);
      return { node, block: node === b.id ? null : b.id, meant: found?.effectiveWeight ?? NaN, real: found?.onIndex.share ?? NaN, rest: rest.get(node) ?? NaN };
    })
  );
  const pairs = indicators.flatMap((a, i) => indicators.slice(i + 1).map((b, j) => ({ a, b, r: correlations[i]?.[i + 1 + j]?.r ?? NaN })));
  const blockOf = (of: string | null): BlockCohesion => {
    const own = indicators.filter((i) => of === null || i.block === of);
    return {
      block: of,
      indicators: own.length,
      alpha: cronbachAlpha(own.map((i) => column(i.id))).alpha,
      within: meanOf(pairs.filter(({ a, b }) => a.block === b.block && (of === null || a.block === of))),
      across: meanOf(pairs.filter(({ a, b }) => a.block !== b.block && (of === null || a.block === of || b.block === of)))
    };
  };
  return {
    regions: potential.index.reduce((n, v) => n + Number(!Number.isNaN(v)), 0),
    indicators,
    correlations,
    blocks: [...pack.method.potential.map((b) => blockOf(b.id)), blockOf(null)],
    influence,
    flags: flagsOf(indicators, rest, new Map(indicators.map(({ id, block }) => [id, correlate(column(id), column(block)).r])), treeFlags(table, structure))
  };
}

/** Nearer to another block by less than this is not told: with few regions it is chance. */
const NEARER = 0.1;

/** @param rest correlation with the others of the block @param own with the block, itself included */
function flagsOf(indicators: Cohesion['indicators'], rest: ReadonlyMap<string, number>, own: ReadonlyMap<string, number>, found: readonly TreeFlag[]): readonly Flag[] {
  // Blocks are told by their correlations; here it is about indicators.
  const blockOf = new Map(indicators.map((i) => [i.id, i.block]));
  const against = indicators.filter(({ id }) => (rest.get(id) ?? NaN) < 0);
  return [
    ...against.map(({ id, block }): Flag => ({ flag: 'against', node: id, block, r: rest.get(id) ?? NaN })),
    ...found.flatMap((f): Flag[] => {
      const [block, r] = [blockOf.get(f.node), own.get(f.node) ?? NaN];
      if (f.flag !== 'misplaced' || block === undefined || f.r - r < NEARER || against.some(({ id }) => id === f.node)) return [];
      return [{ flag: 'misplaced', node: f.node, block, r, other: f.other, otherR: f.r }];
    }),
    ...joined(found.filter((f) => f.flag === 'collinear' && blockOf.has(f.node)))
  ];
}

/** Pairs put together to groups that hang together. */
function joined(pairs: readonly TreeFlag[]): readonly Flag[] {
  const groups: { nodes: Set<string>; rs: number[] }[] = [];
  for (const { node, other, r } of pairs) {
    const touched = groups.filter((g) => g.nodes.has(node) || g.nodes.has(other));
    for (const g of touched) groups.splice(groups.indexOf(g), 1);
    groups.push({ nodes: new Set([...touched.flatMap((g) => [...g.nodes]), node, other]), rs: [...touched.flatMap((g) => g.rs), r] });
  }
  return groups.map(({ nodes, rs }) => ({ flag: 'collinear', nodes: [...nodes], least: Math.min(...rs), greatest: Math.max(...rs) }));
}

const others = (structure: Structure, block: string, id: string) => (structure.children.get(block) ?? []).filter((child) => child.id !== id);

/** Correlation with the weighted mean of other columns over the units present in all of them; NaN without any. */
function withRest(own: Float64Array, rest: readonly (readonly [column: Float64Array, weight: number])[]): number {
  if (rest.length === 0) return NaN;
  return correlate(own, own.map((_, u) => rest.reduce((sum, [column, weight]) => sum + weight * (column[u] ?? NaN), 0))).r;
}

function meanOf(pairs: readonly { readonly r: number }[]): number {
  const known = pairs.filter(({ r }) => !Number.isNaN(r));
  return known.reduce((sum, { r }) => sum + r, 0) / known.length;
}
