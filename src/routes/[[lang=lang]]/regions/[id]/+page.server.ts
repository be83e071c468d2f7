import { error } from '@sveltejs/kit';
import { evidence, FACTOR, joinLines, paragraph, peersOf, profile, regionConfidence, standings } from '$lib/atlas';
import { participation } from '$lib/chains';
import { regionsOf } from '$lib/composite';
import { i18n } from '$lib/i18n';
import { partnerWords } from '$lib/i18n/pages/partners';
import { regionWords } from '$lib/i18n/pages/region';
import { servedConfidence } from '$lib/server/confidence';
import { servedPack } from '$lib/server/pack';
import { servedReach } from '$lib/server/reach';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => servedPack().areas.filter((a) => a.kind === 'region').flatMap(({ code }) => [{ id: code }, { id: code, lang: 'ru' }]);

export const load: PageServerLoad = ({ params }) => {
  const pack = servedPack();
  const { method } = pack;
  const language = params.lang ?? 'en';
  const found = profile(pack, params.id, method.targetYear, method.normalisation.goalposts);
  if (!found) error(404, { message: 'Not Found' });
  const used = [...found.blocks, ...found.dynamicsBlocks].flatMap((b) => b.indicators);
  const { goalposts } = method.normalisation;
  const runs = servedConfidence(found.year, goalposts);
  const confidence = runs && regionConfidence(runs, regionsOf(pack), found.unit);
  const peers = peersOf(pack, found.unit, found.year, goalposts);
  const sides = standings(pack, found, goalposts);
  const chains = participation(pack, params.id);
  return {
    meta: pack.meta,
    method,
    confidence,
    peers,
    standings: sides,
    paragraph: paragraph(pack, i18n(language), regionWords[language], { profile: found, peers, standings: sides, confidence, chains }),
    profile: found,
    evidence: Object.fromEntries(used.map((i) => [i.indicator.id, evidence(pack, i.indicator, i.year || found.year, found.area.code)])),
    partners: joinLines(pack, params.id, partnerWords[language], (t) => t?.[language] ?? ''),
    chains,
    reach: servedReach(params.id),
    most: FACTOR.most,
    indicators: pack.indicators.map(({ id, name }) => ({ id, name })),
    areas: pack.areas.map(({ code, short }) => ({ code, short })),
    clusters: pack.clusters
  };
};
