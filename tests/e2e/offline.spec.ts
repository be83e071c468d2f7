/* Without a network after the first visit: a real browser, a real service worker, servers that go away or change. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { at, SITES } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/serve.mjs';
import { expect, openAtlas, test } from './still';

test.use({ serviceWorkers: 'allow' });

/** A first visit that lasted long enough for everything to be kept. */
async function visit(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

test('after one visit the atlas opens without a network: modes, pages, the other language', async ({ page, context, faults }) => {
  test.setTimeout(90_000);
  // What was not kept is asked of the network in vain, on purpose.
  faults.expect(/ERR_INTERNET_DISCONNECTED.*scores\.csv/);
  await visit(page, '/method');
  await context.setOffline(true);

  await openAtlas(page, '/?mode=chains&clusters=automotive');
  await expect(page.locator('.still [data-flow]').first()).toBeAttached();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('link', { name: 'Matrix' }).click();
  await expect(page.getByRole('heading', { name: 'Potential and dynamics' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Potential and dynamics' })).toBeVisible();

  await page.goto('/method');
  await expect(page.getByRole('heading', { name: 'The method', exact: true })).toBeVisible();
  // From page to page without loading anew.
  await page.getByRole('main').getByRole('link', { name: 'Findings' }).click();
  await expect(page.getByRole('heading', { name: 'Published findings and ours', exact: true })).toBeVisible();
  await page.goto('/ru?regions=RU-TA');
  await expect(page.getByRole('heading', { name: 'Республика Татарстан' })).toBeVisible();

  await page.goto('/not/kept');
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Нет соединения' })).toBeVisible();
  await page.getByRole('link', { name: 'To the map' }).click();
  await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible();
});

test('a new version takes over whole, and only when no page of the old one is open', async ({ context, faults }) => {
  test.setTimeout(120_000);
  const dir = mkdtempSync(join(tmpdir(), 'atlas-versions-'));
  cpSync(at(SITES.lagoon.out), dir, { recursive: true });
  const site = await serve({ dir });
  // A third server of our own.
  faults.expect(new RegExp(`^foreign request: ${site.url}`));
  try {
    const page = await context.newPage();
    await visit(page, site.url);
    await page.goto(`${site.url}method`);
    await expect(page.locator('meta[name="edition"]')).toHaveCount(0);

    const edit = (file: string, change: (text: string) => string) => writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
    const { version } = JSON.parse(readFileSync(join(dir, '_app/version.json'), 'utf8')) as { version: string };
    const second = [...version].reverse().join('');
    expect(second).not.toBe(version);
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.html')) edit(name, (text) => text.replace('<head>', '<head><meta name="edition" content="second">'));
    }
    edit('service-worker.js', (text) => text.replaceAll(version, second));
    const update = () => page.evaluate(async () => (await (await navigator.serviceWorker.getRegistration())?.update()) as undefined);
    const states = () => page.evaluate(async () => {
      const found = await navigator.serviceWorker.getRegistration();
      return [found?.installing ? 'installing' : '', found?.waiting ? 'waiting' : ''].join('');
    });

    // The worker is of the second version, the site still of the first: nothing is kept of such a mixture.
    await update();
    await expect.poll(states, { timeout: 30_000 }).toBe('');
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);

    edit('_app/version.json', (text) => text.replaceAll(version, second));
    await update();
    await expect.poll(states, { timeout: 30_000 }).toBe('waiting');
    // A page of the first version is open: another one is of the first version too.
    const other = await context.newPage();
    await other.goto(`${site.url}method`);
    await expect(other.locator('meta[name="edition"]')).toHaveCount(0);
    expect(await page.evaluate(() => caches.keys())).toHaveLength(2);
    await other.close();
    await page.goto('about:blank');
    await page.waitForTimeout(500);

    await expect
      .poll(async () => {
        await page.goto(`${site.url}method`);
        const edition = await page.locator('meta[name="edition"]').count();
        if (edition === 0) await page.goto('about:blank');
        return edition;
      })
      .toBe(1);
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  } finally {
    await site.close();
    rmSync(dir, { recursive: true, force: true });
  }
});

test('the atlas can be installed: manifests in both languages, icons of the size they name', async ({ request }) => {
  for (const [path, start] of [['/manifest.webmanifest', '/'], ['/ru/manifest.webmanifest', '/ru']] as const) {
    const response = await request.get(path);
    expect(response.headers()['content-type']).toContain('application/manifest+json');
    const manifest = (await response.json()) as { name: string; start_url: string; display: string; icons: { src: string; sizes: string; type: string }[] };
    expect(manifest).toMatchObject({ start_url: start, display: 'standalone' });
    for (const icon of manifest.icons.filter((i) => i.type === 'image/png')) {
      const png = await (await request.get(icon.src)).body();
      // Width and height stand in the header of a PNG.
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(icon.sizes);
    }
  }
});
