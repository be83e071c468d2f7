/* Flows are chosen by class of product, stage and direction; the address keeps the choice, map, list and table follow it. */
import { from, links, to } from './pack';
import { expect, openAtlas, test } from './still';

const shown = links.filter((l) => l['cluster'] === 'automotive' && l['evidence'] === 'documented');
const classes = [...new Set(shown.map((l) => l['okved2']?.slice(0, 2) ?? ''))].filter((c) => c !== '');
/* A class that some links have and some do not. */
const some = classes.find((c) => shown.some((l) => !l['okved2']?.startsWith(c)))!;

test('a class of products leaves its links, on the map, in the count and after a reload', async ({ page }) => {
  await openAtlas(page, '/?mode=chains');
  await page.locator('.filters summary').first().click();
  await page.locator(`[data-commodity="${some}"]`).check();
  await expect(page).toHaveURL(new RegExp(`commodities=${some}`));
  const left = shown.filter((l) => l['okved2']?.startsWith(some));
  await expect(page.locator('[data-links]')).toHaveAttribute('data-links', String(left.length));
  const arrows = new Set(left.filter((l) => from(l) !== to(l) && from(l) !== '' && to(l) !== '').map((l) => `${from(l)} ${to(l)}`));
  await expect(page.locator('.still [data-flow]:not([data-flow*="outside:"])')).toHaveCount(arrows.size);
  await page.reload();
  await expect(page.locator('[data-links]')).toHaveAttribute('data-links', String(left.length));
  /* A tick taken out leaves the list open where it was. */
  await page.locator(`[data-commodity="${some}"]`).uncheck();
  await expect(page.locator(`[data-commodity="${some}"]`)).toBeFocused();
  await page.locator(`[data-commodity="${some}"]`).check();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.locator('[data-links]')).toHaveAttribute('data-links', String(shown.length));
});

test('the direction asks for a region; in and out list what crosses its border that way', async ({ page }) => {
  await openAtlas(page, '/?mode=chains');
  await page.locator('.filters summary').first().click();
  await expect(page.locator('[data-side="in"]')).toBeDisabled();
  await openAtlas(page, '/?mode=chains&regions=RU-SAM&side=in');
  const into = shown.filter((l) => to(l) === 'RU-SAM' && from(l) !== 'RU-SAM').map((l) => l['link_id']);
  expect(into.length).toBeGreaterThan(0);
  await expect(page.locator('[data-link]')).toHaveCount(into.length);
  const out = shown.filter((l) => from(l) === 'RU-SAM' && to(l) !== 'RU-SAM').map((l) => l['link_id']);
  await page.locator('[data-balance="out"]').click();
  await expect(page).toHaveURL(/side=out/);
  await expect(page.locator('[data-link]')).toHaveCount(out.length);
});

test('a band of the balance opens the links it stands for, by keyboard', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&regions=RU-SAM');
  const band = page.locator('.band').first();
  await band.focus();
  const said = (await band.getAttribute('aria-label'))!;
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-link]')).toHaveCount(Number(/(\d+)\slink/.exec(said)![1]));
  await page.getByText('As a table').click();
  const across = shown.filter((l) => (from(l) === 'RU-SAM') !== (to(l) === 'RU-SAM')).length;
  const cells = await page.locator('[data-balance-table] td.n').allTextContents();
  expect(cells.filter((_, i) => i % 3 < 2).reduce((sum, n) => sum + Number(n), 0)).toBe(across);
});

test('widths of the model say that they are modelled, in both languages', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&width=modelled');
  await expect(page.getByText('Widths are modelled, not observed')).toBeVisible();
  await openAtlas(page, '/ru?mode=chains&width=modelled&surviving=on');
  await expect(page.getByText('Ширина — модель, а не наблюдение')).toBeVisible();
  await expect(page.getByText(/сочетаний параметров модели — \d+ из \d+/)).toBeVisible();
});

test('the table of the mode Chains lists the links shown and sorts them', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&regions=RU-TA');
  await page.getByRole('button', { name: 'Table' }).click();
  const table = page.getByRole('table');
  await expect(table.locator('[data-link]')).toHaveCount(shown.length);
  await table.getByRole('button', { name: 'From', exact: true }).click();
  const names = await table.locator('tbody tr td:nth-child(2)').evaluateAll((cells) => cells.map((c) => c.firstChild?.textContent ?? ''));
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
});
