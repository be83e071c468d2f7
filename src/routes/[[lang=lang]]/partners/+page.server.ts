import { buyerSites, laggingRegions, leadingRegions, matching, matchingTest, namedThings } from '$lib/atlas';
import { partnerSheet } from '$lib/chains';
import { servedPack } from '$lib/server/pack';

export const load = () => {
  const pack = servedPack();
  const found = matching(pack);
  const test = matchingTest(pack);
  const leaders = leadingRegions(pack);
  return {
    meta: pack.meta,
    things: namedThings(pack),
    lagging: laggingRegions(pack),
    leaders,
    buyers: found ? buyerSites(pack, leaders) : [],
    // The matching runs in the browser, too: its space without the pack.
    sheet: found && partnerSheet(found.partners),
    test: test && { ...test, cases: test.cases.length }
  };
};
