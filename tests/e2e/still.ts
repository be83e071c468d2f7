/*
 * The `test` of everything that needs no moving map: the browser is one without WebGL, so the atlas stays on
 * its still SVG map, which is quick to draw and whose shapes can be found in the page.
 */
import type { Locator, Page } from '@playwright/test';
import { test as base } from './fixtures';

export { expect } from './fixtures';

export const test = base.extend({
  page: async ({ page }, use) => {
    await withoutWebgl(page);
    await use(page);
  }
});

export async function withoutWebgl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
    } as typeof original;
  });
}

/** Opens the explorer and waits until it answers: prerendered buttons do nothing before the code has arrived. */
export async function openAtlas(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.locator('.map[data-state="svg"]').waitFor();
}

/** A region's shape on the still map. */
export const shape = (page: Page, code: string): Locator => page.locator(`.still path.region[data-region="${code}"]`);

/** Where a pointer hits this shape and nothing drawn above it; arrows and coasts have no use for their box's centre. */
export async function pointOn(target: Locator): Promise<{ x: number; y: number }> {
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const steps = 60;
    const hits: { x: number; y: number }[] = [];
    for (let i = 1; i < steps; i++) {
      for (let j = 1; j < steps; j++) {
        const [x, y] = [left + (width * i) / steps, top + (height * j) / steps];
        if (document.elementFromPoint(x, y) === element) hits.push({ x, y });
      }
    }
    const middle = hits[Math.floor(hits.length / 2)];
    if (!middle) throw new Error('Nothing of this shape can be hit');
    return middle;
  });
}

export async function clickShape(page: Page, target: Locator, modifier?: 'Shift'): Promise<void> {
  const { x, y } = await pointOn(target);
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.click(x, y);
  if (modifier) await page.keyboard.up(modifier);
}
