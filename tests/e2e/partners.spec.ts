/* The page on partners: read without JavaScript, asked from both sides, weights moved, on both packs. */
import { violations, withTheme } from './accessibility';
import { lagoonUrl } from './fixtures';
import { expect, openAtlas, test } from './still';
import { clusters, regions } from './pack';

const short = (code: string, language: 'en' | 'ru') => regions.find((r) => r['code'] === code)![`short_${language}`]!;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const [path, heading, says] of [
    ['/partners', 'Where could a region join?', ['proposed', 'hidden links', 'nearest first', 'of 100 weightings']],
    ['/ru/partners', 'Куда мог бы войти регион?', ['предложено', 'Скрытых связей', 'сначала ближайшие', 'из 100 наборов весов']]
  ] as const) {
    test(`${path} answers for a first region and holds the test`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      const text = (await page.getByRole('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
      for (const part of says) expect(text).toContain(part);
      await expect(page.locator('#join li[data-place="1"]')).toHaveCount(1);
      await expect(page.locator('#overview thead th')).toHaveCount(clusters.length + 1);
      await expect(page.locator('#test tr[data-row="matching"]')).toHaveCount(1);
    });
  }
});

test('the ministry of a lagging region: where can we join?', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-PNZ');
  const panel = page.locator('[data-section="join"]');
  await expect(panel.locator('li')).toHaveCount(3);
  await expect(panel.locator('li', { hasText: 'proposed' })).toHaveCount(3);
  await panel.getByRole('link', { name: 'In the full profile' }).click();
  await expect(page).toHaveURL(/\/regions\/RU-PNZ#join$/);
  await expect(page.locator('#join li')).toHaveCount(3);
  await page.locator('#join').getByRole('link', { name: 'All proposals' }).click();
  await expect(page).toHaveURL(/\/partners\?region=RU-PNZ/);
  await page.locator('#join').getByLabel('Cluster').selectOption('aircraft');
  await expect(page).toHaveURL(/cluster=aircraft/);
  const first = page.locator('#join li[data-place="1"]');
  await expect(first).toContainText('proposed');
  await expect(first).toContainText(/to the chain of .+\. There, sites of (the stages it is known to feed|a kind that class \d\d is known to supply): /);
  await expect(first).toContainText(/among the first 3 in \d+ of 100 weightings/);
  await expect(first.locator('[data-criterion]')).toHaveCount(5);
  // The same on the map: dashed, said to be proposed, from the region picked.
  const map = page.locator('#join figure');
  await expect(map).toContainText('Proposed: the first');
  const arrows = await map.locator('.flow').count();
  expect(arrows).toBeGreaterThan(0);
  await expect(map.locator('.flow.dashed')).toHaveCount(arrows);
  await expect(map.locator('.picked')).toHaveAttribute('d', (await map.locator('[data-region="RU-PNZ"]').getAttribute('d'))!);
  await expect(first.locator('[data-criterion="nearness"] dd')).toContainText('km apart');
  await expect(first.locator('[data-criterion="readiness"] dd')).toContainText(/\(20\d\d\)/);
});

test('a purchasing head: who could supply this function?', async ({ page }) => {
  await page.goto('/partners?leader=RU-SAM&cluster=automotive');
  const wanted = page.locator('#supply').getByLabel('Function');
  await expect(wanted.locator('option').first()).toContainText(/known supplier/);
  await wanted.selectOption({ index: 1 });
  await expect(page).toHaveURL(/function=/);
  const lines = page.locator('#supply > ol > li');
  await expect(lines).toHaveCount(5);
  await expect(page.locator('#supply li[data-region="RU-SAM"]')).toHaveCount(0);
  await expect(lines.first()).toContainText('proposed');
  const scores = await page.locator('#supply .facts').allTextContents();
  const numbers = scores.map((s) => Number(/Score (\d\.\d+)/.exec(s)![1]));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test('weights move by keyboard, count at once, stay in the address and can be put back', async ({ page }) => {
  await page.goto(withTheme('/partners?region=RU-KIR', 'dark'));
  const facts = page.locator('#join .facts').first();
  const before = await facts.textContent();
  const slider = page.getByLabel('Weight: Nearness');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveValue('5');
  await expect(page).toHaveURL(/weights=1~1~5~1~1/);
  await expect(page).toHaveURL(/theme=dark/);
  await expect(facts).not.toHaveText(before!);
  await page.reload();
  await expect(slider).toHaveValue('5');
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page.locator('#join').getByLabel('Регион')).toHaveValue('RU-KIR');
  await page.getByRole('button', { name: 'Вернуть веса методики' }).click();
  await expect(page).not.toHaveURL(/weights=/);
});

test('an unknown address is the default; the table leads to each answer', async ({ page }) => {
  await page.goto('/partners?region=RU-NOPE&weights=9~9');
  await expect(page.getByLabel('Weight: Nearness')).toHaveValue('1');
  await page.locator('#overview tr[data-region="RU-SAR"] a').first().click();
  await expect(page).toHaveURL(/region=RU-SAR/);
  await expect(page.locator('#join').getByLabel('Region').locator('option:checked')).toHaveText(short('RU-SAR', 'en'));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('stays within its width', async ({ page }) => {
    await page.goto('/ru/partners?region=RU-SAR');
    await expect(page.locator('#test')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test('the fictitious pack is matched like the real one', async ({ page }) => {
  await page.goto(lagoonUrl('/partners'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where could a region join?');
  await expect(page.getByRole('slider')).toHaveCount(5);
  await expect(page.locator('#test')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
