import { error } from '@sveltejs/kit';
import { clusterOverview } from '$lib/chains';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => servedPack().clusters.flatMap(({ id }) => [{ id }, { id, lang: 'ru' }]);

export const load: PageServerLoad = ({ params }) => {
  const pack = servedPack();
  const overview = clusterOverview(pack, params.id);
  if (!overview) error(404, { message: 'Not Found' });
  return { meta: pack.meta, overview, clusters: pack.clusters, areas: pack.areas.map(({ code, short }) => ({ code, short })) };
};
