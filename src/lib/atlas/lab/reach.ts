/**
 * What would it take: the smallest change of a region's published figures of the target year that lifts it
 * to the next tier or group, found by trying changes on the engine itself. Other regions stay as they are,
 * which no real year would grant; limits and goalposts move with the region's own change, and that is counted.
 */
import { regionsOf } from '../../composite';
import type { GroupId, Pack, TierId } from '../../pack';
import { scores, type YearScores } from '../scores';
import { applyChanges } from './apply';
import { FACTOR, NO_CHANGES, seriesOf, type Changes } from './changes';

export type Goal = 'tier' | 'group';

export interface Step {
  /** Published series changed together by one factor, each to its better side. */
  readonly series: readonly string[];
  /** Block of the potential whose series they are; null for one series alone. */
  readonly block: string | null;
  /** Factor on series whose greater values help; those that hurt are divided by it. Null where none within bounds does it. */
  readonly factor: number | null;
  /** For one series: the factor as it is applied, below 1 where less is better. */
  readonly applied: number | null;
  /** The greatest change of this kind from one year to the next in any region; null for blocks or where nothing is known. */
  readonly seen: Seen | null;
}

export interface Seen {
  readonly region: string;
  readonly year: number;
  readonly factor: number;
}

export interface WhatItTakes {
  readonly region: string;
  readonly goal: Goal;
  /** Class now and the next better ones; null at the top or without a score. */
  readonly now: TierId | GroupId | null;
  readonly next: readonly (TierId | GroupId)[];
  /** The least changes first, those that do not reach it last. */
  readonly steps: readonly Step[];
}

const TIER_ORDER: readonly TierId[] = ['low', 'average', 'leading'];
/** A better group lies across one cut, or both. */
const BETTER: Readonly<Record<GroupId, readonly GroupId[]>> = { problem: ['catch-up', 'stable', 'leaders'], 'catch-up': ['leaders'], stable: ['leaders'], leaders: [] };

/** Tried in this many steps of equal ratio, then halved this often: the factor is exact to about 1e-4. */
const TRIES = 16;
const HALVINGS = 14;

/** Everything at once; see searchSteps. */
export function whatItTakes(pack: Pack, region: string, goal: Goal, changes: Changes = NO_CHANGES): WhatItTakes {
  const { now, next } = standing(pack, region, goal, changes);
  return { region, goal, now, next, steps: sortSteps([...searchSteps(pack, region, goal, changes)]) };
}

export interface Standing {
  readonly now: TierId | GroupId | null;
  readonly next: readonly (TierId | GroupId)[];
}

/** Where the region is and which classes are better. */
export function standing(pack: Pack, region: string, goal: Goal, changes: Changes = NO_CHANGES): Standing {
  const now = classOf(pack, region, goal, changes);
  return { now, next: betterThan(now) };
}

/** The least changes first, those that do not reach it last. */
export function sortSteps(steps: readonly Step[]): readonly Step[] {
  return [...steps].sort((a, b) => (a.factor ?? Infinity) - (b.factor ?? Infinity));
}

/**
 * One step after the other, so that a page can show them as they are found: blocks first, then single series.
 * None where no class is better.
 * @param changes the scenario to start from
 */
export function* searchSteps(pack: Pack, region: string, goal: Goal, changes: Changes = NO_CHANGES): Generator<Step> {
  const { next } = standing(pack, region, goal, changes);
  if (next.length === 0) return;
  const unit = regionsOf(pack).findIndex((r) => r.code === region);
  const key = (id: string) => `${region}.${id}`;
  const own = (id: string) => changes.values[key(id)] ?? 1;
  const series = seriesOf(pack);
  const sign = new Map(series.map((id) => [id, direction(pack, changes, unit, key(id), goal)]));
  const changed = (ids: readonly string[], factor: number) => Object.fromEntries(ids.map((id) => [key(id), bounded(own(id) * (sign.get(id) === -1 ? 1 / factor : factor))]));
  const reaches = (ids: readonly string[], factor: number) => {
    const found = classOf(pack, region, goal, { ...changes, values: { ...changes.values, ...changed(ids, factor) } });
    return found !== null && next.includes(found);
  };
  for (const block of pack.method.potential) {
    const ids = series.filter((id) => sign.get(id) !== 0 && pack.indicators.find((i) => i.id === id)?.theme === block.id);
    if (ids.length > 1) yield { series: ids, block: block.id, factor: leastFactor((f) => reaches(ids, f)), applied: null, seen: null };
  }
  for (const id of series) {
    const way = sign.get(id) ?? 0;
    if (way === 0) continue;
    const factor = leastFactor((f) => reaches([id], f));
    yield { series: [id], block: null, factor, applied: factor === null ? null : way === -1 ? 1 / factor : factor, seen: greatestYearlyChange(pack, id, way) };
  }
}

/** Least factor above 1 that passes: the first of equal ratios that does, then halved back. Null where none within bounds does. */
function leastFactor(passes: (factor: number) => boolean): number | null {
  const ratio = Math.log(FACTOR.most) / TRIES;
  for (let k = 1; k <= TRIES; k++) {
    if (!passes(Math.exp(k * ratio))) continue;
    let [below, above] = [(k - 1) * ratio, k * ratio];
    for (let h = 0; h < HALVINGS; h++) {
      const middle = (below + above) / 2;
      if (passes(Math.exp(middle))) above = middle;
      else below = middle;
    }
    return Math.exp(above);
  }
  return null;
}

function classOf(pack: Pack, region: string, goal: Goal, changes: Changes): TierId | GroupId | null {
  const unit = regionsOf(pack).findIndex((r) => r.code === region);
  const at = scoresOf(pack, changes);
  return (goal === 'tier' ? at.tiers.tier[unit] : at.matrix.group[unit]) ?? null;
}

function betterThan(now: TierId | GroupId | null): readonly (TierId | GroupId)[] {
  if (now === null) return [];
  const tier = TIER_ORDER.indexOf(now as TierId);
  return tier >= 0 ? TIER_ORDER.slice(tier + 1) : BETTER[now as GroupId];
}

/** +1 where more of the series lifts the region, −1 where less does, 0 where it does neither. */
function direction(pack: Pack, changes: Changes, unit: number, key: string, goal: Goal): -1 | 0 | 1 {
  const at = (factor: number) => scoresOf(pack, { ...changes, values: { ...changes.values, [key]: bounded((changes.values[key] ?? 1) * factor) } });
  const height = ({ potential, dynamics }: YearScores) => (potential.index[unit] ?? NaN) + (goal === 'group' ? (dynamics.index[unit] ?? NaN) : 0);
  const slope = height(at(1.02)) - height(at(1 / 1.02));
  return slope > 1e-12 ? 1 : slope < -1e-12 ? -1 : 0;
}

/** Greatest ratio of one year to the one before, upwards or downwards, in any region. */
export function greatestYearlyChange(pack: Pack, id: string, sign: 1 | -1): Seen | null {
  const { years, values } = pack.observations;
  const indicator = pack.indicators.findIndex((i) => i.id === id);
  let best: Seen | null = null;
  pack.areas.forEach((area, a) => {
    if (area.kind !== 'region') return;
    for (let y = 1; y < years.length; y++) {
      const cell = (at: number) => values[(indicator * years.length + at) * pack.areas.length + a] ?? NaN;
      const factor = cell(y) / cell(y - 1);
      if (!(factor > 0) || !Number.isFinite(factor) || (years[y] as number) - (years[y - 1] as number) !== 1) continue;
      if (best === null || sign * factor > sign * best.factor) best = { region: area.code, year: years[y] as number, factor };
    }
  });
  return best;
}

const scoresOf = (pack: Pack, changes: Changes): YearScores => {
  const changed = applyChanges(pack, changes);
  return scores(changed, pack.method.targetYear, pack.method.normalisation.goalposts);
};

const bounded = (factor: number) => Math.min(FACTOR.most, Math.max(FACTOR.least, factor));
