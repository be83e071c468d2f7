/* A term says what it means where it stands, by keyboard; without JavaScript it leads to the glossary. */
import { expect, openAtlas, test } from './still';

test('a term opens in place, and Escape closes it and nothing else', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  const term = page.locator('[data-term="goalposts"]').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const box = page.locator('[popover]:popover-open');
  await expect(box).toContainText('The two values that become 0 and 1.');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(page).toHaveURL(/regions=RU-TA/);
  await expect(term).toBeFocused();
});

test('every term on the pages leads to its line in the glossary', async ({ request }) => {
  const glossary = await (await request.get('/ru/glossary')).text();
  const html = (await (await request.get('/ru')).text()) + (await (await request.get('/ru/method')).text());
  const terms = [...html.matchAll(/href="[^"]*\/glossary#(\w+)"/g)].map((m) => m[1]!);
  expect(terms.length).toBeGreaterThan(3);
  for (const id of terms) expect(glossary).toContain(`id="${id}"`);
});
