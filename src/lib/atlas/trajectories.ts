/** The way of each region through the potential–dynamics matrix, on pooled goalposts, as only these make years comparable. */
import { regionsOf, scoredYears } from '../composite';
import type { GroupId, Pack } from '../pack';
import { scores } from './scores';

export interface Step {
  readonly year: number;
  /** Index of potential and of dynamics, 0–1. */
  readonly x: number;
  readonly y: number;
  /** Group by the cuts of this year. */
  readonly group: GroupId;
}

export interface Trajectory {
  readonly code: string;
  /** Ascending; only years with both scores. */
  readonly steps: readonly Step[];
}

/** One trajectory for each region, in the order of every column by region. */
export function trajectories(pack: Pack): readonly Trajectory[] {
  const years = scoredYears(pack, 'dynamics').map((year) => ({ year, ...scores(pack, year, 'pooled') }));
  return regionsOf(pack).map(({ code }, u) => ({
    code,
    steps: years.flatMap(({ year, potential, dynamics, matrix }) => {
      const [x, y, group] = [potential.index[u] ?? NaN, dynamics.index[u] ?? NaN, matrix.group[u] ?? null];
      return group === null || Number.isNaN(x) || Number.isNaN(y) ? [] : [{ year, x, y, group }];
    })
  }));
}

/** Runs of years that follow one another, so that a line is never drawn across a year without scores. */
export function unbroken<T extends { readonly year: number }>(steps: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && last.at(-1)?.year === step.year - 1) last.push(step);
    else runs.push([step]);
  }
  return runs;
}
