/* The atlas at 400 % zoom, in forced colours, without motion, and told to who does not see the map. */
import { VIEWS, violations } from './accessibility';
import { expect, openAtlas, shape, test } from './still';

test('at 400 % zoom (320 px) no page scrolls sideways', async ({ page, faults }) => {
  test.setTimeout(120_000);
  faults.expect(/status of 404/, /Not found/);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const { path, heading } of VIEWS) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeAttached();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${path}: ${over} px`);
  }
  expect(wide).toEqual([]);
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the classes of the map and its legend stay apart, and so does the focus', async ({ page }) => {
    await openAtlas(page);
    const legend = await page.getByRole('group', { name: 'Legend' }).getByRole('button').evaluateAll((buttons) => buttons.map((b) => getComputedStyle(b).backgroundColor));
    expect(legend.length).toBeGreaterThan(2);
    expect(new Set(legend).size).toBe(legend.length);
    const regions = await page.locator('.still path.region').evaluateAll((paths) => paths.map((p) => getComputedStyle(p).fill));
    expect(new Set(regions).size).toBeGreaterThan(2);
    expect(legend).toEqual(expect.arrayContaining([...new Set(regions)]));
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    await expect(skip).toBeFocused();
    await expect(skip).toHaveCSS('outline-style', 'solid');
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toBeFocused();
  });

  test('axe finds nothing on a reading page', async ({ page }) => {
    await page.goto('/method');
    await page.locator('h1').first().waitFor();
    expect(await violations(page, true)).toEqual([]);
  });
});

test('the map is described by what it shows: first and last region, regions in each class', async ({ page }) => {
  await openAtlas(page);
  const map = page.getByRole('img', { name: 'Map of the district' });
  const rows = page.getByRole('list').locator('button.row');
  const [first, last] = [await rows.first().getAttribute('data-region'), await rows.last().getAttribute('data-region')];
  const name = async (code: string) => (await page.locator(`button.row[data-region="${code}"]`).getAttribute('aria-label')) ?? (await page.locator(`button.row[data-region="${code}"]`).innerText());
  await expect(map).toHaveAccessibleDescription(/stands first with .* closes the list/);
  const described = (await page.locator('#map-sentence').innerText()).toLowerCase();
  for (const code of [first!, last!]) expect(described).toContain((await name(code)).split(/[:\n]/).find((part) => /[a-z]{3}/i.test(part))!.trim().toLowerCase());
  const fills = await page.locator('.still path.region').evaluateAll((paths) => paths.map((p) => getComputedStyle(p).fill));
  const sizes = [...new Set(fills)].map((fill) => fills.filter((f) => f === fill).length);
  const said = [...(await page.locator('#map-classes').innerText()).matchAll(/: (\d+)(?=;|\. )/g)].map((m) => Number(m[1])).filter((n) => n > 0);
  expect(said.sort()).toEqual(sizes.sort());
  await expect(shape(page, first!)).toBeVisible();
});
