/* The command analyse: published tables through it, every look on tables and packs, formats, faults and exit codes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atlas } from './terminal';

const HARBOURS = 'tests/fixtures/harbours';
const LAGOON = 'tests/fixtures/lagoon';
let folder = '';
let data = '';
interface Tai {
  indicators: string[];
  countries: string[];
  values: number[][];
}
const read = <T>(file: string) => JSON.parse(readFileSync(`tests/fixtures/tai/${file}`, 'utf8')) as T;
const tai = read<Tai>('tai.json');
const printed = read<{ numpyCorrelations: number[][]; numpyEigenvalues: number[]; numpyAlpha: number; numpyAlphaIfDeleted: number[] }>('analysis.json');
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-analyse-'));
  data = join(folder, 'tai.csv');
  writeFileSync(data, [['uCode', ...tai.indicators].join(','), ...tai.countries.map((c, u) => [c, ...tai.values[u]!].join(','))].join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Rows = Record<string, number | string | null>[];
async function look(subject: readonly string[], what: string, ...more: string[]): Promise<Rows> {
  const { status, stdout, stderr } = await atlas('analyse', ...subject, '--what', what, ...more, '--format', 'json');
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Rows;
}

describe('Technology Achievement Index (OECD/JRC Handbook 2008), through the command', () => {
  const index = () => ['--data', data];
  it('correlations, eigenvalues and alpha as numpy has them; min–max changes none of them', async () => {
    for (const stage of ['raw', 'normalised']) {
      const matrix = await look(index(), 'correlations', '--level', '1', '--stage', stage, '--show', 'matrix');
      matrix.forEach((row, i) => tai.indicators.forEach((id, j) => expect(row[id]).toBeCloseTo(printed.numpyCorrelations[i]![j]!, 11)));
      const components = await look(index(), 'pca', '--stage', stage);
      components.forEach((row, f) => expect(row['eigenvalue']).toBeCloseTo(printed.numpyEigenvalues[f]!, 11));
      const alpha = await look(index(), 'alpha', '--stage', stage);
      expect(alpha.find((r) => r['group'] === 'all of level 1')?.['alphaStandardised']).toBeCloseTo(printed.numpyAlpha, 11);
    }
    const items = await look(index(), 'alpha', '--node', 'Index');
    items.forEach((row, j) => expect(row['alphaStandardisedWithout']).toBeCloseTo(printed.numpyAlphaIfDeleted[j]!, 11));
  });
  it('statistics under the names of COINr', async () => {
    const stats = await look(index(), 'stats');
    expect(Object.keys(stats[0]!)).toEqual(['iCode', 'Min', 'Max', 'Mean', 'Median', 'Std', 'Skew', 'Kurt', 'N.Avail', 'N.NonZero', 'N.Unique', 'N.Same', 'Frc.Avail', 'Frc.NonZero', 'Frc.Unique', 'Frc.Same', 'Flag.Avail', 'Flag.NonZero', 'Flag.Unique', 'Flag.SkewKurt']);
    const column = tai.values.map((row) => row[0]!);
    expect(stats[0]).toMatchObject({ iCode: 'patents', Min: Math.min(...column), Max: Math.max(...column), 'N.Avail': 23, 'Flag.SkewKurt': 'OUT' });
    expect((await look(index(), 'stats', '--limits', 'skew=9,kurt=99'))[0]).toMatchObject({ 'Flag.SkewKurt': 'ok' });
  });
});

describe('every look', () => {
  const looks: [string, string[]][] = [
    ['stats', []], ['correlations', ['--kind', 'kendall']], ['correlations', ['--level', '1,2', '--kind', 'spearman']], ['flags', []], ['flags', ['--group', '2', '--threshold', '0.5', '--side', 'low']], ['alpha', []],
    ['pca', ['--show', 'loadings']], ['pca', ['--show', 'adequacy']], ['importance', ['--by', 'bins']], ['strengths', ['--top', '2', '--bottom', '1']], ['removal', ['--level', '2', '--show', 'ranks']], ['compare', []], ['weights-change', ['--norm', 'moved']], ['weights-change', ['--node', 'indicators']]
  ];
  it.each(looks)('%s %s, on tables, on a panel and on packs', async (what, options) => {
    for (const subject of [[HARBOURS], ['tests/fixtures/harbours-panel'], [LAGOON], [LAGOON, '--model', 'dynamics']]) {
      // The panel normalises over all times; its method has no other way that a run could repeat.
      const found = await look(subject, what, ...options);
      expect(Array.isArray(found)).toBe(true);
      for (const row of found) for (const value of Object.values(row)) expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true);
    }
  });
  it('csv writes what json says, in full', async () => {
    const rows = await look([HARBOURS], 'importance');
    const { stdout } = await atlas('analyse', HARBOURS, '--what', 'importance', '--format', 'csv');
    const [head = '', ...lines] = stdout.trim().split('\n');
    expect(head.split(',')).toEqual(Object.keys(rows[0]!));
    lines.forEach((line, r) => expect(line.split(',')).toEqual(Object.values(rows[r]!).map((v) => (v === null ? 'NA' : String(v)))));
  });
});

describe('what it says holds', () => {
  it('removal: the ranks without an indicator are those of a method that leaves it out', async () => {
    const ranks = await look([HARBOURS], 'removal', '--show', 'ranks');
    const method = join(folder, 'without.json');
    writeFileSync(method, JSON.stringify({ leaveOut: ['Spills'] }));
    const { stdout } = await atlas('composite', HARBOURS, '--method', method, '--stage', 'ranks', '--format', 'json');
    const other = JSON.parse(stdout) as Rows;
    for (const row of ranks) expect(row['Spills']).toBe(other.find((r) => r['uCode'] === row['uCode'])!['Index']);
    const compared = await look([HARBOURS], 'compare', '--with', method, '--show', 'ranks');
    for (const row of compared) expect(row[method]).toBe(ranks.find((r) => r['uCode'] === row['uCode'])!['Spills']);
  });
  it('weights-change: a method with the weights it names makes the two equal', async () => {
    const rows = await look([LAGOON], 'weights-change');
    expect(rows.length).toBeGreaterThan(0);
    const pairs = await look([HARBOURS], 'weights-change');
    const pair = pairs.find((r) => r['outcome'] === 'reversal')!;
    const change = await look([HARBOURS], 'weights-change', '--pair', `${String(pair['ahead'])},${String(pair['behind'])}`);
    const method = join(folder, 'changed.json');
    writeFileSync(method, JSON.stringify({ weigh: { method: 'given', weights: Object.fromEntries(change.map((r) => [String(r['node']), Number(r['changed'])])) } }));
    const { stdout } = await atlas('composite', HARBOURS, '--method', method, '--stage', 'aggregated', '--format', 'json');
    const scores = JSON.parse(stdout) as Rows;
    const at = (unit: unknown) => Number(scores.find((r) => r['uCode'] === unit)!['Index']);
    expect(at(pair['ahead'])).toBeCloseTo(at(pair['behind']), 9);
  });
  it('strengths are the best places by direction, within a group where one is named', async () => {
    const all = await look([HARBOURS], 'strengths', '--unit', 'BR', '--top', '1', '--bottom', '0');
    expect(all).toEqual([expect.objectContaining({ unit: 'BR', side: 'strength', indicator: 'Spills', value: 0, rank: 1 })]);
    expect(Object.keys((await look([HARBOURS], 'strengths', '--group', 'Coast'))[0]!)).toContain('groupRank');
  });
});

describe('bad input', () => {
  const fails: [string[], number, RegExp][] = [
    [[HARBOURS, '--what', 'magic'], 2, /one of stats, correlations/],
    [[HARBOURS, '--what', 'stats', '--pair', 'AV,CO'], 2, /--pair does not go with --what stats/],
    [[HARBOURS, '--what', 'stats', '--limits', 'skew'], 2, /name=number/],
    [[HARBOURS, '--what', 'stats', '--limits', 'unq=3'], 1, /unique 3/],
    [[HARBOURS, '--what', 'correlations', '--level', '9'], 2, /levels of 1 to 3/],
    [[HARBOURS, '--what', 'correlations', '--stage', 'raw'], 2, /choose --level 1/],
    [[HARBOURS, '--what', 'correlations', '--show', 'matrix'], 2, /goes with --level/],
    [[HARBOURS, '--what', 'pca', '--node', 'Nowhere'], 2, /one of Capacity/],
    [[HARBOURS, '--what', 'strengths', '--unit', 'QQ'], 2, /one of AV/],
    [[HARBOURS, '--what', 'strengths', '--group', 'Sea'], 2, /groups Coast/],
    [[HARBOURS, '--what', 'weights-change', '--pair', 'AV'], 2, /two units/],
    [[HARBOURS, '--what', 'removal', '--level', '3'], 2, /1 to 2/],
    [[HARBOURS, '--what', 'stats', '--time', '2030'], 2, /goes with a panel/],
    [[LAGOON, '--what', 'stats', '--stage', 'treated'], 2, /a pack has raw/],
    [[LAGOON, '--what', 'compare', '--with', 'm.json'], 2, /goes with a table/],
    [[LAGOON, '--what', 'stats', '--year', '1999'], 2, /has scores for/],
    [['no/such/folder'], 2, /no folder/],
    [[], 2, /which pack|which data/]
  ];
  it.each(fails)('%s', async (args, status, message) => {
    const run = await atlas('analyse', ...args);
    expect(run.status).toBe(status);
    expect(run.stderr).toMatch(message);
    expect(run.stdout).toBe('');
  });
  it('an index of other means cannot be asked for the least change, and says so', async () => {
    const method = join(folder, 'geometric.json');
    writeFileSync(method, JSON.stringify({ normalise: { range: [1, 100] }, aggregate: 'geometric' }));
    const { status, stderr } = await atlas('analyse', HARBOURS, '--method', method, '--what', 'weights-change');
    expect([status, stderr.includes('weighted arithmetic mean')]).toEqual([1, true]);
  });
  it('--help tells of every look', async () => {
    const { status, stdout } = await atlas('analyse', '--help');
    expect(status).toBe(0);
    for (const what of ['stats', 'correlations', 'flags', 'alpha', 'pca', 'importance', 'strengths', 'removal', 'compare', 'weights-change']) expect(stdout).toMatch(new RegExp(`^${what} `, 'm'));
  });
});
