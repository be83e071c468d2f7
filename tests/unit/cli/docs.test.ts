/* Every example of docs/cli.md runs: methods on the fixture they name, commands as they stand, cluster scripts in a shell. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atlas } from './terminal';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = readFileSync(join(root, 'docs/cli.md'), 'utf8');
const blocks = [...text.matchAll(/^```(\S*) ?(\S*)\n([\s\S]*?)^```$/gm)].map((m) => ({ language: m[1] ?? '', info: m[2] ?? '', body: m[3] ?? '', at: m.index, end: m.index + m[0].length }));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-docs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Files of runs go to a folder of our own. */
const elsewhere = (command: string) => command.replace(/(\/parts\/)?\bpart-/g, `${folder}/part-`);
const heading = (at: number) => [...text.slice(0, at).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '';

describe('method files', () => {
  const methods = blocks.filter((b) => b.language === 'json' && b.info !== '');
  it.each(methods.map((b, i) => [`${i + 1} ${heading(b.at)}`, b] as const))('%s', async (_, block) => {
    const method = join(folder, 'method.json');
    writeFileSync(method, block.body);
    const { status, stdout, stderr } = await atlas('composite', `tests/fixtures/${block.info}`, '--method', method, '--format', 'json');
    expect([status, stderr]).toEqual([0, '']);
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(1);
    const usual = await atlas('composite', `tests/fixtures/${block.info}`, '--format', 'json');
    const runs = JSON.parse(block.body) as { uncertainty?: object };
    // A field that changes nothing would be no example.
    if (runs.uncertainty === undefined) expect(stdout).not.toBe(usual.stdout);
    else expect((await atlas('robustness', `tests/fixtures/${block.info}`, '--method', method, '--runs', '20')).status).toBe(0);
  });
  it('every part has one', () => {
    const shown = new Set(methods.flatMap((b) => Object.keys(JSON.parse(b.body) as object)));
    for (const part of ['structure', 'leaveOut', 'directions', 'order', 'denominate', 'impute', 'screen', 'treat', 'normalise', 'weigh', 'aggregate', 'uncertainty', 'Impute', 'Screen', 'Treat', 'Normalise', 'Aggregate']) expect(shown, part).toContain(part);
  });
});

describe('commands', () => {
  const commands = blocks.filter((b) => b.language === 'sh').flatMap((b) => b.body.trim().split('\n').map((line) => ({ line, after: b.body.trim().split('\n').at(-1) === line ? b.end : -1 })));
  it('there are some of each kind', () => {
    for (const name of ['composite', 'robustness', 'merge', 'sensitivity']) expect(commands.some((c) => c.line.includes(`atlas -- ${name} `)), name).toBe(true);
  });
  it.each(commands.map((c) => [c.line, c] as const))('%s', async (_, { line, after }) => {
    const [, args = ''] = /^npm run --silent atlas -- (.*)$/.exec(line) ?? [];
    const { status, stdout } = await atlas(...elsewhere(args).split(' '));
    expect(status).toBe(0);
    // An output that is shown is the output.
    const shown = blocks.find((b) => b.language === 'text' && after >= 0 && b.at >= after && text.slice(after, b.at).trim() === '');
    if (shown) expect(stdout).toBe(shown.body);
  });
});

describe('on a cluster', { timeout: 120_000 }, () => {
  const shell = (script: string, environment: Record<string, string>) => spawnSync('bash', ['-c', elsewhere(script)], { cwd: root, encoding: 'utf8', env: { ...process.env, ...environment } });
  const slurm = blocks.find((b) => b.info === 'slurm')?.body ?? '';
  const job = blocks.find((b) => b.language === 'yaml')?.body ?? '';
  it('tasks of a Slurm array and of a Kubernetes job write parts that merge into what one machine does', async () => {
    const script = /args:\n +- \|\n((?: {14}.*\n)+)/.exec(job)?.[1] ?? '';
    expect(shell(slurm, { SLURM_ARRAY_TASK_ID: '0' }).status).toBe(0);
    expect(shell(script, { JOB_COMPLETION_INDEX: '1' }).status).toBe(0);
    const [one, two, all, whole] = ['part-0', 'part-1', 'all', 'whole'].map((name) => join(folder, `${name}.json`)) as [string, string, string, string];
    expect([existsSync(one), existsSync(two)]).toEqual([true, true]);
    expect((await atlas('merge', two, one, '--out', all)).status).toBe(0);
    expect((await atlas('robustness', 'tests/fixtures/harbours', '--runs', '0..100', '--out', whole)).status).toBe(0);
    expect(readFileSync(all).equals(readFileSync(whole))).toBe(true);
  });
});
