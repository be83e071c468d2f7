/**
 * What the flows cost. `flows.frame_ratio`: a frame of the explorer with the flows of all clusters, moving ÷ a frame of
 * the same map without flows. `flows.arcs5000_ratio`: 5,000 synthetic arcs through the layer of the atlas ÷ the same
 * curves as a plain MapLibre line layer. Every frame is asked for, and waited for until it is drawn.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { copyMapLibre } from '../lib/bare-map.mjs';
import { launch, markTime } from '../lib/browser.mjs';
import { at, SITES } from '../lib/paths.mjs';
import { PlainError } from '../lib/plain.mjs';
import { serve } from '../lib/serve.mjs';

export const targets = { 'flows.frame_ratio': { most: 1.5 }, 'flows.arcs5000_ratio': { most: 2 } };
export const needsSite = true;

const ARCS = 5000;
/** Turns of each side, and frames a turn. */
const [ROUNDS, FRAMES] = [7, 9];
/** Longest wait for one page, ms. */
const PATIENCE = 60_000;

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {(line: string) => void} say */
export async function measure(say) {
  const arcs = await arcsPage();
  const atlas = await serve({ dir: at(SITES.vfd.out) });
  const bench = await serve({ dir: arcs });
  const browser = await launch();
  try {
    return { 'flows.frame_ratio': await ofAtlas(browser, atlas.url, say), 'flows.arcs5000_ratio': await ofArcs(browser, bench.url, say) };
  } finally {
    await browser.close();
    await Promise.all([atlas.close(), bench.close()]);
  }
}

function ratio(what, { more, less }, say) {
  const [top, bottom] = [median(more), median(less)];
  say(`${what}, ms a frame, medians of ${more.length}: ${top.toFixed(1)} ÷ ${bottom.toFixed(1)}`);
  return top / bottom;
}

/** One page, one camera; the clusters are switched on and off by turns, as a reader would. */
async function ofAtlas(browser, url, say) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'no-preference' });
  await page.goto(new URL('/?mode=chains&clusters=none&evidence=documented~plausible', url).href, { timeout: PATIENCE });
  await markTime(page, 'atlas:map-named', PATIENCE);
  const boxes = page.locator('input[data-cluster]');
  const drawn = page.locator('.still [data-flow]');
  const frames = () => page.evaluate(framesOf, FRAMES);
  const times = { more: [], less: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [side, checked] of [['less', false], ['more', true]]) {
      for (const box of await boxes.all()) await box.setChecked(checked, { timeout: PATIENCE });
      // The still map behind holds the same flows as shapes of the page: they can be counted.
      if (checked) await drawn.nth(40).waitFor({ state: 'attached', timeout: PATIENCE });
      else await drawn.first().waitFor({ state: 'detached', timeout: PATIENCE });
      const { times: list, moves } = await frames();
      if (moves !== checked) throw new PlainError(checked ? 'The flows do not move.' : 'Something moves on the map without flows.');
      // The first round fills caches; it is not counted.
      if (round > 0) times[side].push(...list);
    }
  }
  await page.close();
  return ratio('four clusters, moving ÷ no flows', times, say);
}

/** Runs in the page: so many frames, and whether a later one differs from an earlier. */
async function framesOf(count) {
  const canvas = document.querySelector('.webgl canvas');
  const gl = canvas.getContext('webgl2');
  const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
  const redraw = () => document.querySelector('.webgl').dispatchEvent(new Event('atlas:redraw'));
  const pixels = () => {
    redraw();
    const all = new Uint8Array(width * height * 4);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, all);
    return all;
  };
  // What has been handed over is in its buffers and tiles now.
  await new Promise((done) => setTimeout(done, 700));
  const before = pixels();
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    redraw();
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    times.push(performance.now() - start);
  }
  const after = pixels();
  return { times, moves: after.some((value, i) => value !== before[i]) };
}

/** Two maps of one page with nothing else on them, by turns. */
async function ofArcs(browser, url, say) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (fault) => say(`arcs: ${fault.message}`));
  await page.goto(url, { timeout: PATIENCE });
  await markTime(page, 'arcs:ready', PATIENCE);
  const times = { more: [], less: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const turn = await page.evaluate((count) => window.arcs.turn(count), FRAMES);
    if (round === 0) continue;
    times.more.push(...turn.flows);
    times.less.push(...turn.lines);
  }
  await page.close();
  return ratio(`${ARCS} arcs ÷ as many plain lines`, times, say);
}

/** The page of the arcs: MapLibre as it comes, and the atlas's layer bundled from its source. */
async function arcsPage() {
  const dir = at('.cache/arcs');
  mkdirSync(dir, { recursive: true });
  copyMapLibre(dir);
  await build({
    configFile: false,
    root: at('.'),
    logLevel: 'error',
    publicDir: false,
    build: { outDir: join(dir, 'code'), emptyOutDir: true, lib: { entry: at('tests/bench/arcs.ts'), formats: ['es'], fileName: () => 'arcs.js' } }
  });
  writeFileSync(join(dir, 'index.html'), PAGE);
  return dir;
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Arcs</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="./maplibre-gl.css" />
    <style>body { margin: 0; display: flex; } .map { width: 720px; height: 900px; }</style>
  </head>
  <body>
    <div id="flows" class="map"></div>
    <div id="lines" class="map"></div>
    <script type="module">
      import { Map, setWorkerUrl } from './maplibre-gl.mjs';
      import { arcs, drawFlows, drawLines, frame, toPixel } from './code/arcs.js';
      setWorkerUrl(new URL('./maplibre-gl-worker.mjs', document.baseURI).href);
      const [zoom, centre] = [5, [50, 55]];
      const [x, y] = toPixel(centre, zoom);
      const made = arcs(${ARCS}, [x - 350, y - 350], 700);
      const open = async (id, draw) => {
        const map = new Map({ container: id, center: centre, zoom, attributionControl: false, fadeDuration: 0, style: { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#fdfcf9' } }] } });
        await map.once('load');
        draw(map, made, zoom);
        await map.once('idle');
        return map;
      };
      const flows = await open('flows', drawFlows);
      const lines = await open('lines', drawLines);
      const times = (map, count) => Array.from({ length: count }, () => frame(map));
      window.arcs = { turn: (count) => ({ flows: times(flows, count), lines: times(lines, count) }) };
      performance.mark('arcs:ready');
    </script>
  </body>
</html>
`;
