/* Several regions side by side. */
import { clickShape, expect, openAtlas, shape, test } from './still';
import { figure, value } from './pack';

test('Shift and click on the map adds a region to the comparison', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await clickShape(page, shape(page, 'RU-SAM'), 'Shift');
  const table = page.getByRole('article', { name: 'Comparison' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([/Indicator/, /Tatarstan/, /Samara/]);
  const shipments = table.getByRole('row', { name: /^Manufacturing shipments/ }).getByRole('cell');
  expect((await shipments.allTextContents()).map(figure)).toEqual([value('RU-TA', 'ship_mfg', 2023), value('RU-SAM', 'ship_mfg', 2023)]);
  await expect(page).toHaveURL(/regions=RU-TA~RU-SAM/);
});

test('without Shift and a pointer a region is added from its panel', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.getByText('Compare with another region').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add Kirov to the comparison' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Comparison' }).getByRole('columnheader')).toHaveText([/Indicator/, /Tatarstan/, /Kirov/]);
  await expect(page.getByRole('heading', { name: 'Comparison' })).toBeFocused();
});

test('a region is taken out of the comparison, and the rest stays', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA~RU-SAM~RU-KIR');
  await page.getByRole('button', { name: 'Remove Samara' }).click();
  await expect(page.getByRole('article', { name: 'Comparison' }).getByRole('columnheader')).toHaveText([/Indicator/, /Tatarstan/, /Kirov/]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible();
});
