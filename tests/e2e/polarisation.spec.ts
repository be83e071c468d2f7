/* The page on polarisation: what it says is set against the published figures added up here; choices live in the address. */
import { csvParse } from 'd3-dsv';
import { lagoonUrl } from './fixtures';
import { codes, figure, value } from './pack';
import { expect, test } from './still';

const product = (code: string, year = 2022) => value(code, 'grp', year) * value(code, 'gva_mfg_share', year);
const sum = (of: (code: string) => number, among: readonly string[] = codes) => among.reduce((s, c) => s + of(c), 0);

test('the usual picture: the share of the two largest, in words, in the tile and in the table', async ({ page }) => {
  const two = [...codes].sort((a, b) => product(b) - product(a)).slice(0, 2);
  const share = ((100 * sum(product, two)) / sum(product)).toFixed(1);
  await page.goto('/polarisation');
  await expect(page.locator('[data-statement]')).toContainText(share);
  await expect(page.locator('[data-measure="top"] .value')).toContainText(share);
  await expect(page.locator('tr[data-year="2022"]')).toContainText(share);
  for (const code of codes) {
    const cell = await page.locator(`tr[data-region="${code}"] td`).nth(1).innerText();
    expect(figure(cell)).toBeCloseTo((100 * product(code)) / sum(product), 1);
  }
  // Gini by its definition: mean difference of any two regions.
  const differences = sum((a) => sum((b) => Math.abs(product(a) - product(b))));
  await expect(page.locator('[data-measure="gini"] .value')).toHaveText((differences / (2 * 14 * sum(product))).toFixed(3));
});

test('published figures stand beside ours, each with its year and difference', async ({ page }) => {
  await page.goto('/polarisation');
  const card = page.locator('[data-followed="investment-share"]');
  const share = (100 * sum((c) => value(c, 'invest_large', 2023), ['RU-TA', 'RU-NIZ'])) / sum((c) => value(c, 'invest_large', 2023));
  await expect(card).toContainText(share.toFixed(1));
  await expect(card).toContainText((share - 46).toFixed(1).replace('-', '\u2212'));
  await expect(card.getByRole('img')).toContainText('published: 46');
  await card.getByRole('link', { name: 'Look at this series above' }).click();
  await expect(page).toHaveURL(/indicator=invest_large$/);
  await expect(page.locator('[data-statement]')).toContainText(share.toFixed(1));
  await expect(page.getByRole('img', { name: /two largest of each year/ })).toContainText('published: 46');
});

test('a choice goes into the address; back, forward and the other language keep it', async ({ page }) => {
  await page.goto('/polarisation');
  await page.getByLabel('What is spread').selectOption('ship_mfg');
  await expect(page).toHaveURL(/\?indicator=ship_mfg$/);
  await expect(page.locator('.statement h2')).toContainText('2023');
  await expect(page.getByLabel('Year', { exact: true }).locator('option')).toHaveText(['2017', '2018', '2019', '2020', '2021', '2023']);
  // The year without figures is a gap and said to be one.
  await expect(page.locator('figcaption', { hasText: 'No data' })).toContainText('2022');
  await page.getByLabel('Set against').selectOption('population_avg');
  await page.getByLabel('Neighbours', { exact: true }).selectOption('distance');
  await page.getByLabel('Year', { exact: true }).selectOption('2019');
  await expect(page).toHaveURL(/\?indicator=ship_mfg&per=population_avg&year=2019&neighbours=distance$/);
  await expect(page.getByText(/capitals lie at most \d+ km apart/)).toBeVisible();
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page).toHaveURL(/\/ru\/polarisation\?indicator=ship_mfg&per=population_avg&year=2019&neighbours=distance$/);
  await expect(page.locator('.statement h2')).toContainText('2019');
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/neighbours=distance$/);
  await expect(page.getByLabel('Year', { exact: true })).toHaveValue('2023');
});

test('an address opens as it was left, and what it cannot have is named', async ({ page }) => {
  await page.goto('/polarisation?indicator=grp&per=employed_avg&year=2023');
  const level = (of: readonly string[]) => sum((c) => value(c, 'grp', 2023), of) / sum((c) => value(c, 'employed_avg', 2023), of);
  await expect(page.locator('[data-measure="ratio"] .value')).toHaveText(`${(level(['RU-TA', 'RU-NIZ']) / level(codes)).toFixed(2)}×`);
  await page.goto('/polarisation?indicator=gold&year=1999&shape=round');
  const notice = page.getByRole('status');
  for (const part of ['indicator=gold', '1999', 'shape']) await expect(notice).toContainText(part);
  await expect(page.locator('[data-measure="top"]')).toBeVisible();
});

test('the map of local association tells by outline and words what stands out', async ({ page }) => {
  await page.goto('/polarisation?indicator=rd_personnel&year=2023');
  await expect(page.locator('.statement h2')).toContainText('2023');
  const region = page.locator('path[data-region="RU-NIZ"]');
  await expect(region).toHaveAttribute('data-standing', 'single');
  await expect(page.getByText(/Tested alone, at p\s≤\s0.05: Nizhny Novgorod \(high among low/)).toBeVisible();
  await expect(page.locator('tr[data-region="RU-NIZ"]')).toContainText('high among low');
  await expect(page.getByText('14 regions are few')).toBeVisible();
  // A region reached in the table is shown on the map.
  await page.locator('tr[data-region="RU-NIZ"] a').focus();
  await expect(page.locator('path.hovered')).toHaveAttribute('data-region', 'RU-NIZ');
});

test('the series shown and all series can be taken away', async ({ page, request }) => {
  await page.goto('/polarisation?indicator=ship_mfg');
  const link = page.getByRole('link', { name: 'This series as CSV' });
  await expect(link).toHaveAttribute('download', 'polarisation-ship_mfg.csv');
  await expect(page.locator('tr[data-year="2023"]')).toBeVisible();
  const own = csvParse(decodeURIComponent((await link.getAttribute('href'))!.split(',').slice(1).join(',')).replace(/^\ufeff/, ''));
  expect(own.map((r) => r['TIME_PERIOD'])).toEqual(['2017', '2018', '2019', '2020', '2021', '2023']);
  const all = csvParse((await (await request.get('/data/polarisation.csv')).text()).replace(/^\ufeff/, ''));
  expect(all.filter((r) => r['INDICATOR'] === 'ship_mfg')).toEqual(own.map((r) => expect.objectContaining({ GINI: r['GINI'], TOP_2: r['TOP_2'] }) as object));
  await page.goto('/data');
  await expect(page.getByRole('link', { name: 'polarisation.csv' })).toBeVisible();
});

test('the page is found from the contents, the findings and the foot of a page', async ({ page }) => {
  await page.goto('/findings');
  await page.getByRole('link', { name: /year by year/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Polarisation');
  await page.goto('/method');
  await page.getByRole('contentinfo').or(page.locator('footer')).getByRole('link', { name: 'Polarisation' }).click();
  await expect(page).toHaveURL(/\/polarisation$/);
  await page.goto('/');
  await page.locator('summary', { hasText: 'Contents' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Polarisation' }).click();
  await expect(page).toHaveURL(/\/polarisation$/);
});

test('when the figures cannot be had the page says so and keeps what it shows', async ({ page, faults }) => {
  faults.expect(/core\.json/, /Failed to load resource/);
  await page.route('**/core.json', (route) => route.fulfill({ status: 503 }));
  await page.goto('/polarisation');
  await page.getByLabel('What is spread').selectOption('ship_mfg');
  await expect(page.getByRole('alert')).toContainText('core.json');
  await expect(page.locator('[data-measure="top"]')).toBeVisible();
  await page.unroute('**/core.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('four isles: one largest, every arrangement counted', async ({ page }) => {
  await page.goto(lagoonUrl('/polarisation'));
  await expect(page.locator('[data-statement]')).toContainText('Alder holds 45.9');
  await expect(page.getByText('All 24 ways of dealing them out were counted.')).toBeVisible();
  await page.getByLabel('What is spread').selectOption('boats');
  await expect(page).toHaveURL(/indicator=boats/);
  await expect(page.locator('path[data-region]')).toHaveCount(4);
});
