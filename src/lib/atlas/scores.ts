/** Scores, tiers and groups of a pack by year and goalposts; each computed once and kept with its pack. */
import { scoreYear, type ScoredYear } from '../composite';
import type { Goalposts, GroupId, Pack } from '../pack';
import { matrix, tiers, type Matrix, type Tiers } from '../typology';

export interface YearScores {
  readonly potential: ScoredYear;
  readonly dynamics: ScoredYear;
  readonly tiers: Tiers;
  readonly matrix: Matrix;
}

const known = new WeakMap<Pack, Map<string, YearScores>>();

export function scores(pack: Pack, year: number, goalposts: Goalposts): YearScores {
  let byYear = known.get(pack);
  if (!byYear) known.set(pack, (byYear = new Map()));
  const key = `${year} ${goalposts}`;
  const found = byYear.get(key);
  if (found) return found;
  const potential = scoreYear(pack, 'potential', year, goalposts);
  const dynamics = scoreYear(pack, 'dynamics', year, goalposts);
  const result = {
    potential,
    dynamics,
    tiers: tiers(potential.index, pack.method.tiers),
    matrix: matrix(potential.index, dynamics.index, pack.method.matrix.cut)
  };
  byYear.set(key, result);
  return result;
}

/** Regions of each group, as unit numbers, in the order of the method's groups. */
export function groupMembers(pack: Pack, result: Matrix): readonly { id: GroupId; units: readonly number[] }[] {
  return pack.method.matrix.groups.map(({ id }) => ({
    id,
    units: result.group.flatMap((g, u) => (g === id ? [u] : []))
  }));
}
