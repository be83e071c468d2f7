/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/*
 * Offline after the first visit. One cache holds one version of code, pages and data. It is filled whole or not at
 * all, and the browser hands over from one version to the next only when no page of the old one is open; that is why
 * nothing here skips the waiting or claims a page. Only then is the old cache removed.
 */
import { base, build, files, prerendered, version } from '$service-worker';
import { answer, dataOf, isPage, type Kept } from './answer';

const worker = self as unknown as ServiceWorkerGlobalScope;
const FAMILY = `atlas ${base} `;
const CACHE = FAMILY + version;
const OFFLINE = `${base}/offline.html`;
/** Files fetched at a time. */
const HANDS = 6;

const pages = prerendered.filter(isPage);
const needed = [...build, ...files.filter((file) => !/\/\./.test(file)), ...pages];
/** Not every page has data of its own. */
const perhaps = pages.map(dataOf);
const known: ReadonlySet<string> = new Set([...needed, ...perhaps]);

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(clear()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || request.headers.has('range')) return;
  const page = request.mode === 'navigate';
  const candidate = answer(url, { paths: known, pack: url.searchParams.get('v') }, base);
  if (page || candidate !== null) event.respondWith(respond(request, url, page));
});

async function respond(request: Request, url: URL, page: boolean): Promise<Response> {
  const cache = await caches.open(CACHE);
  const path = answer(url, { paths: known, pack: await packVersion(cache) }, base);
  const kept = path === null ? undefined : await cache.match(path, { ignoreVary: true });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (fault) {
    const offline = page ? await cache.match(OFFLINE) : undefined;
    if (offline) return offline;
    throw fault;
  }
}

let pack: Promise<Kept['pack']> | null = null;
function packVersion(cache: Cache): Promise<Kept['pack']> {
  pack ??= cache.match(`${base}/packs/current.json`).then(async (kept) => (kept ? ((await kept.json()) as { version: string }).version : null));
  return pack;
}

/** @throws Error when a file is missing or the site has meanwhile become another version; the browser then tries again at a later visit */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    const waiting = [...needed.map((path) => ({ path, must: true })), ...perhaps.map((path) => ({ path, must: false }))];
    await Promise.all(
      Array.from({ length: HANDS }, async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await keep(cache, next.path, next.must);
      })
    );
    const now = (await (await fetch(`${base}/_app/version.json`, { cache: 'no-store' })).json()) as { version: string };
    if (now.version !== version) throw new Error(`version ${now.version} came while ${version} was being kept`);
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

async function keep(cache: Cache, path: string, must: boolean): Promise<void> {
  const immutable = path.startsWith(`${base}/_app/immutable/`);
  // These names carry a hash of their content: an earlier version's copy is the same file.
  const earlier = immutable ? await caches.match(path) : undefined;
  const response = earlier ?? (await fetch(path, { cache: immutable ? 'default' : 'no-cache' }));
  if (!response.ok) {
    if (must) throw new Error(`${response.status} ${path}`);
    return;
  }
  // A browser refuses a page that came by a detour.
  await cache.put(path, response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response);
}

async function clear(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(FAMILY) && name !== CACHE) await caches.delete(name);
}
