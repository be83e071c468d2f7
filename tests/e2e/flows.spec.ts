/* An arrow is a bundle of links; each says what flows, from whom to whom, on what basis and how sure that is. */
import { clickShape, expect, openAtlas, test } from './still';
import { arrowsOf, from, links, sites, to, type Row } from './pack';

const site = (id: string | undefined): Row => sites.find((s) => s['site_id'] === id)!;
const shown = links.filter((l) => l['cluster'] === 'automotive' && l['evidence'] === 'documented');
/* The arrow with most links, so that a list is a list. */
const bundles = arrowsOf(shown).map((id) => ({ id, links: shown.filter((l) => `${l['cluster']} ${from(l)} ${to(l)}` === id) }));
const busiest = bundles.sort((a, b) => b.links.length - a.links.length)[0]!;

test('a click on an arrow lists its links with what flows, the basis and the source', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&clusters=automotive');
  await clickShape(page, page.locator(`.still [data-flow="${busiest.id}"]`));
  const items = page.locator('[data-link]');
  await expect(items).toHaveCount(busiest.links.length);
  for (const link of busiest.links) {
    const item = page.locator(`[data-link="${link['link_id']}"]`);
    for (const text of [link['flow_en'], site(link['from_site'])['name_en'], site(link['to_site'])['name_en'], link['basis_en']]) await expect(item).toContainText(text!);
    const address = /https?:\/\/\S+?(?=;|$)/.exec(link['source']!)?.[0];
    if (address) await expect(item.getByRole('link').first()).toHaveAttribute('href', address);
    else await expect(item).toContainText(link['source']!);
  }
});

test('an arrow’s list is closed and the ranking is back', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&clusters=automotive');
  await clickShape(page, page.locator(`.still [data-flow="${busiest.id}"]`));
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('[data-link]')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Regions by links shown' })).toBeVisible();
});

test('what is only recalled says so on every link, what is found in a source says that', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&clusters=petrochemicals&evidence=documented~plausible&regions=RU-TA');
  const own = links.filter((l) => l['cluster'] === 'petrochemicals' && (from(l) === 'RU-TA' || to(l) === 'RU-TA'));
  const recalled = own.filter((l) => l['verification'] === 'recalled');
  expect(recalled.length).toBeGreaterThan(0);
  expect(recalled.length).toBeLessThan(own.length);
  await expect(page.locator('[data-link]')).toHaveCount(own.length);
  await expect(page.locator('[data-link]', { hasText: 'recalled: general knowledge' })).toHaveCount(recalled.length);
  await expect(page.locator('[data-link]', { hasText: 'found in a stored source' })).toHaveCount(own.length - recalled.length);
});

test('a group of unnamed firms or farms is told from a firm', async ({ page }) => {
  const link = links.find((l) => l['cluster'] === 'agro-industry' && from(l) !== '' && from(l) !== to(l) && site(l['from_site'])['grain'] === 'region')!;
  await openAtlas(page, `/?mode=chains&clusters=agro-industry&evidence=${link['evidence']}&regions=${from(link)}`);
  const firm = site(link['to_site'])['grain'] === 'firm' ? 1 : 2;
  await expect(page.locator(`[data-link="${link['link_id']}"]`).getByText('group of firms or farms of the region')).toHaveCount(firm);
});

test('a region in the mode Chains shows all its links', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&clusters=automotive&regions=RU-ULY');
  const own = shown.filter((l) => from(l) === 'RU-ULY' || to(l) === 'RU-ULY').map((l) => l['link_id']);
  const ids = await page.locator('[data-link]').evaluateAll((all) => all.map((a) => a.getAttribute('data-link')!));
  expect(ids.sort()).toEqual(own.sort());
});
