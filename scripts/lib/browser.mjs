/** One Chromium as every command here starts it. */
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

export const launch = () => chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });

/**
 * Milliseconds from the start of the navigation to a performance mark.
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {number} timeout ms
 * @returns {Promise<number>}
 */
export async function markTime(page, name, timeout) {
  const handle = await page.waitForFunction((mark) => performance.getEntriesByName(mark)[0]?.startTime, name, { timeout, polling: 50 });
  return /** @type {number} */ (await handle.jsonValue());
}
