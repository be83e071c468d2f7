import { error } from '@sveltejs/kit';
import { chainGround, clusterFindings } from '$lib/atlas';
import { clusterOverview, functionalModel, stagesInOrder } from '$lib/chains';
import { clusterWords } from '$lib/i18n/pages/clusters';
import { clusterDrawings } from '$lib/server/clusterDrawings';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => servedPack().clusters.flatMap(({ id }) => [{ id }, { id, lang: 'ru' }]);

export const load: PageServerLoad = async ({ params }) => {
  const pack = servedPack();
  const language = params.lang ?? 'en';
  const overview = clusterOverview(pack, params.id);
  const model = functionalModel(pack, params.id);
  const drawings = await clusterDrawings(pack, params.id, language, { words: clusterWords[language], text: (t) => t?.[language] ?? '' });
  if (!overview || !model || !drawings) error(404, { message: 'Not Found' });
  const links = overview.links.flatMap((level) => level.links);
  const sites = [...new Set(overview.stages.flatMap((s) => s.sites.map(({ site }) => site)))];
  const others = links.flatMap((l) => [l.from, l.to]);
  const codes = new Set([...links.map((l) => l.link.okved2), ...sites.flatMap((s) => s.roles.map((r) => r.okved2))]);
  return {
    meta: pack.meta,
    model,
    drawings,
    findings: clusterFindings(pack, params.id),
    ground: chainGround(pack, [...new Set([...sites, ...others])], (t) => t[language]),
    sites,
    links,
    stages: stagesInOrder(pack),
    clusters: pack.clusters.map(({ id, name, summary }) => ({ id, name, summary })),
    areas: pack.areas.map(({ code, short, kind }) => ({ code, short, kind })),
    activities: pack.activities.filter((a) => codes.has(a.code))
  };
};
