/* Each main job by the keyboard alone: no pointer, no focus set by the test. */
import type { Locator, Page } from '@playwright/test';
import { expect, openAtlas, test } from './still';

/** Goes on by Tab until the target has the focus, as a person would. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 120; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target.toString()} is not reached within 120 stops`);
}

test('finding a region, reading a block of its, opening the source of a figure', async ({ page }) => {
  await openAtlas(page);
  await tabTo(page, page.getByRole('combobox'));
  await page.keyboard.type('tatar');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/regions=RU-TA/);
  await tabTo(page, page.locator('[data-block="industrial"]'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('[data-indicator="gva_mfg_share"]'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.provenance')).toBeVisible();
});

test('comparing two regions', async ({ page }) => {
  await openAtlas(page);
  await tabTo(page, page.locator('button.row').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await tabTo(page, page.locator('summary').filter({ hasText: 'Compare with another region' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/regions=RU-[A-Z]+~RU-[A-Z]+/);
  await expect(page.getByRole('heading', { name: 'Comparison' })).toBeVisible();
});

test('changing the year, then the language, without losing the year', async ({ page }) => {
  await openAtlas(page);
  await tabTo(page, page.getByRole('group', { name: 'Year' }).locator('input:checked'));
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/year=20\d\d/);
  const year = /year=(20\d\d)/.exec(page.url())![1];
  await tabTo(page, page.getByRole('link', { name: 'Русский' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/ru\\?.*year=${year}`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
});

test('switching to the chains and filtering them', async ({ page }) => {
  await openAtlas(page);
  await tabTo(page, page.locator('[data-mode="chains"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/mode=chains/);
  await expect(page.locator('.still [data-flow]').first()).toBeAttached();
  const before = await page.locator('.still [data-flow]').count();
  const box = page.locator('aside.left').getByRole('checkbox').first();
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect.poll(() => page.locator('.still [data-flow]').count()).not.toBe(before);
});
