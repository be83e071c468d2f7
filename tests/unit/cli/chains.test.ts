import { describe, expect, it } from 'vitest';
import { atlas } from './terminal';

const rows = async (folder: string, ...args: string[]) => {
  const { status, stdout, stderr } = await atlas('chains', folder, '--format', 'json', ...args);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Record<string, string | number | null>[];
};
const lagoon = 'tests/fixtures/lagoon';

describe('command chains', () => {
  it('shows weak points of the cluster asked for', async () => {
    const weak = await rows(lagoon, '--cluster', 'skiffs');
    expect(weak.length).toBeGreaterThan(0);
    expect(weak.every((r) => r['cluster'] === 'skiffs' && Number(r['stops']) <= Number(r['touched']))).toBe(true);
  });
  it('shows proposals, each list from its first place', async () => {
    const proposals = await rows(lagoon, '--show', 'proposals');
    expect(proposals.length).toBeGreaterThan(0);
    expect(proposals.filter((r) => r['place'] === 1).length).toBe(new Set(proposals.map((r) => `${r['region']} ${String(r['function']).split('/')[0]}`)).size);
  });
  it('shows the modelled intensity of a cluster as shares', async () => {
    const found = await rows(lagoon, '--show', 'intensity', '--cluster', 'skiffs');
    expect(found.reduce((sum, r) => sum + Number(r['share']), 0)).toBeCloseTo(1, 9);
  });
  it('shows the test on hidden links', async () => {
    // Three candidates for each link of four regions.
    expect((await rows(lagoon, '--show', 'test')).find((r) => r['order'] === 'random')?.['at 1']).toBeCloseTo(1 / 3, 9);
  });
  it('shows the scenario of the VFD', async () => {
    expect((await rows('geodata/vfd', '--show', 'scenario')).filter((r) => r['of'] === 'growth').map((r) => r['what'])).toEqual(['today', 'concentrate', 'equalise', 'integrate']);
  });
  it('asks who could supply a stage', async () => {
    const list = await rows(lagoon, '--show', 'suppliers', '--region', 'XX-AL', '--cluster', 'skiffs', '--stage', 'gather');
    expect(list.length).toBeGreaterThan(0);
    expect(list.every((r) => r['leader'] === 'XX-AL' && r['function'] === 'skiffs/gather')).toBe(true);
  });
  it('says what is wrong', async () => {
    expect(await atlas('chains', lagoon, '--show', 'suppliers')).toMatchObject({ status: 2, stderr: expect.stringContaining('needs --cluster, --region') as string });
    expect(await atlas('chains', lagoon, '--region', 'XX-ZZ')).toMatchObject({ status: 2, stderr: expect.stringContaining('--region XX-ZZ: one of') as string });
    expect(await atlas('chains', lagoon, '--show', 'scenario')).toMatchObject({ status: 2, stderr: expect.stringContaining('“scenario”') as string });
  });
});
