/** Where things are, from the top of the checkout, whatever folder a command is started in. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the real site and the one on the fictitious pack are built, and from what. */
export const SITES = {
  vfd: { pack: 'geodata/vfd', out: 'build', kitDir: '.svelte-kit', staticDir: 'static' },
  lagoon: { pack: 'tests/fixtures/lagoon', out: 'build-lagoon', kitDir: '.cache/kit-lagoon', staticDir: '.cache/static-lagoon' }
};

/** @param {string} path relative to the top of the checkout */
export const at = (path) => resolve(ROOT, path);
