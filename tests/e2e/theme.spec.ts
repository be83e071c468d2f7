/* Light and dark: by the button, by the address, by the system; and the colours really change. */
import type { Page } from '@playwright/test';
import { expect, openAtlas, test } from './still';

/** Lightness 0–1 of what a selector's background or fill is really painted with. */
const lightness = (page: Page, selector: string, property: 'backgroundColor' | 'fill') =>
  page.locator(selector).first().evaluate((element, name) => {
    // The canvas turns any CSS colour into bytes.
    const paint = new OffscreenCanvas(1, 1).getContext('2d')!;
    paint.fillStyle = getComputedStyle(element)[name];
    paint.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = paint.getImageData(0, 0, 1, 1).data;
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  }, property);

test('the theme button turns page, panels and map dark and puts the theme into the address', async ({ page }) => {
  await openAtlas(page);
  const [panel, land] = [await lightness(page, 'aside', 'backgroundColor'), await lightness(page, '.still .neighbour', 'fill')];
  expect(panel).toBeGreaterThan(0.8);
  await page.getByRole('button', { name: 'Theme: dark' }).click();
  await expect(page).toHaveURL(/theme=dark/);
  expect(await lightness(page, 'aside', 'backgroundColor')).toBeLessThan(0.2);
  expect(await lightness(page, 'body', 'backgroundColor')).toBeLessThan(0.2);
  expect(await lightness(page, '.still .neighbour', 'fill')).toBeLessThan(land - 0.3);
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect(page).toHaveURL(/theme=light/);
  expect(await lightness(page, 'aside', 'backgroundColor')).toBeCloseTo(panel, 5);
});

test('an address with a theme is shown in that theme whatever the system says', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openAtlas(page, '/?theme=dark');
  expect(await lightness(page, 'aside', 'backgroundColor')).toBeLessThan(0.2);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAtlas(page, '/?theme=light');
  expect(await lightness(page, 'aside', 'backgroundColor')).toBeGreaterThan(0.8);
});

test('without a choice the system decides, also while the page is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openAtlas(page);
  expect(await lightness(page, 'aside', 'backgroundColor')).toBeLessThan(0.2);
  await page.emulateMedia({ colorScheme: 'light' });
  // The change is told with the next frame, and a still page in a test draws none by itself.
  await page.mouse.move(400, 300);
  await expect.poll(() => lightness(page, 'aside', 'backgroundColor')).toBeGreaterThan(0.8);
});

test('the choice holds on the reading pages, and choosing there does not leave the page', async ({ page }) => {
  await openAtlas(page);
  await page.getByRole('button', { name: 'Theme: dark' }).click();
  await page.locator('summary', { hasText: 'Contents' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Method' }).filter({ visible: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The method' })).toBeVisible();
  expect(await lightness(page, 'body', 'backgroundColor')).toBeLessThan(0.2);
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect.poll(() => lightness(page, 'body', 'backgroundColor')).toBeGreaterThan(0.8);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'The method' })).toBeVisible();
  expect(await lightness(page, 'body', 'backgroundColor')).toBeGreaterThan(0.8);
});
