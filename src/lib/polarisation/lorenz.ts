/** Lorenz curve (Lorenz 1905): units from the least amount per size to the greatest, cumulated. */
import { shares } from './shares';

export interface Lorenz {
  /** Units in the order of the curve; `x[k + 1]` and `y[k + 1]` are reached with unit `order[k]`. */
  readonly order: readonly number[];
  /** Cumulated share of sizes, from 0 to 1; one point more than units. */
  readonly x: Float64Array;
  /** Cumulated share of amounts, from 0 to 1. */
  readonly y: Float64Array;
}

/** Null where shares mean nothing, see `shares`. Ties keep the order of the columns. */
export function lorenz(amounts: Float64Array, sizes?: Float64Array): Lorenz | null {
  const held = shares(amounts, sizes);
  if (!held) return null;
  const at = (column: Float64Array, k: number) => column[k] ?? NaN;
  const ascending = [...held.units.keys()].sort((a, b) => at(held.amount, a) / at(held.size, a) - at(held.amount, b) / at(held.size, b) || a - b);
  const x = new Float64Array(ascending.length + 1);
  const y = new Float64Array(ascending.length + 1);
  ascending.forEach((k, i) => {
    x[i + 1] = at(x, i) + at(held.size, k);
    y[i + 1] = at(y, i) + at(held.amount, k);
  });
  // The sums are one but for rounding.
  x[ascending.length] = y[ascending.length] = 1;
  return { order: ascending.map((k) => held.units[k] ?? -1), x, y };
}
