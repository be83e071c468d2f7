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
  const active = new Int32Array(most);
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

  function mean(children: Children, logarithmic: boolean, to: Float64Array, toAt: number): void {
    const { weight, at, logs } = children;
    let count = 0;
    let total = 0;
    let gaps = false;
    for (let j = 0; j < children.count; j++) {
      if (!((weight[j] ?? NaN) > 0)) continue;
      active[count++] = j;
      total += weight[j] ?? NaN;
      if (children.gaps[j] === 1) gaps = true;
    }
    to.fill(count > 0 ? 0 : NaN, toAt, toAt + units);
    if (gaps) totals(children);
    const from = logarithmic && logs ? logs : children.values;
    const ready = !logarithmic || logs !== null;
    let i = 0;
    if (ready && !gaps) {
      for (; i + 4 <= count; i += 4) {
        const a = active[i] ?? 0;
        const b = active[i + 1] ?? 0;
        const c = active[i + 2] ?? 0;
        const d = active[i + 3] ?? 0;
        addFour(from, at[a] ?? 0, at[b] ?? 0, at[c] ?? 0, at[d] ?? 0, units, (weight[a] ?? NaN) / total, (weight[b] ?? NaN) / total, (weight[c] ?? NaN) / total, (weight[d] ?? NaN) / total, to, toAt);
      }
    }
    for (; i < count; i++) {
      const j = active[i] ?? 0;
      if (!ready) logarithms(from, at[j] ?? 0, units, turned, 0);
      const column = ready ? from : turned;
      const begin = ready ? (at[j] ?? 0) : 0;
      if (gaps) addPresent(column, begin, units, weight[j] ?? NaN, present, to, toAt);
      else add(column, begin, units, (weight[j] ?? NaN) / total, to, toAt);
    }
    finish(to, toAt, units, logarithmic);
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
    if (rule.by === 'mean') mean(children, rule.of === 'ln x', to, toAt);
    else if (rule.by === 'row') rows(children, rule.rule, to, toAt);
    else {
      const columns = Array.from({ length: children.count }, (_, j) => children.values.slice(children.at[j] ?? 0, (children.at[j] ?? 0) + units));
      if (anyLow) for (const column of columns) for (let u = 0; u < units; u++) if (low[u] === 1) column[u] = NaN;
      to.set(aggregateColumns(columns, children.weight.subarray(0, children.count), units, rule.how).score, toAt);
    }
    if (anyLow) for (let u = 0; u < units; u++) if (low[u] === 1) to[toAt + u] = NaN;
  };
}

/** Four columns at once: the same sums in the same order, with a quarter of the traffic. */
function addFour(from: Float64Array, a: number, b: number, c: number, d: number, n: number, wa: number, wb: number, wc: number, wd: number, to: Float64Array, toAt: number): void {
  for (let u = 0; u < n; u++) {
    to[toAt + u] = (to[toAt + u] ?? NaN) + wa * (from[a + u] ?? NaN) + wb * (from[b + u] ?? NaN) + wc * (from[c + u] ?? NaN) + wd * (from[d + u] ?? NaN);
  }
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
