/** Finds a Chromium for the browser tests, the measurements and the screenshots, and brings one where it can. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { at, ROOT } from './paths.mjs';
import { isMain, PlainError, run } from './plain.mjs';

/** No calls home. */
export const PLAIN_FLAGS = ['--no-sandbox', '--disable-background-networking', '--no-first-run', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** WebGL2 without a graphics card. */
export const CHROMIUM_FLAGS = [...PLAIN_FLAGS, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Chromium/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')])
];

const HELP = `No Chromium was found and none could be installed. One of these mends it:
  npx playwright install chromium          (Playwright's own)
  sudo apt-get install chromium            (Debian; other systems: their package of Chromium or Chrome)
  CHROMIUM_PATH=/path/to/chromium npm test (one that is already there)`;

/**
 * Path of a Chromium that can be started. The first search remembers its result in CHROMIUM_PATH for the processes it starts.
 * @throws {PlainError} when there is none and none can be installed
 */
export function findChromium() {
  const found = named() ?? system() ?? own() ?? downloaded() ?? fromDebian();
  if (!found) throw new PlainError(HELP);
  process.env.CHROMIUM_PATH = found;
  return found;
}

function named() {
  const path = process.env.CHROMIUM_PATH || process.env.PLAYWRIGHT_CHROMIUM;
  if (!path) return null;
  // A wish that cannot be met is said, not silently replaced by another browser.
  if (!existsSync(path)) throw new PlainError(`CHROMIUM_PATH names ${path}, which is not there.`);
  return path;
}

function system() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path)) ?? null;
}

function own() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function downloaded() {
  console.error('No Chromium found; trying Playwright’s download …');
  spawnSync(process.execPath, [at('node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 120_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  });
  return own();
}

function fromDebian() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return null;
  console.error('Trying Debian’s package of Chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => {
    const [command, ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    return spawnSync(command, rest, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 }).status === 0;
  };
  // The package lists of a fresh machine are often missing or old.
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return system();
}

if (isMain(import.meta.url)) await run(() => console.log(findChromium()));
