import { coverage, datasetRecord } from '$lib/atlas';
import { datasets } from '$lib/server/datasets';
import { citation } from '$lib/server/packZip';
import { siteOrigin } from '$lib/server/pages';
import { servedPack } from '$lib/server/pack';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const pack = servedPack();
  const language = params.lang ?? 'en';
  const tables = (await datasets(language)).tables.map((d) => d.info);
  return {
    meta: pack.meta,
    years: pack.observations.years,
    rows: coverage(pack),
    sources: pack.sources,
    regions: pack.areas.filter((a) => a.kind === 'region').length,
    datasets: tables.map(({ id, title, description, rows, years, files }) => ({ id, title: title[language], description: description[language], rows, years, files: files.map(({ path, format, bytes }) => ({ name: path.split('/').at(-1) ?? '', format, bytes })) })),
    citation: citation(pack, language),
    record: datasetRecord(pack.meta, tables, language, siteOrigin(url))
  };
};
