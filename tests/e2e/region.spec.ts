/* The page of a region as a short report. */
import { expect, test } from './still';
import { codes } from './pack';

test('every figure of the paragraph leads to a place on the page, in both languages', async ({ page }) => {
  for (const path of [`/regions/${codes[0]}`, `/ru/regions/${codes[0]}`]) {
    await page.goto(path);
    const targets = await page.locator('.words a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!.slice(1)));
    expect(targets.length).toBeGreaterThan(10);
    for (const id of new Set(targets)) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
  }
});

test('on paper it is two sheets at most, without menus, and a region below the top says what would move it', async ({ page }) => {
  await page.goto('/regions/RU-PNZ');
  await expect(page.locator('#reach li').first()).toContainText(/[+−]\d+\.\d\s%/);
  // Nothing it asks for is printed as no change.
  for (const item of await page.locator('#reach li').allTextContents()) expect(item).not.toMatch(/[^\d]0\.0\s%/);
  for (const path of ['/regions/RU-PNZ', '/regions/RU-BA', '/ru/regions/RU-TA']) {
    await page.goto(path);
    const paper = (await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } })).toString('latin1');
    expect((paper.match(/\/Type\s*\/Page[^s]/g) ?? []).length, path).toBeLessThanOrEqual(2);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('[data-part="strengths"] tbody tr')).toHaveCount(5);
});
