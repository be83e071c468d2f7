import { error } from '@sveltejs/kit';
import { evidence, joinLines, profile, regionConfidence } from '$lib/atlas';
import { participation } from '$lib/chains';
import { regionsOf } from '$lib/composite';
import { partnerWords } from '$lib/i18n/pages/partners';
import { servedConfidence } from '$lib/server/confidence';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => servedPack().areas.filter((a) => a.kind === 'region').flatMap(({ code }) => [{ id: code }, { id: code, lang: 'ru' }]);

export const load: PageServerLoad = ({ params }) => {
  const pack = servedPack();
  const { method } = pack;
  const language = params.lang ?? 'en';
  const found = profile(pack, params.id, method.targetYear, method.normalisation.goalposts);
  if (!found) error(404, { message: 'Not Found' });
  const used = [...found.blocks, ...found.dynamicsBlocks].flatMap((b) => b.indicators);
  const confidence = servedConfidence(found.year, method.normalisation.goalposts);
  return {
    meta: pack.meta,
    method,
    confidence: confidence && regionConfidence(confidence, regionsOf(pack), found.unit),
    profile: found,
    evidence: Object.fromEntries(used.map((i) => [i.indicator.id, evidence(pack, i.indicator, i.year || found.year, found.area.code)])),
    partners: joinLines(pack, params.id, partnerWords[language], (t) => t?.[language] ?? ''),
    chains: participation(pack, params.id),
    areas: pack.areas.map(({ code, short }) => ({ code, short })),
    clusters: pack.clusters
  };
};
