import { MAX_REGIONS, timeSheet } from '$lib/atlas';
import { stillMap } from '$lib/geo';
import { languageEntries } from '$lib/server/pages';
import { servedPack } from '$lib/server/pack';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = languageEntries;

/** Size of one small map in its own units. */
const MAP = { width: 220, height: 230 };

export const load = () => {
  const pack = servedPack();
  return { meta: pack.meta, sheet: timeSheet(pack), frame: stillMap(pack.geometry.boundaries, new Map(), MAP.width, MAP.height), most: MAX_REGIONS };
};
