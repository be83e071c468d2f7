/* The laboratory: a weight moved recolours the map, stands in words and in the address, and is taken back. */
import { readFileSync } from 'node:fs';
import { expect, openAtlas, test } from './still';

const ranking = async (page: import('@playwright/test').Page) => page.locator('.row[data-region]').evaluateAll((rows) => rows.map((r) => r.getAttribute('data-region')));

test('a weight is changed, said in words, kept in the address, undone and done again', async ({ page }) => {
  await openAtlas(page, '/');
  const before = await ranking(page);
  await page.locator('[data-open-lab]').click();
  const slider = page.locator('[data-weight="innovation"]');
  await slider.focus();
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/weights=innovation:4/);
  await expect(page.locator('[data-outcome]')).toContainText('Against the published method');
  await expect(page.locator('.changes li')).toHaveCount(1);
  expect(await ranking(page)).not.toEqual(before);
  await page.reload();
  await expect(page.locator('[data-weight="innovation"]')).toHaveValue('4');
  await page.locator('[data-reset]').click();
  await expect(page).not.toHaveURL(/weights=/);
  expect(await ranking(page)).toEqual(before);
  await page.locator('[data-undo]').click();
  await expect(page).toHaveURL(/weights=innovation:4/);
  await page.locator('[data-redo]').click();
  await expect(page).not.toHaveURL(/weights=/);
});

test('a scenario is taken away as a method file and read back, in Russian', async ({ page }) => {
  await openAtlas(page, '/ru?lab=on&weights=hr:2&scale=z-score&values=RU-TA.invest_pc:1.2');
  await expect(page.locator('.changes li')).toHaveCount(3);
  await page.getByText('Сохранить и передать').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-method-file]').click()]);
  const path = await download.path();
  expect(JSON.parse(readFileSync(path, 'utf8')).whatIf.values).toEqual({ 'RU-TA.invest_pc': 1.2 });
  await page.locator('[data-reset]').click();
  await expect(page.locator('.changes li')).toHaveCount(0);
  await page.locator('input[type="file"]').setInputFiles(path);
  await expect(page.locator('.changes li')).toHaveCount(3);
  await expect(page).toHaveURL(/scale=z-score/);
});

test('a figure that a scenario changes stands beside the published one', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA&values=RU-TA.invest_pc:1.2');
  await page.locator('[data-block="investment"]').click();
  // The figure itself and the rate that is computed from it; both are printed rounded.
  const cells = page.locator('td', { has: page.locator('[data-published]') });
  await expect(cells).toHaveCount(2);
  for (const cell of await cells.all()) {
    const [changed, published] = (await cell.innerText()).match(/[\d,.]+/g)!.map((n) => Number(n.replace(/,/g, '')));
    expect(changed! / published!).toBeCloseTo(1.2, 1);
  }
});

test('what it would take is searched on the page, and what cannot be reached says so', async ({ page }) => {
  await openAtlas(page, '/?lab=on&regions=RU-PNZ');
  await page.getByText('What would it take?').click();
  await page.locator('select', { hasText: 'a better group' }).selectOption('group');
  await page.locator('[data-search]').click();
  await expect(page.locator('[data-step]').first()).toContainText('Whole block');
  await expect(page.locator('[data-step].far').last()).toContainText('not reachable by this alone', { timeout: 20_000 });
});
