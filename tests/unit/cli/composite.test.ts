/* The command composite: published tables through it, stages, formats, faults and exit codes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atlas } from './terminal';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const HARBOURS = 'tests/fixtures/harbours';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-composite-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string | object): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const csv = (units: string[], columns: string[], rows: number[][]) => [['uCode', ...columns].join(','), ...units.map((unit, u) => [unit, ...rows[u]!].join(','))].join('\n');
type Rows = Record<string, number | string | null>[];
async function rows(data: string, method: object, stage: string): Promise<Rows> {
  const { status, stdout, stderr } = await atlas('composite', '--data', put('data.csv', data), '--method', put('method.json', method), '--stage', stage, '--format', 'json');
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Rows;
}

describe('Technology Achievement Index (OECD/JRC Handbook 2008), through the command', () => {
  const tai = JSON.parse(readFileSync(join(root, 'tests/fixtures/tai/tai.json'), 'utf8')) as {
    indicators: string[]; countries: string[]; values: number[][]; table15SchoolingMinMax: number[]; table23Order: string[]; table23EqualWeightRanks: number[]; goalposts: { lo: number[]; hi: number[] }; numpyEqualWeightScores: Record<string, number>; table41RanksWithoutTelephonesElectricity: number[];
  };
  const data = csv(tai.countries, tai.indicators, tai.values);
  const posts = { method: 'none', of: Object.fromEntries(tai.indicators.map((id, j) => [id, { method: 'goalposts', lo: tai.goalposts.lo[j], hi: tai.goalposts.hi[j] }])) };
  const inOrder = (result: Rows, id: string) => tai.table23Order.map((c) => result.find((r) => r['uCode'] === c)?.[id]);

  it('Table 15: min–max and z-scores of schooling', async () => {
    const scaled = await rows(data, { normalise: { range: [0, 1] } }, 'normalised');
    tai.table15SchoolingMinMax.forEach((printed, u) => expect(Math.abs(Number(scaled[u]!['schooling']) - printed)).toBeLessThanOrEqual(0.00501));
    const z = await rows(data, { normalise: 'zScore' }, 'normalised');
    const printed = [0.26, 1.52, 1.14, -0.06, 0.76, -0.12, -0.12, 1.27, 0.83, -1.58, 0.38, 1.46, -0.12, -0.19, 1.33, -0.76, -1.08, 0.0, -1.46, -1.52, -0.06, -0.31, -1.58];
    // Printed to two decimals from data that had more.
    printed.forEach((p, u) => expect(Math.abs(Number(z[u]!['schooling']) - p)).toBeLessThanOrEqual(0.00501));
  });
  it('Table 23: equal weights and budget allocation give the printed ranks; numpy’s scores to 1e-12', async () => {
    const scores = await rows(data, { normalise: posts }, 'aggregated');
    scores.forEach((row) => expect(row['Index']).toBeCloseTo(tai.numpyEqualWeightScores[String(row['uCode'])]!, 12));
    expect(inOrder(await rows(data, { normalise: posts }, 'ranks'), 'Index')).toEqual(tai.table23EqualWeightRanks);
    // Table 22, column BAP; Table 23, column BAP.
    const points = [11, 11, 11, 18, 10, 6, 15, 18];
    const ranks = await rows(data, { normalise: posts, weigh: { method: 'budget', points: [points] } }, 'ranks');
    expect(inOrder(ranks, 'Index')).toEqual([1, 2, 3, 5, 4, 8, 7, 6, 10, 11, 9, 13, 12, 14, 17, 15, 16, 18, 19, 21, 22, 20, 23]);
  });
  it('Table 41: two indicators left out', async () => {
    const six = { ...posts, of: Object.fromEntries(Object.entries(posts.of).filter(([id]) => !/telephones|electricity/.test(id))) };
    const out = tai.indicators.filter((id) => /telephones|electricity/.test(id));
    expect((await rows(data, { leaveOut: out, normalise: six }, 'ranks')).map((r) => r['Index'])).toEqual(tai.table41RanksWithoutTelephonesElectricity);
  });
  it('Table 38: geometric mean of the values as they stand', async () => {
    const ranks = await rows(data, { normalise: 'none', aggregate: 'geometric' }, 'ranks');
    expect(inOrder(ranks, 'Index')).toEqual([2, 1, 3, 4, 16, 5, 6, 18, 13, 14, 8, 11, 7, 9, 17, 12, 10, 15, 19, 21, 23, 22, 20]);
  });
  it('Table 18: weights by factor analysis', async () => {
    const weights = await rows(data, { normalise: 'none', weigh: { method: 'factors', factors: 4 } }, 'weights');
    // Printed to two decimals, with logarithms of more digits than Table A.2 has.
    [0.17, 0.15, 0.11, 0.07, 0.08, 0.12, 0.14, 0.16].forEach((w, j) => expect(Math.abs(Number(weights[j]!['Weight']) - w)).toBeLessThan(0.0075));
  });
  it('Table 19: benefit of the doubt, each weight between 10 and 15 %', async () => {
    const printed: Record<string, number> = { Finland: 1, 'United States': 1, Sweden: 1, Japan: 0.87, Korea: 0.8, Netherlands: 0.75, 'United Kingdom': 0.71, Canada: 0.73, Australia: 0.66, Singapore: 0.62, Germany: 0.62, Norway: 0.86, Ireland: 0.6, Belgium: 0.54, 'New Zealand': 0.58, Austria: 0.52, France: 0.51, Israel: 0.49, Spain: 0.34, Italy: 0.38, 'Czech Republic': 0.31, Hungary: 0.27, Slovenia: 0.28 };
    for (const row of await rows(data, { normalise: { range: [0, 1] }, aggregate: { method: 'benefitOfDoubt', least: 0.1, most: 0.15 } }, 'aggregated')) expect(Math.abs(Number(row['Index']) - printed[String(row['uCode'])]!)).toBeLessThan(0.0075);
  });
  it('Table 20: AHP with its consistency ratio', async () => {
    const third = 1 / 3;
    const matrix = [[1, 2, 3, 2, 5, 5, 1, 3], [0.5, 1, 2, 0.5, 4, 4, 0.5, 3], [third, 0.5, 1, 0.25, 2, 2, 0.2, 0.5], [0.5, 2, 4, 1, 4, 4, 0.5, 3], [0.2, 0.25, 0.5, 0.25, 1, 1, 0.2, 0.5], [0.2, 0.25, 0.5, 0.25, 1, 1, 0.2, 0.5], [1, 2, 5, 2, 5, 5, 1, 4], [third, third, 2, third, 2, 2, 0.25, 1]];
    const method = { weigh: { method: 'ahp', matrix } };
    const weights = (await rows(data, method, 'weights')).slice(0, 8).map((r) => Number(r['Weight']));
    // A principal eigenvector is one: M w = λ w in every row, and CR = (λ − 8) ÷ 7 ÷ 1.41.
    const ratios = matrix.map((row, i) => row.reduce((s, v, j) => s + v * weights[j]!, 0) / weights[i]!);
    ratios.forEach((r) => expect(r).toBeCloseTo(ratios[0]!, 10));
    const log = await rows(data, method, 'log');
    expect(log.find((n) => n['kind'] === 'consistency')?.['message']).toContain(`consistency ratio ${String((ratios[0]! - 8) / 7 / 1.41).slice(0, 9)}`);
  });
});

describe('decision matrices with the values of pymcdm’s and scikit-criteria’s own tests', () => {
  const named = (matrix: number[][]) => csv(matrix.map((_, i) => `a${i + 1}`), matrix[0]!.map((_, j) => `c${j + 1}`), matrix);
  const close = (got: unknown[], printed: number[], digits: number) => printed.forEach((p, i) => expect(Number(got[i])).toBeCloseTo(p, digits));
  const weights = async (matrix: number[][], weigh: object, directions = {}) => (await rows(named(matrix), { weigh: { ...weigh, on: 'treated' }, directions }, 'weights')).map((r) => r['Weight']);
  it('entropy, MEREC, CRITIC', async () => {
    // scikit-criteria, test_EntropyWeighter_simple_matrix.
    close(await weights([[1, 2], [4, 16]], { method: 'entropy' }), [0.358889, 0.641111], 6);
    // Keshavarz-Ghorabaee et al. (2021); pymcdm, TestMERECWeights.
    close(await weights([[450, 8000, 54, 145], [10, 9100, 2, 160], [100, 8200, 31, 153], [220, 9300, 1, 162], [5, 8400, 23, 158]], { method: 'merec' }, { c3: -1, c4: -1 }), [0.5752, 0.0141, 0.4016, 0.0091], 4);
    // pymcdm, TestCRITICWeights.
    close(await weights([[5000, 3, 3, 4, 3, 2], [680, 5, 3, 2, 2, 1], [2000, 3, 2, 3, 4, 3], [600, 4, 3, 1, 2, 2], [800, 2, 4, 3, 3, 4]], { method: 'critic' }), [0.157, 0.249, 0.168, 0.121, 0.154, 0.151], 3);
  });
  it('TOPSIS and PROMETHEE II', async () => {
    const scores = async (matrix: number[][], method: object) => (await rows(named(matrix), method, 'aggregated')).map((r) => r['Index']);
    // pymcdm, TestTOPSIS and TestPROMETHEE_II.
    close(await scores([[1, 3000], [2, 3750], [5, 4500]], { directions: { c1: -1 }, normalise: { range: [0, 1] }, weigh: 'equal', aggregate: 'topsis' }), [0.5, 0.617, 0.5], 3);
    close(await scores([[4, 3, 2], [3, 2, 4], [5, 1, 3]], { normalise: 'none', weigh: { method: 'given', weights: { c1: 0.5, c2: 0.3, c3: 0.2 } }, aggregate: 'promethee' }), [0.1, -0.3, 0.2], 12);
  });
});

describe('stages, formats and groups', () => {
  const parsed = (text: string) => text.trim().split('\n').map((line) => line.split(','));
  it('csv, json and table say the same', async () => {
    const json = JSON.parse((await atlas('composite', HARBOURS, '--stage', 'denominated', '--format', 'json')).stdout) as Rows;
    const [head, ...body] = parsed((await atlas('composite', HARBOURS, '--stage', 'denominated', '--format', 'csv')).stdout);
    expect(body.map((cells) => Object.fromEntries(head!.map((name, j) => [name, name === 'uCode' ? cells[j] : cells[j] === 'NA' ? null : Number(cells[j])])))).toEqual(json);
    expect(json[1]).toEqual({ uCode: 'BR', Berths: 3.5, Cranes: 4, Depth: 9, Delay: 12, Spills: 0, Kelp: 55 });
    expect((await atlas('composite', HARBOURS, '--stage', 'denominated')).stdout).toMatch(/^BR {2,}3\.5000 {2,}4 {2,}9 {2,}12 {2,}0 {2,}55$/m);
  });
  it('all stages at once', async () => {
    const all = JSON.parse((await atlas('composite', HARBOURS, '--stage', 'all')).stdout) as Record<string, Rows>;
    expect(Object.keys(all)).toEqual(['results', 'raw', 'denominated', 'imputed', 'screened', 'treated', 'normalised', 'aggregated', 'ranks', 'weights', 'marks', 'coverage', 'treatment', 'points', 'log']);
    expect(all['weights']!.find((r) => r['iCode'] === 'Depth')).toEqual({ iCode: 'Depth', Level: 1, Parent: 'Capacity', Weight: 0.5, EffWeight: expect.closeTo(1 / 6, 12) as number });
    expect(all['coverage']!.find((r) => r['uCode'] === 'FO')).toMatchObject({ Service: 0, Capacity: expect.closeTo(1 / 3, 12) as number });
  });
  it('ranks, also within groups', async () => {
    const [, ...body] = parsed((await atlas('composite', HARBOURS, '--stage', 'ranks', '--group', 'Coast', '--format', 'csv')).stdout);
    // West: Avela 63.0, Brine Bay 57.1, Fogness 43.8; east: Corvo 60, Elverhaven 52.5, Dunmere 33.7.
    expect(body.map((cells) => cells.slice(0, 3).join(' '))).toEqual(['AV west 1', 'BR west 2', 'CO east 1', 'DU east 3', 'EL east 2', 'FO west 3']);
  });
  it('a panel by unit and time', async () => {
    const panel = JSON.parse((await atlas('composite', 'tests/fixtures/harbours-panel', '--format', 'json')).stdout) as Rows;
    expect(panel.map((r) => [r['Time'], r['Rank']])).toEqual([...Array.from({ length: 4 }, (_, i) => [2030, i + 1]), ...Array.from({ length: 4 }, (_, i) => [2031, i + 1])]);
  });
  it('treatment and points of a spike', async () => {
    const data = csv(Array.from({ length: 12 }, (_, i) => `u${i}`), ['x', 'y'], Array.from({ length: 12 }, (_, i) => [i === 5 ? 500 : i, 20 - i]));
    expect(await rows(data, { treat: 'chain' }, 'points')).toEqual([{ uCode: 'u5', iCode: 'x', action: 'winhi' }]);
    const [x, y] = await rows(data, { treat: 'chain' }, 'treatment');
    expect([x!['pass0'], x!['step1'], x!['moved1'], x!['pass1'], x!['result'], y!['pass0'], y!['result']]).toEqual([false, 'winsorise', 1, true, 'winsorise', true, 'as it was']);
  });
  it('a file instead of standard output', async () => {
    const out = join(folder, 'out.csv');
    expect(await atlas('composite', HARBOURS, '--stage', 'weights', '--format', 'csv', '--out', out)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(out, 'utf8')).toContain('Index,3,NA,1,1');
  });
});

describe('faults and wrong usage', () => {
  it('faults of tables and method come together, with exit code 1', async () => {
    const data = put('iData.csv', readFileSync(join(root, HARBOURS, 'iData.csv'), 'utf8').replace(',60,', ',"1,060",'));
    const { status, stdout, stderr } = await atlas('composite', '--data', data, '--meta', `${HARBOURS}/iMeta.csv`, '--method', put('m.json', { screen: { present: 7 } }));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('iData.csv\n  error at row 4, column Berths: "1,060": a number, or NA or an empty cell where it is missing; write it without thousands separators');
    expect(stderr).toContain('m.json\n  error at column screen.present: "7": a number <=1');
  });
  it('values that a scheme cannot take are said, not thrown', async () => {
    const { status, stderr } = await atlas('composite', HARBOURS, '--method', put('m.json', { normalise: 'zScore', weigh: 'entropy' }));
    expect([status, stderr]).toEqual([1, expect.stringMatching(/weights of the children of Capacity: entropy: value -\d.* is negative/) as string]);
  });
  it.each([
    [['composite'], /which data/],
    [['composite', 'no/such/folder'], /no folder/],
    [['composite', 'tests/unit'], /no iData.csv in tests\/unit/],
    [['composite', '--data', 'no.csv'], /no file no.csv/],
    [['composite', HARBOURS, '--stage', 'cooked'], /--stage cooked: one of results, raw/],
    [['composite', HARBOURS, '--stge', 'raw'], /unknown option --stge; known: --data/],
    [['composite', HARBOURS, '--group', 'Coast'], /--stage ranks/],
    [['composite', HARBOURS, '--stage', 'ranks', '--group', 'Sea'], /the data have the groups Coast/],
    [['composite', HARBOURS, '--out', 'no/such/folder/x'], /--out/],
    [['dance'], /unknown command dance/]
  ])('%j exits with 2', async (args, message) => {
    const { status, stdout, stderr } = await atlas(...args);
    expect(status).toBe(2);
    expect(stdout + stderr).toMatch(message);
    expect(stdout + stderr).toMatch(/usage/i);
  });
  it('every command teaches with an example', async () => {
    const { stdout } = await atlas('--help');
    const names = [...stdout.matchAll(/^ {2}(\w+) {2}/gm)].map((m) => m[1]!);
    expect(names).toEqual(expect.arrayContaining(['validate', 'score', 'composite', 'robustness', 'merge', 'sensitivity', 'pack']));
    for (const name of names) {
      const help = await atlas(name, '--help');
      expect([name, help.status]).toEqual([name, 0]);
      expect(help.stdout, name).toMatch(new RegExp(`npm run --silent atlas -- ${name} `));
    }
  });
});

describe('as a process of its own', { timeout: 60_000 }, () => {
  it('results on standard output, warnings on standard error', () => {
    const data = put('extra.csv', 'place,x\nA,1\nB,2\n');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'composite', '--data', data, '--format', 'csv'], { cwd: root, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, 'uCode,Rank,Index,imputed\nB,1,100,0\nA,2,0,0\n']);
    expect(stderr).toContain('warning at row 1, column place');
  });
});
