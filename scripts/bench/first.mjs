/** `lcp_ratio`: first text of the explorer ÷ first text of an empty page, prerendered and sent by the same server. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../lib/browser.mjs';
import { at, SITES } from '../lib/paths.mjs';
import { serve } from '../lib/serve.mjs';

/** No target is agreed on yet. */
export const targets = { lcp_ratio: {} };
export const needsSite = true;

const ROUNDS = 7;
/** Longest wait for a page, ms. */
const PATIENCE = 30_000;

const EMPTY = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,"></head><body><p>Nothing but this line.</p></body></html>';

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Both by turns in one browser, each with an empty cache. */
export async function measure(say) {
  const emptyDir = at('.cache/empty-page');
  mkdirSync(emptyDir, { recursive: true });
  writeFileSync(join(emptyDir, 'index.html'), EMPTY);
  const [atlas, empty] = [await serve({ dir: at(SITES.vfd.out) }), await serve({ dir: emptyDir })];
  const browser = await launch();
  const time = async (url) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE });
      const found = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime, null, { timeout: PATIENCE, polling: 50 });
      return await found.jsonValue();
    } finally {
      await context.close();
    }
  };
  try {
    await time(empty.url);
    await time(atlas.url);
    const times = { atlas: [], empty: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const turns = [() => time(empty.url).then((ms) => times.empty.push(ms)), () => time(atlas.url).then((ms) => times.atlas.push(ms))];
      for (const turn of round % 2 ? turns.reverse() : turns) await turn();
    }
    const list = (values) => values.map((ms) => Math.round(ms)).join(' ');
    say(`first text, ms: atlas ${list(times.atlas)}; empty page ${list(times.empty)}`);
    return { lcp_ratio: median(times.atlas) / median(times.empty) };
  } finally {
    await browser.close();
    await Promise.all([atlas.close(), empty.close()]);
  }
}
