/*
 * The `test` of everything that needs no moving map: a browser that draws no WebGL, so the atlas stays on its
 * still SVG map, whose shapes can be found in the page. Without a graphics card it is several times faster, too.
 */
import type { LaunchOptions, Locator, Page } from '@playwright/test';
import { findChromium, PLAIN_FLAGS } from '../../scripts/lib/chromium.mjs';
import { expect, test as base } from './fixtures';

export { expect };

export const test = base.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [async ({}, use) => use({ executablePath: findChromium(), args: [...PLAIN_FLAGS, '--disable-gpu', '--disable-3d-apis'] }), { scope: 'worker' }]
});

/** Opens the explorer and waits until it answers: prerendered buttons do nothing before the code has arrived. */
export async function openAtlas(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.locator('.map[data-state="svg"]').waitFor();
}

/** A region's shape on the still map. */
export const shape = (page: Page, code: string): Locator => page.locator(`.still path.region[data-region="${code}"]`);

/** Where a pointer hits this shape and nothing drawn above it; arrows and coasts have no use for their box's centre. */
export async function pointOn(target: Locator): Promise<{ x: number; y: number }> {
  let found: { x: number; y: number } | undefined;
  const look = async () => {
    const before = found;
    found = await target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const steps = 60;
      const hits: { x: number; y: number }[] = [];
      for (let i = 1; i < steps; i++) {
        for (let j = 1; j < steps; j++) {
          const [x, y] = [left + (width * i) / steps, top + (height * j) / steps];
          if (document.elementFromPoint(x, y) === element) hits.push({ x, y });
        }
      }
      return hits[Math.floor(hits.length / 2)];
    });
    return found !== undefined && found.x === before?.x && found.y === before.y;
  };
  // A panel that moves may lie over the shape or shift it for a moment: twice the same place is a place that stands.
  await expect.poll(look, { message: 'a part of the shape that can be hit' }).toBe(true);
  return found!;
}

export async function clickShape(page: Page, target: Locator, modifier?: 'Shift'): Promise<void> {
  const { x, y } = await pointOn(target);
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.click(x, y);
  if (modifier) await page.keyboard.up(modifier);
}
