/*
 * Three walks, as people would go: an analyst tries other weights and takes the result away; a journalist, in
 * Russian, takes one region and one year to a page of her own; a student computes one score himself from the
 * downloaded figures by the formula on the page. What is seen is set against figures worked out here.
 */
import { readFileSync } from 'node:fs';
import { csvParse, type DSVRowString } from 'd3-dsv';
import type { APIRequestContext, TestInfo, Page } from '@playwright/test';
import { at } from '../../scripts/lib/paths.mjs';
import { codes, figure } from './pack';
import { expect, openAtlas, test } from './still';

interface Indicator { readonly id: string; readonly direction: 1 | -1; readonly weight: number; readonly maxLag?: number }
const method = JSON.parse(readFileSync(at('geodata/vfd/method.json'), 'utf8')) as {
  targetYear: number;
  potential: { id: string; weight: number; indicators: Indicator[] }[];
  tiers: { leadingAboveSd: number; lowBelowSd: number };
};
const { targetYear: YEAR } = method;
const BLOCKS = method.potential.map((b) => `BLOCK_${b.id.toUpperCase()}`);

const rowsOf = (text: string) => csvParse(text.replace(/^\ufeff/, ''));
const csv = async (request: APIRequestContext, path: string) => rowsOf(await (await request.get(path)).text());
const published = async (request: APIRequestContext, year = YEAR, goalposts = 'year') => (await csv(request, '/data/scores.csv')).filter((r) => r['TIME_PERIOD'] === String(year) && r['GOALPOSTS'] === goalposts);
const number = (row: DSVRowString | undefined, column: string) => (row?.[column] ? Number(row[column]) : NaN);
const pictures = (page: Page, info: TestInfo) => (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) });
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Tiers by the rule of the method page: Ī ± k σ, σ of a sample (n − 1). */
function tiersOf(index: readonly number[]): string[] {
  const centre = mean(index);
  const sigma = Math.sqrt(index.reduce((s, v) => s + (v - centre) ** 2, 0) / (index.length - 1));
  return index.map((v) => (v > centre + method.tiers.leadingAboveSd * sigma ? 'leading' : v < centre - method.tiers.lowBelowSd * sigma ? 'low' : 'average'));
}

test('an analyst changes a weight, sees who changes class and how sure that is, and takes the table away', async ({ page, request }, info) => {
  const picture = pictures(page, info);
  await openAtlas(page, '/');
  await page.locator('[data-open-lab]').click();
  const slider = page.locator('[data-weight="hr"]');
  await slider.focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('3');
  await picture('1-weight-of-people');

  // Who should have changed class, from the published blocks and the rules alone.
  const before = await published(request);
  const weights = method.potential.map((b) => (b.id === 'hr' ? 3 : b.weight));
  const index = before.map((row) => method.potential.reduce((s, _, k) => s + weights[k]! * number(row, BLOCKS[k]!), 0) / weights.reduce((a, b) => a + b, 0));
  const tiers = tiersOf(index);
  const moved = before.filter((row, u) => row['TIER'] !== tiers[u]);
  await expect(page.locator('[data-outcome]')).toContainText(new RegExp(`method: ${moved.length}\\s`));

  // How sure: the runs follow the scenario.
  const uncertain = moved[0] ?? before[0]!;
  await page.goto(`/?weights=hr:3&regions=${uncertain['REF_AREA']}`);
  await page.waitForFunction(() => performance.getEntriesByName('atlas:confidence').length > 0);
  await expect(page.getByRole('region', { name: 'How firm is this?' })).toContainText(/\d+ of 100/);
  await picture('2-how-sure');

  // The rows taken away are those of the scenario, and say so.
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').locator('[data-file="csv"]').click()]);
  const taken = rowsOf(readFileSync(await download.path(), 'utf8'));
  await picture('3-share');
  expect(taken).toHaveLength(codes.length);
  for (const row of taken) {
    const u = before.findIndex((b) => b['REF_AREA'] === row['REF_AREA']);
    expect(number(row, 'INDEX'), row['REF_AREA']).toBeCloseTo(index[u]!, 12);
    expect(row['TIER'], row['REF_AREA']).toBe(tiers[u]);
    expect(row['NOTE'], row['REF_AREA']).not.toBe('');
  }
});

test('журналистка: один регион, другой год, вставка со ссылкой на источник', async ({ page, request }, info) => {
  const picture = pictures(page, info);
  await openAtlas(page, '/ru');
  const box = page.getByRole('combobox').first();
  await box.fill('Пенз');
  await expect(page.getByRole('option').first()).toBeVisible();
  await box.press('Enter');
  await expect(page.getByRole('article', { name: 'Пензенская область' })).toBeVisible();
  await picture('1-region');

  const year = page.getByRole('textbox', { name: 'Ввести год' });
  await year.fill('2019');
  await year.press('Enter');
  await expect(page).toHaveURL(/year=2019/);
  await picture('2-year');

  await page.getByRole('button', { name: 'Поделиться', exact: true }).click();
  const code = await page.getByRole('dialog').getByRole('textbox', { name: 'Код' }).inputValue();
  await picture('3-code');
  expect(code).toMatch(/title="[^"]*[а-я][^"]*"/);

  // Her own page, somewhere else.
  await page.route('**/article', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="ru"><title>Статья</title><h1>Статья</h1>${code}</html>` }));
  await page.goto('/article');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(frame.locator('path.picked')).toHaveCount(1);
  const own = (await published(request, 2019, 'pooled')).find((r) => r['REF_AREA'] === 'RU-PNZ');
  const said = await frame.locator('output').textContent();
  expect(said).toContain('Пензенская');
  expect(figure(/\d+,\d+/.exec(said!)![0].replace(',', '.'))).toBeCloseTo(number(own, 'INDEX'), 1);
  await expect(frame.locator('footer')).toContainText(/Росстат/);
  await expect(frame.getByRole('link', { name: 'Открыть в атласе' })).toHaveAttribute('href', /year=2019/);
  await picture('4-article');
});

test('a student reads the story and the method, and computes the score of one region himself', async ({ page, request }, info) => {
  const picture = pictures(page, info);
  await page.goto('/story');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The argument in eight steps');
  await picture('1-story');
  await page.goto('/method');
  // What the page says to do is what is done below.
  for (const formula of ['x′ = (x − min) / (max − min)', 'x′ = (max − x) / (max − min)', 'B = Σ wᵢ x′ᵢ / Σ wᵢ', 'I = Σ vⱼ Bⱼ / Σ vⱼ']) await expect(page.locator('.formula', { hasText: formula })).toHaveCount(1);
  await picture('2-method');

  const region = 'RU-UD';
  const blocks: number[] = [];
  for (const block of method.potential) {
    const parts: [weight: number, scaled: number][] = [];
    for (const { id, direction, weight, maxLag = 0 } of block.indicators) {
      const rows = await csv(request, `/data/indicators/${id}.csv`);
      // The year itself, or the last before it that the method allows.
      const values = codes.flatMap((code) => {
        for (let year = YEAR; year >= YEAR - maxLag; year--) {
          const found = rows.find((r) => r['REF_AREA'] === code && r['TIME_PERIOD'] === String(year) && r['OBS_VALUE'] !== '');
          if (found) return [[code, Number(found['OBS_VALUE'])] as const];
        }
        return [];
      });
      const x = values.find(([code]) => code === region)?.[1];
      if (x === undefined) continue;
      const [min, max] = [Math.min(...values.map(([, v]) => v)), Math.max(...values.map(([, v]) => v))];
      parts.push([weight, direction > 0 ? (x - min) / (max - min) : (max - x) / (max - min)]);
    }
    blocks.push(parts.reduce((s, [w, v]) => s + w * v, 0) / parts.reduce((s, [w]) => s + w, 0));
  }
  const index = method.potential.reduce((s, b, k) => s + b.weight * blocks[k]!, 0) / method.potential.reduce((s, b) => s + b.weight, 0);

  const row = (await published(request)).find((r) => r['REF_AREA'] === region);
  BLOCKS.forEach((column, k) => expect(number(row, column), column).toBeCloseTo(blocks[k]!, 9));
  expect(number(row, 'INDEX')).toBeCloseTo(index, 9);
  await openAtlas(page, `/?regions=${region}`);
  await expect(page.getByRole('article', { name: 'Udmurt' })).toContainText(index.toFixed(2));
  await picture('3-own-check');
});
