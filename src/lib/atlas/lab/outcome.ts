/** Who changes class between two packs of the same regions: the published method and a scenario, or two scenarios. */
import { regionsOf, spearman } from '../../composite';
import type { Goalposts, GroupId, Pack, TierId } from '../../pack';
import { scores } from '../scores';

export interface Move {
  readonly region: string;
  /** Index and place before and after; NaN where there is none. */
  readonly index: readonly [before: number, after: number];
  readonly rank: readonly [before: number, after: number];
  readonly tier: readonly [before: TierId | null, after: TierId | null];
  readonly group: readonly [before: GroupId | null, after: GroupId | null];
}

export interface LabOutcome {
  readonly moves: readonly Move[];
  readonly tiers: number;
  readonly groups: number;
  readonly places: number;
  /** Spearman's ρ of the index before and after. */
  readonly agreement: number;
}

export function compareScores(before: Pack, after: Pack, year: number, goalposts: Goalposts): LabOutcome {
  const [a, b] = [scores(before, year, goalposts), scores(after, year, goalposts)];
  const moves = regionsOf(before).map(({ code }, u): Move => ({
    region: code,
    index: [a.potential.index[u] ?? NaN, b.potential.index[u] ?? NaN],
    rank: [a.potential.rank[u] ?? NaN, b.potential.rank[u] ?? NaN],
    tier: [a.tiers.tier[u] ?? null, b.tiers.tier[u] ?? null],
    group: [a.matrix.group[u] ?? null, b.matrix.group[u] ?? null]
  }));
  const count = (differ: (m: Move) => boolean) => moves.filter(differ).length;
  return {
    moves,
    tiers: count((m) => m.tier[0] !== m.tier[1]),
    groups: count((m) => m.group[0] !== m.group[1]),
    places: count((m) => !Object.is(m.rank[0], m.rank[1])),
    agreement: spearman(a.potential.index, b.potential.index)
  };
}
