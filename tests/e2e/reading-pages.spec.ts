/* With JavaScript switched off every page is there to be read: title, description, the main figures. */
import { csvParse } from 'd3-dsv';
import { expect, test } from './still';
import { clusters, links, regions, sites, value } from './pack';

test.use({ javaScriptEnabled: false });

const cases = [
  { path: '/method', heading: 'The method', says: ['min–max', 'x′ = (x − min) / (max − min)', 'ship_mfg / population_avg', '2019', '2023'] },
  { path: '/ru/method', heading: 'Метод', says: ['Нормирование', 'ship_mfg / population_avg', '2019', '2023'] },
  { path: '/data', heading: 'The data', says: ['scores.csv', 'regions.geojson', 'Manufacturing shipments per inhabitant', 'Росстат'] },
  { path: '/ru/data', heading: 'Данные', says: ['scores.csv', 'Отгрузка обрабатывающих производств на жителя', 'Росстат'] },
  { path: '/findings', heading: 'Published findings and ours', says: ['32 %', '46 %', '2×'] },
  { path: '/ru/findings', heading: 'Опубликованные выводы и наши', says: ['32 %', '46 %', '2×'] },
  { path: '/polarisation', heading: 'Polarisation', says: ['32.6 %', '46 %', 'published: 2×', 'Gini coefficient', 'Moran’s I', 'Росстат', 'all 14 regions'] },
  { path: '/ru/polarisation', heading: 'Поляризация', says: ['32,6 %', '46 %', 'Коэффициент Джини', 'I Морана', 'Росстат'] },
  { path: '/regions/RU-TA', heading: 'Republic of Tatarstan', says: [value('RU-TA', 'ship_mfg', 2023).toLocaleString('en-GB'), '18.7', '2022'] },
  { path: '/ru/regions/RU-TA', heading: 'Республика Татарстан', says: [value('RU-TA', 'ship_mfg', 2023).toLocaleString('ru-RU'), '18,7', '2022'] },
  { path: '/clusters/automotive', heading: 'Automotive', says: ['AvtoVAZ', 'KAMAZ', 'Togliatti'] },
  { path: '/ru/clusters/automotive', heading: 'Автомобильный', says: ['АвтоВАЗ', 'КАМАЗ', 'Тольятти'] }
];

for (const { path, heading, says } of cases) {
  test(`${path} can be read without JavaScript`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page).toHaveTitle(new RegExp(`^${heading}.* · (Volga Industrial Atlas|Промышленный атлас Поволжья)$`));
    expect((await page.locator('meta[name="description"]').getAttribute('content'))!.length).toBeGreaterThan(40);
    await expect(page.locator('html')).toHaveAttribute('lang', path.startsWith('/ru') ? 'ru' : 'en');
    const text = (await page.getByRole('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
    for (const part of says) expect(text).toContain(part.replace(/[\u00a0\u202f]/g, ' '));
  });
}

test('a region page carries the score of the published table', async ({ page, request }) => {
  const rows = csvParse((await (await request.get('/data/scores.csv')).text()).replace(/^\ufeff/, ''));
  const own = rows.find((r) => r['REF_AREA'] === 'RU-TA' && r['TIME_PERIOD'] === '2023' && r['GOALPOSTS'] === 'year')!;
  await page.goto('/regions/RU-TA');
  await expect(page.locator('.lead')).toContainText(`${Number(own['INDEX']).toFixed(2)} (2023)`);
  for (const block of ['INDUSTRIAL', 'HR', 'INVESTMENT', 'INNOVATION']) await expect(page.locator('.block h3', { hasText: Number(own[`BLOCK_${block}`]).toFixed(2) }).first()).toBeVisible();
});

test('the findings stand beside the same shares computed from the published figures', async ({ page, request }) => {
  const scores = csvParse((await (await request.get('/data/scores.csv')).text()).replace(/^\ufeff/, ''));
  const now = scores.filter((r) => r['TIME_PERIOD'] === '2023' && r['GOALPOSTS'] === 'year');
  const two = [...now].sort((a, b) => Number(b['INDEX']) - Number(a['INDEX'])).slice(0, 2).map((r) => r['REF_AREA']!);
  const share = (of: (region: string) => number) => (100 * two.reduce((s, r) => s + of(r), 0)) / regions.reduce((s, r) => s + of(r['code']!), 0);
  await page.goto('/findings');
  await expect(page.locator('[data-finding="mfg-grp-share"]')).toHaveText(new RegExp(`^${share((r) => value(r, 'grp', 2022) * value(r, 'gva_mfg_share', 2022)).toFixed(1)}\\s%$`));
  await expect(page.locator('[data-finding="investment-share"]')).toHaveText(new RegExp(`^${share((r) => value(r, 'invest_large', 2023)).toFixed(1)}\\s%$`));
});

test('a cluster page lists every site and every link of the cluster', async ({ page }) => {
  for (const { cluster } of clusters) {
    await page.goto(`/clusters/${cluster}`);
    const own = links.filter((l) => l['cluster'] === cluster);
    await expect(page.locator('[data-link]')).toHaveCount(own.length);
    const named = new Set(own.flatMap((l) => [l['from_site'], l['to_site']]));
    const text = await page.getByRole('main').innerText();
    for (const site of sites.filter((s) => named.has(s['site_id']))) expect(text).toContain(site['name_en']!);
  }
});

test('the map itself is there without JavaScript: fourteen regions and their ranking', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.still path.region')).toHaveCount(14);
  await expect(page.getByRole('list').locator('button.row')).toHaveCount(14);
  await page.locator('summary', { hasText: 'Contents' }).click();
  await expect(page.getByRole('link', { name: 'Method' }).filter({ visible: true })).toHaveCount(1);
});
