/* English and Russian are the same atlas: the view stays when the language changes. */
import { expect, openAtlas, test } from './still';

test('the language switch keeps the view', async ({ page }) => {
  await openAtlas(page, '/?mode=matrix&year=2021&regions=RU-TA');
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page).toHaveURL(/\/ru\?mode=matrix&year=2021&regions=RU-TA$/);
  await expect(page.getByRole('article', { name: 'Республика Татарстан' })).toBeVisible();
  await expect(page.getByRole('radio', { name: '2021' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/\?mode=matrix&year=2021&regions=RU-TA$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('?lang=ru leads to the Russian address with the rest of the view', async ({ page }) => {
  await page.goto('/?lang=ru&regions=RU-SAR');
  await expect(page).toHaveURL(/\/ru\?regions=RU-SAR$/);
  await expect(page.getByRole('article', { name: 'Саратовская область' })).toBeVisible();
});

test('?lang=ru and ?lang=en lead from one page to the same page', async ({ page }) => {
  await page.goto('/method?lang=ru');
  await expect(page).toHaveURL(/\/ru\/method$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Метод');
  await page.goto('/ru/findings?lang=en');
  await expect(page).toHaveURL(/(?<!ru)\/findings$/);
});

test('numbers and names are written as each language writes them', async ({ page }) => {
  await openAtlas(page, '/ru?measure=ship_mfg');
  const first = page.getByRole('list').locator('button.row').first();
  await expect(first).toHaveAccessibleName(/^Татарстан: 3\s509\s711, 1-е место из 14$/);
});
