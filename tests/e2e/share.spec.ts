/* What is taken away from a view is what it shows, and says whose it is. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { csvParse } from 'd3-dsv';
import { expect, openAtlas, test } from './still';

/** Colour of the corner, and how many dark pixels a part of a picture has. */
async function pixels(page: Page, png: Buffer, part: { x: number; y: number; width: number; height: number }): Promise<{ corner: number[]; ink: number }> {
  return page.evaluate(
    async ({ base64, x, y, width, height }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(x, y, width, height);
      return { corner: [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3), ink: data.filter((v, i) => i % 4 === 0 && v < 128).length };
    },
    { base64: png.toString('base64'), ...part }
  );
}

/* A browser draws no letters of another alphabet before it has read them from the file: they came too late once. */
test('a picture in Russian has its words', async ({ page }) => {
  await openAtlas(page, '/ru?mode=matrix');
  await page.getByRole('button', { name: 'Поделиться', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-file="png"]').click()]);
  const png = readFileSync(await download.path());
  expect((await pixels(page, png, { x: 28, y: 20, width: 700, height: 55 })).ink, 'title').toBeGreaterThan(1500);
  expect((await pixels(page, png, { x: 854, y: 90, width: 200, height: 90 })).ink, 'legend').toBeGreaterThan(300);
});

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
  const seen = await pixels(page, one.bytes, { x: 28, y: 20, width: 700, height: 55 });
  expect(Math.min(...seen.corner), 'light by default').toBeGreaterThan(200);
  expect(seen.ink, 'title and what exactly is drawn').toBeGreaterThan(1500);

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
