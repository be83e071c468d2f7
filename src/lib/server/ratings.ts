/** Ratings of others, read from the pack's own folder while pages are made: they are quoted, not served. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rating } from '../pack';
import { readPack } from '../pack/read';
import { servedPack } from './pack';

let known: readonly Rating[] | null = null;

/** @throws Error when the folder holds another pack than the one that is served */
export function packRatings(): readonly Rating[] {
  if (known) return known;
  const folder = process.env['ATLAS_PACK'] ?? 'geodata/vfd';
  const names = readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name));
  const { pack } = readPack(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
  const served = servedPack().meta.id;
  if (pack?.meta.id !== served) throw new Error(`${folder} does not hold the pack “${served}” that is served; name its folder in ATLAS_PACK`);
  return (known = pack.ratings);
}
