import { compareSheet, MAX_REGIONS, topRegions } from '$lib/atlas';
import { languageEntries } from '$lib/server/pages';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = languageEntries;

export const load = () => {
  const pack = servedPack();
  const { method } = pack;
  return {
    meta: pack.meta,
    method: { tiers: method.tiers, matrix: method.matrix },
    sheet: compareSheet(pack, method.targetYear, method.normalisation.goalposts),
    /* Without an address that says more: the two regions with the highest index. */
    usual: topRegions(pack, 2),
    most: MAX_REGIONS
  };
};
