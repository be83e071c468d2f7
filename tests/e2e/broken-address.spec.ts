/* A broken address never gives a blank page: the rest of it works and a notice names what was left out. */
import { clickShape, expect, openAtlas, shape, test } from './still';

const broken: [query: string, names: string][] = [
  ['mode=nope', 'mode=nope'],
  ['measure=nope', 'measure=nope'],
  ['year=1800', 'year 1800'],
  ['measure=ship_mfg&year=2022', 'year 2022'],
  ['regions=XX', 'regions=XX'],
  ['at=abc', 'at=abc'],
  ['foo=1', '“foo”'],
  ['measure=%3Cimg%20src=x%20onerror=alert(1)%3E', '<img src=x onerror=alert(1)>']
];

for (const [query, named] of broken) {
  test(`${query}: a notice, and a page that works`, async ({ page }) => {
    await openAtlas(page, `/?${query}`);
    const notice = page.getByRole('status').filter({ hasText: 'Part of this address could not be used' });
    await expect(notice).toContainText(named);
    await expect(page.locator('.still path.region')).toHaveCount(14);
    await expect(page.locator('[data-mode="chains"]')).toBeVisible();
    await notice.getByRole('button', { name: 'Close' }).click();
    await expect(notice).toHaveCount(0);
  });
}

test('everything broken at once is named at once, and the next step makes the address whole', async ({ page }) => {
  await openAtlas(page, '/?mode=nope&measure=nope&year=1800&regions=RU-KIR~XX&clusters=no&evidence=sure&layout=globe&theme=pink&at=500,91,3&foo=1');
  await expect(page.getByRole('status').getByRole('listitem')).toHaveCount(10);
  await expect(page.getByRole('article', { name: /^Kirov/ })).toBeVisible();
  await clickShape(page, shape(page, 'RU-TA'));
  await expect(page).toHaveURL(/\/\?regions=RU-TA$/);
  await expect(page.getByText('Part of this address could not be used')).toHaveCount(0);
});

test('more regions than can be compared are cut, and the rest is named', async ({ page }) => {
  await openAtlas(page, '/?regions=RU-TA~RU-SAM~RU-KIR~RU-PER~RU-ULY~RU-SAR');
  await expect(page.getByRole('status').filter({ hasText: 'Too many regions' })).toContainText('RU-SAR');
  // The names of the figures, five regions and the mean of the district.
  await expect(page.getByRole('article', { name: 'Comparison' }).getByRole('columnheader')).toHaveCount(7);
});

test('the notice speaks Russian on the Russian page', async ({ page }) => {
  await openAtlas(page, '/ru?measure=nope');
  await expect(page.getByRole('status').filter({ hasText: 'measure=nope' })).toContainText('неизвестно');
});

test('a page that does not exist says so and leads back to the map', async ({ page, faults }) => {
  faults.expect(/status of 404/, /Not found/);
  const answer = await page.goto('/regions/XX');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  await page.getByRole('link', { name: 'To the map' }).click();
  await expect(page.locator('.still path.region')).toHaveCount(14);
});
