/* A phone: the map takes the finger, the panel is a sheet from below, the modes lie at the thumb. */
import type { Page } from '@playwright/test';
import { expect, openAtlas, pointOn, shape, test } from './still';

const sheet = (page: Page) => page.locator('.sheet');
const top = async (page: Page) => (await sheet(page).boundingBox())!.y;
const handle = (page: Page) => page.locator('.sheet .handle');

async function tap(page: Page, code: string): Promise<void> {
  const { x, y } = await pointOn(shape(page, code));
  await page.touchscreen.tap(x, y);
}

test('the first tap on a region picks it, and the sheet shows it', async ({ page }) => {
  await openAtlas(page);
  await tap(page, 'RU-TA');
  await expect(page).toHaveURL(/regions=RU-TA/);
  await expect(page.getByRole('heading', { name: 'Republic of Tatarstan' })).toBeInViewport();
});

test('a tap opens a sheet that was pulled down', async ({ page }) => {
  await openAtlas(page);
  await handle(page).tap();
  await handle(page).tap();
  await expect(sheet(page)).toHaveAttribute('data-height', 'low');
  await tap(page, 'RU-KIR');
  await expect(sheet(page)).toHaveAttribute('data-height', 'half');
  await expect(page.getByRole('heading', { name: /^Kirov/ })).toBeInViewport();
});

test('the sheet has three heights and never covers the bar', async ({ page }) => {
  await openAtlas(page);
  const tops: Record<string, number> = {};
  for (let i = 0; i < 3; i++) {
    const height = (await sheet(page).getAttribute('data-height'))!;
    // The height moves for a moment; it stands when two looks agree.
    let last = NaN;
    await expect.poll(async () => { const was = last; return (last = await top(page)) === was; }).toBe(true);
    tops[height] = last;
    await handle(page).tap();
    await expect(sheet(page)).not.toHaveAttribute('data-height', height);
  }
  expect(tops['low']!).toBeGreaterThan(tops['half']! + 100);
  expect(tops['half']!).toBeGreaterThan(tops['full']! + 100);
  const bar = (await page.getByRole('banner').boundingBox())!;
  expect(tops['full']!).toBeGreaterThanOrEqual(bar.y + bar.height);
  // Half leaves a map one can still point at.
  expect(tops['half']!).toBeGreaterThan(844 * 0.4);
});

test('the modes lie within reach of the thumb, each large enough for it', async ({ page }) => {
  await openAtlas(page);
  for (const mode of ['potential', 'matrix', 'chains']) {
    const box = (await page.locator(`[data-mode="${mode}"]`).boundingBox())!;
    expect(box.y, mode).toBeGreaterThan(844 * 0.75);
    expect(box.y + box.height, mode).toBeLessThanOrEqual(844);
    expect(Math.min(box.width, box.height), mode).toBeGreaterThanOrEqual(44);
  }
  await page.locator('[data-mode="chains"]').tap();
  await expect(page.locator('.still [data-flow]').first()).toBeVisible();
});

test('nothing is wider than the screen, on the map and on the reading pages', async ({ page }) => {
  for (const path of ['/', '/?mode=matrix', '/?mode=chains', '/?regions=RU-TA~RU-SAM~RU-KIR', '/?layout=table', '/method', '/data', '/findings', '/regions/RU-TA', '/clusters/automotive']) {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});

test('two regions are compared with taps alone', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.getByText('Compare with another region').tap();
  await page.getByRole('button', { name: 'Add Samara to the comparison' }).tap();
  await expect(page.getByRole('article', { name: 'Comparison' }).getByRole('columnheader')).toHaveText([/Indicator/, /Tatarstan/, /Samara/, /mean/]);
});

test('pages, search and language are reached on a phone too', async ({ page }) => {
  await openAtlas(page);
  await expect(page.getByRole('combobox')).toBeInViewport();
  await expect(page.getByRole('link', { name: 'Русский' })).toBeInViewport();
  await page.getByRole('link', { name: 'Findings' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Published findings and ours' })).toBeVisible();
});

test('names on the still map never lie over one another on a phone', async ({ page }) => {
  for (const path of ['/', '/ru', '/ru?mode=chains&clusters=aircraft']) {
    await openAtlas(page, path);
    await page.evaluate(() => document.fonts.ready);
    const overlaps = await page.locator('.still text.label').evaluateAll((all) => {
      const boxes = all.map((t) => ({ name: t.textContent, box: t.getBoundingClientRect() }));
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1).map((b) => `${a.name} × ${b.name}`));
    });
    expect(overlaps, path).toEqual([]);
    expect(await page.locator('.still text.label').count(), path).toBeGreaterThan(7);
  }
});
