/* A first visit: one line says what is coloured and what to do; a tour stands ready and never comes by itself. */
import type { Page } from '@playwright/test';
import { violations } from './accessibility';
import { expect, openAtlas, test } from './still';

const hint = (page: Page) => page.getByRole('region', { name: 'What you see' });
const card = (page: Page) => page.getByRole('dialog', { name: 'Tour of the atlas' });
const overlaps = async (page: Page, a: string, b: string): Promise<boolean> => {
  const [p, q] = [(await page.locator(a).boundingBox())!, (await page.locator(b).boundingBox())!];
  return p.x + p.width > q.x + 1 && q.x + q.width > p.x + 1 && p.y + p.height > q.y + 1 && q.y + q.height > p.y + 1;
};

test('the line says what is coloured, follows the view, lies off the map, and does not come back once put away', async ({ page }) => {
  await openAtlas(page, '/?measure=innovation');
  await expect(hint(page)).toContainText('Colour shows “Innovation” in 2023.');
  expect(await overlaps(page, '.left .hint', '.map')).toBe(false);
  await expect(page.locator('body')).toBeFocused();
  await page.getByRole('link', { name: 'Chains', exact: true }).click();
  await expect(hint(page)).toContainText('Arrows show who supplies whom.');
  await hint(page).getByRole('button', { name: 'Got it' }).press('Enter');
  await expect(hint(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Who supplies whom' })).toBeFocused();
  await page.goto('/ru');
  await expect(page.getByRole('region', { name: 'Что на карте' })).toBeHidden();
});

test('where the browser keeps nothing the line is put away all the same', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } }));
  await openAtlas(page);
  await hint(page).getByRole('button', { name: 'Got it' }).click();
  await expect(hint(page)).toBeHidden();
});

test('the tour goes through five parts by keyboard, frames each, covers none that leaves room, and is asked for only once', async ({ page }) => {
  await openAtlas(page, '/?mode=matrix');
  await hint(page).getByRole('link', { name: 'Short tour' }).press('Enter');
  await expect(card(page)).toBeFocused();
  await expect(page).toHaveURL(/\/\?mode=matrix$/);
  const parts = ['.map', '.left', '.modes', '.right', '.tools'];
  for (const [i, part] of parts.entries()) {
    await expect(card(page)).toContainText(`${i + 1} of 5`);
    expect(await overlaps(page, '.lit-part', part), part).toBe(true);
    if (part !== '.map') expect(await overlaps(page, '.card', '.lit-part'), part).toBe(false);
    if (i === 1) expect(await violations(page, true)).toEqual([]);
    await card(page).getByRole('button', { name: /Next|Done/ }).press('Enter');
  }
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('#content')).toBeFocused();
  await expect(hint(page)).toBeHidden();
  await page.reload();
  await page.locator('.map[data-state="svg"]').waitFor();
  await expect(card(page)).toHaveCount(0);
});

test('the contents of any page lead to the tour; on a phone its card stays on the screen; Escape ends it and nothing else', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/ru/method');
  await page.locator('summary', { hasText: 'Содержание' }).click();
  await page.getByRole('navigation', { name: 'Содержание' }).getByRole('link', { name: 'Обзор', exact: true }).click();
  const tour = page.getByRole('dialog', { name: 'Обзор атласа' });
  for (let i = 0; i < 4; i++) {
    const box = (await tour.boundingBox())!;
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844, `${i}: ${JSON.stringify(box)}`).toBe(true);
    await tour.getByRole('button', { name: 'Дальше' }).click();
    // The heading of the part in the sheet is not hidden by the sheet's handle.
    if (i === 2) expect((await page.locator('.right h2').first().boundingBox())!.y).toBeGreaterThanOrEqual(await page.locator('.sheet .handle').evaluate((handle) => handle.getBoundingClientRect().bottom));
  }
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
  await expect(page).toHaveURL(/\/ru$/);
});
