/* Map, ranking, table and scatter are four views of one selection, and the address names it. */
import { clickShape, expect, openAtlas, shape, test } from './still';

const heading = 'Republic of Tatarstan';

test('a region picked on the map opens its panel and stands in the address', async ({ page }) => {
  await openAtlas(page);
  await clickShape(page, shape(page, 'RU-TA'));
  await expect(page.getByRole('article', { name: heading })).toBeVisible();
  await expect(page).toHaveURL(/[?&]regions=RU-TA$/);
  await expect(page.locator('.still path.picked')).toHaveCount(1);
});

test('a region picked on the map is picked in the table and in the scatter', async ({ page }) => {
  await openAtlas(page);
  await clickShape(page, shape(page, 'RU-TA'));
  await page.getByRole('group', { name: 'Map or table' }).getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('table').locator('[data-region][aria-pressed="true"]')).toHaveText(['Tatarstan']);
  await page.locator('[data-mode="matrix"]').click();
  await expect(page.getByRole('group', { name: /^Scatter/ }).locator('[data-region][aria-pressed="true"]')).toHaveCount(1);
  await expect(page.getByRole('group', { name: /^Scatter/ }).getByRole('button', { name: /^Tatarstan/, pressed: true })).toBeVisible();
});

test('a region picked in the scatter is picked on the map', async ({ page }) => {
  await openAtlas(page, '/?mode=matrix');
  const before = await shape(page, 'RU-SAM').getAttribute('d');
  await page.getByRole('group', { name: /^Scatter/ }).getByRole('button', { name: /^Samara/ }).click();
  await expect(page.getByRole('article', { name: /^Samara/ })).toBeVisible();
  await expect(page.locator('.still path.picked')).toHaveAttribute('d', before!);
});

test('a region picked in the ranking is picked on the map, and picking it again lets it go', async ({ page }) => {
  await openAtlas(page);
  const outline = await shape(page, 'RU-PER').getAttribute('d');
  await page.getByRole('button', { name: /^Perm/ }).first().click();
  await expect(page.locator('.still path.picked')).toHaveAttribute('d', outline!);
  await clickShape(page, page.locator('.still path.picked').or(shape(page, 'RU-PER')).first());
  await expect(page.locator('.still path.picked')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible();
});

test('a region picked in the table opens its panel', async ({ page }) => {
  await page.goto('/?layout=table');
  await page.getByRole('table').locator('[data-region="RU-KIR"]').click();
  await expect(page.getByRole('article', { name: /^Kirov/ })).toBeVisible();
  await expect(page).toHaveURL(/regions=RU-KIR/);
});

test('a region hovered on the map is marked in the ranking', async ({ page }) => {
  await openAtlas(page);
  await shape(page, 'RU-ORE').hover();
  await expect(page.locator('li.hovered')).toHaveText(/Orenburg/);
});
