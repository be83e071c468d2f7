/* What is taken away from a view is what it shows, and says whose it is. */
import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { expect, openAtlas, test } from './still';

test('picture, rows and frame of a view are handed over from the dialog', async ({ page }) => {
  await openAtlas(page, '/?measure=grp&theme=dark');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog.getByRole('heading', { name: /14\srows/ })).toBeVisible();
  const take = async (file: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.locator(`[data-file="${file}"]`).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };

  const [one, two] = [await take('png'), await take('png2')];
  expect(one.name).toMatch(/^[a-z0-9-]+-grp-\d{4}-en\.png$/);
  for (const { bytes } of [one, two]) expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const size = ({ bytes }: typeof one) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] as const;
  expect(size(two)).toEqual(size(one).map((n) => 2 * n));
  // Nothing but one colour would pack into a few kilobytes.
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    return { seen: seen.size, corner: [...data.slice(0, 3)] };
  }, one.bytes.toString('base64'));
  expect(colours.seen).toBeGreaterThan(100);
  expect(Math.min(...colours.corner), 'light by default').toBeGreaterThan(200);

  const svg = (await take('svg')).bytes.toString();
  expect(svg).toContain('data:font/woff2;base64,');
  expect(svg).not.toContain('var(');
  const rows = csvParse((await take('csv')).bytes.toString().replace(/^\ufeff/, ''));
  expect(rows).toHaveLength(14);
  expect(rows.filter((r) => !r['SOURCE'] || !r['LICENCE'])).toEqual([]);
  expect((await take('xlsx')).bytes.subarray(0, 2).toString()).toBe('PK');
  const shapes = JSON.parse((await take('geojson')).bytes.toString()) as { features: { id: string; geometry: object | null }[] };
  expect(shapes.features.map((f) => f.id).sort()).toEqual(rows.map((r) => r['REF_AREA']).sort());
  expect(shapes.features.every((f) => f.geometry !== null)).toBe(true);
  await expect(dialog.getByLabel('Code')).toHaveValue(/^<iframe src="http[^"]+\/embed\?measure=grp&amp;theme=light" title="[^"]+"/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
