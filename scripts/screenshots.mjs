/**
 * `npm run screenshots`: pictures of the running app for README and docs.
 * `-- --only name[,name]` takes some of them, `--out folder` puts them elsewhere.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureSite } from './build.mjs';
import { launch, markTime } from './lib/browser.mjs';
import { at, SITES } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain.mjs';
import { serve } from './lib/serve.mjs';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const WALL = { width: 3840, height: 2160 };

/** @type {{ name: string, path: string, size?: { width: number, height: number }, scheme?: 'light' | 'dark', full?: boolean }[]} */
const VIEWS = [
  { name: 'potential-light', path: '/' },
  { name: 'potential-dark', path: '/', scheme: 'dark' },
  { name: 'matrix', path: '/?mode=matrix&regions=RU-TA' },
  { name: 'chains', path: '/?mode=chains&clusters=automotive' },
  { name: 'region', path: '/?regions=RU-TA' },
  { name: 'compare', path: '/?regions=RU-TA~RU-SAM' },
  { name: 'ru-dark', path: '/ru?regions=RU-TA', scheme: 'dark' },
  { name: 'phone', path: '/', size: PHONE },
  { name: 'phone-region', path: '/?regions=RU-TA', size: PHONE },
  { name: 'wall', path: '/', size: WALL },
  { name: 'method', path: '/method', full: true },
  { name: 'data', path: '/data', full: true },
  { name: 'findings', path: '/findings', full: true },
  { name: 'robustness', path: '/robustness?region=RU-PNZ', full: true },
  { name: 'polarisation', path: '/polarisation', full: true }
];

/** Longest wait for the map, ms: without a graphics card it takes its time, most of all on a large wall. */
const patience = (view) => (view.size === WALL ? 60_000 : 20_000);

/** The map says when it stands; pages without one are ready when they are loaded. */
const hasMap = (view) => /^\/(ru)?(\?|$)/.test(view.path);

async function take(browser, base, view, file) {
  const phone = view.size === PHONE;
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: view.size ?? DESK,
    colorScheme: view.scheme ?? 'light',
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
    locale: 'en-GB'
  });
  try {
    // Not a first visit: the hint of one is not part of the picture.
    await context.addInitScript(() => localStorage.setItem('atlas-visited', '1'));
    const page = await context.newPage();
    const answer = await page.goto(new URL(view.path, base).href, { waitUntil: 'load' });
    if (!answer?.ok()) throw new PlainError(`${view.name}: ${view.path} answers ${answer?.status()}`);
    let note = '';
    if (hasMap(view)) await markTime(page, 'atlas:map-named', patience(view)).catch(() => (note = ' (the map was not idle in time)'));
    await page.evaluate(() => document.fonts.ready);
    // The still picture under the map fades; water and chains arrive just after the first idle moment.
    await page.waitForTimeout(700);
    await page.screenshot({ path: file, fullPage: view.full ?? false });
    console.log(`${file}${note}`);
  } finally {
    await context.close();
  }
}

await run(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string', default: 'docs/screenshots' } } });
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !VIEWS.some((view) => view.name === name)) ?? [];
  if (unknown.length > 0) throw new PlainError(`No such view: ${unknown.join(', ')}. Views: ${VIEWS.map((view) => view.name).join(', ')}.`, 2);
  await ensureSite(SITES.vfd, { quiet: true });
  const out = values.out === 'docs/screenshots' ? at(values.out) : resolve(values.out);
  mkdirSync(out, { recursive: true });
  const site = await serve({ dir: at(SITES.vfd.out) });
  const browser = await launch();
  try {
    for (const view of VIEWS) if (!only || only.includes(view.name)) await take(browser, site.url, view, join(out, `${view.name}.png`));
  } finally {
    await browser.close();
    await site.close();
  }
});
