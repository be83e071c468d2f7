/* Each cluster is switched on and off, and the evidence filter says how sure a link must be. */
import type { Page } from '@playwright/test';
import { lagoonUrl } from './fixtures';
import { clickShape, expect, openAtlas, test } from './still';
import { arrowsOf, clusters, from, links, roles, sites, to } from './pack';

const arrows = async (page: Page) => (await page.locator('.still [data-flow]').evaluateAll((all) => all.map((a) => a.getAttribute('data-flow')!))).sort();

for (const { cluster, name_en: name } of clusters) {
  test(`${name}: on, with weaker evidence, and off`, async ({ page }) => {
    const own = (...evidence: string[]) => arrowsOf(links.filter((l) => l['cluster'] === cluster && evidence.includes(l['evidence']!)));
    expect(own('plausible')).not.toHaveLength(0);
    await openAtlas(page, '/?mode=chains&clusters=none');
    await expect(page.getByText('No link fits this choice')).toBeVisible();
    const box = page.getByRole('group', { name: 'Clusters' }).getByRole('checkbox', { name: name! });
    await box.check();
    await expect.poll(() => arrows(page)).toEqual(own('documented'));
    await page.locator('[data-evidence="plausible"]').check();
    await expect.poll(() => arrows(page)).toEqual(own('documented', 'plausible'));
    await page.locator('[data-evidence="documented"]').uncheck();
    await expect.poll(() => arrows(page)).toEqual(own('plausible'));
    await box.uncheck();
    await expect.poll(() => arrows(page)).toEqual([]);
    await expect(page.getByText('No link fits this choice')).toBeVisible();
  });
}

test('clusters are shown together', async ({ page }) => {
  await openAtlas(page, '/?mode=chains');
  for (const { cluster } of clusters) await page.locator(`[data-cluster="${cluster}"]`).check();
  await expect.poll(() => arrows(page)).toEqual(arrowsOf(links.filter((l) => l['evidence'] === 'documented')));
});

test('a level of evidence is drawn so that it can be told from the documented one', async ({ page }) => {
  await openAtlas(page, '/?mode=chains&clusters=petrochemicals&evidence=documented~plausible');
  const sure = new Set(arrowsOf(links.filter((l) => l['cluster'] === 'petrochemicals' && l['evidence'] === 'documented' && l['period'] === 'current')));
  const weak = arrowsOf(links.filter((l) => l['cluster'] === 'petrochemicals' && l['evidence'] === 'plausible')).filter((id) => !sure.has(id));
  const certain = page.locator(`[data-flow="${[...sure][0]}"]`);
  await expect(certain).not.toHaveClass(/hollow/);
  await expect(page.locator(`[data-flow="${weak[0]}"]`)).toHaveClass(/hollow/);
});

/* The page of a cluster: scheme, map and lists are one selection, held in the address. */
const live = async (page: Page, path: string) => {
  await page.goto(path);
  await page.locator('[data-pick="stage"]').waitFor();
};
const node = (page: Page, id: string) => page.locator(`[data-node="${id}"]`);
const rows = (page: Page) => page.locator('tr[data-site]').evaluateAll((all) => all.map((r) => r.getAttribute('data-site')!));
const rolesOf = (cluster: string, stage?: string) => roles.filter((r) => r['cluster'] === cluster && (stage === undefined || r['stage'] === stage)).map((r) => r['site_id']!);
const regionOf = (id: string) => sites.find((s) => s['site_id'] === id)!['region']!;

test('a box of the scheme opens its sites; map, list and address follow, and the way back leads to the whole', async ({ page }) => {
  await live(page, '/clusters/automotive');
  await node(page, 'components').click();
  await expect(page).toHaveURL(/stage=components/);
  const own = rolesOf('automotive', 'components');
  await expect(page.locator('.stage [data-node^="site."]')).toHaveCount(own.filter((id) => regionOf(id) !== '').length);
  expect((await rows(page)).sort()).toEqual([...own].sort());
  await expect(page.getByRole('combobox', { name: 'Stage' })).toHaveValue('components');
  await page.getByRole('link', { name: 'A0 Automotive' }).click();
  await expect(page).not.toHaveURL(/stage=/);
  await expect(node(page, 'components')).toBeVisible();
  expect((await rows(page)).length).toBe(rolesOf('automotive').length);
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Stage' })).toHaveValue('components');
});

test('a region picked on the map lights its functions and leaves its sites and links', async ({ page }) => {
  await live(page, '/clusters/automotive');
  const samara = page.locator('path.region[data-region="RU-SAM"]');
  await samara.scrollIntoViewIfNeeded();
  await clickShape(page, samara);
  await expect(page).toHaveURL(/region=RU-SAM/);
  const own = roles.filter((r) => r['cluster'] === 'automotive' && regionOf(r['site_id']!) === 'RU-SAM');
  const lit = () => page.locator('[data-lit]').evaluateAll((all) => all.map((n) => n.getAttribute('data-node')!).sort());
  expect(await lit()).toEqual([...new Set(own.map((r) => r['stage']!))].sort());
  expect((await rows(page)).sort()).toEqual(own.map((r) => r['site_id']!).sort());
  await expect(page.locator('[data-link]')).toHaveCount(links.filter((l) => l['cluster'] === 'automotive' && (from(l) === 'RU-SAM' || to(l) === 'RU-SAM')).length);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page).not.toHaveURL(/region=/);
});

test('an arrow of the scheme leaves its own links', async ({ page }) => {
  await live(page, '/clusters/automotive?flow=assembly~market');
  await expect(page.locator('[data-link]')).toHaveCount(1);
  await expect(page.locator('[data-edge="assembly~market"]')).toHaveAttribute('aria-pressed', 'true');
});

test('the scheme is one stop of the tab key; the arrows follow its links, Enter opens a box and the focus goes along', async ({ page }) => {
  await live(page, '/clusters/automotive');
  const inside = () => page.evaluate(() => document.activeElement?.closest('.stage svg') !== null);
  await page.getByRole('combobox', { name: 'Region' }).focus();
  await page.keyboard.press('Tab');
  // A scheme that scrolls is a stop of its own.
  if (!(await inside())) await page.keyboard.press('Tab');
  expect(await inside()).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('data-edge', 'assembly~market');
  await expect(focused).toHaveAttribute('aria-label', /^From Assembly or processing to Market and service: 1 of 1/);
  await expect(page.locator('.said')).toContainText('From Assembly or processing');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('data-node', 'assembly');
  await page.keyboard.press('Tab');
  expect(await inside()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(focused).toHaveAttribute('data-node', 'assembly');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/stage=assembly/);
  await expect(page.locator('.stage svg[data-stage="assembly"] :focus')).toHaveCount(1);
});

test('what the address names but the pack has not is said, and the whole is shown', async ({ page }) => {
  await live(page, '/clusters/automotive?stage=nowhere&region=RU-XX');
  await expect(page.getByRole('status')).toContainText('nowhere');
  await expect(page.getByRole('status')).toContainText('RU-XX');
  await expect(node(page, 'assembly')).toBeVisible();
});

for (const { cluster } of clusters) {
  for (const path of [`/clusters/${cluster}`, `/ru/clusters/${cluster}`, `/clusters/${cluster}?stage=assembly`, `/ru/clusters/${cluster}?stage=materials`]) {
    test(`no text of the scheme leaves its box: ${path}`, async ({ page }) => {
      await live(page, path);
      await page.evaluate(() => document.fonts.ready);
      const wide = await page.locator('.stage [data-node]').evaluateAll((all) =>
        all.flatMap((n) => {
          const frame = n.querySelector<SVGRectElement>('rect')!.getBBox();
          return [...n.querySelectorAll('text')].filter((t) => t.getBBox().x < frame.x - 0.5 || t.getBBox().x + t.getBBox().width > frame.x + frame.width + 0.5).map((t) => t.textContent);
        })
      );
      expect(wide).toEqual([]);
    });
  }
}

test('the scheme as a file stands alone: colours and letters within, title, legend, licence, nothing cut', async ({ page, request }) => {
  for (const path of ['/clusters/agro-industry/scheme.svg', '/ru/clusters/agro-industry/assembly.svg']) {
    const answer = await request.get(path);
    expect(answer.headers()['content-type']).toContain('image/svg+xml');
    const svg = await answer.text();
    expect(svg).not.toMatch(/var\(--|<!--|class="svelte/);
    expect(svg).toContain('font/woff2;base64');
    expect(svg).toContain(path.startsWith('/ru') ? 'Что несут стрелки' : 'What the arrows carry');
    expect(svg).toContain(path.startsWith('/ru') ? 'CC BY' : 'CC BY');
    await page.setContent(svg.replace(/^<\?xml.*?\?>/, ''));
    await page.evaluate(() => document.fonts.ready);
    const cut = await page.locator('svg').first().evaluate((root) => {
      const { width, height } = (root as SVGSVGElement).viewBox.baseVal;
      const frame = root.getBoundingClientRect();
      return [...root.querySelectorAll('text')].filter((t) => {
        const box = t.getBoundingClientRect();
        return box.left < frame.left || box.top < frame.top || box.right > frame.left + width || box.bottom > frame.top + height;
      }).map((t) => t.textContent);
    });
    expect(cut).toEqual([]);
  }
});

test('on a screen of 1440 no chain scrolls sideways; on paper it fits, without menus, in light colours', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const { cluster } of clusters) {
    await live(page, `/ru/clusters/${cluster}?theme=dark`);
    expect(await page.locator('div.stage').evaluate((box) => box.scrollWidth - box.clientWidth), cluster).toBeLessThanOrEqual(0);
  }
  // The width of A4 across, less its margins.
  await page.setViewportSize({ width: 1032, height: 700 });
  await page.emulateMedia({ media: 'print' });
  expect((await page.locator('.stage svg').boundingBox())!.width).toBeLessThanOrEqual(1032);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1032);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.locator('.bar')).toBeHidden();
  const [red] = (await page.evaluate(() => getComputedStyle(document.body).color)).match(/\d+/g)!.map(Number);
  expect(red).toBeLessThan(80);
});

test('the index of the clusters leads to each and says how sure it is', async ({ page }) => {
  await page.goto('/clusters');
  for (const { cluster } of clusters) {
    const own = links.filter((l) => l['cluster'] === cluster);
    await expect(page.locator(`[data-cluster="${cluster}"]`)).toContainText(`${own.filter((l) => l['evidence'] === 'documented').length} of ${own.length}`);
    await expect(page.locator(`[data-cluster="${cluster}"] h2 a`)).toHaveAttribute('href', `/clusters/${cluster}`);
  }
});

test('the fictitious pack has its schemes too', async ({ page }) => {
  await live(page, lagoonUrl('/clusters/skiffs'));
  await expect(page.locator('.stage [data-node="craft"]')).toContainText('held by one site');
  await expect(page.locator('[data-reveal="imports"]')).toContainText('iron nails');
  // Its proposed link is a dashed arrow that says so, here and in the list.
  await expect(page.locator('.stage [data-certainty="proposed"]')).toContainText('proposed');
  await expect(page.locator('[data-proposed]')).toContainText('1\u00a0link proposed, none known');
  await node(page, 'craft').click();
  await expect(node(page, 'site.L1')).toBeVisible();
});
