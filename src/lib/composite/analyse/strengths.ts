/**
 * Strengths and weaknesses of each unit: the indicators in which it stands highest and lowest among all units, or
 * among those of its group (OECD/JRC Handbook 2008, step 8; as COINr's get_str_weak).
 */
import type { Direction } from '../../pack';
import { rank } from '../rank';
import { median } from '../summary';
import type { Table } from '../table';

export interface StrengthOptions {
  /** How many of each at most; default 5. */
  readonly top?: number;
  readonly bottom?: number;
  /** By column; +1 where absent. For tables in which more is not better throughout. */
  readonly directions?: ReadonlyMap<string, Direction>;
  /** Group of each unit, null where unknown. */
  readonly groups?: readonly (string | null)[];
  /** Look for the places within the group first; default false. */
  readonly withinGroup?: boolean;
  /** Leave out columns with a smaller share of different values among the present, 0–1; default 0. */
  readonly leastUnique?: number;
  /** Last places are strengths too where all stand close to last, as with many equal noughts; default false. */
  readonly lastIsStrength?: boolean;
}

export interface Standing {
  readonly indicator: string;
  /** As in the table. */
  readonly value: number;
  /** 1 = best; ties share the best; among `of` units with a value. */
  readonly rank: number;
  readonly of: number;
  /** The same among the units of its group; NaN and 0 without groups. */
  readonly groupRank: number;
  readonly groupOf: number;
  /** Place on 0–1 (1 = first, 0 = last) less the median of the unit's own places: how far the indicator stands out for this unit. */
  readonly relative: number;
}

export interface Profile {
  readonly unit: string;
  /** Best first. */
  readonly strengths: readonly Standing[];
  /** Worst first; none that is among the strengths. */
  readonly weaknesses: readonly Standing[];
}

/** One entry per unit. @throws RangeError for groups of another length, or numbers that are not whole and ≥ 0 */
export function strengths(table: Table, options: StrengthOptions = {}): readonly Profile[] {
  const { top = 5, bottom = 5, groups, leastUnique = 0 } = options;
  if (![top, bottom].every((k) => Number.isInteger(k) && k >= 0)) throw new RangeError(`strengths: ${top} and ${bottom} are not whole numbers from 0`);
  if (groups && groups.length !== table.units.length) throw new RangeError(`strengths: ${groups.length} groups for ${table.units.length} units`);
  const columns = [...table.columns].flatMap(([id, values]) => {
    const present = values.filter((v) => !Number.isNaN(v));
    if (present.length === 0 || new Set(present).size / present.length < leastUnique) return [];
    const oriented = options.directions?.get(id) === -1 ? values.map((v) => -v) : values;
    return [{ id, values, oriented, ranks: rank(oriented), of: present.length }];
  });
  return table.units.map((unit, u) => {
    const group = groups?.[u] ?? null;
    const all = columns.flatMap(({ id, values, oriented, ranks, of }) => {
      const own = oriented[u] ?? NaN;
      if (Number.isNaN(own)) return [];
      const members = Array.from(oriented).filter((v, k) => group !== null && groups?.[k] === group && !Number.isNaN(v));
      const inGroup = options.withinGroup === true && group !== null;
      // Alone in its group a unit is neither first nor last.
      if (inGroup && members.length < 2) return [];
      const groupRank = group === null ? NaN : 1 + members.filter((v) => v > own).length;
      const r = ranks[u] ?? NaN;
      const place = of > 1 ? (of - r) / (of - 1) : 0.5;
      const last = (inGroup ? members : Array.from(oriented)).every((v) => !(v < own));
      const by = inGroup ? (members.length - groupRank) / (members.length - 1) : place;
      return [{ standing: { indicator: id, value: values[u] ?? NaN, rank: r, of, groupRank, groupOf: members.length, relative: 0 }, place, by, last }];
    });
    const middle = median(Float64Array.from(all, (s) => s.place));
    const sorted = all.map((s, k) => ({ ...s, k, standing: { ...s.standing, relative: s.place - middle } })).sort((a, b) => b.by - a.by || b.place - a.place || a.k - b.k);
    const best = sorted.filter((s) => options.lastIsStrength || !s.last).slice(0, top);
    const worst = sorted.filter((s) => !best.includes(s)).reverse().slice(0, bottom);
    return { unit, strengths: best.map((s) => s.standing), weaknesses: worst.map((s) => s.standing) };
  });
}
