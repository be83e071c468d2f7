/** Which JavaScript a visitor of a page gets, read from the built site: what comes at once, and what follows lazily. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PlainError } from './plain.mjs';

const STATIC = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^"'`;()]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+\.m?js)["']/g;
const LAZY = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.m?js)["'`]/g;
const WORKER = /["'`]([^"'`\s]*?([\w.-]*maplibre-gl-worker[\w.-]*\.m?js))["'`]/g;

/** Gzipped size in kB (1000 bytes), as a server that compresses sends it. @param {Buffer | string} data */
export const gzipKb = (data) => gzipSync(data).length / 1000;

/** The library by a class name that only its own code holds, in a file too large to be ours. */
const isMapLibre = (code) => code.length > 100_000 && code.includes('maplibregl-canvas');

/**
 * @param {string} dir built site
 * @param {string} [page] file of the page
 * @returns {{ file: string, kb: number, kind: 'own' | 'own, later' | 'maplibre' | 'maplibre, at once' }[]} kb gzipped
 */
export function firstView(dir, page = 'index.html') {
  const htmlFile = join(dir, page);
  if (!existsSync(htmlFile)) throw new PlainError(`${htmlFile} is missing: npm run build makes it.`);
  const html = readFileSync(htmlFile, 'utf8');
  const named = [...html.matchAll(/<link[^>]+rel="modulepreload"[^>]*>|<script[^>]+src="[^"]+"[^>]*>/g)].map(([tag]) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? '');
  const started = [...html.matchAll(/import\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
  const roots = [...named, ...started].filter((path) => !/^[a-z]+:/.test(path)).map((path) => (path.startsWith('/') ? join(dir, path) : join(dirname(htmlFile), path)));

  const atOnce = close(roots, (code) => matches(code, STATIC));
  // The router names every page of the site by a lazy import; only what the page's own code loads is its own.
  const router = new Set([...atOnce.keys()].filter((file) => /\/entry\/(app|start)\./.test(file)));
  const lazyRoots = [...atOnce].filter(([file]) => !router.has(file)).flatMap(([file, code]) => matches(code, LAZY).map((path) => join(dirname(file), path)));
  const later = close(
    lazyRoots.filter((file) => !router.has(file) && !/\/(nodes|entry)\//.test(file)),
    (code) => [...matches(code, STATIC), ...matches(code, LAZY)]
  );
  const workers = new Map();
  for (const [file, code] of [...atOnce, ...later]) {
    for (const [, path, name] of code.matchAll(WORKER)) {
      const found = [join(dirname(file), path), join(dir, path), join(dir, '_app/immutable/workers', name), join(dir, '_app/immutable/assets', name)].find((at) => existsSync(at) && statSync(at).isFile());
      if (found) workers.set(found, readFileSync(found, 'utf8'));
    }
  }
  const row = (file, code, kind) => ({ file: relative(dir, file), kb: gzipKb(code), kind });
  return [
    ...[...atOnce].map(([file, code]) => row(file, code, isMapLibre(code) ? 'maplibre, at once' : 'own')),
    ...[...later].filter(([file]) => !atOnce.has(file)).map(([file, code]) => row(file, code, isMapLibre(code) ? 'maplibre' : 'own, later')),
    ...[...workers].map(([file, code]) => row(file, code, 'maplibre'))
  ];
}

const matches = (code, pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? '');

/** Files reachable from the roots. @returns {Map<string, string>} file → code */
function close(roots, next) {
  const found = new Map();
  const open = [...roots];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    const code = readFileSync(file, 'utf8');
    found.set(file, code);
    for (const path of next(code)) open.push(join(dirname(file), path));
  }
  return found;
}
