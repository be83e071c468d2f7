/*
 * A walk: "I am a student: what is this chain and how sure are we?" From the map to the clusters, into one
 * chain, down to a stage and a region, to a single link and where it stands. Figures are set against the tables.
 */
import { clickShape, expect, test } from './still';
import { from, links, roles, sites, to } from './pack';

const CLUSTER = 'aircraft';
const own = links.filter((l) => l['cluster'] === CLUSTER);
const regionOf = (id: string) => sites.find((s) => s['site_id'] === id)!['region']!;

test('I am a student: what is this chain and how sure are we?', async ({ page }, info) => {
  const picture = (name: string, full = false) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: full });

  // Where are the chains?
  await page.goto('/findings');
  await page.getByText('Contents').click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Clusters' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clusters');
  await picture('1-clusters', true);
  await page.getByRole('link', { name: 'Aircraft' }).click();

  // What is this chain? Six functions in order, each with who carries it out.
  await page.locator('[data-pick="stage"]').waitFor();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aircraft');
  await expect(page.locator('.stage [data-node="assembly"]')).toHaveAttribute('aria-label', /^A5 Assembly or processing: \d+\ssites in \d+\sregions/);
  await expect(page.locator('.stage [data-node="raw"]')).toContainText('no known site');
  await picture('2-scheme');

  // Partners outside the district are never counted among its sites.
  const inside = new Set(roles.filter((r) => r['cluster'] === CLUSTER && regionOf(r['site_id']!) !== '').map((r) => r['site_id']));
  await expect(page.locator('[data-chosen]')).toContainText(new RegExp(`: ${inside.size}\\ssites, \\d+\\spartners outside, ${own.length}\\slinks`));

  // How sure are we of all of it? The bar counts what the table holds.
  const level = (evidence: string, some = own) => some.filter((l) => l['evidence'] === evidence).length;
  await expect(page.locator('[data-sure]')).toContainText(`${level('documented')} documented, ${level('plausible')} plausible`);
  await expect(page.locator('[data-sure]')).toContainText(new RegExp(`${own.filter((l) => l['verification'] === 'verified').length} of ${own.length}\\slinks found in a stored source`));

  // One stage, by its box.
  await page.locator('.stage [data-node="components"]').click();
  await expect(page.locator('.stage svg')).toHaveAttribute('data-stage', 'components');
  await picture('3-components');

  // Who of this is in Perm?
  const perm = page.locator('path.region[data-region="RU-PER"]');
  await perm.scrollIntoViewIfNeeded();
  await clickShape(page, perm);
  await expect(page).toHaveURL(/stage=components&region=RU-PER/);
  const there = roles.filter((r) => r['cluster'] === CLUSTER && r['stage'] === 'components' && regionOf(r['site_id']!) === 'RU-PER').map((r) => r['site_id']!);
  expect(there.length).toBeGreaterThan(0);
  await expect(page.locator('tr[data-site]')).toHaveCount(there.length);
  for (const id of there) await expect(page.locator(`tr[data-site="${id}"]`)).toContainText(roles.find((r) => r['site_id'] === id && r['cluster'] === CLUSTER)!['okved2']!);
  await page.locator('[data-chosen]').scrollIntoViewIfNeeded();
  await picture('4-perm');

  // One link: what flows, its class, its basis, how it was verified, where it stands.
  const shown = await page.locator('[data-link]').evaluateAll((all) => all.map((l) => l.getAttribute('data-link')!));
  for (const id of shown) {
    const link = own.find((l) => l['link_id'] === id)!;
    expect([from(link), to(link)]).toContain('RU-PER');
  }
  const sure = own.find((l) => shown.includes(l['link_id']!) && l['evidence'] === 'documented')!;
  const item = page.locator(`[data-link="${sure['link_id']}"]`);
  for (const part of ['flow_en', 'basis_en', 'okved2'] as const) await expect(item).toContainText(sure[part]!);
  await expect(item.getByRole('link').first()).toHaveAttribute('href', sure['source']!.split('; ')[0]!);
  await item.scrollIntoViewIfNeeded();
  await picture('5-link');

  // And what would stop if one site failed? Said with what it does not mean.
  await page.getByRole('button', { name: 'Show everything' }).click();
  const points = page.locator('[data-reveal="points"]');
  await expect(points).toContainText('Plants keep stocks and know suppliers that we do not.');
  await points.getByRole('group').first().click();
  await points.scrollIntoViewIfNeeded();
  await picture('6-reveals');
});
