/* The guided story without JavaScript, and its ways into the explorer. */
import { expect, test } from './still';
import { links, regions, value } from './pack';
import { lagoonUrl } from './fixtures';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const { path, title, shares } of [
    { path: '/story', title: 'The argument in eight steps', shares: /^\d\d\.\d\s%$/ },
    { path: '/ru/story', title: 'Доказательство в восьми шагах', shares: /^\d\d,\d\s%$/ }
  ]) {
    test(`${path}: eight steps, each with text, a full map and a way into the atlas`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const steps = page.locator('section.step');
      await expect(steps).toHaveCount(8);
      for (const step of await steps.all()) {
        await expect(step.locator('svg use[data-region]')).toHaveCount(regions.length);
        expect(new URL((await step.locator('a.explore').getAttribute('href'))!, page.url()).pathname).toBe(path.startsWith('/ru') ? '/ru' : '/');
        expect((await step.locator('.text').innerText()).length).toBeGreaterThan(200);
      }
      const text = await page.getByRole('main').innerText();
      expect(text).not.toMatch(/undefined|NaN|null|\.\.(\s|$)|\{|\}/);
      await expect(page.locator('[data-finding="mfg-grp-share"]')).toHaveText(shares);
    });
  }

  test('the fictitious pack tells the same story of its own figures', async ({ page }) => {
    await page.goto(lagoonUrl('/story'));
    await expect(page.locator('section.step')).toHaveCount(8);
    expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|NaN|null|\.\.(\s|$)|\{|\}/);
  });
});

test('figures are those of the published tables and of the list of links', async ({ page }) => {
  await page.goto('/story');
  const all = regions.map((r) => value(r['code']!, 'ship_mfg', 2023));
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  const gini = all.reduce((sum, a) => sum + all.reduce((s, b) => s + Math.abs(a - b), 0), 0) / (all.length ** 2 * 2 * mean);
  await expect(page.locator('[data-figure="gini"]')).toContainText(`is ${gini.toFixed(2)} in 2023`);
  await expect(page.locator('[data-figure="chains"]')).toContainText(new RegExp(`${links.length}\\slinks`));
});

test('a step opens in the explorer as it stands, and Back returns to the story', async ({ page }) => {
  await page.goto('/story');
  await page.locator('#matrix a.explore').click();
  await expect(page).toHaveURL(/\?mode=matrix$/);
  await expect(page.getByRole('heading', { name: 'Potential and dynamics' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The argument in eight steps');
});
