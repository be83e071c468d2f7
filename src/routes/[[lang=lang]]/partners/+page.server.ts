import { buyerSites, chainGround, laggingRegions, leadingRegions, matching, matchingTest, namedThings } from '$lib/atlas';
import { partnerSheet } from '$lib/chains';
import { servedPack } from '$lib/server/pack';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const pack = servedPack();
  const found = matching(pack);
  const test = matchingTest(pack);
  const leaders = leadingRegions(pack);
  const language = params.lang ?? 'en';
  const buyers = found ? buyerSites(pack, leaders) : [];
  const cities = new Set(buyers.map((b) => b.id));
  return {
    meta: pack.meta,
    things: namedThings(pack),
    lagging: laggingRegions(pack),
    leaders,
    buyers,
    ground: chainGround(pack, pack.chains.sites.filter((s) => cities.has(s.id)), (t) => t[language]),
    // The matching runs in the browser, too: its space without the pack.
    sheet: found && partnerSheet(found.partners),
    test: test && { ...test, cases: test.cases.length }
  };
};
