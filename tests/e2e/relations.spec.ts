/* The page on relations: two measures, the line and its outliers, one selection in every picture. */
import { expect, test } from './still';

test('what is hovered or picked in one picture is lit in the others', async ({ page }) => {
  await page.goto('/relations');
  const box = page.getByRole('checkbox', { name: 'Samara' });
  await expect(box).toBeEnabled();
  await page.locator('circle[data-region="RU-SAM"]').hover();
  await expect(page.locator('g.own[data-region="RU-SAM"]')).toHaveCount(1);
  await expect(page.locator('path.own[data-region="RU-SAM"]')).toHaveCount(1);
  await expect(page.locator('tr.own')).toHaveAttribute('data-row', 'RU-SAM');
  await page.getByRole('heading', { level: 1 }).hover();
  await box.check();
  await expect(page).toHaveURL(/relations\?regions=RU-SAM$/);
  await expect(page.locator('circle.own[data-region="RU-SAM"]')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'These regions on the map' })).toHaveAttribute('href', /\?regions=RU-SAM$/);
});

test('any two measures can be chosen, stand in the address and survive a reload', async ({ page }) => {
  await page.goto('/relations');
  const across = page.getByRole('combobox', { name: 'Across' });
  const r = page.locator('dd').nth(1);
  const usual = (await r.textContent())!;
  await expect(across).toBeEnabled();
  await across.selectOption('hr');
  await expect(page).toHaveURL(/x=hr/);
  await expect(r).not.toHaveText(usual);
  const chosen = (await r.textContent())!;
  await page.reload();
  await expect(across).toHaveValue('hr');
  await expect(r).toHaveText(chosen);
});
