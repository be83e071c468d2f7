/* Columns, weights and trees for property tests: ordinary values, ties, gaps, constants, nothing, 1e±300, none at all. */
import fc from 'fast-check';
import { structureOf, type Node, type Structure } from '../../../../src/lib/composite';

const NaNs = fc.constant(NaN);

/** Whole numbers, so that ties are common; now and then a gap. */
export const cell = fc.oneof({ weight: 7, arbitrary: fc.integer({ min: -20, max: 20 }) }, { weight: 1, arbitrary: NaNs });
export const positiveCell = fc.oneof({ weight: 7, arbitrary: fc.integer({ min: 1, max: 100 }) }, { weight: 1, arbitrary: NaNs });

/** Any finite number, and gaps. */
export const wildCell = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0, 1e300, -1e300, 1e-300, -1e-300, 1.7e308, -1.7e308, 5e-324, 1) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: NaNs }
);

/** A column of 0 to `most` units: mixed, constant, or empty of values. */
export const columnOf = (value: fc.Arbitrary<number>, most = 12): fc.Arbitrary<Float64Array> =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.array(value, { maxLength: most }) },
      { weight: 1, arbitrary: fc.tuple(value, fc.integer({ min: 0, max: most })).map(([v, n]) => new Array<number>(n).fill(v)) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: most }).map((n) => new Array<number>(n).fill(NaN)) }
    )
    .map((values) => Float64Array.from(values));

/** Rows of `p` cells, 0 to `most` of them. */
export const rowsOf = (value: fc.Arbitrary<number>, p: number, most = 8, least = 0): fc.Arbitrary<number[][]> => fc.array(fc.array(value, { minLength: p, maxLength: p }), { minLength: least, maxLength: most });

export const columns = (rows: readonly (readonly number[])[], p: number): Float64Array[] => Array.from({ length: p }, (_, j) => Float64Array.from(rows, (r) => r[j] ?? NaN));

/** An order of 0 … n − 1 drawn from numbers. */
export const orderFrom = (n: number, keys: readonly number[]): number[] => Array.from({ length: n }, (_, i) => i).sort((a, b) => (keys[a % Math.max(1, keys.length)] ?? 0) - (keys[b % Math.max(1, keys.length)] ?? 0) || a - b);
export const keys = fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 });

export const take = (values: ArrayLike<number>, order: readonly number[]): Float64Array => Float64Array.from(order, (i) => values[i] ?? NaN);

/** Weights ≥ 0, at least one of them above nought. */
export const weightsOf = (p: number): fc.Arbitrary<number[]> => fc.array(fc.integer({ min: 0, max: 5 }), { minLength: p, maxLength: p }).filter((w) => w.some((v) => v > 0));

/** Three levels, 1 to 3 blocks of 1 to 3 indicators. */
export const tree: fc.Arbitrary<Structure> = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((blocks) => {
  const nodes: Node[] = [{ id: 'top', parent: null, level: 3, weight: 1 }];
  blocks.forEach((weights, b) => {
    nodes.push({ id: `b${b}`, parent: 'top', level: 2, weight: b + 1 });
    weights.forEach((weight, i) => nodes.push({ id: `b${b}i${i}`, parent: `b${b}`, level: 1, weight }));
  });
  const { structure, faults } = structureOf(nodes);
  if (!structure) throw new Error(faults.map((f) => f.message).join());
  return structure;
});

export const finite = (v: number): boolean => Number.isNaN(v) || Number.isFinite(v);
