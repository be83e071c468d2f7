/**
 * The score of one node from its children, all in flat arrays. A missing value leaves its child out for that
 * unit; a unit with too little present has no score and takes no part in comparisons.
 */
import { aggregateColumns } from '../aggregateTree';
import type { Rule } from './rules';

/** Where the children of a node stand, filled anew for each node. */
export interface Children {
  count: number;
  /** Columns of all children: those of the indicators or those of the nodes, as siblings have one level. */
  values: Float64Array;
  /** Logarithms of the same, where they are kept; −∞ for values ≤ 0. */
  logs: Float64Array | null;
  /** First place of each child's column. */
  readonly at: Int32Array;
  readonly weight: Float64Array;
  readonly gaps: Uint8Array;
}

export const childrenScratch = (most: number): Children => ({
  count: 0,
  values: new Float64Array(0),
  logs: null,
  at: new Int32Array(most),
  weight: new Float64Array(most),
  gaps: new Uint8Array(most)
});

export type Aggregator = (children: Children, rule: Rule, limit: number, byWeights: boolean, to: Float64Array, toAt: number) => void;

/** An aggregator with buffers of its own. @param most greatest number of children */
export function aggregator(units: number, most: number): Aggregator {
  const present = new Float64Array(units);
  const low = new Uint8Array(units);
  const turned = new Float64Array(units);
  const v = new Float64Array(most);
  const w = new Float64Array(most);

  /** Marks units with less than the limit present; returns whether there are any. */
  function findLow(children: Children, limit: number, byWeights: boolean): boolean {
    if (!(limit > 0)) return false;
    let total = 0;
    present.fill(0);
    for (let j = 0; j < children.count; j++) {
      const weight = byWeights ? (children.weight[j] ?? NaN) : 1;
      const at = children.at[j] ?? 0;
      total += weight;
      for (let u = 0; u < units; u++) if (!Number.isNaN(children.values[at + u] ?? NaN)) present[u] = (present[u] ?? NaN) + weight;
    }
    let any = false;
    for (let u = 0; u < units; u++) {
      const share = total > 0 ? (present[u] ?? NaN) / total : 0;
      low[u] = share < limit * (1 - 1e-12) ? 1 : 0;
      if (low[u] === 1) any = true;
    }
    return any;
  }

  function mean(children: Children, of: 'x' | 'ln x', to: Float64Array, toAt: number): void {
    let total = 0;
    let gaps = false;
    for (let j = 0; j < children.count; j++) {
      const weight = children.weight[j] ?? NaN;
      if (!(weight > 0)) continue;
      total += weight;
      if (children.gaps[j] === 1) gaps = true;
    }
    if (gaps) totals(children);
    to.fill(total > 0 ? 0 : NaN, toAt, toAt + units);
    for (let j = 0; j < children.count; j++) {
      const weight = children.weight[j] ?? NaN;
      if (!(weight > 0)) continue;
      let from = children.values;
      let at = children.at[j] ?? 0;
      if (of === 'ln x') {
        if (children.logs) from = children.logs;
        else {
          logarithms(from, at, units, turned, 0);
          from = turned;
          at = 0;
        }
      }
      if (gaps) addPresent(from, at, units, weight, present, to, toAt);
      else add(from, at, units, weight / total, to, toAt);
    }
    finish(to, toAt, units, of === 'ln x');
    if (gaps) for (let u = 0; u < units; u++) if (present[u] === 0) to[toAt + u] = NaN;
  }

  /** Weight present in each unit. */
  function totals(children: Children): void {
    present.fill(0);
    for (let j = 0; j < children.count; j++) {
      const weight = children.weight[j] ?? NaN;
      const at = children.at[j] ?? 0;
      if (!(weight > 0)) continue;
      for (let u = 0; u < units; u++) if (!Number.isNaN(children.values[at + u] ?? NaN)) present[u] = (present[u] ?? NaN) + weight;
    }
  }

  function rows(children: Children, rule: (v: Float64Array, w: Float64Array, n: number) => number, to: Float64Array, toAt: number): void {
    for (let u = 0; u < units; u++) {
      let n = 0;
      let total = 0;
      for (let j = 0; j < children.count; j++) {
        const x = children.values[(children.at[j] ?? 0) + u] ?? NaN;
        const weight = children.weight[j] ?? NaN;
        if (Number.isNaN(x) || !(weight > 0)) continue;
        v[n] = x;
        w[n] = weight;
        total += weight;
        n++;
      }
      for (let k = 0; k < n; k++) w[k] = (w[k] ?? NaN) / total;
      const score = n === 0 ? NaN : rule(v, w, n);
      to[toAt + u] = Number.isFinite(score) ? score : NaN;
    }
  }

  return (children, rule, limit, byWeights, to, toAt) => {
    const anyLow = findLow(children, limit, byWeights);
    if (rule.by === 'mean') mean(children, rule.of, to, toAt);
    else if (rule.by === 'row') rows(children, rule.rule, to, toAt);
    else {
      const columns = Array.from({ length: children.count }, (_, j) => children.values.slice(children.at[j] ?? 0, (children.at[j] ?? 0) + units));
      if (anyLow) for (const column of columns) for (let u = 0; u < units; u++) if (low[u] === 1) column[u] = NaN;
      to.set(aggregateColumns(columns, children.weight.subarray(0, children.count), units, rule.how).score, toAt);
    }
    if (anyLow) for (let u = 0; u < units; u++) if (low[u] === 1) to[toAt + u] = NaN;
  };
}

function add(from: Float64Array, at: number, n: number, weight: number, to: Float64Array, toAt: number): void {
  for (let u = 0; u < n; u++) to[toAt + u] = (to[toAt + u] ?? NaN) + weight * (from[at + u] ?? NaN);
}

/** Each unit's weight is its share of what is present there. */
function addPresent(from: Float64Array, at: number, n: number, weight: number, present: Float64Array, to: Float64Array, toAt: number): void {
  for (let u = 0; u < n; u++) {
    const x = from[at + u] ?? NaN;
    if (!Number.isNaN(x)) to[toAt + u] = (to[toAt + u] ?? NaN) + (weight / (present[u] ?? NaN)) * x;
  }
}

/** ln x; −∞ for x ≤ 0, which ruins the mean of the unit, as it should. */
export function logarithms(from: Float64Array, at: number, n: number, to: Float64Array, toAt: number): void {
  for (let u = 0; u < n; u++) {
    const x = from[at + u] ?? NaN;
    to[toAt + u] = x <= 0 ? -Infinity : Math.log(x);
  }
}

function finish(to: Float64Array, at: number, n: number, exponential: boolean): void {
  for (let i = at; i < at + n; i++) {
    const mean = to[i] ?? NaN;
    to[i] = !Number.isFinite(mean) ? NaN : exponential ? Math.exp(mean) : mean;
  }
}
