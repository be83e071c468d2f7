/* The moving map. Few tests: a browser without a graphics card draws it slowly. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { regions } from './pack';

test.describe.configure({ timeout: 150_000 });

const kazan = regions.find((r) => r['code'] === 'RU-TA')!;
const overKazan = `at=${Number(kazan['capital_lon']).toFixed(3)},${Number(kazan['capital_lat']).toFixed(3)},6.00`;
const canvas = (page: Page) => page.locator('.webgl canvas');

async function openMap(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => performance.getEntriesByName('atlas:map-idle').length > 0, undefined, { timeout: 90_000 });
  await expect(page.locator('.map')).toHaveAttribute('data-state', 'ready');
}

async function clickMiddle(page: Page): Promise<void> {
  const { x, y, width, height } = (await canvas(page).boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
}

test('the moving map takes over from the still one, a click on it picks a region, and no other host is asked', async ({ page }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await openMap(page, `/?${overKazan}`);
  await expect(page.locator('.still')).toBeHidden();
  // The map's middle is the capital that the address names.
  await clickMiddle(page);
  await expect(page.getByRole('article', { name: 'Republic of Tatarstan' })).toBeVisible();
  await page.getByRole('button', { name: 'Whole district' }).click();
  await expect(page).toHaveURL(/\/\?regions=RU-TA$/);
  expect([...hosts].filter((host) => host !== '')).toEqual([new URL(page.url()).host]);
});

test('a lost WebGL context comes back by itself, with the same picture and still clickable', async ({ page }) => {
  await openMap(page, `/?${overKazan}`);
  const look = () => canvas(page).screenshot();
  let before = await look();
  // Water and chains may still arrive; the picture stands when two looks agree.
  await expect.poll(async () => { const last = before; return (before = await look()).equals(last); }).toBe(true);
  const lose = await canvas(page).evaluateHandle((c: HTMLCanvasElement) => c.getContext('webgl2')!.getExtension('WEBGL_lose_context')!);
  await lose.evaluate((e) => e.loseContext());
  await expect.poll(async () => (await look()).equals(before)).toBe(false);
  // What a browser does after a driver reset.
  await lose.evaluate((e) => e.restoreContext());
  await expect.poll(async () => (await look()).equals(before), { timeout: 45_000 }).toBe(true);
  await clickMiddle(page);
  await expect(page.getByRole('article', { name: 'Republic of Tatarstan' })).toBeVisible();
});

test('dragging the map puts its place into the address without a step in the history', async ({ page }) => {
  await openMap(page, '/');
  const { x, y, width, height } = (await canvas(page).boundingBox())!;
  const steps = await page.evaluate(() => history.length);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 120, y + height / 2 + 60, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/at=\d+\.\d+,\d+\.\d+,\d+\.\d+/);
  expect(await page.evaluate(() => history.length)).toBe(steps);
});
