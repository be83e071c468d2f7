import { error } from '@sveltejs/kit';
import { dcatCatalogue } from '$lib/atlas';
import { index } from '$lib/server/dataIndex';
import { datasetFile, datasets, MEDIA } from '$lib/server/datasets';
import { languageEntries, siteOrigin } from '$lib/server/pages';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () => {
  const names = ['index.json', 'dcat.jsonld', ...(await datasets('en')).tables.flatMap((d) => d.files.map((f) => f.name))];
  return names.flatMap((file) => languageEntries().map((of) => ({ ...of, file })));
};

export const GET: RequestHandler = async ({ params, url }) => {
  const language = params.lang ?? 'en';
  if (params.file === 'index.json') return json(index(servedPack(), await datasets(language), language), 'application/json');
  if (params.file === 'dcat.jsonld') {
    const { tables, indicators } = await datasets(language);
    return json(dcatCatalogue(servedPack().meta, [...tables, ...indicators].map((d) => d.info), language, siteOrigin(url)), 'application/ld+json');
  }
  const file = await datasetFile(language, params.file);
  if (!file) error(404, { message: 'Not Found' });
  return new Response(file.body, { headers: { 'content-type': MEDIA[file.format] } });
};

const json = (value: object, type: string) => new Response(`${JSON.stringify(value, null, 1)}\n`, { headers: { 'content-type': type } });
