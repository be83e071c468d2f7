/** Two scenarios of one pack side by side, and what the second changes against the first. */
import type { Goalposts, Pack } from '../../pack';
import { applyChanges } from './apply';
import { parseChanges, type Changes } from './changes';
import { compareScores, type LabOutcome, type Move } from './outcome';

export const DIFFERENCES = ['index', 'rank'] as const;
export type DifferenceOf = (typeof DIFFERENCES)[number];

/** From where on a difference counts as one, and as a large one: points of the index on the scale 0–1, places. */
export const LEAST = { index: [0.005, 0.05], rank: [1, 3] } as const;

export interface ScenarioRow extends Move {
  /** Second less first, in points of the index or places; above 0 is better in the second. */
  readonly difference: number;
  /** −2 much lower … 2 much higher; null = missing in either. */
  readonly step: -2 | -1 | 0 | 1 | 2 | null;
}

export interface ScenarioPair extends Omit<LabOutcome, 'moves'> {
  /** In the order of the pack's regions. */
  readonly rows: readonly ScenarioRow[];
  /** What is compared: places where the two indices are on different scales. */
  readonly of: DifferenceOf;
  /** False where the normalisations differ, and points of the one mean nothing in the other. */
  readonly sameScale: boolean;
}

export function besideScenarios(pack: Pack, first: Changes, second: Changes, wanted: DifferenceOf, goalposts: Goalposts = pack.method.normalisation.goalposts): ScenarioPair {
  const [before, after] = [applyChanges(pack, first), applyChanges(pack, second)];
  const { moves, ...outcome } = compareScores(before, after, pack.method.targetYear, goalposts);
  const sameScale = before.method.normalisation.method === after.method.normalisation.method;
  const of = sameScale ? wanted : 'rank';
  const rows = moves.map((move): ScenarioRow => {
    const { index, rank } = move;
    const difference = of === 'index' ? index[1] - index[0] : rank[0] - rank[1];
    return { ...move, difference, step: step(difference, LEAST[of]) };
  });
  return { ...outcome, rows, of, sameScale };
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
