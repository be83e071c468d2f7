/* The explorer printed is one sheet: title, map, legend, the region's figures, source and licence, and nothing to press. */
import { expect, openAtlas, test } from './still';

for (const { path, title, figures } of [
  { path: '/?regions=RU-TA&theme=dark', title: 'Potential for new industrialisation', figures: ['Republic of Tatarstan', '1st', 'Leaders'] },
  { path: '/ru?mode=matrix&regions=RU-TA~RU-SAM~RU-KIR~RU-PER~RU-ORE&confidence=on', title: 'Потенциал и динамика', figures: ['Республика Татарстан', 'Оренбургская область'] },
  { path: '/?mode=chains&clusters=automotive~aircraft~petrochemicals~agro&evidence=documented~plausible', title: 'Who supplies whom', figures: ['links between'] }
]) {
  test(`${path} is printed on one page`, async ({ page }) => {
    await openAtlas(page, path);
    const ready = () =>
      page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        return document.querySelector('.print-sheet') !== null;
      });
    await expect.poll(ready, { message: 'the sheet has arrived' }).toBe(true);

    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1047, height: 718 });
    const sheet = page.locator('.print-sheet');
    await expect(sheet.getByRole('heading', { level: 1 })).toContainText(title);
    for (const text of [...figures, 'CC BY 4.0', 'Natural Earth', 'http://']) await expect(sheet).toContainText(text);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await page.locator('button:visible, input:visible, select:visible, a:visible').count()).toBe(0);
    const cut = await sheet.evaluate((element) => {
      const map = element.querySelector('.map')!.getBoundingClientRect();
      const side = [...element.querySelectorAll('.side > *')].map((child) => child.getBoundingClientRect());
      return { low: Math.max(...side.map((box) => box.bottom)) - map.bottom, wide: element.scrollWidth - element.clientWidth, regions: element.querySelectorAll('path.region').length };
    });
    expect(cut.low, 'what stands beside the map ends above its foot').toBeLessThanOrEqual(1);
    expect(cut.wide).toBeLessThanOrEqual(0);
    expect(cut.regions).toBe(14);

    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ preferCSSPageSize: true, margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
    // After printing the screen is as it was.
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(sheet).toHaveCount(0);
    if (path.includes('theme=dark')) await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
}
