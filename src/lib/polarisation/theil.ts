/**
 * Theil's two measures and their parts within and between groups (Theil 1967; Shorrocks 1980).
 * s = share of the amount, p = share of the size:
 *
 *   T = Σ s ln(s / p)        nought at equality, ln(1 / p) when one unit holds everything; looks most at the top
 *   L = Σ p ln(p / s)        the mean log deviation; looks most at the bottom, endless when a unit holds nothing
 *
 *   T = Σ_g S_g ln(S_g / P_g) + Σ_g S_g T_g      L = Σ_g P_g ln(P_g / S_g) + Σ_g P_g L_g
 *       between                 within               between                 within
 *
 * S and P are the shares of a group, T_g and L_g the measures inside it.
 */
import { shares, type Shares } from './shares';

export interface Theil {
  readonly t: number;
  /** NaN where a unit holds nothing. */
  readonly l: number;
}

/** NaN where shares mean nothing, see `shares`. */
export function theil(amounts: Float64Array, sizes?: Float64Array): Theil {
  const held = shares(amounts, sizes);
  return held ? ofShares(held) : { t: NaN, l: NaN };
}

export interface TheilParts extends Theil {
  readonly between: Theil;
  readonly within: Theil;
  readonly groups: readonly (Theil & { readonly id: string; readonly amount: number; readonly size: number; readonly units: number })[];
}

/**
 * @param groups name of each unit's group; a unit that has an amount but no group leaves the parts unknown (NaN)
 * @throws RangeError when there is not one group for each unit
 */
export function theilParts(amounts: Float64Array, groups: readonly (string | null)[], sizes?: Float64Array): TheilParts {
  if (groups.length !== amounts.length) throw new RangeError(`${amounts.length} amounts, but ${groups.length} groups`);
  const held = shares(amounts, sizes);
  const unknown = { t: NaN, l: NaN };
  if (!held) return { ...unknown, between: unknown, within: unknown, groups: [] };
  const whole = ofShares(held);
  const ids = [...new Set(held.units.map((u) => groups[u] ?? null))];
  if (ids.includes(null)) return { ...whole, between: unknown, within: unknown, groups: [] };
  const parts = (ids as string[]).sort().map((id) => {
    const inside = [...held.units.keys()].filter((k) => groups[held.units[k] ?? -1] === id);
    const sum = (column: Float64Array) => inside.reduce((s, k) => s + (column[k] ?? NaN), 0);
    const amount = sum(held.amount);
    const size = sum(held.size);
    const own = ofShares({ units: inside, amount: Float64Array.from(inside, (k) => (held.amount[k] ?? NaN) / amount), size: Float64Array.from(inside, (k) => (held.size[k] ?? NaN) / size) });
    // A group that holds nothing adds nothing to T; its L is unknown, as is that of the whole.
    return { id, amount, size, units: inside.length, t: amount === 0 ? 0 : own.t, l: own.l };
  });
  const add = (part: (g: (typeof parts)[number]) => number) => parts.reduce((s, g) => s + part(g), 0);
  return {
    ...whole,
    between: ofShares({ units: [...parts.keys()], amount: Float64Array.from(parts, (g) => g.amount), size: Float64Array.from(parts, (g) => g.size) }),
    within: { t: add((g) => g.amount * g.t), l: add((g) => g.size * g.l) },
    groups: parts
  };
}

function ofShares({ amount, size }: Shares): Theil {
  let t = 0;
  let l = 0;
  amount.forEach((s, k) => {
    const p = size[k] ?? NaN;
    // s ln s → 0 as s → 0.
    t += s === 0 ? 0 : s * Math.log(s / p);
    l += s === 0 ? NaN : p * Math.log(p / s);
  });
  return { t: Math.max(0, t), l: Number.isNaN(l) ? NaN : Math.max(0, l) };
}
