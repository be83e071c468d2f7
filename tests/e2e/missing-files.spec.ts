/* A file that does not arrive is said, with the way to mend it; the rest of the atlas stays in use. */
import { expect, openAtlas, test } from './still';
import { arrowsOf, links } from './pack';

const gone = { status: 404, contentType: 'text/plain', body: 'gone' };

test('chains that do not arrive are named, the map works, and trying again brings them', async ({ page, faults }) => {
  faults.expect(/status of 404.*chains\.json/);
  await page.route('**/chains.json*', (route) => route.fulfill(gone));
  await openAtlas(page, '/?mode=chains&clusters=automotive');
  const notice = page.getByRole('alert').filter({ hasText: 'The value chains could not be loaded.' });
  await expect(notice).toContainText('chains.json');
  await expect(notice).toContainText('404');
  await expect(page.locator('.still path.region')).toHaveCount(14);
  await page.unroute('**/chains.json*');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.locator('.still [data-flow]')).toHaveCount(arrowsOf(links.filter((l) => l['cluster'] === 'automotive' && l['evidence'] === 'documented')).length);
});

test('chains that arrive broken are refused as a whole', async ({ page }) => {
  await page.route('**/chains.json*', (route) => route.fulfill({ json: { sites: 'none' } }));
  await openAtlas(page);
  await expect(page.getByRole('alert').filter({ hasText: 'The value chains could not be loaded.' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible();
});

test('rivers that do not arrive are named and the map is drawn without them', async ({ page, faults }) => {
  faults.expect(/status of 404.*water\.json/);
  await page.route('**/water.json*', (route) => route.fulfill(gone));
  await openAtlas(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Rivers could not be loaded' })).toBeVisible();
  await expect(page.locator('.still path.region')).toHaveCount(14);
});

test('without the core there is a page that says what is missing and where', async ({ page, faults }) => {
  faults.expect(/status of 404.*core\.json/);
  await page.route('**/core.json', (route) => route.fulfill(gone));
  await page.goto('/method');
  await page.getByRole('navigation', { name: 'What the map shows' }).getByRole('link', { name: 'Matrix' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The data could not be read' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('core.json');
  await expect(page.getByRole('main')).toContainText('404');
  await page.unroute('**/core.json');
  await page.getByRole('link', { name: 'To the map' }).click();
  await expect(page.locator('.still path.region')).toHaveCount(14);
});
