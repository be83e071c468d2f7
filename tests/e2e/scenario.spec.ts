/* The page on the integration scenario: to be read without JavaScript, moved by keyboard, held by the address. */
import { expect, test } from './still';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, heading, says] of [
    ['/scenario', 'One budget, three policies', ['A model, not a forecast', 'assumption: no source gives the value', 'modelled (gravity)', 'the conclusion holds in']],
    ['/ru/scenario', 'Один бюджет, три политики', ['Это модель, а не прогноз', 'допущение: источника для значения нет', 'гравитационная модель', 'вывод верен в']]
  ] as const) {
    test(`${path} holds results and assumptions`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      const text = (await page.getByRole('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
      for (const part of says) expect(text).toContain(part);
      await expect(page.locator('[data-measure]')).toHaveCount(5);
      await expect(page.locator('[data-measure] tr[data-policy]')).toHaveCount(15);
      await expect(page.locator('[data-claim]')).toHaveCount(4);
    });
  }
});

test('an assumption moved by keyboard changes the outcome and the address, and goes back', async ({ page }) => {
  await page.goto('/scenario');
  const added = page.locator('[data-measure="growth"] tr[data-policy="integrate"] .value');
  const before = await added.innerText();
  const slider = page.getByRole('slider', { name: /Success/ });
  await expect(slider).toBeEnabled();
  await expect(async () => {
    await slider.press('End');
    await expect(page).toHaveURL(/success=0\.9/, { timeout: 1000 });
  }).toPass();
  await expect(added).not.toHaveText(before);
  // Equalising knows no contracts.
  const equalise = page.locator('[data-measure="growth"] tr[data-policy="equalise"] .value');
  const same = await equalise.innerText();
  await page.reload();
  await expect(slider).toHaveValue('0.9');
  await expect(equalise).toHaveText(same);
  await page.getByRole('button', { name: 'Back to the method’s values' }).click();
  await expect(page).not.toHaveURL(/success/);
  await expect(added).toHaveText(before);
});

test('an address that asks for too much is told so', async ({ page }) => {
  await page.goto('/scenario?gain=7');
  await expect(page.getByText('gain').first()).toBeVisible();
  await expect(page.getByRole('slider', { name: /Gain/ })).toHaveValue('0.3');
});
