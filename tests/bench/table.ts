/**
 * A synthetic table of the size of COINr's ASEM example: 51 units × 49 indicators in 8 pillars, 2 sub-indexes
 * and an index. Seeded; a third of the columns is skewed, so that treatment has work, and one in twenty-five
 * values is missing in some of them.
 */
import { compileModel, philox, structureOf, type Design, type Model, type Node } from '../../src/lib/composite';

const SEED = 20240517;

/** Numbers of [0, 1) by place, the same on every machine. */
export function noise(a: number, b: number, c: number): number {
  const words = new Uint32Array(4);
  philox(a, b, c, 0, SEED, 0, words);
  return ((words[0] ?? 0) + 0.5) / 2 ** 32;
}

export interface Shape {
  readonly units: number;
  readonly indicators: number;
  readonly pillars: number;
}

export const ASEM: Shape = { units: 51, indicators: 49, pillars: 8 };

export function tree({ indicators, pillars }: Shape): Node[] {
  const half = Math.ceil(pillars / 2);
  return [
    ...Array.from({ length: indicators }, (_, j): Node => ({ id: `x${j}`, parent: `P${j % pillars}`, level: 1, weight: 1 + (j % 3), direction: j % 5 === 4 ? -1 : 1 })),
    ...Array.from({ length: pillars }, (_, p): Node => ({ id: `P${p}`, parent: p < half ? 'A' : 'B', level: 2, weight: 1 })),
    { id: 'A', parent: 'I', level: 3, weight: 1 },
    { id: 'B', parent: 'I', level: 3, weight: 1 },
    { id: 'I', parent: null, level: 4, weight: 1 }
  ];
}

export function columns({ units, indicators }: Shape): ReadonlyMap<string, Float64Array> {
  return new Map(
    Array.from({ length: indicators }, (_, j): [string, Float64Array] => {
      const skewed = j % 3 === 0;
      return [
        `x${j}`,
        Float64Array.from({ length: units }, (_v, u) => {
          if (j % 4 === 1 && noise(u, j, 2) < 0.04) return NaN;
          // A unit has something of its own in all columns.
          const z = 0.6 * normal(u, 9999) + 0.8 * normal(u, j);
          return skewed ? Math.exp(1.6 * z) : 50 + 10 * z;
        })
      ];
    })
  );
}

/** Box & Muller. */
const normal = (u: number, j: number): number => Math.sqrt(-2 * Math.log(noise(u, j, 0))) * Math.cos(2 * Math.PI * noise(u, j, 1));

export function model(shape: Shape): Model {
  const { structure, faults } = structureOf(tree(shape));
  if (!structure) throw new Error(faults.map((fault) => fault.message).join('; '));
  return compileModel({
    units: Array.from({ length: shape.units }, (_, u) => `u${u}`),
    structure,
    columns: columns(shape),
    base: { treatment: { treat: 'chain' }, normalisation: { method: 'minMax', range: [1, 100] }, aggregation: { aggregate: 'arithmetic' } }
  });
}

/** What varies in COINr's own example and a little more; every run treats, normalises and aggregates. */
export const DESIGN: Design = {
  seed: 1,
  factors: [
    { id: 'weights', kind: 'weights', level: 'all', noise: 0.25 },
    { id: 'winsorising', kind: 'treatment', options: [1, 2, 3, 4, 5].map((maxPoints) => ({ treat: 'chain', options: { maxPoints } })) },
    { id: 'normalisation', kind: 'normalisation', options: [{ method: 'minMax', range: [1, 100] }, { method: 'zScore', mean: 100, sd: 10 }, { method: 'rank' }] },
    { id: 'pillars', kind: 'aggregation', level: 2, options: [{ aggregate: 'arithmetic' }, { aggregate: 'geometric' }] },
    { id: 'index', kind: 'aggregation', level: 4, options: [{ aggregate: 'arithmetic' }, { aggregate: 'geometric' }] }
  ]
};

/** 5 × 4 × 2 × 2 × 25 = 2,000 combinations. */
export const DISCRETE: Design = {
  seed: 1,
  factors: [
    { id: 'winsorising', kind: 'treatment', options: [1, 2, 3, 4, 5].map((maxPoints) => ({ treat: 'chain', options: { maxPoints } })) },
    { id: 'normalisation', kind: 'normalisation', options: [{ method: 'minMax', range: [1, 100] }, { method: 'zScore', mean: 100, sd: 10 }, { method: 'rank' }, { method: 'percentileRank', range: [1, 100] }] },
    { id: 'pillars', kind: 'aggregation', level: 2, options: [{ aggregate: 'arithmetic' }, { aggregate: 'geometric' }] },
    { id: 'index', kind: 'aggregation', level: 4, options: [{ aggregate: 'arithmetic' }, { aggregate: 'geometric' }] },
    { id: 'left out', kind: 'omit', nodes: [null, ...Array.from({ length: 24 }, (_, j) => `x${2 * j}`)] }
  ]
};
