/* Years compare only on pooled goalposts, and a year without data is not offered. */
import { csvParse } from 'd3-dsv';
import { expect, openAtlas, test } from './still';
import { observations, yearsOf } from './pack';

const every = [...new Set(observations.map((row) => Number(row['TIME_PERIOD'])))].sort();

test('the target year stands on the goalposts of the method, another year on pooled ones, and the page says which', async ({ page }) => {
  await openAtlas(page);
  await expect(page.getByText('Goalposts of 2023 only, as in the method')).toBeVisible();
  await page.getByRole('radio', { name: '2019' }).check({ force: true });
  await expect(page.getByText(/Goalposts pooled over 2017–2023: years compare/)).toBeVisible();
  await expect(page).toHaveURL(/year=2019/);
  await page.getByRole('button', { name: 'Back to the method’s scale' }).click();
  await expect(page.getByRole('radio', { name: '2023' })).toBeChecked();
  await expect(page.getByText('Goalposts of 2023 only, as in the method')).toBeVisible();
});

test('the scores change with the goalposts to those of the published table', async ({ page, request }) => {
  const rows = csvParse((await (await request.get('/data/scores.csv')).text()).replace(/^\ufeff/, ''));
  const index = (year: number, goalposts: string) => Number(rows.find((r) => r['REF_AREA'] === 'RU-SAM' && r['TIME_PERIOD'] === String(year) && r['GOALPOSTS'] === goalposts)!['INDEX']);
  const figure = page.locator('.figures dd').first();
  await openAtlas(page, '/?regions=RU-SAM');
  await expect(figure).toHaveText(index(2023, 'year').toFixed(2));
  await page.getByRole('button', { name: 'Make years comparable' }).click();
  await expect(figure).toHaveText(index(2023, 'pooled').toFixed(2));
  await page.getByRole('radio', { name: '2018' }).check({ force: true });
  await expect(figure).toHaveText(index(2018, 'pooled').toFixed(2));
});

test('a year in which an indicator was not published cannot be chosen and says so', async ({ page }) => {
  const published = yearsOf('ship_mfg');
  const gaps = every.filter((year) => !published.includes(year));
  expect(gaps).toContain(2022);
  await openAtlas(page, '/?measure=ship_mfg');
  await expect(page.locator('input[name="year"]')).toHaveCount(every.length);
  expect(await page.locator('input[name="year"]:enabled').evaluateAll((all) => all.map((i) => Number((i as HTMLInputElement).value)))).toEqual(published);
  await expect(page.getByTitle('2022: not published')).toBeVisible();
});

test('the arrow keys go through the years', async ({ page }) => {
  await openAtlas(page, '/?year=2018');
  await page.getByRole('radio', { name: '2018' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/year=2019/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/year=2017/);
});
