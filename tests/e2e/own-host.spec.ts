/* No request leaves the site: no tiles, fonts, counters or keys. Every other test watches this too; this one names the pages. */
import { expect, openAtlas, test } from './still';

test('every kind of page is complete with what its own host serves', async ({ page }) => {
  const hosts = new Map<string, string>();
  const bad: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http')) hosts.set(url.host, url.href);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) bad.push(`${response.status()} ${response.url()}`);
  });
  await openAtlas(page);
  for (const path of ['/ru', '/method', '/data', '/findings', '/regions/RU-TA', '/clusters/automotive']) await page.goto(path, { waitUntil: 'networkidle' });
  expect([...hosts.keys()]).toEqual([new URL(page.url()).host]);
  expect(bad).toEqual([]);
});

test('no page names another host to be asked for a script, a style, a font or an image', async ({ request }) => {
  for (const path of ['/', '/method', '/data', '/findings', '/regions/RU-TA']) {
    const html = await (await request.get(path)).text();
    const asked = [...html.matchAll(/<(?:script|img|iframe|link)\b[^>]*?(?:src|href)="([^"]+)"/g)].map((m) => m[1]!);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((address) => /^(https?:)?\/\//.test(address)), path).toEqual([]);
  }
});
