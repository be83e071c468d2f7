/** The served pack, read from disk while pages are made; never part of what a browser gets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openServed, type Pack } from '../pack';

let known: Pack | null = null;

export function servedPack(): Pack {
  if (known) return known;
  const folder = join(process.env['ATLAS_STATIC'] ?? 'static', 'packs');
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const { id } = read('current.json') as { id: string };
  known = openServed({
    core: read(`${id}/core.json`),
    chains: read(`${id}/chains.json`),
    boundaries: read(`${id}/boundaries.json`),
    water: read(`${id}/water.json`)
  });
  return known;
}
