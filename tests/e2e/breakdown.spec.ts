/* What a score is made of, down to the published figure and its table. */
import { expect, openAtlas, test } from './still';
import { codes, figure, published, sources, value } from './pack';

const YEAR = 2023;
const BLOCK_INDICATORS = ['ship_mfg', 'ship_mfg_pc', 'fa_gross_mfg', 'wear_mfg', 'gva_mfg_share'] as const;
/* The five indicators of the industrial block from published figures alone: name, region → value, 1 or −1. */
const of: Record<(typeof BLOCK_INDICATORS)[number], { of: (region: string) => number; direction: 1 | -1 }> = {
  ship_mfg: { of: (r) => value(r, 'ship_mfg', YEAR), direction: 1 },
  ship_mfg_pc: { of: (r) => value(r, 'ship_mfg', YEAR) / value(r, 'population_avg', YEAR), direction: 1 },
  fa_gross_mfg: { of: (r) => value(r, 'fa_gross_mfg', YEAR), direction: 1 },
  wear_mfg: { of: (r) => 100 * (1 - value(r, 'fa_net_mfg', YEAR) / value(r, 'fa_gross_mfg', YEAR)), direction: -1 },
  gva_mfg_share: { of: (r) => value(r, 'gva_mfg_share', YEAR - 1), direction: 1 }
};
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

test('a block opens to its indicators with value, district mean, place and share', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.locator('[data-block="industrial"]').click();
  const rows = page.getByRole('region', { name: 'What the score is made of' }).getByRole('row');
  await expect(rows).toHaveCount(1 + BLOCK_INDICATORS.length);
  const index = figure((await page.locator('.figures dd').first().textContent())!);
  for (const id of BLOCK_INDICATORS) {
    const { of: valueOf, direction } = of[id];
    const all = codes.map(valueOf);
    const own = valueOf('RU-TA');
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const normalised = direction > 0 ? (own - low) / (high - low) : (high - own) / (high - low);
    const row = rows.filter({ has: page.locator(`[data-indicator="${id}"]`) });
    const shown = (await row.getByRole('cell').allTextContents()).map(figure);
    const step = (text: number) => 0.5 * 10 ** -(String(text).split('.')[1]?.length ?? 0) + 1e-9;
    expect(Math.abs(shown[0]! - own), `${id}: value`).toBeLessThanOrEqual(step(shown[0]!) + 0.05);
    expect(Math.abs(shown[1]! - mean(all)), `${id}: district mean`).toBeLessThanOrEqual(step(shown[1]!) + 0.05);
    expect(shown[2], `${id}: place`).toBe(1 + all.filter((v) => direction * v > direction * own).length);
    // Four blocks of equal weight, five indicators in this one.
    expect(Math.abs(shown[3]! - (100 * normalised) / 20 / index), `${id}: share`).toBeLessThanOrEqual(1);
  }
});

test('the score of a block is the mean of its normalised indicators', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-ULY');
  const scores = Object.values(of).map(({ of: valueOf, direction }) => {
    const all = codes.map((r) => direction * valueOf(r));
    return (direction * valueOf('RU-ULY') - Math.min(...all)) / (Math.max(...all) - Math.min(...all));
  });
  await expect(page.locator('[data-block="industrial"]')).toContainText(mean(scores).toFixed(2));
});

test('the source of a figure is one click away and names the published table', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.locator('[data-block="industrial"]').click();
  await page.getByRole('button', { name: /^Source of: Shipped goods/ }).click();
  const row = published('RU-TA', 'ship_mfg', YEAR);
  const source = sources.find((s) => s['source'] === row['SOURCE'])!;
  const shown = page.locator('.provenance');
  await expect(shown).toContainText(source['publication']!);
  await expect(shown).toContainText(`${YEAR}: ${Number(row['OBS_VALUE']).toLocaleString('en-GB')}`);
  await expect(shown).toContainText(source['licence']!);
});

test('a derived figure shows its formula and the published figures it is computed from', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.locator('[data-block="industrial"]').click();
  await page.locator('[data-indicator="wear_mfg"]').click();
  const shown = page.locator('.provenance');
  await expect(shown.locator('code')).toContainText('fa_net_mfg / fa_gross_mfg');
  for (const input of ['fa_net_mfg', 'fa_gross_mfg']) await expect(shown).toContainText(value('RU-TA', input, YEAR).toLocaleString('en-GB'));
});

test('a value carried forward shows the year it was published for', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA');
  await page.locator('[data-block="industrial"]').click();
  const row = page.getByRole('row').filter({ has: page.locator('[data-indicator="gva_mfg_share"]') });
  await expect(row).toContainText('value of 2022');
  await expect(row.getByRole('cell').first()).toHaveText(value('RU-TA', 'gva_mfg_share', 2022).toFixed(1));
  await row.getByRole('button').click();
  await expect(page.locator('.provenance')).toContainText('2022:');
  // The others are of the year shown and say nothing.
  await expect(page.getByText(/^value of /)).toHaveCount(1);
});
