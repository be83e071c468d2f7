/* Where the browser draws no WebGL the same map is a still picture that can be clicked, and it says so. */
import { clickShape, expect, openAtlas, shape, test } from './still';

test('the still map shows every region, says why it stands still, and can be clicked', async ({ page }) => {
  await openAtlas(page);
  await expect(page.getByRole('status').filter({ hasText: 'draws no WebGL' })).toBeVisible();
  await expect(page.locator('.still path.region')).toHaveCount(14);
  await clickShape(page, shape(page, 'RU-KIR'));
  await expect(page.getByRole('article', { name: /^Kirov/ })).toBeVisible();
});

test('the still map is coloured by the measure: the first of the ranking darker than the last', async ({ page }) => {
  await openAtlas(page);
  const rows = page.getByRole('list').locator('button.row');
  const fill = async (code: string | null) => shape(page, code!).evaluate((element) => getComputedStyle(element).fill);
  const swatch = (row: typeof rows) => row.locator('.swatch').evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const row of [rows.first(), rows.last()]) expect(await fill(await row.getAttribute('data-region'))).toBe(await swatch(row));
  expect(await swatch(rows.first())).not.toBe(await swatch(rows.last()));
});

test('the map library itself failing to arrive leaves the still map', async ({ page, faults }) => {
  faults.expect(/ERR_FAILED|Failed to load resource/);
  await page.route(/\.js$/, async (route) => {
    const answer = await route.fetch();
    if ((await answer.text()).includes('maplibregl-canvas')) await route.abort();
    else await route.fulfill({ response: answer });
  });
  await openAtlas(page);
  await expect(page.locator('.still path.region')).toHaveCount(14);
  // The library is asked for first, so the map knows before the last of the page's own files is answered.
  await page.unrouteAll({ behavior: 'wait' });
});
