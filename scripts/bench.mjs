/**
 * `npm run bench`: what the atlas costs, as numbers with stable names; `-- --json` prints nothing but one object.
 *   map.idle_ratio   time until the atlas's map is idle ÷ the same for a bare MapLibre page with the same polygons
 *   engine.score_ms  one whole scoring of the pack, median
 *   size.own_js_kb, size.pack_kb   as in npm run size
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { ensureSite } from './build.mjs';
import { BARE_MARK, writeBareMap } from './lib/bare-map.mjs';
import { launch, markTime } from './lib/browser.mjs';
import { at, SITES } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain.mjs';
import { serve } from './lib/serve.mjs';
import { measure, numbers } from './size.mjs';

const ROUNDS = 7;
const SCORE_ROUNDS = 200;
const PATIENCE = 60_000;

const say = (line) => console.error(line);

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Both pages in the same browser by turns, each with an empty cache: a slow moment of the machine meets both. */
async function idleRatio() {
  const dir = at(SITES.vfd.out);
  const { id } = JSON.parse(readFileSync(join(dir, 'packs/current.json'), 'utf8'));
  const bareDir = at('.cache/bare-map');
  writeBareMap(join(dir, 'packs', id, 'boundaries.json'), bareDir);
  const atlas = await serve({ dir });
  const bare = await serve({ dir: bareDir });
  const browser = await launch();
  const time = async (url, mark) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'commit' });
      return await markTime(page, mark, PATIENCE);
    } catch (fault) {
      throw new PlainError(`No ${mark} on ${url} within ${PATIENCE / 1000} s: ${String(fault).split('\n')[0]}`);
    } finally {
      await context.close();
    }
  };
  try {
    // The first start of each fills the browser's shader and code caches; it is not counted.
    await time(bare.url, BARE_MARK);
    await time(atlas.url, 'atlas:map-idle');
    const times = { atlas: [], bare: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const turns = [() => time(bare.url, BARE_MARK).then((ms) => times.bare.push(ms)), () => time(atlas.url, 'atlas:map-idle').then((ms) => times.atlas.push(ms))];
      // Who goes first changes, so that neither always follows the other.
      for (const turn of round % 2 ? turns.reverse() : turns) await turn();
    }
    const list = (values) => values.map((ms) => Math.round(ms)).join(' ');
    say(`map idle, ms: atlas ${list(times.atlas)}; bare ${list(times.bare)}`);
    return median(times.atlas) / median(times.bare);
  } finally {
    await browser.close();
    await Promise.all([atlas.close(), bare.close()]);
  }
}

/**
 * src/cli/bench-score.ts exports `prepare(packDir)`, which reads the pack once and returns (also as a promise) a function
 * that scores it; only the latter is timed.
 * @returns {Promise<number | null>} ms
 */
async function scoreTime() {
  const file = at('src/cli/bench-score.ts');
  if (!existsSync(file)) return null;
  const { prepare } = await tsImport(pathToFileURL(file).href, import.meta.url);
  const score = await prepare(at(SITES.vfd.pack));
  const times = [];
  for (let round = 0; round < SCORE_ROUNDS; round++) {
    const start = performance.now();
    await score();
    times.push(performance.now() - start);
  }
  // The first rounds run before the engine is compiled.
  return median(times.slice(SCORE_ROUNDS / 4));
}

await run(async () => {
  const json = process.argv.includes('--json');
  if (await ensureSite(SITES.vfd, { quiet: true })) say('Built the site first.');
  const result = {};
  result['map.idle_ratio'] = Math.round((await idleRatio()) * 1000) / 1000;
  const score = await scoreTime();
  if (score === null) say('engine.score_ms is left out: src/cli/bench-score.ts is not there.');
  else result['engine.score_ms'] = Math.round(score * 1000) / 1000;
  Object.assign(result, numbers(measure()));
  if (json) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(20)}${value}`);
});
