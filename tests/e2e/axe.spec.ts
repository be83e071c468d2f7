/* axe finds nothing on any page, in both themes. */
import { VIEWS, violationsInBoth, withTheme } from './accessibility';
import { expect, openAtlas, test } from './still';

for (const { path, heading } of VIEWS) {
  test(`${path} in both themes`, async ({ page, faults }) => {
    if (path === '/nothing-here') faults.expect(/status of 404/, /Not found/);
    await page.goto(withTheme(path, 'light'));
    await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await violationsInBoth(page)).toEqual([]);
  });
}

test('an open block with its source in both themes', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.locator('[data-block="industrial"]').click();
  await page.locator('[data-indicator="gva_mfg_share"]').click();
  await expect(page.locator('.provenance')).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
});

test('open search hits in both themes', async ({ page }) => {
  await openAtlas(page, '/');
  await page.getByRole('combobox').fill('sam');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
});

test('the dialog Share with its preview in both themes', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&regions=RU-TA');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Show preview' }).click();
  await expect(page.frameLocator('dialog iframe').getByRole('heading', { name: /Who supplies whom/ })).toBeVisible();
  expect(await violationsInBoth(page, true)).toEqual([]);
});
