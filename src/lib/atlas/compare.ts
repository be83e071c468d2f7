/**
 * Regions beside one another and beside the district: the same rows for each, and for every value whether it is higher
 * than, similar to or lower than the mean of the regions. Similar: no further from it than one median absolute
 * deviation (MAD, median of |x − median|), the usual spread of the regions themselves.
 */
import { mean, median, regionsOf } from '../composite';
import type { Direction, Goalposts, GroupId, Pack, Text, TierId } from '../pack';
import { profile } from './profile';
import { scores } from './scores';
import { standings } from './standings';

export type Beside = 'higher' | 'similar' | 'lower';

export interface CompareRow {
  /** `index`, `dynamics`, a block, or block and indicator. */
  readonly id: string;
  readonly kind: 'index' | 'dynamics' | 'block' | 'indicator';
  /** Null for index and dynamics, whose names are messages of the interface. */
  readonly name: Text | null;
  readonly unit: Text | null;
  readonly decimals: number;
  /** −1 where less is better. */
  readonly direction: Direction;
  /** One value per region; NaN = missing. */
  readonly values: Float64Array;
  /** Year the values are of where it is one and another than asked for; else null. */
  readonly year: number | null;
  readonly mean: number;
  readonly mad: number;
}

/** Median of the distances from the median; NaN for an empty column. */
export function medianAbsoluteDeviation(column: Float64Array): number {
  const middle = median(column);
  return median(column.map((v) => Math.abs(v - middle)));
}

/** Null where either is missing. */
export function besideMean(value: number, reference: number, threshold: number): Beside | null {
  const difference = value - reference;
  if (Number.isNaN(difference) || Number.isNaN(threshold)) return null;
  return Math.abs(difference) <= threshold ? 'similar' : difference > 0 ? 'higher' : 'lower';
}

export function compareRows(pack: Pack, year: number, goalposts: Goalposts): readonly CompareRow[] {
  const { potential, dynamics } = scores(pack, year, goalposts);
  const spread = (values: Float64Array) => ({ values, mean: mean(values), mad: medianAbsoluteDeviation(values) });
  const score = { unit: null, decimals: 2, direction: 1, year: null } as const;
  return [
    { id: 'index', kind: 'index', name: null, ...score, ...spread(potential.index) },
    { id: 'dynamics', kind: 'dynamics', name: null, ...score, ...spread(dynamics.index) },
    ...pack.method.potential.flatMap((block, b): CompareRow[] => [
      { id: block.id, kind: 'block', name: block.name, ...score, ...spread(potential.blocks[b]?.score ?? new Float64Array(0)) },
      ...block.indicators.flatMap((member): CompareRow[] => {
        const indicator = pack.indicators.find((i) => i.id === member.id);
        const column = potential.inputs.get(member.id);
        if (!indicator || !column) return [];
        const years = new Set(column.years.filter((y) => y > 0));
        const only = years.size === 1 ? ([...years][0] ?? null) : null;
        return [{ id: `${block.id} ${member.id}`, kind: 'indicator', name: indicator.short, unit: indicator.unit.short, decimals: indicator.decimals, direction: member.direction, year: only === year ? null : only, ...spread(column.values) }];
      })
    ])
  ];
}

export interface CompareSheet {
  readonly year: number;
  /** Values as plain lists, so that a page made beforehand can carry them. */
  readonly rows: readonly (Omit<CompareRow, 'values'> & { readonly values: readonly number[] })[];
  readonly regions: readonly ComparedRegion[];
}

export interface ComparedRegion {
  readonly code: string;
  readonly name: Text;
  readonly short: Text;
  readonly rank: number;
  readonly of: number;
  readonly tier: TierId | null;
  readonly group: GroupId | null;
  readonly strengths: readonly { readonly name: Text; readonly place: number }[];
  readonly weaknesses: readonly { readonly name: Text; readonly place: number }[];
}

/** How many strengths and weaknesses stand beside one another. */
const SIDES = 3;

export function compareSheet(pack: Pack, year: number, goalposts: Goalposts): CompareSheet {
  return {
    year,
    rows: compareRows(pack, year, goalposts).map((row) => ({ ...row, values: [...row.values] })),
    regions: regionsOf(pack).flatMap(({ code, name, short }): ComparedRegion[] => {
      const own = profile(pack, code, year, goalposts);
      if (!own) return [];
      const sides = standings(pack, own, goalposts, SIDES);
      const named = (side: typeof sides.strengths) => side.map((i) => ({ name: i.indicator.short, place: i.place }));
      return [{ code, name, short, rank: own.rank, of: own.of, tier: own.tier, group: own.group?.id ?? null, strengths: named(sides.strengths), weaknesses: named(sides.weaknesses) }];
    })
  };
}

/** Regions an address asks for, in its order: known ones, at most `most`, and what was left aside. */
export function parseCompared(asked: string | null, known: readonly string[], most: number): { readonly regions: readonly string[]; readonly unknown: readonly string[]; readonly tooMany: readonly string[] } {
  const all = [...new Set((asked ?? '').split('~').filter((c) => c !== '' && c !== 'none'))];
  const usable = all.filter((c) => known.includes(c));
  return { regions: usable.slice(0, most), unknown: all.filter((c) => !known.includes(c)), tooMany: usable.slice(most) };
}
