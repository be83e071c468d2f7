/**
 * What a change of colours costs in script. `map.recolour_ms`, `map.recolour3200_ms`: the WebGL map alone, from being
 * told the colours of 14 or 3,200 areas, all of them new, to the frame drawn with them. `ui.recolour_ms`: the whole
 * explorer, from choosing another measure until its map is painted, address, panels and table of ranks included.
 * `ui.whatif_p95_ms`: a weight dragged in the laboratory, from each input to the painted map (a pixel of it is read back),
 * scores, classes and panels included; 95 of 100 inputs are answered within it. `ui.whatif_script_p95_ms`: the same
 * without the drawing itself, and `ui.frame_ms`: that drawing alone, of a map that has not changed. Without a graphics
 * card the drawing is nearly all of it.
 */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { launch, markTime } from '../lib/browser.mjs';
import { at, SITES } from '../lib/paths.mjs';
import { PlainError } from '../lib/plain.mjs';
import { serve } from '../lib/serve.mjs';

export const targets = { 'map.recolour_ms': { most: 8 }, 'map.recolour3200_ms': { most: 30 }, 'ui.recolour_ms': {}, 'ui.whatif_p95_ms': { most: 50 }, 'ui.whatif_script_p95_ms': { most: 50 }, 'ui.frame_ms': {} };
export const needsSite = true;

/** Changes, and how many of the first fill caches and are not counted. */
const [CHANGES, WARM] = [32, 8];
/** Longest wait for a map, ms. */
const PATIENCE = 60_000;

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** @param {(line: string) => void} say */
export async function measure(say) {
  const bench = await serve({ dir: await areasPage() });
  const atlas = await serve({ dir: at(SITES.vfd.out) });
  const browser = await launch();
  try {
    return {
      'map.recolour_ms': await ofAreas(browser, bench.url, 14, say),
      'map.recolour3200_ms': await ofAreas(browser, bench.url, 3200, say),
      'ui.recolour_ms': await ofExplorer(browser, atlas.url, say),
      ...(await ofDrag(browser, atlas.url, say))
    };
  } finally {
    await browser.close();
    await Promise.all([bench.close(), atlas.close()]);
  }
}

async function ofAreas(browser, url, count, say) {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  page.on('pageerror', (fault) => say(`recolour: ${fault.message}`));
  await page.goto(new URL(`/?areas=${count}`, url).href, { timeout: PATIENCE });
  await markTime(page, 'recolour:ready', PATIENCE);
  const times = [];
  for (let i = 0; i < CHANGES; i++) {
    const { ms, changed } = await page.evaluate(() => window.change());
    if (!changed) throw new PlainError(`${count} areas: a change of colours is not seen in the next frame.`);
    if (i >= WARM) times.push(ms);
    await page.waitForTimeout(30);
  }
  await page.close();
  say(`${count} areas, script ms a change: ${times.map((ms) => ms.toFixed(1)).join(' ')}`);
  return median(times);
}

async function ofExplorer(browser, url, say) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await markTime(page, 'atlas:map-named', PATIENCE);
  await markTime(page, 'atlas:confidence', PATIENCE);
  await page.waitForTimeout(1000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const script = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  const times = [];
  for (let i = 0; i < CHANGES; i++) {
    const before = await script();
    await page.evaluate(async (i) => {
      // The blocks by turns; the first node is the index.
      const nodes = [...document.querySelectorAll('nav button.node:not(.leaf)')];
      nodes[1 + (i % (nodes.length - 1))].click();
      for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
    }, i);
    await page.waitForTimeout(250);
    if (i >= WARM) times.push((await script()) - before);
  }
  await page.close();
  say(`change of measure in the explorer, script ms: ${times.map((ms) => ms.toFixed(1)).join(' ')}`);
  return median(times);
}

/** Inputs of one drag, and how many of the first fill caches and are not counted. */
const [INPUTS, FIRST] = [110, 10];

async function ofDrag(browser, url, say) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(new URL('/?lab=on', url).href, { timeout: PATIENCE });
  await markTime(page, 'atlas:map-named', PATIENCE);
  await page.locator('[data-weight="innovation"]').waitFor();
  await page.waitForTimeout(1500);
  const times = await page.evaluate(async (inputs) => {
    const slider = document.querySelector('[data-weight="innovation"]');
    const map = document.querySelector('.webgl');
    const gl = map.querySelector('canvas').getContext('webgl2');
    const pixel = new Uint8Array(4);
    const ranks = () => [...document.querySelectorAll('.row[data-region] .value')].map((v) => v.textContent).join();
    const drawn = () => gl.readPixels(gl.drawingBufferWidth >> 1, gl.drawingBufferHeight >> 1, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    const found = [];
    for (let i = 0; i < inputs; i++) {
      const before = ranks();
      // To and fro over the whole slider, as a hand does.
      slider.value = String(Math.abs(((i * 3) % 80) - 40) / 10);
      const start = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve();
      map.dispatchEvent(new Event('atlas:redraw'));
      const script = performance.now() - start;
      drawn();
      const ms = performance.now() - start;
      const again = performance.now();
      map.dispatchEvent(new Event('atlas:redraw'));
      drawn();
      found.push({ ms, script, frame: performance.now() - again, changed: ranks() !== before });
      await new Promise((next) => setTimeout(next, 40));
    }
    return found;
  }, INPUTS);
  await page.close();
  const counted = times.slice(FIRST);
  if (counted.filter(({ changed }) => changed).length < counted.length * 0.9) throw new PlainError('The ranking does not follow the slider: nothing was measured.');
  say(`what-if, ms an input: ${counted.map(({ ms }) => ms.toFixed(0)).join(' ')}`);
  const p95 = (values) => values.sort((a, b) => a - b)[Math.floor(counted.length * 0.95)];
  return { 'ui.whatif_p95_ms': p95(counted.map(({ ms }) => ms)), 'ui.whatif_script_p95_ms': p95(counted.map(({ script }) => script)), 'ui.frame_ms': median(counted.map(({ frame }) => frame)) };
}

/** A page with nothing but the atlas's map, bundled from its source as the site is. */
async function areasPage() {
  const dir = at('.cache/areas');
  // The map takes one table from the room of the controls, which knows the router: what is not used is left out.
  await build({
    configFile: false,
    root: at('.'),
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
    worker: { format: 'es' },
    build: { outDir: dir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: 3000, rolldownOptions: { input: at('tests/bench/recolour.ts'), output: { entryFileNames: 'recolour.js' }, external: /^\$app\//, treeshake: { moduleSideEffects: false } } }
  });
  cpSync(at('src/lib/ui/tokens.css'), join(dir, 'tokens.css'));
  cpSync(at('node_modules/maplibre-gl/dist/maplibre-gl.css'), join(dir, 'maplibre-gl.css'));
  writeFileSync(join(dir, 'index.html'), PAGE);
  return dir;
}

const PAGE = `<!doctype html>
<html lang="en" data-theme="light">
  <head>
    <meta charset="utf-8" />
    <title>Areas</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="./maplibre-gl.css" />
    <link rel="stylesheet" href="./tokens.css" />
    <style>html, body, #map { margin: 0; height: 100%; }</style>
  </head>
  <body>
    <div id="map"></div>
    <script type="module" src="./recolour.js"></script>
  </body>
</html>
`;
