/* The page of a cluster on a phone: the chain runs down, nothing is wider than the screen, a tap opens a stage. */
import { clusters } from './pack';
import { expect, test } from './still';

for (const { cluster } of clusters) {
  test(`${cluster} fits the screen and its chain runs down`, async ({ page }) => {
    await page.goto(`/clusters/${cluster}`);
    await page.locator('[data-pick="stage"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const y = async (id: string) => (await page.locator(`.stage [data-node="${id}"]`).boundingBox())!.y;
    expect(await y('market')).toBeGreaterThan(await y('assembly'));
    expect(await y('assembly')).toBeGreaterThan(await y('components'));
  });
}

test('a tap opens a stage, and its scheme scrolls inside itself', async ({ page }) => {
  await page.goto('/clusters/automotive');
  await page.locator('[data-pick="stage"]').waitFor();
  await page.locator('.stage [data-node="components"]').tap();
  await expect(page).toHaveURL(/stage=components/);
  await expect(page.locator('.stage svg[data-stage="components"]')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
