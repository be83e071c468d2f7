/* The fast kernel against the engine's steps: the same numbers to the last bit, for any data and any choices. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel, evaluator, moments, structureOf, type Aggregation, type BaseChoices, type Design, type Factor, type ImputationChoice, type Model, type Node, type Normalisation, type TreatmentChoice } from '../../../../src/lib/composite';
import { momentsAt, momentsScratch } from '../../../../src/lib/composite/kernel/momentsAt';
import { runs } from '../../runs';
import { plainRun } from './oracle';

const UNITS = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8'];

const imputation = fc.constantFrom<ImputationChoice>({ impute: 'none' }, { impute: 'mean' }, { impute: 'median', within: 'group' }, { impute: 'em', options: { maxIterations: 5 } });
const treatment = fc.constantFrom<TreatmentChoice>(
  { treat: 'none' },
  { treat: 'chain' },
  { treat: 'chain', options: { maxPoints: 2, then: null, skew: 0.5, kurt: 0.5 } },
  { treat: 'chain', options: { maxPoints: 1, skew: 0.3, kurt: 0.2, combine: true, then: { transform: 'coinLogShift1' } } },
  { treat: 'chain', options: { skew: 0.4, kurt: 0, then: { transform: 'yeoJohnson' } } },
  { treat: 'chain', options: { skew: 0.4, kurt: 0, force: true, maxPoints: Infinity } },
  { treat: 'chain', options: { first: { transform: 'log' }, then: 'winsorise', test: { skew: 0.1, kurt: 0 } } },
  { treat: 'transform', how: { transform: 'log' } },
  { treat: 'transform', how: { transform: 'coinLog' } },
  { treat: 'transform', how: { transform: 'boxCox' } }
);
const normalisation = fc.constantFrom<Normalisation>(
  { method: 'none' },
  { method: 'minMax' },
  { method: 'minMax', range: [1, 100] },
  { method: 'zScore' },
  { method: 'zScore', mean: 100, sd: 10 },
  { method: 'rank' },
  { method: 'rank', ties: 'mean' },
  { method: 'percentileRank', range: [1, 10], ties: 'greatest' },
  { method: 'percentileRank' },
  { method: 'borda' },
  { method: 'fractionOfMax' },
  { method: 'distanceToMax' },
  { method: 'distanceToTarget', target: 3, cap: true },
  { method: 'distanceToReference', unit: 'u0' },
  { method: 'goalposts', lo: -2, hi: 5 },
  { method: 'goalposts', lo: -2, hi: 5, truncate: false, scale: 10 }
);
const aggregation = fc.constantFrom<Aggregation>(
  { aggregate: 'arithmetic' },
  { aggregate: 'geometric' },
  { aggregate: 'harmonic' },
  { aggregate: 'power', exponent: 2 },
  { aggregate: 'power', exponent: -Infinity },
  { aggregate: 'power', exponent: 0 },
  { aggregate: 'mazziottaPareto' },
  { aggregate: 'mazziottaPareto', penalty: 'up' },
  { aggregate: 'copeland' },
  { aggregate: 'copeland', score: 'wins' },
  { aggregate: 'topsis', scale: 'minMax' },
  { aggregate: 'promethee', preference: { shape: 'gaussian', s: 2 } },
  { aggregate: 'benefitOfDoubt' }
);

/** Columns of one kind each: ordinary, tied, constant, skewed, extreme, empty; all with gaps. */
const column = (n: number): fc.Arbitrary<Float64Array> => {
  const of = (value: fc.Arbitrary<number>, gaps = 1) => fc.array(fc.oneof({ weight: 6, arbitrary: value }, { weight: gaps, arbitrary: fc.constant(NaN) }), { minLength: n, maxLength: n });
  const plain = fc.double({ min: -10, max: 10, noNaN: true });
  return fc
    .oneof(
      of(plain, 0),
      of(plain),
      of(fc.integer({ min: 1, max: 4 })),
      fc.integer({ min: -2, max: 2 }).chain((v) => of(fc.constant(v))),
      of(fc.double({ min: -2, max: 9, noNaN: true }).map(Math.exp)),
      fc.tuple(of(plain), fc.constantFrom(1e-300, 1e-70, 1e65, 1e300)).map(([v, size]) => v.map((x) => x * size)),
      fc.constant(new Array<number>(n).fill(NaN))
    )
    .map((v) => Float64Array.from(v));
};

const weight = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.double({ min: 0.01, max: 50, noNaN: true }) });

/** A tree of 1 to 4 levels; the first child of a node always weighs something. */
const nodes: fc.Arbitrary<Node[]> = fc.integer({ min: 1, max: 4 }).chain((height) => {
  const grow = (id: string, parent: string | null, level: number): fc.Arbitrary<Node[]> =>
    fc.tuple(weight, fc.constantFrom(1 as const, -1 as const, undefined), level > 1 ? fc.integer({ min: 1, max: level > 2 ? 3 : 4 }) : fc.constant(0)).chain(([w, direction, count]) => {
      const own: Node = { id, parent, level, weight: id.endsWith('0') || parent === null ? w + 0.5 : w, ...(level === 1 ? { direction } : {}) };
      return fc.tuple(...Array.from({ length: count }, (_, j) => grow(`${id}${j}`, id, level - 1))).map((below) => [own, ...below.flat()]);
    });
  return grow('i', null, height);
});

const setup = fc.tuple(nodes, fc.integer({ min: 1, max: 9 })).chain(([rows, n]) => {
  const structure = structureOf(rows).structure!;
  const levels = structure.levels - 1;
  const limit = fc.constantFrom(0, 0.3, 0.6, 1);
  const ids = structure.indicators.map((node) => node.id);
  const inner = structure.nodes.filter((node) => node.level > 1).map((node) => node.id);
  const some = <T>(keys: readonly string[], value: fc.Arbitrary<T>) => (keys.length === 0 ? fc.constant(new Map<string, T>()) : fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 2 }).map((list) => new Map(list)));
  const base: fc.Arbitrary<BaseChoices> = fc.record({
    imputation,
    treatment,
    treatmentOf: some(ids, treatment),
    normalisation,
    normalisationOf: some(ids, normalisation),
    aggregation: fc.oneof(aggregation, fc.array(aggregation, { minLength: levels, maxLength: levels })),
    aggregationOf: some(inner, aggregation),
    limit: fc.oneof(limit, fc.array(limit, { minLength: levels, maxLength: levels })),
    limitOf: some(inner, limit),
    limitBy: fc.constantFrom('children' as const, 'weights' as const)
  });
  const list = <T>(item: fc.Arbitrary<T>) => fc.array(fc.oneof({ weight: 4, arbitrary: item }, { weight: 1, arbitrary: fc.constant('nominal' as const) }), { minLength: 1, maxLength: 3 });
  const aggregationLevel = fc.oneof(fc.constant('all' as const), fc.integer({ min: 2, max: Math.max(2, structure.levels) }));
  const weightLevel = fc.oneof(fc.constant('all' as const), fc.integer({ min: 1, max: Math.max(1, levels) }));
  const factors: fc.Arbitrary<Factor>[] = [
    fc.record({ id: fc.constant('i'), kind: fc.constant('imputation'), options: list(imputation) }),
    fc.record({ id: fc.constant('t'), kind: fc.constant('treatment'), options: list(treatment) }),
    fc.record({ id: fc.constant('n'), kind: fc.constant('normalisation'), options: list(normalisation) }),
    fc.record({ id: fc.constant('o'), kind: fc.constant('omit'), nodes: fc.array(fc.constantFrom(null, ...structure.nodes.map((node) => node.id)), { minLength: 1, maxLength: 3 }) }),
    ...(levels > 0
      ? [
          fc.record({ id: fc.constant('a'), kind: fc.constant('aggregation'), level: aggregationLevel, options: list(aggregation) }),
          fc.record({ id: fc.constant('b'), kind: fc.constant('aggregation'), level: aggregationLevel, options: list(aggregation) }),
          fc.record({ id: fc.constant('w'), kind: fc.constant('weights'), level: weightLevel, noise: fc.constantFrom(0.25, 1) }),
          fc.record({ id: fc.constant('d'), kind: fc.constant('dirichlet'), level: weightLevel, concentration: fc.constantFrom(0.5, 4) })
        ]
      : [])
  ] as fc.Arbitrary<Factor>[];
  return fc.record({
    model: fc.tuple(base, fc.tuple(...ids.map(() => column(n)))).map(
      ([own, columns]): Model =>
        compileModel({ units: UNITS.slice(0, n), structure, columns: new Map(ids.map((id, j) => [id, columns[j]!])), base: own, groups: UNITS.slice(0, n).map((_, u) => (u === 3 ? null : u % 2 ? 'odd' : 'even')) })
    ),
    design: fc.record({ seed: fc.nat(), factors: fc.shuffledSubarray(factors).chain((own) => fc.tuple(...own)) }),
    points: fc.array(fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  });
});

describe('kernel and steps', () => {
  it('give the same scores, with and without shared variants', () => {
    let scored = 0;
    let cells = 0;
    fc.assert(
      fc.property(setup, ({ model, design, points }: { model: Model; design: Design; points: number[][] }) => {
        const plain = plainRun(model, 0, design);
        const kept = evaluator([model], design);
        const anew = evaluator([model], design, { cache: false });
        for (const p of points) {
          const point = Float64Array.from(p).subarray(0, design.factors.length);
          const want = Array.from(plain(point), (v) => v + 0);
          for (const evaluate of [kept, anew]) {
            const out = new Float64Array(model.units.length);
            evaluate.run(point, [out]);
            expect(Array.from(out, (v) => v + 0)).toEqual(want);
          }
          scored += want.filter((v) => !Number.isNaN(v)).length;
          cells += want.length;
        }
      }),
      { numRuns: runs(500) }
    );
    // The agreement must not be one about nothing.
    expect(scored / cells).toBeGreaterThan(0.25);
  }, 600_000);

  it('moments are the same to the last bit at any size', () => {
    const out = momentsScratch();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }).chain(column), (values) => {
        const wide = Float64Array.of(9, 9, ...values, 9);
        momentsAt(wide, 2, values.length, out);
        const { mean, sd, skew, kurt } = moments(values);
        expect([out.mean, out.sd, out.skew, out.kurt]).toEqual([mean, sd, skew, kurt]);
      }),
      { numRuns: runs(500) }
    );
  }, 600_000);
});
