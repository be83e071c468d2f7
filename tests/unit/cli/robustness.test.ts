/* The commands robustness, merge and sensitivity. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atlas } from './terminal';

const HARBOURS = 'tests/fixtures/harbours';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-runs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const method = (name: string, content: object) => {
  writeFileSync(at(name), JSON.stringify(content));
  return at(name);
};
const json = async (...args: string[]): Promise<unknown> => JSON.parse((await atlas(...args, '--format', 'json')).stdout) as unknown;

describe('robustness', () => {
  it('the nominal scores and ranks are those of composite', async () => {
    const { units } = (await json('robustness', HARBOURS, '--runs', '20')) as { units: { unit: string; score: number; rank: number }[] };
    const results = (await json('composite', HARBOURS)) as { uCode: string; Index: number; Rank: number }[];
    units.forEach((u, i) => {
      expect([u.unit, u.rank]).toEqual([results[i]!.uCode, results[i]!.Rank]);
      expect(u.score).toBeCloseTo(results[i]!.Index, 9);
    });
  });
  it('a design that cannot change a rank changes none: no noise, one way to do it', async () => {
    const none = method('none.json', { uncertainty: { factors: [{ kind: 'weights', noise: 0 }] } });
    const whole = (await json('robustness', HARBOURS, '--method', none, '--runs', '30')) as { meanShift: number; meanKendall: number; units: { rank: number; rank5: number; rank95: number }[] };
    expect([whole.meanShift, whole.meanKendall]).toEqual([0, expect.closeTo(1, 12)]);
    for (const u of whole.units) expect([u.rank5, u.rank95]).toEqual([u.rank, u.rank]);
  });
  it('frequencies of ranks sum to one, outranking to one by pair', async () => {
    const ranks = (await json('robustness', HARBOURS, '--runs', '64', '--stage', 'ranks')) as Record<string, number | string>[];
    for (const row of ranks) expect(Object.entries(row).reduce((s, [key, v]) => (key === 'unit' ? s : s + Number(v)), 0)).toBeCloseTo(1, 12);
    const pairs = (await json('robustness', HARBOURS, '--runs', '64', '--stage', 'outranks')) as Record<string, number | string>[];
    for (const a of pairs) for (const b of pairs) expect(Number(a[String(b['unit'])]) + Number(b[String(a['unit'])])).toBeCloseTo(1, 12);
    expect(((await json('robustness', HARBOURS, '--runs', '10..14', '--stage', 'runs')) as { run: number }[]).map((r) => r.run)).toEqual([10, 11, 12, 13]);
  });
  it('another seed gives other runs, the same one the same', async () => {
    const run = async (...args: string[]) => (await atlas('robustness', HARBOURS, '--runs', '16', '--stage', 'runs', '--format', 'csv', ...args)).stdout;
    expect(await run()).toBe(await run('--seed', '1'));
    expect(await run('--seed', '2')).not.toBe(await run());
  });
  it('a panel is summed up for one time, whose ranks go from 1', async () => {
    const data = ['robustness', 'tests/fixtures/harbours-panel', '--runs', '25'];
    const last = (await json(...data)) as { units: { unit: string; rank: number; rank95: number }[] };
    expect(last.units.map((u) => [u.unit, u.rank])).toEqual([['BR', 1], ['AV', 2], ['CO', 3], ['DU', 4]]);
    const first = (await json(...data, '--time', '2030')) as typeof last;
    expect(first.units.map((u) => u.unit)).toEqual(['AV', 'BR', 'CO', 'DU']);
    expect(Math.max(...first.units.map((u) => u.rank95))).toBeLessThanOrEqual(4);
    expect((await atlas(...data, '--time', '1999')).stderr).toMatch(/one of 2030, 2031/);
  });
  it('a pack: nominal scores are those of score, for either stage and a year away from the target', async () => {
    const pack = 'tests/fixtures/lagoon';
    const scores = (await json('score', pack)) as { id: string; index: number; dynamics: number }[];
    for (const model of ['potential', 'dynamics'] as const) {
      const { units } = (await json('robustness', pack, '--runs', '5', '--model', model)) as { units: { unit: string; score: number }[] };
      for (const u of units) expect(u.score).toBeCloseTo(scores.find((s) => s.id === u.unit)![model === 'potential' ? 'index' : 'dynamics'], 9);
    }
    const [year] = [2032];
    const then = (await json('score', pack, '--year', String(year))) as { id: string; index: number }[];
    const { units } = (await json('robustness', pack, '--runs', '5', '--year', String(year))) as { units: { unit: string; score: number }[] };
    for (const u of units) expect(u.score).toBeCloseTo(then.find((s) => s.id === u.unit)!.index, 9);
  });
  it('says what cannot be', async () => {
    for (const [args, status, message] of [
      [['--runs', '5..5'], 2, /a range a\.\.b/],
      [['--runs', 'many'], 2, /a range a\.\.b/],
      [['--seed', '-1'], 2, /a whole number from 0/],
      [['--year', '2030'], 2, /goes with a pack/],
      [['--time', '2030'], 2, /goes with a panel/],
      [['--out', at('x.json'), '--format', 'csv'], 2, /--out writes the runs/],
      [['--runs', '2', '--out', at('no/such/folder/x.json')], 2, /--out .*no such file/],
      [['--method', method('bad.json', { uncertainty: { factors: [] } })], 1, /uncertainty.factors/]
    ] as const) {
      const run = await atlas('robustness', HARBOURS, ...args);
      expect([args, run.status]).toEqual([args, status]);
      expect(run.stderr).toMatch(message);
    }
    expect((await atlas('robustness', 'tests/fixtures/lagoon', '--meta', 'x.csv')).stderr).toMatch(/goes with a table/);
  });
});

describe('merge', () => {
  it('parts in any order are one run, to the last bit', async () => {
    for (const [name, range] of [['a', '0..7'], ['b', '7..20'], ['c', '20..33'], ['whole', '0..33']] as const) expect((await atlas('robustness', HARBOURS, '--runs', range, '--out', at(`${name}.json`))).status).toBe(0);
    expect((await atlas('merge', at('c.json'), at('a.json'), at('b.json'), '--out', at('all.json'))).status).toBe(0);
    expect(readFileSync(at('all.json')).equals(readFileSync(at('whole.json')))).toBe(true);
    expect((await atlas('merge', at('b.json'), at('c.json'), at('a.json'), '--format', 'csv')).stdout).toBe((await atlas('robustness', HARBOURS, '--runs', '33', '--format', 'csv')).stdout);
  });
  it('refuses a gap, an overlap, another design, other data and what is no part', async () => {
    await atlas('robustness', HARBOURS, '--runs', '5..9', '--out', at('late.json'));
    await atlas('robustness', HARBOURS, '--runs', '7..9', '--seed', '9', '--out', at('seed.json'));
    await atlas('robustness', HARBOURS, '--runs', '7..9', '--method', method('other.json', { impute: 'mean' }), '--out', at('data.json'));
    writeFileSync(at('no.json'), '{}');
    for (const [parts, message] of [
      [['a', 'c'], /runs 7\.\.20 are missing/],
      [['a', 'late'], /runs 5\.\.7 are there twice/],
      [['a', 'seed'], /another design/],
      [['a', 'data'], /other data/],
      [['a', 'no'], /not a run set/]
    ] as const) {
      const run = await atlas('merge', ...parts.map((p) => at(`${p}.json`)));
      expect([parts, run.status, run.stdout]).toEqual([parts, 1, '']);
      expect(run.stderr).toMatch(message);
    }
    expect((await atlas('merge')).status).toBe(2);
    expect((await atlas('merge', at('nowhere.json'))).status).toBe(2);
  });
});

describe('sensitivity', () => {
  const options = { factors: [{ id: 'scale', kind: 'normalisation', options: [{ method: 'minMax', range: [1, 100] }, { method: 'percentileRank', range: [1, 100] }] }, { id: 'mean', kind: 'aggregation', level: 3, options: ['arithmetic', 'geometric'] }, { id: 'without', kind: 'omit', nodes: [null, 'Kelp', 'Delay'] }] };
  it('options only: exact, and the sum of first orders is at most one', async () => {
    const result = (await json('sensitivity', HARBOURS, '--method', method('options.json', { uncertainty: options }))) as { method: string; evaluations: number; indices: { factor: string; first: number; total: number }[] };
    expect([result.method, result.evaluations]).toEqual(['exact', 12]);
    expect(result.indices.map((i) => i.factor)).toEqual(['scale', 'mean', 'without']);
    expect(result.indices.reduce((s, i) => s + i.first, 0)).toBeLessThanOrEqual(1 + 1e-12);
    for (const i of result.indices) expect(i.total).toBeGreaterThanOrEqual(i.first - 1e-12);
  });
  it('exact indices of a score against the sums of squares written out', async () => {
    const two = { uncertainty: { factors: options.factors.slice(1) } };
    const { indices } = (await json('sensitivity', HARBOURS, '--of', 'scores', '--method', method('two.json', two))) as { indices: { outcome: string; factor: string; first: number }[] };
    // The same six indexes, one by one, through composite.
    const scores: number[][] = [];
    for (const aggregate of ['arithmetic', 'geometric']) {
      const row: number[] = [];
      for (const out of [[], ['Kelp'], ['Delay']]) row.push(((await json('composite', HARBOURS, '--method', method('one.json', { leaveOut: out, aggregate: { levels: ['arithmetic', aggregate] } }))) as { uCode: string; Index: number }[]).find((r) => r.uCode === 'EL')!.Index);
      scores.push(row);
    }
    const all = scores.flat();
    const mean = (x: number[]) => x.reduce((a, b) => a + b, 0) / x.length;
    const variance = (x: number[]) => mean(x.map((v) => (v - mean(x)) ** 2));
    const of = (factor: string) => indices.find((i) => i.outcome === 'EL' && i.factor === factor)!.first;
    expect(of('mean')).toBeCloseTo(variance(scores.map(mean)) / variance(all), 9);
    expect(of('without')).toBeCloseTo(variance([0, 1, 2].map((j) => mean(scores.map((row) => row[j]!)))) / variance(all), 9);
  });
  it('estimates have intervals that hold them', async () => {
    const { method: how, indices } = (await json('sensitivity', HARBOURS, '--n', '128', '--bootstrap', '60')) as { method: string; indices: { total: number; totalLo: number; totalHi: number }[] };
    expect(how).toBe('sobol');
    for (const i of indices) expect(i.totalLo <= i.total && i.total <= i.totalHi).toBe(true);
  });
  it('wrong numbers are said', async () => {
    expect((await atlas('sensitivity', HARBOURS, '--n', '0')).status).toBe(2);
    expect((await atlas('sensitivity', HARBOURS, '--of', 'mood')).stderr).toMatch(/shift, scores, ranks/);
  });
});
