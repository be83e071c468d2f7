/* Steps that the chain of an index may take: first and second treatments, imputation across columns, ties, sets of rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateSets, aggregateTree, ascendingRank, benefitOfDoubt, borda, copeland, doubt, imputeRows, percentileRank, structureOf, tableOf, transform, treat } from '../../../src/lib/composite';

const col = (...values: number[]) => Float64Array.from(values);
const table = (columns: Record<string, number[]>) => tableOf(Object.values(columns)[0]!.map((_, u) => `u${u}`), Object.entries(columns).map(([id, v]) => [id, Float64Array.from(v)] as const));

describe('treatment in two steps', () => {
  // One value far out at the top of twenty.
  const x = [...Array.from({ length: 19 }, (_, i) => i), 1000];
  const one = (options: Parameters<typeof treat>[1]) => treat(table({ x }), options);
  it('a transformation may come first', () => {
    const { table: out, details } = one({ first: { transform: 'coinLog' }, then: null, test: { skew: 1, kurt: 0 } });
    expect(out.columns.get('x')![19]).toBeCloseTo(Math.log(1000 + 10), 12);
    expect(details.get('x')!.steps.map((s) => s.did)).toEqual(['coinLog']);
  });
  it('winsorising may follow it, on the original or on its result', () => {
    const limits = { skew: 0.1, kurt: -5, maxPoints: 1 };
    expect(one({ first: { transform: 'coinLog' }, then: 'winsorise', ...limits }).table.columns.get('x')![19]).toBe(18);
    const both = one({ first: { transform: 'coinLog' }, then: 'winsorise', combine: true, ...limits });
    // The log has its long tail below: −u0 moves to u1.
    const logs = x.map((v) => Math.log(v + 10));
    expect(Math.max(...both.table.columns.get('x')!) === logs[18] || both.table.columns.get('x')![0] === logs[1]).toBe(true);
    expect(both.details.get('x')).toMatchObject({ transformed: 'coinLog', winsorised: 1 });
  });
  it('the test may have limits of its own: winsorising stops at its limits, the test decides what follows', () => {
    // Lenient winsorising stops at once, the stricter test sends the original on to the logarithm.
    const result = one({ skew: 50, kurt: 50, test: { skew: 2, kurt: 3.5 } });
    expect(result.details.get('x')).toMatchObject({ winsorised: 0, transformed: 'coinLog' });
    expect(result.details.get('x')!.before.pass).toBe(false);
  });
  it('a column that passes stays, whatever is forced; a result that cannot be tested is none', () => {
    const calm = x.map((_, i) => i);
    expect([...treat(table({ x: calm }), { force: true }).table.columns.get('x')!]).toEqual(calm);
    const two = table({ x: [0, 0, 0, 0, 0, 0, 0, 0, 1] });
    const { table: out, log } = treat(two, { force: true });
    expect(out.columns.get('x')).toEqual(two.columns.get('x'));
    expect(log.map((n) => n.kind)).toContain('refused');
  });
});

describe('logarithms of other indexes', () => {
  it('either tail: a mirrored column gives the mirrored result', () => {
    const x = [1, 2, 2, 3, 4, 40];
    const up = transform(col(...x), { transform: 'coinLogEitherTail' }).values;
    const down = transform(col(...x.map((v) => -v)), { transform: 'coinLogEitherTail' }).values;
    x.forEach((v, i) => {
      expect(up[i]).toBeCloseTo(Math.log(v - 1 + 0.01 * 39), 12);
      expect(down[i]).toBeCloseTo(-up[i]!, 12);
    });
  });
  it('Global Innovation Index: 0 at the least value, ln max at the greatest', () => {
    const y = transform(col(10, 20, 55, NaN), { transform: 'giiLog' }).values;
    expect([...y]).toEqual([0, expect.closeTo(Math.log((54 * 10) / 45 + 1), 13), expect.closeTo(Math.log(55), 13), NaN]);
  });
});

describe('imputation across columns', () => {
  const data = table({ a: [0, 10, 5, NaN], b: [4, 2, NaN, 3], c: [100, 300, 200, 250] });
  it('the mean place of the unit on the columns it has, turned back', () => {
    // u2: a at 1/2, c at 1/2; b is worse when greater: −b runs from −4 to −2.
    const { table: out, imputed } = imputeRows(data, { statistic: 'mean', directions: new Map([['b', -1]]) });
    expect(out.columns.get('b')![2]).toBeCloseTo(3, 12);
    // u3: b at 1/2, c at 3/4.
    expect(out.columns.get('a')![3]).toBeCloseTo(6.25, 12);
    expect([...imputed.get('a')!, ...imputed.get('b')!]).toEqual([0, 0, 0, 1, 0, 0, 1, 0]);
  });
  it('direction turns the scale', () => {
    const skewed = table({ a: [0, 10, 8], b: [4, 2, NaN] });
    expect(imputeRows(skewed, { statistic: 'mean', directions: new Map([['b', -1]]) }).table.columns.get('b')![2]).toBeCloseTo(4 - 0.8 * 2, 12);
    expect(imputeRows(skewed, { statistic: 'mean' }).table.columns.get('b')![2]).toBeCloseTo(2 + 0.8 * 2, 12);
  });
  it('only columns of a group fill one another; without a common scale values mix as they are', () => {
    const groups = new Map([['a', 'x'], ['c', 'x'], ['b', 'y']]);
    expect(imputeRows(data, { statistic: 'median', groups }).table.columns.get('b')![2]).toBeNaN();
    expect(imputeRows(data, { statistic: 'median', groups: new Map([['a', 'x'], ['b', 'x']]) }).table.columns.get('a')![3]).toBeCloseTo(5, 12);
    expect(imputeRows(data, { statistic: 'mean', normalise: false }).table.columns.get('a')![3]).toBeCloseTo((3 + 250) / 2, 12);
  });
  it('present values stay, constants and empty units keep their gaps', () => {
    const r = imputeRows(table({ a: [1, NaN, 1], b: [2, NaN, 5], c: [3, NaN, NaN] }), { statistic: 'mean' });
    expect([...r.table.columns.get('a')!]).toEqual([1, NaN, 1]);
    expect(r.table.columns.get('c')![2]).toBeNaN();
    expect(r.log.map((n) => n.kind)).toEqual(['stillMissing', 'stillMissing', 'stillMissing']);
  });
});

describe('ties', () => {
  const values = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 12 });
  it('least, mean and greatest place, counted out', () => {
    fc.assert(
      fc.property(values, (x) => {
        const below = x.map((v) => x.filter((o) => o < v).length);
        const upTo = x.map((v) => x.filter((o) => o <= v).length);
        expect([...ascendingRank(col(...x))]).toEqual(below.map((b) => b + 1));
        expect([...ascendingRank(col(...x), 'greatest')]).toEqual(upTo);
        expect([...ascendingRank(col(...x), 'mean')]).toEqual(below.map((b, i) => (b + 1 + upTo[i]!) / 2));
        expect([...borda(col(...x), 'greatest')]).toEqual(upTo.map((r) => r - 1));
        expect([...percentileRank(col(...x), 0, 1, 'greatest')]).toEqual(upTo.map((r) => (r - 1) / (x.length - 1)));
      })
    );
  });
});

describe('sets of rows', () => {
  const rows = [[1, 9], [5, 5], [2, 2], [8, 1]];
  const columns = [0, 1].map((j) => Float64Array.from(rows, (r) => r[j]!));
  it('units are compared within their set only', () => {
    const { score } = aggregateSets(columns, [2, 1], 4, { aggregate: 'copeland', score: 'wins' }, [[0, 1], [2, 3]]);
    expect([...score]).toEqual([-1, 1, -1, 1]);
    expect([...copeland(columns, [2, 1], 4, 'wins').score]).not.toEqual([...score]);
    expect([...aggregateSets(columns, [1, 1], 4, { aggregate: 'arithmetic' }, [[3, 1]]).score]).toEqual([NaN, 5, NaN, 4.5]);
  });
  it('weights may come from the scores below, or not at all', () => {
    const structure = structureOf([{ id: 'a', parent: 't', level: 1, weight: 1 }, { id: 'b', parent: 't', level: 1, weight: 1 }, { id: 't', parent: null, level: 2, weight: 1 }]).structure!;
    const data = tableOf(['u', 'v', 'w', 'x'], [['a', columns[0]!], ['b', columns[1]!]]);
    const by = (w: number[]) => aggregateTree(data, structure, { method: { aggregate: 'arithmetic' }, weigh: () => w });
    expect([...by([0, 1]).table.columns.get('t')!]).toEqual([9, 5, 2, 1]);
    const none = by([NaN, NaN]);
    expect([...none.table.columns.get('t')!]).toEqual([NaN, NaN, NaN, NaN]);
    expect(none.log.map((n) => n.kind)).toEqual(['noWeights']);
  });
});

describe('benefit of the doubt as an aggregation', () => {
  it('is the score of the linear programs; gaps and negative values are refused', () => {
    const columns = [col(1, 2, 3, NaN), col(3, 2, 1, 1)];
    const own = benefitOfDoubt(columns, { least: 0.2, most: 0.8 });
    const { score, refused } = doubt(columns, 4, { aggregate: 'benefitOfDoubt', least: 0.2, most: 0.8 });
    expect([...score]).toEqual([...own.score]);
    expect(refused).toEqual([3]);
    expect(doubt([col(-1, 2), col(1, 1)], 2, { aggregate: 'benefitOfDoubt' }).refused).toEqual([0, 1]);
  });
});
