/* Everything can be reached without a pointer. */
import { expect, openAtlas, test } from './still';

test('the first Tab offers the way past the bar, and it leads to the content', async ({ page }) => {
  await openAtlas(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('Tab alone reaches the ranking, which is one stop', async ({ page }) => {
  await openAtlas(page);
  const row = page.getByRole('list').locator('button.row');
  const focused = () => page.evaluate(() => document.activeElement?.closest('ol') !== null && document.activeElement?.matches('button.row'));
  let stops = 0;
  while (!(await focused())) {
    expect(stops++, 'stops before the ranking').toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
  await expect(row.first()).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe(false);
});

test('the arrows move through the regions in the order of rank, each spoken with name, value and place', async ({ page }) => {
  await openAtlas(page);
  const rows = page.getByRole('list').locator('button.row');
  await rows.first().focus();
  for (let place = 1; place <= 14; place++) {
    await expect(rows.nth(place - 1)).toBeFocused();
    await expect(rows.nth(place - 1)).toHaveAccessibleName(new RegExp(`^.+: 0\\.\\d\\d, ${place}(st|nd|rd|th) of 14$`));
    await page.keyboard.press('ArrowDown');
  }
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows.nth(12)).toBeFocused();
});

test('a row in focus is marked on the map', async ({ page }) => {
  await openAtlas(page);
  const row = page.getByRole('list').locator('button.row').nth(3);
  await row.focus();
  await expect(page.locator('.still path.region.hovered')).toHaveAttribute('data-region', (await row.getAttribute('data-region'))!);
});

test('Enter opens the region, Escape closes it and the focus is back on its row', async ({ page }) => {
  await openAtlas(page);
  const row = page.getByRole('list').locator('button.row').nth(2);
  const code = await row.getAttribute('data-region');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`regions=${code}`));
  await expect(page.getByRole('article').getByRole('heading', { level: 2 }), 'the focus follows into the panel').toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible();
  await expect(page.locator(`button.row[data-region="${code}"]`)).toBeFocused();
});

test('blocks, indicators and their sources open by keyboard', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.locator('[data-block="innovation"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('.provenance')).toBeVisible();
});

test('the table is sorted by keyboard, and says how', async ({ page }) => {
  await page.goto('/?layout=table');
  const table = page.getByRole('table');
  const names = () => table.getByRole('rowheader').allTextContents();
  // The prerendered page shows the map; the table comes with the address.
  await expect(table.getByRole('rowheader')).toHaveCount(14);
  const byIndex = await names();
  await table.getByRole('button', { name: 'Region' }).focus();
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Region' })).toHaveAttribute('aria-sort', 'ascending');
  expect(await names()).toEqual([...byIndex].sort((a, b) => a.localeCompare(b, 'en')));
  await table.getByRole('button', { name: 'Integral index' }).focus();
  await page.keyboard.press('Enter');
  await expect(table.getByRole('columnheader', { name: 'Integral index' })).toHaveAttribute('aria-sort', 'descending');
  expect(await names()).toEqual(byIndex);
});
