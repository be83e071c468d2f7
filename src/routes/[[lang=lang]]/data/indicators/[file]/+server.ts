import { error } from '@sveltejs/kit';
import { datasetFile, datasets, MEDIA } from '$lib/server/datasets';
import { languageEntries } from '$lib/server/pages';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => {
  const names = (await datasets('en')).indicators.flatMap((d) => d.files.map((f) => f.name.replace('indicators/', '')));
  return names.flatMap((file) => languageEntries().map((of) => ({ ...of, file })));
};

export const GET: RequestHandler = async ({ params }) => {
  const file = await datasetFile(params.lang ?? 'en', `indicators/${params.file}`);
  if (!file) error(404, { message: 'Not Found' });
  return new Response(file.body, { headers: { 'content-type': MEDIA[file.format] } });
};
