/* The page on robustness: to be read without JavaScript, a region followed through it, questions answered, on both packs. */
import { violations, withTheme } from './accessibility';
import { lagoonUrl } from './fixtures';
import { expect, test } from './still';
import { codes, regions } from './pack';

const short = (code: string, language: 'en' | 'ru') => regions.find((r) => r['code'] === code)![`short_${language}`]!;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, heading, says] of [
    ['/robustness', 'How firm is the picture?', ['2,000 runs', 'not sampling errors', 'Sobol indices', 'Cronbach’s α', 'Spearman’s ρ', 'seed 2026']],
    ['/ru/robustness', 'Насколько устойчива картина?', ['2 000 прогонов', 'не ошибки выборки', 'Индексы Соболя', 'α Кронбаха', 'ρ Спирмена', 'зерна 2026']]
  ] as const) {
    test(`${path} holds every figure`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      const text = (await page.getByRole('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
      for (const part of says) expect(text).toContain(part);
      for (const region of regions) expect(text).toContain(path.startsWith('/ru') ? region['short_ru']! : region['short_en']!);
      await expect(page.locator('#places tbody tr')).toHaveCount(codes.length);
      await expect(page.locator('#pairs tbody tr')).toHaveCount(codes.length);
      await expect(page.locator('#pairs tbody td:not(.none)')).toHaveCount(codes.length * (codes.length - 1));
      await expect(page.locator('#choices tr[data-row]')).toHaveCount(6);
      await expect(page.locator('#variants tbody tr')).toHaveCount(codes.length);
      await expect(page.locator('#omission tr[data-row]')).toHaveCount(19);
      await expect(page.locator('#structure tr[data-block]')).toHaveCount(5);
      await expect(page.locator('#validity tr[data-row]')).toHaveCount(10);
    });
  }
});

test('the matrix of pairs holds together: both ways add up to a hundred', async ({ page }) => {
  await page.goto('/robustness');
  const cells = await page.locator('#pairs tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))));
  cells.forEach((row, i) => row.forEach((share, j) => {
    if (i !== j) expect(Math.abs(share + cells[j]![i]! - 100)).toBeLessThanOrEqual(1);
  }));
});

test('a region is followed through the page, by its link and by the list, and the address keeps it', async ({ page }) => {
  await page.goto(withTheme('/robustness', 'dark'));
  await page.locator('#places').getByRole('link', { name: short('RU-PNZ', 'en'), exact: true }).click();
  await expect(page).toHaveURL(/region=RU-PNZ/);
  await expect(page).toHaveURL(/theme=dark/);
  for (const section of ['#places', '#variants', '#choices']) await expect(page.locator(`${section} tr.picked[data-region="RU-PNZ"]`)).toHaveCount(1);
  await expect(page.locator('#pairs tr.picked')).toHaveAttribute('data-row', 'RU-PNZ');
  await expect(page.locator('#pairs .says')).toContainText(`${short('RU-PNZ', 'en')} stands firmly above`);
  await page.getByLabel('Follow a region').selectOption('RU-SAM');
  await expect(page).toHaveURL(/region=RU-SAM/);
  await expect(page.locator('#places tr.picked')).toHaveAttribute('data-region', 'RU-SAM');
  // The other language keeps it, too.
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Насколько устойчива картина?');
  await expect(page.locator('#places tr.picked')).toContainText(short('RU-SAM', 'ru'));
  // Its own link lets it go.
  await page.locator('#places tr.picked a').click();
  await expect(page.locator('tr.picked')).toHaveCount(0);
});

test('what decides can be asked for place, tier and group of the region', async ({ page }) => {
  await page.goto('/robustness?region=RU-SAR');
  const ask = page.locator('#choices').getByLabel('What is explained');
  await expect(ask.getByRole('option')).toHaveCount(4);
  const rows = page.locator('#choices tr[data-row]');
  await ask.selectOption('rank');
  await expect(rows).toHaveCount(6);
  await expect(page.locator('#choices .says').first()).toContainText('decides most');
  await ask.selectOption('tier');
  await expect(rows).toHaveCount(8);
  await expect(rows.filter({ hasText: 'Tier limits' })).toBeVisible();
});

test('an unknown region is no region', async ({ page }) => {
  await page.goto('/robustness?region=RU-NOPE');
  await expect(page.getByLabel('Follow a region')).toHaveValue('');
  await expect(page.locator('tr.picked')).toHaveCount(0);
});

test('ratings are quoted with their sources, why a region differs stands with them', async ({ page }) => {
  await page.goto('/robustness');
  const rating = page.locator('[data-rating="minprom"]');
  await rating.locator('summary').click();
  await expect(rating.locator('tbody tr')).toHaveCount(7);
  await expect(rating.locator('tbody a[href^="https://"]')).toHaveCount(7);
  await expect(rating.getByText('derived').first()).toBeVisible();
  await expect(rating.locator('.why li').first()).toContainText(/With us it stands (highest|lowest) in the block/);
  await expect(page.locator('#validity [data-row="minprom"]')).toContainText('rates effort');
});

test('region and method pages lead here, the table can be taken away', async ({ page, request }) => {
  await page.goto('/regions/RU-KIR');
  await page.getByRole('link', { name: 'How firm is its place?' }).click();
  await expect(page.locator('#places tr.picked')).toHaveAttribute('data-region', 'RU-KIR');
  await page.goto('/method');
  await page.getByRole('main').getByRole('link', { name: 'How far places and classes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How firm is the picture?');
  for (const [path, words] of [['/data/robustness.csv', 'computed by variation of the method'], ['/ru/data/robustness.csv', 'рассчитано варьированием методики']] as const) {
    const answer = await request.get(path);
    expect(answer.headers()['content-type']).toMatch(/^text\/csv; charset=utf-8/);
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.slice(1).filter((line) => !line.includes(words))).toEqual([]);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  for (const path of ['/robustness', '/ru/robustness?region=RU-NIZ']) {
    test(`${path} stays within its width; wide tables scroll within themselves`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('#validity')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await page.locator('#pairs .scroll').evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    });
  }
});

test('axe finds nothing with a rating open', async ({ page }) => {
  await page.goto(withTheme('/robustness?region=RU-PNZ', 'dark'));
  await expect(page.locator('#places tr.picked')).toHaveCount(1);
  await page.locator('[data-rating="ria_st"] summary').click();
  expect(await violations(page)).toEqual([]);
});

test.describe('the fictitious pack', () => {
  test('is tested like the real one', async ({ page }) => {
    await page.goto(lagoonUrl('/robustness'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How firm is the picture?');
    await expect(page.locator('#places tbody tr')).toHaveCount(4);
    await expect(page.locator('#pairs .says')).toContainText('6 of 6');
    await expect(page.locator('#choices .says').first()).toContainText('never changes');
    await expect(page.locator('#validity tr[data-row]')).toHaveCount(2);
    await expect(page.locator('#validity tr[data-row="tide"]')).toContainText('too few regions');
    expect(await violations(page)).toEqual([]);
  });
});
