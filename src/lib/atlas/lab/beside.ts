/** Two scenarios of one pack side by side, and what the second changes against the first. */
import { regionsOf, spearman } from '../../composite';
import type { Goalposts, GroupId, Pack, TierId } from '../../pack';
import { scores } from '../scores';
import { applyChanges } from './apply';
import { parseChanges, type Changes } from './changes';

export const DIFFERENCES = ['index', 'rank'] as const;
export type DifferenceOf = (typeof DIFFERENCES)[number];

/** From where on a difference counts as one, and as a large one: points of the index on the scale 0–1, places. */
export const LEAST = { index: [0.005, 0.05], rank: [1, 3] } as const;

export interface ScenarioRow {
  readonly region: string;
  /** Of the first and of the second scenario; NaN and null where missing. */
  readonly index: readonly [number, number];
  readonly rank: readonly [number, number];
  readonly tier: readonly [TierId | null, TierId | null];
  readonly group: readonly [GroupId | null, GroupId | null];
  /** Second less first, in points of the index or places; above 0 is better in the second. */
  readonly difference: number;
  /** −2 much lower … 2 much higher; null = missing in either. */
  readonly step: -2 | -1 | 0 | 1 | 2 | null;
}

export interface ScenarioPair {
  /** In the order of the pack's regions. */
  readonly rows: readonly ScenarioRow[];
  /** What is compared: places where the two indices are on different scales. */
  readonly of: DifferenceOf;
  /** False where the normalisations differ, and points of the one mean nothing in the other. */
  readonly sameScale: boolean;
  readonly tiers: number;
  readonly groups: number;
  readonly places: number;
  /** Spearman's ρ between the two indices. */
  readonly agreement: number;
}

export function besideScenarios(pack: Pack, first: Changes, second: Changes, wanted: DifferenceOf, goalposts: Goalposts = pack.method.normalisation.goalposts): ScenarioPair {
  const packs = [applyChanges(pack, first), applyChanges(pack, second)] as const;
  const [a, b] = [scores(packs[0], pack.method.targetYear, goalposts), scores(packs[1], pack.method.targetYear, goalposts)];
  const sameScale = packs[0].method.normalisation.method === packs[1].method.normalisation.method;
  const of = sameScale ? wanted : 'rank';
  const rows = regionsOf(pack).map(({ code }, u): ScenarioRow => {
    const index = [a.potential.index[u] ?? NaN, b.potential.index[u] ?? NaN] as const;
    const rank = [a.potential.rank[u] ?? NaN, b.potential.rank[u] ?? NaN] as const;
    const difference = of === 'index' ? index[1] - index[0] : rank[0] - rank[1];
    return { region: code, index, rank, tier: [a.tiers.tier[u] ?? null, b.tiers.tier[u] ?? null], group: [a.matrix.group[u] ?? null, b.matrix.group[u] ?? null], difference, step: step(difference, LEAST[of]) };
  });
  const count = (differ: (r: ScenarioRow) => boolean) => rows.filter(differ).length;
  return {
    rows,
    of,
    sameScale,
    tiers: count((r) => r.tier[0] !== r.tier[1]),
    groups: count((r) => r.group[0] !== r.group[1]),
    places: count((r) => !Object.is(r.rank[0], r.rank[1])),
    agreement: spearman(a.potential.index, b.potential.index)
  };
}

function step(difference: number, [some, much]: readonly [number, number]): ScenarioRow['step'] {
  if (Number.isNaN(difference)) return null;
  const size = Math.abs(difference);
  if (size < some) return 0;
  if (size < much) return difference > 0 ? 1 : -1;
  return difference > 0 ? 2 : -2;
}

/** A scenario written as one line, with the parts of it that could not be used. */
export function parseScenario(pack: Pack, text: string): { readonly changes: Changes; readonly unknown: readonly string[] } {
  const { changes, notices } = parseChanges(new URLSearchParams(text), pack);
  return { changes, unknown: notices.map((n) => `${n.parameter}=${n.value}`) };
}
