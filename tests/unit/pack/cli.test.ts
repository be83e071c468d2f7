/* The commands validate and pack as a person runs them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServed } from '../../../src/lib/pack';
import { broken, edit, lagoon, open } from './packs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function atlas(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

// Each command starts a Node of its own.
describe('from a terminal', { timeout: 60_000 }, () => {
  it('validate counts what is in a sound pack', () => {
    const { status, stdout, stderr } = atlas('validate', 'tests/fixtures/lagoon');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('regions 4');
    expect(stdout).toContain('6 published, 5 derived');
    expect(stdout).toContain('observations 110, years 2030–2033, sources 2');
    expect(stdout).toContain('sites 6, links 6, classes of OKVED 2 6');
    expect(stdout).toContain('  kelp: 3 sites in 3 regions, partners outside 0\n    2 links: 2 between regions, 0 within one, 0 across the edge\n    documented, verified: 1; between regions 1, of these between named firms 1\n');
    expect(stdout).toContain('  skiffs: 3 sites in 3 regions, partners outside 1\n    4 links: 3 between regions, 0 within one, 1 across the edge\n');
    expect(stdout).toContain('proposed, recalled: 1; between regions 1, of these between named firms 0');
    expect(stdout).toContain('against the order of stages, with the reason: 1');
  });

  it('validate lists the faults of a broken one and exits with 1', () => {
    for (const [name, text] of broken(edit('sites.csv', ',XX-CO,', ',XX-QQ,'), edit('stages.csv', 'craft,1,', 'craft,one,'))) writeFileSync(join(folder, name), text);
    const { status, stderr } = atlas('validate', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('sites.csv\n  error at row 4, column region: "XX-QQ": a code of regions.csv');
    expect(stderr).toContain('stages.csv\n  error at row 3, column order: "one": a number');
    expect(stderr.trim().endsWith('errors, 0 warnings')).toBe(true);
  });

  it('wrong usage exits with 2 and teaches', () => {
    for (const args of [['dance'], ['validate', 'no/such/folder'], ['pack', 'tests/fixtures/lagoon', '--out', 'src']]) {
      const { status, stdout, stderr } = atlas(...args);
      expect(status, args.join(' ')).toBe(2);
      expect(stdout + stderr).toMatch(/usage/i);
    }
    expect(atlas('--help').status).toBe(0);
  });

  it('pack writes files that open as the pack', () => {
    const out = join(folder, 'packs');
    const { status, stdout } = atlas('pack', 'tests/fixtures/lagoon', '--out', out);
    expect(status).toBe(0);
    expect(stdout).toMatch(/lagoon\/core\.json +[\d.]+ kB, gzipped [\d.]+ kB/);
    expect(readdirSync(out).sort()).toEqual(['current.json', 'lagoon']);
    const read = (path: string): unknown => JSON.parse(readFileSync(join(out, path), 'utf8'));
    expect(read('current.json')).toEqual({ id: 'lagoon', version: expect.stringMatching(/^[0-9a-f]{12}$/) });
    const parts = Object.fromEntries(['core', 'chains', 'boundaries', 'water'].map((name) => [name, read(`lagoon/${name}.json`)]));
    expect(openServed({ core: parts['core'], ...parts }).chains).toEqual(open(lagoon).chains);
    expect(atlas('pack', 'tests/fixtures/lagoon', '--out', out).status).toBe(0);
  });
});
