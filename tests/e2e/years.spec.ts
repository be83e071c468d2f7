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

test('playing goes from the first year to the last without filling the history, and a key stops it', async ({ page }) => {
  await openAtlas(page);
  const before = await page.evaluate(() => history.length);
  await page.keyboard.press('p');
  // At the last year of the index playing starts from the first again.
  await expect(page).toHaveURL(/year=20(17|18|19|20)/);
  await page.keyboard.press('Shift');
  await expect(page.getByRole('button', { name: 'Play the years' })).toBeVisible();
  const stopped = page.url();
  await page.waitForTimeout(1000);
  expect(page.url()).toBe(stopped);
  await page.getByRole('button', { name: 'Play the years' }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page).toHaveURL(/goalposts=pooled/, { timeout: 8000 });
  await expect(page.getByRole('button', { name: 'Play the years' })).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('Home, End, Page keys and a typed year go through the years with data', async ({ page }) => {
  await openAtlas(page, '/?year=2021');
  await page.getByRole('radio', { name: '2021' }).focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('radio', { name: '2018' })).toBeFocused();
  await expect(page).toHaveURL(/year=2018/);
  await page.keyboard.press('Home');
  await expect(page.getByRole('radio', { name: '2017' })).toBeChecked();
  await page.keyboard.press('End');
  await expect(page.getByRole('radio', { name: '2023' })).toBeChecked();
  const field = page.getByRole('textbox', { name: 'Type a year' });
  await field.fill('2020');
  await field.press('Enter');
  await expect(page).toHaveURL(/year=2020/);
  await field.fill('2014');
  await field.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '2014: not published' })).toBeVisible();
  await expect(field).toHaveValue('2020');
});

test('the matrix draws the way of the region in hand, and of all on demand, on pooled goalposts', async ({ page }) => {
  await openAtlas(page, '/?mode=matrix&regions=RU-TA');
  await expect(page.locator('[data-way]')).toHaveCount(0);
  await expect(page.getByText('drawn on pooled goalposts only')).toBeVisible();
  await page.getByRole('switch', { name: 'Paths of all regions' }).click();
  await expect(page).toHaveURL(/goalposts=pooled.*paths=on/);
  await expect(page.locator('[data-way]')).toHaveCount(14);
  await page.getByRole('switch', { name: 'Paths of all regions' }).click();
  await expect(page.locator('[data-way]')).toHaveCount(1);
  // The way leads through the point of the year shown.
  const point = page.locator('circle[data-region="RU-TA"]');
  const last = page.locator('[data-way="RU-TA"] circle').last();
  expect(await last.getAttribute('cx')).toBe(await point.getAttribute('cx'));
  expect(await last.getAttribute('cy')).toBe(await point.getAttribute('cy'));
});
