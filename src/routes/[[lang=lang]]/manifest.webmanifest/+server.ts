/** What an installed atlas is called and how it opens. Relative addresses count from this file's own. */
import { base } from '$app/paths';
import { languageEntries } from '$lib/server/pages';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = languageEntries;

/** Paper of the light theme; a manifest knows one colour only. */
const PAPER = '#f6f3ec';

export const GET: RequestHandler = ({ params }) => {
  const language = params.lang ?? 'en';
  const { title, description } = servedPack().meta;
  const icon = (size: number, purpose: string) => ({ src: `${base}/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose });
  const manifest = {
    lang: language,
    name: title[language],
    short_name: title[language],
    description: description[language],
    id: `${base}/`,
    start_url: language === 'en' ? `${base}/` : `${base}/${language}`,
    scope: `${base}/`,
    display: 'standalone',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [{ src: `${base}/favicon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')]
  };
  return new Response(`${JSON.stringify(manifest, null, 1)}\n`, { headers: { 'content-type': 'application/manifest+json' } });
};
