/** One hash of everything a site is made from: the same hash means the same site, so it need not be built again. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { at, ROOT } from './paths.mjs';

/** The stamp's name in the built site; the server never shows files that begin with a dot. */
export const STAMP = '.atlas-stamp';

const SOURCES = [
  'src',
  'static',
  'geodata',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/lib/paths.mjs'
];

/** Files under a path, sorted, so that the hash does not depend on the disk's order. @returns {string[]} */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** @param {string} pack folder of the data pack, from the top of the checkout */
export function stampOf(pack) {
  const hash = createHash('sha256').update(pack);
  const served = at('static/packs') + sep;
  for (const source of new Set([...SOURCES, pack])) {
    for (const file of filesOf(at(source))) {
      // static/packs is a product of the pack, not a source.
      if (file.startsWith(served)) continue;
      hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
