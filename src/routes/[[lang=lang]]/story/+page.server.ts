import { storyFacts, storySteps } from '$lib/atlas';
import { i18n } from '$lib/i18n';
import { servedConfidence } from '$lib/server/confidence';
import { languageEntries } from '$lib/server/pages';
import { servedPack } from '$lib/server/pack';
import { storyGround, storyMap } from '$lib/server/storyMaps';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = languageEntries;

export const load: PageServerLoad = ({ params }) => {
  const pack = servedPack();
  const { method } = pack;
  const confidence = servedConfidence(method.targetYear, method.normalisation.goalposts);
  const facts = storyFacts(pack, confidence);
  const speech = i18n(params.lang ?? 'en');
  return {
    meta: pack.meta,
    citation: method.citation,
    facts,
    ground: storyGround(pack),
    steps: storySteps(pack, facts).map((step) => ({ id: step.id, query: step.query, map: storyMap(pack, step, confidence, speech), picked: step.view.regions.flatMap((code) => pack.areas.find((a) => a.code === code)?.short ?? []) }))
  };
};
