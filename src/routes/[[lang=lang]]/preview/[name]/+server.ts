/** Preview pictures: one for each mode and each region, in both languages. */
import { error } from '@sveltejs/kit';
import { regionsOf } from '$lib/composite';
import { i18n } from '$lib/i18n';
import { LANGUAGES } from '$lib/pack';
import { servedPack } from '$lib/server/pack';
import { lightPaint, PREVIEW_MODES, previewPng } from '$lib/server/preview';
import { DOTS } from '$lib/ui';
import tokens from '$lib/ui/tokens.css?raw';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

const names = (): readonly string[] => [...PREVIEW_MODES, ...regionsOf(servedPack()).map((r) => r.code)];

export const entries: EntryGenerator = () => LANGUAGES.flatMap((lang) => names().map((name) => ({ name: `${name}.png`, ...(lang === 'en' ? {} : { lang }) })));

export const GET: RequestHandler = ({ params }) => {
  const of = params.name.replace(/\.png$/, '');
  if (!names().includes(of)) error(404);
  return new Response(previewPng(servedPack(), of, i18n(params.lang === 'ru' ? 'ru' : 'en'), lightPaint(tokens, DOTS)), { headers: { 'content-type': 'image/png' } });
};
