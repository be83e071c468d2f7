/** What it would take a region to reach the next tier, searched once for both languages while pages are made. */
import { whatItTakes, type WhatItTakes } from '../atlas';
import { servedPack } from './pack';

const known = new Map<string, WhatItTakes>();

export function servedReach(region: string): WhatItTakes {
  let found = known.get(region);
  if (!found) known.set(region, (found = whatItTakes(servedPack(), region, 'tier')));
  return found;
}
