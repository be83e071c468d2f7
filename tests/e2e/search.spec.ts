/* One box finds regions, enterprises and indicators, in both alphabets. */
import { expect, openAtlas, test } from './still';

const finds = [
  ['Казань', 'Republic of Tatarstan'],
  ['Bashkiria', 'Republic of Bashkortostan'],
  ['Tataria', 'Republic of Tatarstan'],
  ['АвтоВАЗ', 'Samara Oblast'],
  ['татарст', 'Republic of Tatarstan'],
  ['kirov', 'Kirov Oblast']
] as const;

test('capitals, old names, enterprises and parts of a word, in either alphabet, open their region', async ({ page }) => {
  await openAtlas(page);
  const box = page.getByRole('combobox', { name: 'Find a region, enterprise or indicator' });
  for (const [typed, found] of finds) {
    await box.fill(typed);
    await expect(page.getByRole('option').first()).toBeVisible();
    await box.press('Enter');
    await expect(page.getByRole('article', { name: found }), typed).toBeVisible();
    await expect(box).toHaveValue('');
  }
});

test('an indicator found is shown on the map', async ({ page }) => {
  await openAtlas(page);
  const box = page.getByRole('combobox');
  await box.fill('unemployment');
  await page.getByRole('option', { name: /indicator/ }).first().click();
  await expect(page).toHaveURL(/measure=unemp_rate/);
  await expect(page.getByRole('heading', { level: 1, name: /unemployment/i })).toBeVisible();
});

test('the arrows move among the hits, and the box tells which one is meant', async ({ page }) => {
  await openAtlas(page);
  const box = page.getByRole('combobox');
  await box.fill('sam');
  await box.press('ArrowDown');
  const second = page.getByRole('option').nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id'))!);
  await box.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(box).toHaveAttribute('aria-expanded', 'false');
});

test('nothing found is said', async ({ page }) => {
  await openAtlas(page);
  await page.getByRole('combobox').fill('qqqq');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('combobox').press('Enter');
  await expect(page.getByRole('article')).toHaveCount(0);
});
