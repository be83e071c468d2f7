import { defaultRelation, MAX_REGIONS, relationMeasures, showRelations } from '$lib/atlas';
import { stillMap } from '$lib/geo';
import { languageEntries } from '$lib/server/pages';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = languageEntries;

/** Size of the map in CSS pixels where it has room. */
const MAP = { width: 520, height: 560 };

export const load = () => {
  const pack = servedPack();
  const labels = new Map(pack.areas.filter((a) => a.kind === 'region').map((r) => [r.code, r.labelAt]));
  return { meta: pack.meta, measures: relationMeasures(pack), frame: stillMap(pack.geometry.boundaries, labels, MAP.width, MAP.height), shown: showRelations(pack, defaultRelation(pack)), most: MAX_REGIONS };
};
