/**
 * `npm run soak`: a long visit by a seeded script in a real browser. Options: `-- --minutes 30`, `--seed 1`, `--still`
 * (a browser without WebGL: more steps a minute), `--json`.
 *
 * One page is used for the whole visit, so that what it keeps adds up. After every few steps another page opens its
 * address anew and must show the same. The command ends with 1 on an error in the console, a request to another host,
 * an address that shows something else, or memory that grows.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { ensureSite } from './build.mjs';
import { launch } from './lib/browser.mjs';
import { findChromium, PLAIN_FLAGS } from './lib/chromium.mjs';
import { at, SITES } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain.mjs';
import { serve } from './lib/serve.mjs';
import { act, choose } from './soak/actions.mjs';
import { chance, slope } from './soak/chance.mjs';
import { difference } from './soak/digest.mjs';

/** Steps between two looks from the address. */
const EVERY = 6;
/** Longest wait for a page, and for two pages to agree, ms. */
const PATIENCE = 45_000;
/** Most that the JavaScript heap may grow after a forced collection, kB a step; the first third, in which caches fill, is left out. */
const MOST_KB_A_STEP = 10;
/** Readings a slope needs. */
const LEAST_READINGS = 9;

const ready = (page) => page.waitForFunction(() => document.querySelector('.map, table') && !document.querySelector('.map[data-state="loading"]'), null, { timeout: PATIENCE, polling: 100 });

/** Heap in kB after a forced collection, and what the document holds. */
async function memory(session) {
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { kb: usedSize / 1000, nodes, listeners: jsEventListeners };
}

function watch(context, host, faults) {
  context.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()} (${message.location().url})`));
  context.on('weberror', (error) => faults.push(`thrown: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) faults.push(`foreign request: ${url.href}`);
  });
}

async function visit({ browser, base, minutes, seed, say }) {
  const random = chance(seed);
  // As who has been here before: the hint of a first visit is in no address.
  const storageState = { cookies: [], origins: [{ origin: new URL(base).origin, localStorage: [{ name: 'atlas-visited', value: '1' }] }] };
  const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' });
  const faults = [];
  watch(context, new URL(base).host, faults);
  const page = await context.newPage();
  await page.goto(base);
  await ready(page);
  const session = await context.newCDPSession(page);
  const end = Date.now() + minutes * 60_000;
  const history = { back: 0, forward: 0 };
  const [done, readings, recent] = [{}, [], []];
  let [steps, looks] = [0, 0];
  while (Date.now() < end && faults.length < 10) {
    const action = choose(random);
    const what = await act(page, action, random, history);
    if (what === null) continue;
    done[action.name] = (done[action.name] ?? 0) + 1;
    recent.push(what);
    // A pause now and then, none between most steps: both hurried and calm visitors.
    await page.waitForTimeout(random() < 0.3 ? 400 : 30);
    if (++steps % EVERY > 0) continue;
    await ready(page);
    // The camera writes the address when it has come to rest.
    await page.waitForTimeout(400);
    await page.mouse.move(2, 2);
    const address = page.url();
    const fresh = await context.newPage();
    await fresh.goto(address);
    await ready(fresh);
    const differs = await difference(page, fresh, PATIENCE / 3);
    await fresh.close();
    looks++;
    if (differs) faults.push(`${address} shows something else: ${differs}; before it: ${recent.slice(-EVERY).join(' → ')}`);
    readings.push({ step: steps, ...(await memory(session)) });
    const { kb, nodes, listeners } = readings.at(-1);
    say(`step ${steps}: ${(kb / 1000).toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners${differs ? ', ADDRESS DIFFERS' : ''}`);
  }
  await context.close();
  return { steps, looks, done, readings, faults };
}

await run(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' }, still: { type: 'boolean' }, json: { type: 'boolean' } } });
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!(minutes > 0)) throw new PlainError(`--minutes ${values.minutes}: a number above 0`, 2);
  if (!Number.isInteger(seed)) throw new PlainError(`--seed ${values.seed}: a whole number`, 2);
  await ensureSite(SITES.vfd, { quiet: true });
  const site = await serve({ dir: at(SITES.vfd.out) });
  const browser = values.still ? await chromium.launch({ executablePath: findChromium(), args: [...PLAIN_FLAGS, '--disable-gpu', '--disable-3d-apis'] }) : await launch();
  try {
    const { steps, looks, done, readings, faults } = await visit({ browser, base: site.url, minutes, seed, say: (line) => console.error(line) });
    const settled = readings.slice(Math.floor(readings.length / 3));
    const growth = settled.length >= LEAST_READINGS ? slope(settled.map(({ step, kb }) => [step, kb])) : null;
    if (growth !== null && growth > MOST_KB_A_STEP) faults.push(`memory grows by ${growth.toFixed(1)} kB a step; the limit is ${MOST_KB_A_STEP}`);
    const result = {
      'soak.minutes': minutes,
      'soak.seed': seed,
      'soak.steps': steps,
      'soak.addresses': looks,
      'soak.heap_first_mb': readings[0] && Number((readings[0].kb / 1000).toFixed(2)),
      'soak.heap_last_mb': readings.length > 0 ? Number((readings.at(-1).kb / 1000).toFixed(2)) : undefined,
      'soak.heap_kb_per_step': growth === null ? null : Number(growth.toFixed(2)),
      'soak.faults': faults.length
    };
    if (values.json) console.log(JSON.stringify({ ...result, actions: done, faults }));
    else {
      for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(26)}${value ?? 'too few readings'}`);
      console.log(`limit of growth           ${MOST_KB_A_STEP} kB a step, without the first third`);
      console.log(`actions                   ${Object.entries(done).map(([name, n]) => `${name} ${n}`).join(', ')}`);
      for (const fault of faults) console.log(`FAULT ${fault}`);
    }
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await site.close();
  }
});
