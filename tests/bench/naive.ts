/**
 * The work of one uncertainty run as one would write it plainly in an afternoon: arrays of numbers, simple
 * loops, a new array from every step, nothing shared between runs. Nothing is slow on purpose. The yardstick of
 * `engine.ua51x49.naive_ratio`; its numbers are checked against the kernel's before anything is timed.
 */
import { drawPoint, optionAt, weightRule, type Design, type Model } from '../../src/lib/composite';

function moments(column: number[]) {
  const x = column.filter((v) => !Number.isNaN(v));
  const n = x.length;
  let sum = 0;
  for (const v of x) sum += v;
  const mean = sum / n;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  for (const v of x) {
    const d = v - mean;
    m2 += d * d;
    m3 += d * d * d;
    m4 += d * d * d * d;
  }
  const g1 = (Math.sqrt(n) * m3) / m2 ** 1.5;
  const g2 = (n * m4) / m2 ** 2 - 3;
  return { mean, sd: Math.sqrt(m2 / (n - 1)), skew: (g1 * Math.sqrt(n * (n - 1))) / (n - 2), kurt: (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)) };
}

function extent(column: number[]): [number, number] {
  let min = Infinity;
  let max = -Infinity;
  for (const v of column) {
    if (v < min) min = v;
    if (v > max) max = v;
  }
  return [min, max];
}

/** Winsorise up to `maxPoints`, then log the original. */
function treat(column: number[], maxPoints: number): number[] {
  let treated = column;
  let moved = 0;
  let { skew, kurt } = moments(treated);
  const fails = () => Math.abs(skew) >= 2 && kurt >= 3.5;
  while (fails() && moved < maxPoints) {
    const up = skew >= 0;
    const [min, max] = extent(treated);
    const most = up ? max : min;
    const [second, last] = extent(treated.filter((v) => v !== most));
    treated = treated.map((v) => (v === most ? (up ? last : second) : v));
    moved++;
    ({ skew, kurt } = moments(treated));
  }
  if (!fails()) return treated;
  const [min, max] = extent(column);
  return column.map((v) => Math.log(v - min + 0.01 * (max - min)));
}

function normalise(column: number[], method: string, direction: number): number[] {
  const turned = column.map((v) => v * direction);
  if (method === 'minMax') {
    const [min, max] = extent(turned);
    return turned.map((v) => ((v - min) / (max - min)) * 99 + 1);
  }
  if (method === 'zScore') {
    const { mean, sd } = moments(turned);
    return turned.map((v) => ((v - mean) / sd) * 10 + 100);
  }
  const order = [...turned.keys()].filter((u) => !Number.isNaN(turned[u])).sort((a, b) => (turned[a] ?? 0) - (turned[b] ?? 0));
  const ranks = turned.map(() => NaN);
  order.forEach((u, i) => {
    const before = order[i - 1];
    ranks[u] = before !== undefined && turned[before] === turned[u] ? (ranks[before] ?? NaN) : i + 1;
  });
  return ranks;
}

function aggregate(columns: number[][], weights: number[], geometric: boolean): number[] {
  return (columns[0] ?? []).map((_, u) => {
    let sum = 0;
    let total = 0;
    for (let j = 0; j < columns.length; j++) {
      const v = columns[j]?.[u] ?? NaN;
      if (Number.isNaN(v)) continue;
      sum += (weights[j] ?? 0) * (geometric ? Math.log(v) : v);
      total += weights[j] ?? 0;
    }
    return geometric ? Math.exp(sum / total) : sum / total;
  });
}

/** Runs `DESIGN` of `table.ts` on its model; scores run by run. Only columns whose ends are not tied, as here. */
export function naiveRuns(model: Model, design: Design, from: number, to: number): number[][] {
  const { structure } = model;
  const raw = structure.indicators.map(({ id }) => Array.from(model.raw.columns.get(id) ?? []));
  const weigh = weightRule(model, 0, design);
  const point = new Float64Array(design.factors.length);
  const weights = new Float64Array(structure.nodes.length);
  const results: number[][] = [];
  for (let r = from; r < to; r++) {
    drawPoint(design, r, point);
    weigh(point, weights);
    const maxPoints = 1 + optionAt(point[1] ?? 0, 5);
    const method = ['minMax', 'zScore', 'rank'][optionAt(point[2] ?? 0, 3)] ?? '';
    const scores: Record<string, number[]> = {};
    structure.indicators.forEach(({ id, direction }, j) => (scores[id] = normalise(treat(raw[j] ?? [], maxPoints), method, direction ?? 1)));
    for (let level = 2; level <= structure.levels; level++) {
      const geometric = level === 2 ? optionAt(point[3] ?? 0, 2) === 1 : level === 4 && optionAt(point[4] ?? 0, 2) === 1;
      for (const node of structure.nodes) {
        if (node.level !== level) continue;
        const children = structure.children.get(node.id) ?? [];
        const own = children.map(({ id }) => weights[model.place.get(id) ?? -1] ?? NaN);
        scores[node.id] = aggregate(children.map(({ id }) => scores[id] ?? []), own, geometric);
      }
    }
    results.push(scores[structure.root.id] ?? []);
  }
  return results;
}
