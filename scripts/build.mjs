/**
 * Builds a site: data pack → served pack → static pages.
 * `npm run build` builds the real one into build/; `-- --lagoon` the one on the fictitious pack that the tests use.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { at, ROOT, SITES } from './lib/paths.mjs';
import { isMain, PlainError, run } from './lib/plain.mjs';
import { STAMP, stampOf } from './lib/stamp.mjs';

/**
 * @typedef {object} Site paths from the top of the checkout
 * @property {string} pack folder of the data pack
 * @property {string} out folder the site is written to
 * @property {string} kitDir SvelteKit's working folder; each site its own, so that one build never spoils another
 * @property {string} staticDir files served as they are; a folder other than `static` is made as its copy
 */

/** Runs a node script to its end. Quiet keeps its words for the moment they are needed: when it fails. */
function node(args, { env = {}, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (words += data));
    child.on('close', (code) => done({ code: code ?? 1, words }));
  });
}

/**
 * @param {Site} site
 * @param {{ quiet?: boolean }} [options]
 * @throws {PlainError} when the pack has faults or the pages cannot be built
 */
export async function buildSite(site, { quiet = false } = {}) {
  const { pack, out, kitDir, staticDir } = site;
  if (!existsSync(at(pack))) throw new PlainError(`No data pack at ${pack}`);
  // Taken before the work: a source changed meanwhile must lead to another build.
  const stamp = stampOf(pack);
  rmSync(at(join(out, STAMP)), { force: true });
  if (staticDir !== 'static') copyStatic(staticDir);
  // Only the packs named by current.json are wanted in the site, none of an earlier build.
  rmSync(at(join(staticDir, 'packs')), { recursive: true, force: true });
  const env = { ATLAS_PACK: pack, ATLAS_OUT: out, ATLAS_KIT_DIR: kitDir, ATLAS_STATIC: staticDir, ATLAS_VERSION: stamp.slice(0, 16) };
  const stop = (what, { code, words }) => {
    if (code !== 0) throw new PlainError(`${words}${words && !words.endsWith('\n') ? '\n' : ''}${what}`);
  };
  // Writes the tsconfig that ours extends; on a fresh checkout it is not there yet.
  stop('SvelteKit could not prepare its folder.', await node(['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], { quiet }));
  stop(`The pack ${pack} is not fit to be served; no site was built.`, await node(['--import', 'tsx', 'src/cli/main.ts', 'pack', pack, '--out', join(staticDir, 'packs')], { env, quiet }));
  stop('The pages could not be built.', await node(['node_modules/vite/bin/vite.js', 'build'], { env, quiet }));
  writeFileSync(at(join(out, STAMP)), stamp);
}

/** A copy of static/ without its packs: two sites built from one folder would overwrite each other's current.json. */
function copyStatic(to) {
  rmSync(at(to), { recursive: true, force: true });
  mkdirSync(at(to), { recursive: true });
  cpSync(at('static'), at(to), { recursive: true, filter: (from) => basename(from) !== 'packs' });
}

/** @param {Site} site */
export function isBuilt({ pack, out }) {
  const file = at(join(out, STAMP));
  return existsSync(file) && readFileSync(file, 'utf8') === stampOf(pack);
}

/**
 * Builds only what its sources have outgrown.
 * @param {Site} site
 * @param {{ quiet?: boolean }} [options]
 * @returns {Promise<boolean>} whether it had to be built
 */
export async function ensureSite(site, options) {
  if (isBuilt(site)) return false;
  await buildSite(site, options);
  return true;
}

if (isMain(import.meta.url)) {
  await run(() => {
    const site = process.argv.includes('--lagoon') ? SITES.lagoon : SITES.vfd;
    return buildSite({ ...site, pack: process.env.ATLAS_PACK ?? site.pack });
  });
}
