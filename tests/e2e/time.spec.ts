/* The page on time: places and maps by year, one selection carried to the map. */
import { expect, test } from './still';
import { codes } from './pack';

test('a region picked is lit in the places, in every map and in the table, and carried to the map', async ({ page }) => {
  await page.goto('/time?regions=RU-TA');
  const line = page.locator('svg g[data-region="RU-TA"]');
  await expect(line).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('checkbox', { name: 'Samara' }).check();
  await expect(page).toHaveURL(/time\?regions=RU-TA~RU-SAM$/);
  const years = await page.locator('figure[data-year]').count();
  expect(years).toBeGreaterThan(1);
  await expect(page.locator('figure use.own')).toHaveCount(2 * years);
  await page.getByRole('link', { name: 'These regions on the map' }).click();
  await expect(page).toHaveURL(/\/\?regions=RU-TA~RU-SAM$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the places of all regions stand in the page, each year’s the order of its scores', async ({ page }) => {
    await page.goto('/time');
    const cells = await page.locator('tbody tr td:last-child').allTextContents();
    expect(cells).toHaveLength(codes.length);
    const parts = cells.map((cell) => /^([\d.]+) \((\d+)\)$/.exec(cell)!.slice(1).map(Number));
    const byPlace = parts.sort((a, b) => a[1]! - b[1]!);
    expect(byPlace.map((p) => p[1])).toEqual(codes.map((_, i) => i + 1));
    for (const [i, part] of byPlace.entries()) if (i > 0) expect(part[0]).toBeLessThanOrEqual(byPlace[i - 1]![0]!);
  });
});
