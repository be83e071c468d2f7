/** The indicators of the potential in which a region stands best and worst among the regions, direction corrected (OECD/JRC Handbook 2008, step 8). */
import { regionsOf, strengths, tableOf } from '../composite';
import type { Goalposts, Pack } from '../pack';
import type { IndicatorProfile, RegionProfile } from './profile';
import { scores } from './scores';

export interface Standings {
  /** Best place first. */
  readonly strengths: readonly IndicatorProfile[];
  /** Worst place first. */
  readonly weaknesses: readonly IndicatorProfile[];
}

export function standings(pack: Pack, profile: RegionProfile, goalposts: Goalposts, count = 5): Standings {
  const { inputs } = scores(pack, profile.year, goalposts).potential;
  const members = pack.method.potential.flatMap((b) => b.indicators);
  const table = tableOf(
    regionsOf(pack).map((r) => r.code),
    members.map((m) => [m.id, inputs.get(m.id)?.values ?? new Float64Array(regionsOf(pack).length).fill(NaN)] as const)
  );
  const found = strengths(table, { top: count, bottom: count, directions: new Map(members.map((m) => [m.id, m.direction])) })[profile.unit];
  const own = new Map(profile.blocks.flatMap((b) => b.indicators.map((i) => [i.indicator.id, i] as const)));
  const look = (ids: readonly { readonly indicator: string }[] = []) => ids.flatMap(({ indicator }) => own.get(indicator) ?? []);
  return { strengths: look(found?.strengths), weaknesses: look(found?.weaknesses) };
}
