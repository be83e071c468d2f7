/* Two scenarios side by side: what the page says is computed anew from what the pack publishes. */
import { expect, openAtlas, test } from './still';

test('a scenario of the laboratory is set beside the published method, in words, maps and table', async ({ page }) => {
  await openAtlas(page, '/?lab=on&weights=hr:3');
  await page.locator('[data-beside]').click();
  await expect(page).toHaveURL(/what-if\?b=weights/);
  await expect(page.locator('[data-side="a"]')).toContainText('published method');
  await expect(page.locator('[data-side="b"]')).toContainText('3');
  await expect(page.locator('[data-map] path.region')).toHaveCount(42);
  // The table's own figures say how many places differ.
  const places = await page.locator('tr[data-row] td:nth-of-type(2)').allTextContents();
  const moved = places.filter((p) => new Set(p.split('→').map((x) => x.trim())).size > 1).length;
  expect(moved).toBeGreaterThan(0);
  await expect(page.locator('[data-outcome]')).toContainText(`${moved} place`);
  // The other way round every sign turns.
  const differences = () => page.locator('tr[data-row]').evaluateAll((rows) => Object.fromEntries(rows.map((r) => [r.getAttribute('data-row')!, r.querySelector('[data-difference]')!.textContent!.trim()])));
  const there = await differences();
  await page.goto('/what-if?a=weights%3Dhr%3A3');
  await expect(page.locator('[data-side="a"]')).toContainText('3');
  const back = await differences();
  for (const [code, text] of Object.entries(there)) expect(back[code]!.replace(/[+−]/, ''), code).toBe(text.replace(/[+−]/, ''));
  expect(Object.entries(there).filter(([code, text]) => text.startsWith('+') && !back[code]!.startsWith('−'))).toEqual([]);
});

test('other scales are compared by places, unknown parts are named, in Russian', async ({ page }) => {
  await page.goto('/ru/what-if?b=scale%3Dz-score%26weights%3Dnothing%3A2');
  await expect(page.locator('[data-scale]')).toContainText('нормируют по-разному');
  await expect(page.locator('[data-map="difference"] figcaption')).toHaveText('Мест выиграно во втором');
  await expect(page.getByRole('status').filter({ hasText: 'nothing' })).toBeVisible();
});
