/** Ratings of others, read from the pack's own folder while pages are made: they are quoted, not served. */
import type { Rating } from '../pack';
import { readPack } from '../pack/read';
import { servedPack } from './pack';
import { packFolder, packSources } from './packFolder';

let known: readonly Rating[] | null = null;

/** @throws Error when the folder holds another pack than the one that is served */
export function packRatings(): readonly Rating[] {
  if (known) return known;
  const folder = packFolder();
  const { pack } = readPack(packSources(folder));
  const served = servedPack().meta.id;
  if (pack?.meta.id !== served) throw new Error(`${folder} does not hold the pack “${served}” that is served; name its folder in ATLAS_PACK`);
  return (known = pack.ratings);
}
