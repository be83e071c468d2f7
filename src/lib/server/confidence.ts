/** How firmly scores stand, computed once while pages and tables are made. */
import { scoredYears } from '../composite';
import type { Goalposts } from '../pack';
import { confidenceOfYears, type Confidence } from '../typology';
import { servedPack } from './pack';

const known = new Map<Goalposts, readonly Confidence[]>();

/** Null where the method does not say what varies, or for a year without scores. */
export function servedConfidence(year: number, goalposts: Goalposts): Confidence | null {
  let found = known.get(goalposts);
  if (!found) {
    const pack = servedPack();
    // Only the target year is ever shown on goalposts of its own; the others share their runs.
    const years = goalposts === 'pooled' ? scoredYears(pack, 'potential') : [pack.method.targetYear];
    known.set(goalposts, (found = confidenceOfYears(pack, pack.method, years, goalposts)));
  }
  return found.find((c) => c.year === year) ?? null;
}
