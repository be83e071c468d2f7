/**
 * `map.idle_ratio`: time until the atlas's map shows its land and is idle ÷ the same for a bare MapLibre page with the
 * same polygons. `map.named_ratio`: the same until names, which the bare page has none of, stand on it as well.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BARE_MARK, writeBareMap } from '../lib/bare-map.mjs';
import { launch, markTime } from '../lib/browser.mjs';
import { at, SITES } from '../lib/paths.mjs';
import { PlainError } from '../lib/plain.mjs';
import { serve } from '../lib/serve.mjs';

export const targets = { 'map.idle_ratio': { most: 1.25 }, 'map.named_ratio': {} };
export const needsSite = true;

const ATLAS_MARKS = ['atlas:map-idle', 'atlas:map-named'];

const ROUNDS = 7;
/** Rounds stop when this is used up, but not before three of them, ms. */
const BUDGET = 75_000;
/** Longest wait for one page, ms. */
const PATIENCE = 30_000;

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Both pages in the same browser by turns, each with an empty cache: a slow moment of the machine meets both. */
export async function measure(say) {
  const dir = at(SITES.vfd.out);
  const { id } = JSON.parse(readFileSync(join(dir, 'packs/current.json'), 'utf8'));
  const bareDir = at('.cache/bare-map');
  writeBareMap(join(dir, 'packs', id, 'boundaries.json'), bareDir);
  const atlas = await serve({ dir });
  const bare = await serve({ dir: bareDir });
  const browser = await launch();
  /** The times of these marks on a page. */
  const time = async (url, ...marks) => {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE });
      const times = [];
      for (const mark of marks) times.push(await markTime(page, mark, PATIENCE));
      return times;
    } catch (fault) {
      throw new PlainError(`No ${marks.join(', ')} on ${url} within ${PATIENCE / 1000} s: ${String(fault).split('\n')[0]}`);
    } finally {
      await context.close();
    }
  };
  try {
    const start = performance.now();
    // The first start of each fills the browser's shader and code caches; it is not counted.
    await time(bare.url, BARE_MARK);
    await time(atlas.url, ...ATLAS_MARKS);
    const times = { bare: [], idle: [], named: [] };
    for (let round = 0; round < ROUNDS && (round < 3 || performance.now() - start < BUDGET); round++) {
      const turns = [
        async () => times.bare.push(...(await time(bare.url, BARE_MARK))),
        async () => {
          const [idle, named] = await time(atlas.url, ...ATLAS_MARKS);
          times.idle.push(idle);
          times.named.push(named);
        }
      ];
      // Who goes first changes, so that neither always follows the other.
      for (const turn of round % 2 ? turns.reverse() : turns) await turn();
    }
    const list = (values) => values.map((ms) => Math.round(ms)).join(' ');
    say(`map idle, ms: atlas ${list(times.idle)}; with names ${list(times.named)}; bare ${list(times.bare)}`);
    return { 'map.idle_ratio': median(times.idle) / median(times.bare), 'map.named_ratio': median(times.named) / median(times.bare) };
  } finally {
    await browser.close();
    await Promise.all([atlas.close(), bare.close()]);
  }
}
