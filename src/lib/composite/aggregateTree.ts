/**
 * Aggregation up the tree: every node above the indicators is scored from its children, level by level, each
 * level by its own method (OECD/JRC Handbook 2008, step 6).
 */
import { doubt, type DoubtAggregation } from './aggregate/doubt';
import { arithmetic, byRow, geometric, harmonic, mazziottaPareto, power, type Scores } from './aggregate/means';
import { copeland, promethee, type Preference } from './aggregate/outranking';
import { topsis, type TopsisScale } from './aggregate/topsis';
import { vikor } from './aggregate/vikor';
import { nodesAt, type Node, type Structure } from './structure';
import { columnOf, type Note, type StepResult, type Table } from './table';

export type Aggregation =
  | { readonly aggregate: 'arithmetic' | 'geometric' | 'harmonic' }
  | { readonly aggregate: 'power'; readonly exponent: number }
  /** `down` (default) takes imbalance off, for indexes in which more is better; `up` adds it. */
  | { readonly aggregate: 'mazziottaPareto'; readonly penalty?: 'down' | 'up' }
  | { readonly aggregate: 'copeland'; readonly score?: 'share' | 'wins' }
  | { readonly aggregate: 'topsis'; readonly scale?: TopsisScale }
  /** `preferenceOf` by child comes before `preference`; it is resolved where the tree is aggregated. */
  | { readonly aggregate: 'promethee'; readonly preference?: Preference; readonly preferenceOf?: ReadonlyMap<string, Preference> }
  /** Share of the group's utility, 0–1; default 0.5. */
  | { readonly aggregate: 'vikor'; readonly v?: number }
  | DoubtAggregation;

export interface AggregateTreeOptions {
  /** For all levels, or one for level 2, one for level 3, … */
  readonly method: Aggregation | readonly Aggregation[];
  /** Methods of single nodes, before those of their level. */
  readonly methodOf?: ReadonlyMap<string, Aggregation>;
  /** Weights by node id in place of those of the structure. */
  readonly weights?: ReadonlyMap<string, number>;
  /** Weights of the children of a node from their scores, before `weights`; NaN throughout leaves the node without score. */
  readonly weigh?: (parent: Node, children: readonly Node[], columns: readonly Float64Array[]) => ArrayLike<number>;
  /** Rows that are compared with one another, for methods that compare units; without it all of them. */
  readonly sets?: readonly (readonly number[])[];
  /** Least share present among the children, 0–1: for all nodes, or by level from 2. Default 0. */
  readonly limit?: number | readonly number[];
  /** Limits of single nodes, before those of their level. */
  readonly limitOf?: ReadonlyMap<string, number>;
  /** What the share counts: `children` (COINr's dat_thresh, default) or their `weights`. */
  readonly limitBy?: 'children' | 'weights';
}

export interface TreeScores extends StepResult {
  /** Share of children, or of their weights, that were present, by node and unit, 0–1. */
  readonly coverage: ReadonlyMap<string, Float64Array>;
}

/** Scores of the columns under one node. @param weights ≥ 0, need not sum to one */
export function aggregateColumns(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, how: Aggregation): Scores {
  switch (how.aggregate) {
    case 'arithmetic':
      return byRow(columns, weights, units, arithmetic);
    case 'geometric':
      return byRow(columns, weights, units, geometric);
    case 'harmonic':
      return byRow(columns, weights, units, harmonic);
    case 'power':
      return byRow(columns, weights, units, power(how.exponent));
    case 'mazziottaPareto':
      return byRow(columns, weights, units, mazziottaPareto(how.penalty === 'up' ? 1 : -1));
    case 'copeland':
      return copeland(columns, weights, units, how.score);
    case 'topsis':
      return topsis(columns, weights, units, how.scale);
    case 'promethee':
      return promethee(columns, weights, units, how.preference);
    case 'vikor':
      return vikor(columns, weights, units, how.v);
    case 'benefitOfDoubt':
      return doubt(columns, units, how);
  }
}

type Rule = (columns: readonly Float64Array[], weights: ArrayLike<number>, units: number) => Scores;

/** The method of one node, with what it says of single children put in their order. */
function ruleOf(how: Aggregation, children: readonly Node[]): Rule {
  if (how.aggregate !== 'promethee' || !how.preferenceOf) return (columns, weights, units) => aggregateColumns(columns, weights, units, how);
  const { preferenceOf, preference = { shape: 'usual' } } = how;
  const list = children.map((child) => preferenceOf.get(child.id) ?? preference);
  return (columns, weights, units) => promethee(columns, weights, units, list);
}

/** A rule set by set, e.g. year by year in a panel; rows of no set stay missing. */
export function aggregateSets(columns: readonly Float64Array[], weights: ArrayLike<number>, units: number, rule: Rule | Aggregation, sets: readonly (readonly number[])[]): Scores {
  const score = new Float64Array(units).fill(NaN);
  const refused: number[] = [];
  for (const rows of sets) {
    const part = columns.map((column) => Float64Array.from(rows, (r) => column[r] ?? NaN));
    const own = typeof rule === 'function' ? rule(part, weights, rows.length) : aggregateColumns(part, weights, rows.length, rule);
    rows.forEach((r, k) => (score[r] = own.score[k] ?? NaN));
    refused.push(...own.refused.map((k) => rows[k] ?? 0));
  }
  return { score, refused };
}

/**
 * The table with one more column for each node, from level 2 to the root.
 * @throws RangeError when an indicator has no column, a weight is negative, a limit is not in 0–1, or the
 * number of methods or limits is neither one nor one per level
 */
export function aggregateTree(table: Table, structure: Structure, options: AggregateTreeOptions): TreeScores {
  const units = table.units.length;
  const columns = new Map(table.columns);
  for (const { id } of structure.indicators) columnOf(table, id);
  const methods = perLevel('methods', options.method, structure.levels);
  const limits = perLevel('limits', options.limit ?? 0, structure.levels);
  for (const limit of [...limits, ...(options.limitOf?.values() ?? [])]) {
    if (!(limit >= 0 && limit <= 1)) throw new RangeError(`aggregate: limit ${limit} is not between 0 and 1`);
  }
  const coverage = new Map<string, Float64Array>();
  const log: Note[] = [];
  for (let level = 2; level <= structure.levels; level++) {
    for (const node of nodesAt(structure, level)) {
      const children = structure.children.get(node.id) ?? [];
      const below = children.map((child) => columns.get(child.id) ?? new Float64Array(units).fill(NaN));
      const given = options.weigh?.(node, children, below);
      const weights = children.map((child, j) => (given ? (given[j] ?? NaN) : (options.weights?.get(child.id) ?? child.weight)));
      if (given && weights.every(Number.isNaN)) {
        columns.set(node.id, new Float64Array(units).fill(NaN));
        coverage.set(node.id, new Float64Array(units));
        log.push({ step: 'aggregate', kind: 'noWeights', column: node.id, cells: units, message: `${node.id}: the data give no weights to its children` });
        continue;
      }
      weights.forEach((w, j) => {
        if (!(w >= 0 && w < Infinity)) throw new RangeError(`aggregate: weight ${w} of ${children[j]?.id ?? ''} is not a number ≥ 0`);
      });
      const how = options.methodOf?.get(node.id) ?? methods[level - 2] ?? { aggregate: 'arithmetic' };
      const limit = options.limitOf?.get(node.id) ?? limits[level - 2] ?? 0;
      const share = shares(below, options.limitBy === 'weights' ? weights : weights.map(() => 1), units);
      // Units under the limit are taken out before, so that they do not take part in comparisons either.
      const low = share.map((s) => Number(s < limit * (1 - 1e-12)));
      const open = low.includes(1) ? below.map((column) => column.map((v, u) => (low[u] === 1 ? NaN : v))) : below;
      const rule = ruleOf(how, children);
      const { score, refused } = options.sets ? aggregateSets(open, weights, units, rule, options.sets) : rule(open, weights, units);
      columns.set(node.id, score);
      coverage.set(node.id, share);
      const note = (kind: string, rows: readonly number[], why: string) => {
        for (const u of rows) log.push({ step: 'aggregate', kind, column: node.id, unit: table.units[u] ?? '', cells: 1, message: `${node.id}, ${table.units[u] ?? ''}: ${why}` });
      };
      const rows = Array.from(table.units.keys());
      note('refused', refused, `the values do not allow the ${how.aggregate} method`);
      note('belowLimit', rows.filter((u) => low[u] === 1 && (share[u] ?? 0) > 0), `less than ${limit} present`);
      note('noData', rows.filter((u) => (share[u] ?? 0) === 0), 'no value present');
      note('rescaled', rows.filter((u) => (share[u] ?? 0) < 1 && !Number.isNaN(score[u] ?? NaN)), 'weights rescaled to the values present');
    }
  }
  return { table: { units: table.units, columns }, coverage, log };
}

function shares(columns: readonly Float64Array[], weights: readonly number[], units: number): Float64Array {
  const total = weights.reduce((a, b) => a + b, 0);
  return Float64Array.from({ length: units }, (_, u) => {
    let have = 0;
    columns.forEach((column, j) => {
      if (!Number.isNaN(column[u] ?? NaN)) have += weights[j] ?? 0;
    });
    return total > 0 ? have / total : 0;
  });
}

function perLevel<T>(name: string, given: T | readonly T[], levels: number): readonly T[] {
  const list: readonly T[] = Array.isArray(given) ? (given as readonly T[]) : new Array<T>(levels - 1).fill(given as T);
  if (list.length !== levels - 1) throw new RangeError(`aggregate: ${list.length} ${name} for ${levels - 1} levels above the indicators`);
  return list;
}
