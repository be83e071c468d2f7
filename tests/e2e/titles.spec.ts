/* For search engines: every page has a title and a description of its own, in both languages. */
import { expect, test } from './still';
import { clusters, codes } from './pack';

const paths = ['', '/method', '/data', '/findings', '/polarisation', '/story', '/compare', '/time', '/relations', '/what-if', '/clusters', ...codes.map((code) => `/regions/${code}`), ...clusters.map((c) => `/clusters/${c['cluster']}`)];

test('no two pages share a title or a description', async ({ request }) => {
  const titles = new Map<string, string>();
  const descriptions = new Map<string, string>();
  for (const path of paths.flatMap((p) => [p || '/', `/ru${p}`])) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const html = await answer.text();
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    const description = /<meta name="description" content="([^"]+)"/.exec(html)?.[1] ?? '';
    for (const [kind, text, seen] of [['title', title, titles], ['description', description, descriptions]] as const) {
      expect(text.length, `${kind} of ${path}`).toBeGreaterThan(8);
      expect(seen.get(text), `${path} has the ${kind} “${text}” of`).toBeUndefined();
      seen.set(text, path);
    }
  }
  expect(titles.size).toBe(2 * paths.length);
});

test('the title follows the view', async ({ page }) => {
  await page.goto('/?mode=matrix&year=2021');
  await expect(page).toHaveTitle(/Matrix.*2021/);
  await page.locator('[data-mode="chains"]').click();
  await expect(page).toHaveTitle(/Chains/);
});

test('every page names a picture of its own language for places where it is shared, and it is there in the size it says', async ({ request }) => {
  for (const [path, picture] of [['/', 'potential'], ['/ru', 'potential'], ['/regions/RU-PNZ', 'RU-PNZ'], ['/ru/regions/RU-TA', 'RU-TA'], ['/clusters/aircraft', 'chains'], ['/ru/time', 'matrix']] as const) {
    const html = await (await request.get(path)).text();
    const address = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(address, path).toMatch(new RegExp(`${path.startsWith('/ru') ? '/ru' : '^'}/preview/${picture}\\.png$`));
    const image = await request.get(address);
    expect(image.headers()['content-type'], path).toBe('image/png');
    const bytes = await image.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], path).toEqual([1200, 630]);
  }
});
