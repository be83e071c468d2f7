/* axe finds nothing on any page, in both themes. */
import { VIEWS, violations, withTheme } from './accessibility';
import { expect, openAtlas, test } from './still';

for (const theme of ['light', 'dark']) {
  for (const { path, heading } of VIEWS) {
    test(`${path} in the ${theme} theme`, async ({ page, faults }) => {
      if (path === '/nothing-here') faults.expect(/status of 404/, /Not found/);
      await page.goto(withTheme(path, theme));
      await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await violations(page)).toEqual([]);
    });
  }

  test(`an open block with its source in the ${theme} theme`, async ({ page }) => {
    await openAtlas(page, withTheme('/?regions=RU-TA', theme));
    await page.locator('[data-block="industrial"]').click();
    await page.locator('[data-indicator="gva_mfg_share"]').click();
    await expect(page.locator('.provenance')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test(`open search hits in the ${theme} theme`, async ({ page }) => {
    await openAtlas(page, withTheme('/', theme));
    await page.getByRole('combobox').fill('sam');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test(`the dialog Share with its preview in the ${theme} theme`, async ({ page }) => {
    await openAtlas(page, withTheme('/?mode=chains&regions=RU-TA', theme));
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Show preview' }).click();
    await expect(page.frameLocator('dialog iframe').getByRole('heading', { name: /Who supplies whom/ })).toBeVisible();
    expect(await violations(page, true)).toEqual([]);
  });
}
