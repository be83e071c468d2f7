/* The same look of axe on a phone, where the panels are a sheet. */
import { violationsInBoth, withTheme } from './accessibility';
import { expect, test } from './still';

for (const { path, heading } of [
  { path: '/', heading: 'Potential for new industrialisation' },
  { path: '/?regions=RU-TA', heading: 'Republic of Tatarstan' },
  { path: '/?mode=chains', heading: 'Who supplies whom' },
  { path: '/regions/RU-TA', heading: 'Republic of Tatarstan' },
  { path: '/polarisation', heading: 'Polarisation' },
  { path: '/time?regions=RU-TA', heading: 'Over time' },
  { path: '/relations?x=hr&regions=RU-TA', heading: 'Relations' }
]) {
  test(`${path} in both themes`, async ({ page }) => {
    await page.goto(withTheme(path, 'light'));
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
  });
}
