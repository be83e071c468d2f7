import { regionsGeoJson } from '$lib/atlas';
import { servedPack } from '$lib/server/pack';
import { tableEntries } from '$lib/server/download';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = tableEntries;
export const GET: RequestHandler = () => new Response(regionsGeoJson(servedPack()), { headers: { 'content-type': 'application/geo+json' } });
