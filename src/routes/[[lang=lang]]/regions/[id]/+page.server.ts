import { error } from '@sveltejs/kit';
import { bestProposals, evidence, functionName, mainReason, matching, namedThings, partnerNames, profile, reasonText, regionConfidence } from '$lib/atlas';
import { participation, reasonsOf } from '$lib/chains';
import { regionsOf } from '$lib/composite';
import { partnerWords } from '$lib/i18n/pages/partners';
import { servedConfidence } from '$lib/server/confidence';
import type { Language } from '$lib/pack';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => servedPack().areas.filter((a) => a.kind === 'region').flatMap(({ code }) => [{ id: code }, { id: code, lang: 'ru' }]);

export const load: PageServerLoad = ({ params }) => {
  const pack = servedPack();
  const { method } = pack;
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
    partners: partnersOf(params.id, params.lang === 'ru' ? 'ru' : 'en'),
    chains: participation(pack, params.id),
    areas: pack.areas.map(({ code, short }) => ({ code, short })),
    clusters: pack.clusters
  };
};

/** How many proposals a profile shows. */
const SHOWN = 3;

/** The best proposals in the reader's words; null where the pack has no matching. */
function partnersOf(region: string, language: Language) {
  const pack = servedPack();
  const found = matching(pack);
  if (!found) return null;
  const words = partnerWords[language];
  const names = partnerNames(namedThings(pack), (text) => text?.[language] ?? '');
  return bestProposals(pack, found, region, SHOWN).map((p) => {
    const main = mainReason(p, reasonsOf(found.partners, p));
    return {
      cluster: p.fn.cluster,
      line: words.sectionLine(functionName(p.fn, words, names), names.cluster(p.fn.cluster), names.region(p.leader)),
      why: main ? words.main(words.criterion[main.criterion], reasonText(main.reason, words, names)) : ''
    };
  });
}
