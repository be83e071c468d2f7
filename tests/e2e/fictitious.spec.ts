/* Another pack, another atlas: nothing about the Volga district is written in the code. */
import { lagoonUrl } from './fixtures';
import { clickShape, expect, openAtlas, shape, test } from './still';
import { clusters, regions, sites } from './pack';

test('the invented pack shows its own names and says that it is invented', async ({ page }) => {
  await openAtlas(page, lagoonUrl());
  await expect(page.getByText('Invented data, for trying the atlas out')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lagoon Atlas' })).toBeVisible();
  await expect(page.locator('.still path.region')).toHaveCount(4);
  const names = await page.getByRole('list').locator('button.row .name').allTextContents();
  expect(names.sort()).toEqual(['Alder', 'Bracken', 'Coral', 'Dune']);
});

test('all three modes work on it', async ({ page }) => {
  await openAtlas(page, lagoonUrl());
  await clickShape(page, shape(page, 'XX-AL'));
  await expect(page.getByRole('article', { name: 'Isle of Alder' })).toBeVisible();
  await page.locator('[data-mode="matrix"]').click();
  await expect(page.getByRole('group', { name: /^Scatter/ }).getByRole('button')).toHaveCount(4);
  await page.locator('[data-mode="chains"]').click();
  await page.locator('[data-cluster="skiffs"]').check();
  await expect(page.locator('.still [data-flow="skiffs XX-BR XX-AL"]')).toHaveCount(1);
  await page.locator('[data-evidence="proposed"]').check();
  await expect(page.locator('.still [data-flow="skiffs XX-DU XX-AL"]')).toHaveCount(1);
});

test('its reading pages are its own', async ({ page }) => {
  for (const [path, heading] of [['/regions/XX-CO', 'Isle of Coral'], ['/ru/regions/XX-CO', 'Остров Коралловый'], ['/clusters/kelp', 'Kelp'], ['/method', 'The method'], ['/findings', 'Published findings and ours'], ['/polarisation', 'Polarisation'], ['/data', 'The data']] as const) {
    await page.goto(lagoonUrl(path));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page).toHaveTitle(/(Lagoon Atlas|Атлас Лагуны)$/);
  }
});

test('nothing of the Volga district is in any file it loads', async ({ page }) => {
  const loaded: { url: string; text: Promise<string> }[] = [];
  page.on('response', (response) => {
    if (/html|javascript|json|css/.test(response.headers()['content-type'] ?? '')) loaded.push({ url: response.url(), text: response.text() });
  });
  for (const path of ['/', '/ru', '/?mode=chains', '/method', '/data', '/findings', '/polarisation', '/regions/XX-AL', '/clusters/kelp']) await page.goto(lagoonUrl(path), { waitUntil: 'networkidle' });
  const names = [
    ...regions.flatMap((r) => [r['code'], r['name_en'], r['name_ru']]),
    // Aircraft is also a word of the classification of activities, which belongs to no district.
    ...clusters.flatMap((c) => [c['cluster'] === 'aircraft' ? 'clusters/aircraft' : c['cluster'], c['name_ru']]),
    ...sites.filter((s) => s['grain'] === 'firm').flatMap((s) => [s['name_en'], s['name_ru']]),
    'Volga', 'Поволж', 'Приволж', 'Rosstat', 'Росстат'
  ].filter((name): name is string => (name ?? '').length > 4);
  expect(loaded.length).toBeGreaterThan(15);
  for (const { url, text } of loaded) {
    const content = await text;
    expect(names.filter((name) => content.includes(name)), url).toEqual([]);
  }
});
