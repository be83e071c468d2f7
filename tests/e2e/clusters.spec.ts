/* Each cluster is switched on and off, and the evidence filter says how sure a link must be. */
import type { Page } from '@playwright/test';
import { expect, openAtlas, test } from './still';
import { arrowsOf, clusters, links } from './pack';

const arrows = async (page: Page) => (await page.locator('.still [data-flow]').evaluateAll((all) => all.map((a) => a.getAttribute('data-flow')!))).sort();

for (const { cluster, name_en: name } of clusters) {
  test(`${name}: on, with weaker evidence, and off`, async ({ page }) => {
    const own = (...evidence: string[]) => arrowsOf(links.filter((l) => l['cluster'] === cluster && evidence.includes(l['evidence']!)));
    expect(own('plausible')).not.toHaveLength(0);
    await openAtlas(page, '/?mode=chains&clusters=none');
    await expect(page.getByText('No link fits this choice')).toBeVisible();
    const box = page.getByRole('group', { name: 'Clusters' }).getByRole('checkbox', { name: name! });
    await box.check();
    await expect.poll(() => arrows(page)).toEqual(own('documented'));
    await page.locator('[data-evidence="plausible"]').check();
    await expect.poll(() => arrows(page)).toEqual(own('documented', 'plausible'));
    await page.locator('[data-evidence="documented"]').uncheck();
    await expect.poll(() => arrows(page)).toEqual(own('plausible'));
    await box.uncheck();
    await expect.poll(() => arrows(page)).toEqual([]);
    await expect(page.getByText('No link fits this choice')).toBeVisible();
  });
}

test('clusters are shown together', async ({ page }) => {
  await openAtlas(page, '/?mode=chains');
  for (const { cluster } of clusters) await page.locator(`[data-cluster="${cluster}"]`).check();
  await expect.poll(() => arrows(page)).toEqual(arrowsOf(links.filter((l) => l['evidence'] === 'documented')));
});

test('a level of evidence is drawn so that it can be told from the documented one', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&clusters=petrochemicals&evidence=documented~plausible');
  const sure = new Set(arrowsOf(links.filter((l) => l['cluster'] === 'petrochemicals' && l['evidence'] === 'documented' && l['period'] === 'current')));
  const weak = arrowsOf(links.filter((l) => l['cluster'] === 'petrochemicals' && l['evidence'] === 'plausible')).filter((id) => !sure.has(id));
  const certain = page.locator(`[data-flow="${[...sure][0]}"]`);
  await expect(certain).not.toHaveClass(/hollow/);
  await expect(page.locator(`[data-flow="${weak[0]}"]`)).toHaveClass(/hollow/);
});
