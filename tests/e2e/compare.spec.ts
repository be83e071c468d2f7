/* Several regions side by side. */
import { clickShape, expect, openAtlas, shape, test } from './still';
import { codes, figure, value } from './pack';

test('Shift and click on the map adds a region to the comparison', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await clickShape(page, shape(page, 'RU-SAM'), 'Shift');
  const table = page.getByRole('article', { name: 'Comparison' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([/Indicator/, /Tatarstan/, /Samara/, /VFD, mean/]);
  const shipments = table.getByRole('row', { name: /^Manufacturing shipments/ }).locator('td .n');
  expect((await shipments.allTextContents()).map(figure)).toEqual([value('RU-TA', 'ship_mfg', 2023), value('RU-SAM', 'ship_mfg', 2023)]);
  await expect(page).toHaveURL(/regions=RU-TA~RU-SAM/);
});

test('without Shift and a pointer a region is added from its panel', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.getByText('Compare with another region').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add Kirov to the comparison' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Comparison' }).getByRole('columnheader')).toHaveText([/Indicator/, /Tatarstan/, /Kirov/, /VFD, mean/]);
  await expect(page.getByRole('heading', { name: 'Comparison' })).toBeFocused();
});

test('a region is taken out of the comparison, and the rest stays', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA~RU-SAM~RU-KIR');
  await page.getByRole('button', { name: 'Remove Samara' }).click();
  await expect(page.getByRole('article', { name: 'Comparison' }).getByRole('columnheader')).toHaveText([/Indicator/, /Tatarstan/, /Kirov/, /VFD, mean/]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible();
});

test('a printable comparison holds the published figures, the mean and where each region stands to it', async ({ page }) => {
  await page.goto('/compare?regions=RU-TA~RU-ME');
  const row = page.locator('[data-row="industrial ship_mfg"]');
  await expect(row.locator('.n')).toHaveCount(2);
  expect((await row.locator('.n').allTextContents()).map(figure)).toEqual([value('RU-TA', 'ship_mfg', 2023), value('RU-ME', 'ship_mfg', 2023)]);
  const all = codes.map((code) => value(code, 'ship_mfg', 2023)).sort((a, b) => a - b);
  const mean = all.reduce((a, b) => a + b, 0) / all.length;
  const middle = (sorted: readonly number[]) => (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2;
  const mad = middle(all.map((v) => Math.abs(v - middle(all))).sort((a, b) => a - b));
  expect(value('RU-TA', 'ship_mfg', 2023) - mean).toBeGreaterThan(mad);
  await expect(row.locator('[data-verdict]').first()).toHaveText(/higher/);
  expect(figure((await row.getByRole('cell').nth(2).textContent())!)).toBe(Math.round(mean));
  await page.getByRole('checkbox', { name: 'Samara' }).check();
  await expect(page).toHaveURL(/compare\?regions=RU-TA~RU-ME~RU-SAM$/);
  await expect(row.locator('.n')).toHaveCount(3);
  await page.reload();
  await expect(row.locator('.n')).toHaveCount(3);
});

test('an address with an unknown region or too many says what it left out', async ({ page }) => {
  await page.goto(`/compare?regions=XX~${codes.slice(0, 6).join('~')}`);
  await expect(page.getByText('Not known and left out: XX.')).toBeVisible();
  await expect(page.getByText(`Too many; left out: ${codes[5]}.`)).toBeVisible();
});
