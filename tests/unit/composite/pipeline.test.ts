/* The whole way from raw data to ranks, against the same written out plainly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultMethod, nominalScores, pipelineModel, runPipeline, structureOf, type Design, type Method, type Node, type PipelineInput } from '../../../src/lib/composite';

const node = (id: string, parent: string | null, level: number, weight = 1, more: Partial<Node> = {}): Node => ({ id, parent, level, weight, ...more });
/* a, b under p; c, d under q; p, q under top. b is worse when greater. */
const nodes = [node('a', 'p', 1, 1), node('b', 'p', 1, 3, { direction: -1 }), node('c', 'q', 1, 2), node('d', 'q', 1, 2), node('p', 'top', 2, 1), node('q', 'top', 2, 2), node('top', null, 3)];
const structure = structureOf(nodes).structure!;
const IDS = ['a', 'b', 'c', 'd'];

const input = (rows: number[][], more: Partial<PipelineInput> = {}): PipelineInput => ({
  rows: { unit: rows.map((_, u) => `u${u}`), time: null },
  columns: new Map(IDS.map((id, j) => [id, Float64Array.from(rows, (r) => r[j]!)])),
  structure,
  ...more
});
const method = (more: Partial<Method> = {}): Method => ({ ...defaultMethod(structure.levels), ...more });
const index = (result: ReturnType<typeof runPipeline>, id = 'top') => [...result.stages.get('aggregated')!.table.columns.get(id)!];
const cell = fc.option(fc.integer({ min: -99, max: 99 }), { nil: NaN, freq: 4 });
const table = fc.integer({ min: 1, max: 8 }).chain((n) => fc.array(fc.tuple(cell, cell, cell, cell), { minLength: n, maxLength: n }));

/** Second formula: min–max 0–100 and weighted means, row by row, objects and loops. */
function plainly(rows: readonly (readonly number[])[]): number[] {
  const scaled = rows.map((row) =>
    row.map((v, j) => {
      const column = rows.map((r) => r[j]!).filter((x) => !Number.isNaN(x));
      const [lo, hi] = [Math.min(...column), Math.max(...column)];
      if (Number.isNaN(v) || lo === hi) return null;
      return j === 1 ? (100 * (hi - v)) / (hi - lo) : (100 * (v - lo)) / (hi - lo);
    })
  );
  const mean = (pairs: readonly (readonly [number, number | null])[]): number | null => {
    const there = pairs.filter((pair): pair is readonly [number, number] => pair[1] !== null);
    return there.length === 0 ? null : there.reduce((s, [w, v]) => s + w * v, 0) / there.reduce((s, [w]) => s + w, 0);
  };
  return scaled.map(([a, b, c, d]) => mean([[1, mean([[1, a!], [3, b!]])], [2, mean([[2, c!], [2, d!]])]]) ?? NaN);
}

describe('the default method', () => {
  it('is min–max 0–100 and weighted means with what is there', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const result = runPipeline(input(rows), method());
        plainly(rows).forEach((v, u) => (Number.isNaN(v) ? expect(index(result)[u]).toBeNaN() : expect(index(result)[u]).toBeCloseTo(v, 9)));
      })
    );
  });
  it('ranks: 1 + number of better units; stages are all there', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const result = runPipeline(input(rows), method());
        const scores = index(result);
        expect([...result.ranks.get('top')!]).toEqual(scores.map((v) => (Number.isNaN(v) ? NaN : 1 + scores.filter((o) => o > v).length)));
        expect([...result.stages.keys()]).toEqual(['raw', 'denominated', 'imputed', 'screened', 'treated', 'normalised', 'aggregated']);
      })
    );
  });
  it('weights among siblings sum to one, effective ones by level too', () => {
    const { weights, effective } = runPipeline(input([[1, 2, 3, 4], [4, 3, 2, 1]]), method());
    expect([weights.get('a'), weights.get('b'), weights.get('p'), weights.get('q')]).toEqual([0.25, 0.75, 1 / 3, 2 / 3]);
    expect(IDS.reduce((s, id) => s + effective.get(id)!, 0)).toBeCloseTo(1, 14);
    expect(effective.get('b')).toBeCloseTo(0.25, 14);
  });
});

describe('steps before normalisation', () => {
  const rows = [[1, 5, NaN, 4], [3, NaN, 2, 8], [NaN, NaN, NaN, 6], [5, 1, 6, 2]];
  it('imputed cells are marked up to the index, by weight', () => {
    const { imputed, stages } = runPipeline(input(rows), method({ impute: { how: { impute: 'mean' }, over: 'time' } }));
    expect([...stages.get('imputed')!.table.columns.get('a')!]).toEqual([1, 3, 3, 5]);
    expect([...imputed.get('p')!]).toEqual([0, 0.75, 1, 0]);
    // Only c of the second branch is imputed in u0, at half its weight; u2 has all of a, b, c and none of d.
    expect([...imputed.get('top')!].map((v) => Math.round(v * 1e12) / 1e12)).toEqual([0.333333333333, 0.25, 0.666666666667, 0]);
  });
  it('screening before or after imputation is another method', () => {
    const screen = { by: 'present' as const, present: 0.5 };
    const impute = { how: { impute: 'mean' as const }, over: 'time' as const };
    const kept = (order: Method['order']) => runPipeline(input(rows), method({ order, screen, impute })).stages.get('aggregated')!.table.units;
    expect(kept(['denominate', 'impute', 'screen', 'treat'])).toEqual(['u0', 'u1', 'u2', 'u3']);
    expect(kept(['denominate', 'screen', 'impute', 'treat'])).toEqual(['u0', 'u1', 'u3']);
  });
  it('groups and denominators move with their rows', () => {
    const sized = input(rows, { columns: new Map([...input(rows).columns, ['size', Float64Array.of(2, 4, 1, 5)]]), groups: new Map([['coast', ['w', 'e', 'w', 'e']]]) });
    const { stages, log } = runPipeline(sized, method({ denominate: new Map([['d', { by: 'size' }]]), screen: { by: 'present', present: 0.5 }, order: ['screen', 'denominate', 'impute', 'treat'], impute: { how: { impute: 'median', group: 'coast' }, over: 'time' } }));
    expect([...stages.get('denominated')!.table.columns.get('d')!]).toEqual([2, 2, 0.4]);
    expect([...stages.get('imputed')!.table.columns.get('b')!]).toEqual([5, 1, 1]);
    expect([...stages.get('imputed')!.table.columns.get('c')!]).toEqual([NaN, 2, 6]);
    expect(new Set(log.map((n) => n.step))).toEqual(new Set(['screen', 'denominate', 'impute', 'aggregate']));
  });
  it('EM by branch sees the indicators of the branch alone', () => {
    const many = Array.from({ length: 9 }, (_, i) => [i, 10 - i + (i % 3), (i * 7) % 5, i === 4 ? NaN : i * i]);
    const whole = runPipeline(input(many), method({ impute: { how: { impute: 'em' }, over: 'time' } })).stages.get('imputed')!.table.columns.get('d')!;
    const branch = runPipeline(input(many), method({ impute: { how: { impute: 'em', level: 2 }, over: 'time' } })).stages.get('imputed')!.table.columns.get('d')!;
    // Two columns, gaps in one: least squares on the complete rows (Anderson 1957).
    const full = many.filter((_, i) => i !== 4);
    const [mx, my] = [2, 3].map((j) => full.reduce((s, r) => s + r[j]!, 0) / full.length);
    const slope = full.reduce((s, r) => s + (r[2]! - mx!) * (r[3]! - my!), 0) / full.reduce((s, r) => s + (r[2]! - mx!) ** 2, 0);
    expect(branch[4]).toBeCloseTo(my! + slope * (many[4]![2]! - mx!), 7);
    expect(whole[4]).not.toBeCloseTo(branch[4]!, 3);
  });
  it('refuses what the data lack', () => {
    expect(() => runPipeline(input(rows, { columns: new Map() }), method())).toThrow(/no column a/);
    expect(() => runPipeline(input(rows), method({ denominate: new Map([['a', { by: 'gdp' }]]) }))).toThrow(/no column gdp/);
    expect(() => runPipeline(input(rows), method({ impute: { how: { impute: 'mean', group: 'coast' }, over: 'time' } }))).toThrow(/coast/);
    expect(() => runPipeline(input(rows), method({ impute: { how: { impute: 'latest' }, over: 'panel' } }))).toThrow(/panel/);
    expect(() => runPipeline({ ...input(rows), rows: { unit: ['u', 'u', 'v', 'w'], time: null } }, method())).toThrow(/twice/);
  });
});

describe('panels', () => {
  const rows = [[1, 9, 3, 4], [4, 3, 2, 1], [2, 8, 4, 6], [6, 1, 2, 2]];
  const panel = (): PipelineInput => ({ ...input(rows), rows: { unit: ['x', 'y', 'x', 'y'], time: [2030, 2030, 2031, 2031] } });
  it('are normalised together, so that years compare, and ranked apart', () => {
    const result = runPipeline(panel(), method());
    plainly(rows).forEach((v, r) => expect(index(result)[r]).toBeCloseTo(v, 10));
    expect([...result.ranks.get('top')!].sort()).toEqual([1, 1, 2, 2]);
    expect(result.stages.get('aggregated')!.table.units).toEqual(['x 2030', 'y 2030', 'x 2031', 'y 2031']);
  });
  it('or each time by itself, when told so', () => {
    const base = method();
    const result = runPipeline(panel(), { ...base, normalise: { ...base.normalise, over: 'time' } });
    [...plainly(rows.slice(0, 2)), ...plainly(rows.slice(2))].forEach((v, r) => expect(index(result)[r]).toBeCloseTo(v, 10));
  });
  it('units are set against those of their own time', () => {
    const base = method();
    const copeland = { aggregate: 'copeland', score: 'wins' } as const;
    const wins = (over: 'time' | 'panel') => index(runPipeline(panel(), { ...base, aggregate: { ...base.aggregate, levels: [copeland, copeland], over } }), 'q');
    // c and d weigh alike: x beats y on both in 2030 and in 2031.
    expect(wins('time')).toEqual([1, -1, 1, -1]);
    // x of 2031 has the greatest c and the greatest d of all four rows.
    expect(wins('panel')[2]).toBe(3);
  });
  it('gaps take the unit’s own last value; treatment and imputation look at one time alone unless told', () => {
    const gap = [[1, 9, 3, 4], [4, 3, 2, 1], [2, 8, NaN, 6], [6, 1, 2, 2]];
    const data = { ...panel(), columns: input(gap).columns };
    const last = runPipeline(data, method({ impute: { how: { impute: 'latest' }, over: 'panel' } }));
    expect(last.stages.get('imputed')!.table.columns.get('c')![2]).toBe(3);
    expect(runPipeline(data, method({ impute: { how: { impute: 'mean' }, over: 'time' } })).stages.get('imputed')!.table.columns.get('c')![2]).toBe(2);
    const pooled = runPipeline(data, method({ impute: { how: { impute: 'mean' }, over: 'panel' } }));
    expect(pooled.stages.get('imputed')!.table.columns.get('c')![2]).toBeCloseTo(7 / 3, 12);
    const treated = (over: 'time' | 'panel') => runPipeline(panel(), method({ treat: { options: {}, of: new Map(), over } })).treatment.map((t) => t.time);
    expect([treated('time'), treated('panel')]).toEqual([[2030, 2031], [null]]);
  });
  it('forced units name all their rows', () => {
    const result = runPipeline(panel(), method({ screen: { by: 'present', force: new Map([['y', false]]) } }));
    expect(result.stages.get('aggregated')!.rows.unit).toEqual(['x', 'x']);
  });
});

describe('weights by level and node', () => {
  const rows = [[10, 5, 3, 40], [30, 2, 9, 80], [20, 4, 1, 60], [50, 1, 6, 20]];
  const base = method();
  it('from the data, from judgements, given; an only child carries everything', () => {
    const { weights, log } = runPipeline(input(rows), {
      ...base,
      weigh: {
        levels: [{ scheme: 'equal' }, { scheme: 'budget', order: ['q', 'p'], points: [[70, 30], [50, 50]], budget: 100 }],
        of: new Map([['q', { scheme: 'ahp', order: ['d', 'c'], matrix: [[1, 3], [1 / 3, 1]] }]]),
        on: 'normalised'
      }
    });
    expect([weights.get('a'), weights.get('b')]).toEqual([0.5, 0.5]);
    expect([weights.get('c'), weights.get('d'), weights.get('p'), weights.get('q')].map((w) => Math.round(w! * 1e12) / 1e12)).toEqual([0.25, 0.75, 0.4, 0.6]);
    expect(log.filter((n) => n.kind === 'consistency').map((n) => n.column)).toEqual(['q']);
  });
  it('on the values before normalisation directions count for MEREC', () => {
    const run = (on: 'treated' | 'normalised') => runPipeline(input(rows), { ...base, normalise: { ...base.normalise, how: { method: 'none' } }, weigh: { levels: [{ scheme: 'merec' }, { scheme: 'own' }], of: new Map(), on } });
    // Second formula (Keshavarz-Ghorabaee et al. 2021) for a and b, b of cost type.
    const parts = rows.map(([a, b]) => [Math.abs(Math.log(10 / a!)), Math.abs(Math.log(b! / 5))]);
    const effect = [0, 1].map((j) => parts.reduce((s, r) => s + Math.abs(Math.log(1 + (r[0]! + r[1]! - r[j]!) / 2) - Math.log(1 + (r[0]! + r[1]!) / 2)), 0));
    const { weights } = run('treated');
    expect(weights.get('a')).toBeCloseTo(effect[0]! / (effect[0]! + effect[1]!), 12);
    expect(() => run('normalised')).toThrow(/weights of the children of p/);
  });
  it('higher levels are weighed by their scores', () => {
    const result = runPipeline(input(rows), { ...base, weigh: { levels: [{ scheme: 'own' }, { scheme: 'deviation' }], of: new Map(), on: 'normalised' } });
    const sd = (x: number[]) => Math.sqrt(x.reduce((s, v) => s + (v - x.reduce((p, q) => p + q) / x.length) ** 2, 0));
    const [p, q] = ['p', 'q'].map((id) => sd(index(result, id)));
    expect(result.weights.get('p')).toBeCloseTo(p! / (p! + q!), 12);
  });
  it('no spread, no weights, no score; nothing invented', () => {
    const flat = runPipeline(input([[1, 1, 2, 2], [1, 1, 2, 2]]), { ...base, weigh: { levels: [{ scheme: 'entropy' }, { scheme: 'own' }], of: new Map(), on: 'treated' } });
    expect(index(flat)).toEqual([NaN, NaN]);
    expect(flat.weights.get('a')).toBeNaN();
    expect(flat.log.map((n) => n.kind)).toContain('noWeights');
  });
});

describe('as a model of the uncertainty engine', () => {
  const rows = [[10, 5, NaN, 40], [30, 2, 9, 80], [20, NaN, 1, 60], [50, 1, 6, 20], [25, 3, 4, 90]];
  const own: Method = method({ impute: { how: { impute: 'mean' }, over: 'time' }, treat: { options: { maxPoints: 1 }, of: new Map(), over: 'time' }, screen: { by: 'present', present: 0.5 } });
  const designs: Record<string, Design> = {
    none: { seed: 1, factors: [] },
    treatment: { seed: 1, factors: [{ id: 't', kind: 'treatment', options: ['nominal', { treat: 'none' }] }] },
    imputation: { seed: 1, factors: [{ id: 'i', kind: 'imputation', options: ['nominal', { impute: 'none' }] }] }
  };
  it.each(Object.keys(designs))('the nominal scores are those of the pipeline: %s varies', (name) => {
    const { model, nominal } = pipelineModel(input(rows), own, designs[name]!);
    const scores = nominalScores(model);
    index(nominal).forEach((v, u) => expect(scores[u]).toBeCloseTo(v, 9));
  });
  it('says what cannot vary', () => {
    const panel: PipelineInput = { ...input(rows), rows: { unit: ['x', 'y', 'z', 'x', 'y'], time: [1, 1, 1, 2, 2] } };
    expect(() => pipelineModel(panel, own, designs['treatment']!)).toThrow(/over.*panel/);
    expect(() => pipelineModel(input(rows), { ...own, impute: { how: { impute: 'rowMean' }, over: 'time' } }, designs['imputation']!)).toThrow(/rowMean cannot vary/);
  });
});



