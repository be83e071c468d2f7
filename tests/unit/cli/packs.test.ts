/* The commands validate and score in the formats for programs. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { atlas } from './terminal';

it('validate as json: every fault is an object; none is an empty list', async () => {
  const sound = await atlas('validate', 'tests/fixtures/lagoon', '--format', 'json');
  expect([sound.status, JSON.parse(sound.stdout)]).toEqual([0, []]);
  const folder = mkdtempSync(join(tmpdir(), 'atlas-validate-'));
  try {
    cpSync('tests/fixtures/lagoon', folder, { recursive: true });
    writeFileSync(join(folder, 'sites.csv'), readFileSync(join(folder, 'sites.csv'), 'utf8').replace(',XX-CO,', ',XX-QQ,'));
    const broken = await atlas('validate', folder, '--format', 'json');
    expect(broken.status).toBe(1);
    expect(JSON.parse(broken.stdout)).toContainEqual({ severity: 'error', file: 'sites.csv', row: 4, column: 'region', value: 'XX-QQ', expected: 'a code of regions.csv' });
    expect((await atlas('validate', folder, '--format', 'csv')).stdout).toMatch(/^severity,file,row,column,value,expected\nerror,sites\.csv,4,region,XX-QQ,/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('score as csv has the numbers of json', async () => {
  const json = JSON.parse((await atlas('score', 'tests/fixtures/lagoon', '--format', 'json')).stdout) as { id: string; index: number; blocks: Record<string, number> }[];
  const [head, ...lines] = (await atlas('score', 'tests/fixtures/lagoon', '--format', 'csv')).stdout.trim().split('\n').map((line) => line.split(','));
  const at = (name: string) => head!.indexOf(name);
  json.forEach((row, u) => {
    expect(lines[u]![at('id')]).toBe(row.id);
    expect(Number(lines[u]![at('index')])).toBe(row.index);
    for (const [block, score] of Object.entries(row.blocks)) expect(Number(lines[u]![at(block)])).toBe(score);
  });
});
