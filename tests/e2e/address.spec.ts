/* The address is the state: it can be sent, reloaded, and gone back through. */
import { clickShape, expect, openAtlas, shape, test } from './still';

test('what was done by hand comes back from the address alone', async ({ page, context }) => {
  await openAtlas(page);
  await page.getByRole('button', { name: 'Human resources', exact: true }).click();
  await page.getByRole('radio', { name: '2020' }).check({ force: true });
  await clickShape(page, shape(page, 'RU-NIZ'));
  await page.getByRole('button', { name: 'Theme: dark' }).click();
  await expect(page).toHaveURL(/measure=hr&year=2020&regions=RU-NIZ&theme=dark$/);
  const looks = () => page.locator('.still').innerHTML();
  const [picture, panel] = [await looks(), await page.getByRole('article').innerText()];
  await page.reload();
  await page.locator('.map[data-state="svg"]').waitFor();
  await expect(page.getByRole('article')).toHaveText(panel, { useInnerText: true });
  await expect.poll(looks).toBe(picture);
  await context.clearCookies();
});

for (const query of [
  'mode=matrix&year=2021&regions=RU-TA~RU-SAM',
  'mode=chains&clusters=aircraft~agro-industry&evidence=plausible',
  'classes=tiers&layout=table&theme=dark',
  'measure=gva_mfg_share&year=2022&at=49.120,55.790,6.50',
  'goalposts=pooled'
]) {
  test(`the view ${query} is read and written unchanged`, async ({ page }) => {
    await page.goto(`/?${query}`);
    // The language switch carries the view as the atlas has understood it.
    await expect(page.getByRole('link', { name: 'Русский' })).toHaveAttribute('href', `/ru?${query}`);
    await expect(page.getByText('Part of this address could not be used')).toHaveCount(0);
  });
}

test('back and forward go through the steps of a visit', async ({ page }) => {
  await openAtlas(page);
  await clickShape(page, shape(page, 'RU-TA'));
  await expect(page.getByRole('article', { name: 'Republic of Tatarstan' })).toBeVisible();
  await page.locator('[data-mode="matrix"]').click();
  await expect(page.getByRole('heading', { name: 'Potential and dynamics' })).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-mode="potential"]')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('article', { name: 'Republic of Tatarstan' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(page.locator('[data-mode="matrix"]')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('article', { name: 'Republic of Tatarstan' })).toBeVisible();
});
