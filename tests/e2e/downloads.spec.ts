/* What is taken away carries its source and its licence on every row. */
import { csvParse } from 'd3-dsv';
import { expect, test } from './still';
import { codes, links, observations, sites } from './pack';

const tables = [
  { file: 'scores.csv', key: ['REF_AREA', 'TIME_PERIOD', 'GOALPOSTS'], atLeast: codes.length },
  { file: 'observations.csv', key: ['REF_AREA', 'INDICATOR', 'TIME_PERIOD'], atLeast: observations.length },
  { file: 'sites.csv', key: ['SITE', 'CLUSTER', 'STAGE'], atLeast: sites.length },
  { file: 'links.csv', key: ['LINK'], atLeast: links.length },
  { file: 'polarisation.csv', key: ['INDICATOR', 'PER', 'TIME_PERIOD'], atLeast: 200 },
  { file: 'robustness.csv', key: ['MEASURE', 'REF_AREA', 'ITEM'], atLeast: 500 },
  { file: 'regions.csv', key: ['REF_AREA'], atLeast: codes.length },
  { file: 'indicators/grp.csv', key: ['REF_AREA', 'TIME_PERIOD'], atLeast: codes.length }
];

for (const { file, key, atLeast } of tables) {
  test(`${file} is a table with source and licence on every row, in both languages`, async ({ request }) => {
    for (const language of ['', '/ru']) {
      const answer = await request.get(`${language}/data/${file}`);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toMatch(/^text\/csv; charset=utf-8/);
      const rows = csvParse((await answer.text()).replace(/^\ufeff/, ''));
      expect(rows.length).toBeGreaterThanOrEqual(atLeast);
      expect(rows.filter((row) => !row['SOURCE'] || !row['LICENCE'])).toEqual([]);
      expect(new Set(rows.map((row) => key.map((k) => row[k]).join(' '))).size).toBe(rows.length);
      const formulas = rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@\t\r]/.test(cell ?? '') || /^-[^\d]/.test(cell ?? ''));
      expect(formulas).toEqual([]);
    }
  });
}

test('the observations are those of the pack, none lost and none changed', async ({ request }) => {
  const rows = csvParse((await (await request.get('/data/observations.csv')).text()).replace(/^\ufeff/, ''));
  const line = (area?: string, indicator?: string, year?: string, value?: string) => `${area} ${indicator} ${year} ${Number(value)}`;
  const served = rows.map((r) => line(r['REF_AREA'], r['INDICATOR'], r['TIME_PERIOD'], r['OBS_VALUE'])).sort();
  expect(served).toEqual(observations.map((r) => line(r['REF_AREA'], r['INDICATOR'], r['TIME_PERIOD'], r['OBS_VALUE'])).sort());
});

test('regions.geojson is a collection of the fourteen regions with their scores', async ({ request }) => {
  const answer = await request.get('/data/regions.geojson');
  expect(answer.headers()['content-type']).toMatch(/^application\/geo\+json/);
  const map = (await answer.json()) as GeoJSON.FeatureCollection & { source: string; licence: string };
  expect(map.type).toBe('FeatureCollection');
  expect(map.features.map((f) => f.id).sort()).toEqual([...codes].sort());
  expect(map.source && map.licence).toBeTruthy();
  for (const { geometry, properties } of map.features) {
    expect(properties!['index']).toBeGreaterThan(0);
    expect(properties!['index']).toBeLessThanOrEqual(1);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    expect(polygons.length).toBeGreaterThan(0);
    for (const ring of polygons.flat()) {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring[0]).toEqual(ring.at(-1));
      for (const [lon = NaN, lat = NaN] of ring) expect(lon > 40 && lon < 63 && lat > 49 && lat < 63).toBe(true);
    }
    // RFC 7946: the outer ring runs counterclockwise.
    for (const [outer = []] of polygons) expect(outer.slice(1).reduce((area, [x = 0, y = 0], i) => area + (outer[i]![0]! * y - x * outer[i]![1]!), 0)).toBeGreaterThan(0);
  }
});

interface Listed {
  files: { path: string; format: string; bytes: number }[];
}

test('every address of index.json answers with as many bytes as it says, in both languages', async ({ request }) => {
  test.slow();
  for (const language of ['', '/ru']) {
    const list = (await (await request.get(`${language}/data/index.json`)).json()) as { citation: string; datasets: Listed[]; indicators: Listed[] };
    expect(list.citation).not.toBe('');
    const files = [...list.datasets, ...list.indicators].flatMap((d) => d.files);
    expect(files.length).toBeGreaterThan(100);
    const first = { CSV: '\ufeff', ZIP: 'PK', XLSX: 'PK', CSVW: '{', GeoJSON: '{', TopoJSON: '{' } as const;
    for (const { path, format, bytes } of files) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(200);
      const body = await answer.body();
      expect(body.length, path).toBe(bytes);
      expect(body.toString('utf8').startsWith(first[format as keyof typeof first]), path).toBe(true);
    }
  }
});

test('the data page describes its datasets to search engines and portals', async ({ page, request }) => {
  await page.goto('/ru/data');
  const record = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as { '@type': string; license: string; hasPart: { distribution: { contentUrl: string }[] }[] };
  expect(record['@type']).toBe('Dataset');
  expect(record.license).toMatch(/[а-я]/);
  for (const { contentUrl } of record.hasPart.flatMap((d) => d.distribution)) expect((await request.head(contentUrl)).status(), contentUrl).toBe(200);
  const dcat = (await (await request.get('/data/dcat.jsonld')).json()) as { '@type': string; 'dcat:dataset': unknown[] };
  expect(dcat['@type']).toBe('dcat:Catalog');
  expect(dcat['dcat:dataset'].length).toBeGreaterThan(50);
});

test('the citation can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/data');
  await page.getByRole('button', { name: 'Copy the citation' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator('blockquote').textContent());
});

test('the data page offers every file, and a click saves it', async ({ page }) => {
  await page.goto('/data');
  const names = ['scores', 'observations', 'sites', 'links', 'polarisation', 'robustness', 'regions'].flatMap((id) => [`${id}.csv`, `${id}.metadata.json`, `${id}.xlsx`]);
  const files = [...names, 'regions.geojson', 'regions.topojson', 'pack.zip', 'grp.csv'];
  for (const file of files) await expect(page.getByRole('link', { name: file, exact: true })).toHaveAttribute('download', '');
  for (const file of ['scores.csv', 'scores.metadata.json', 'scores.xlsx', 'regions.geojson', 'pack.zip', 'grp.csv']) {
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: file, exact: true }).click();
    expect((await saved).suggestedFilename()).toBe(file);
  }
});
