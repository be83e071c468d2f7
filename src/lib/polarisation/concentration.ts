/** Concentration of an amount among units: Herfindahl–Hirschman index and the share of the largest. */
import { shares } from './shares';

export interface Herfindahl {
  /** H = Σ s², from 1 / n (all alike) to 1 (one holds everything). */
  readonly h: number;
  /** (H − 1 / n) / (1 − 1 / n), from 0 to 1; NaN for one unit. */
  readonly normalised: number;
  /** 1 / H: as many units of one size would be as concentrated. */
  readonly equivalent: number;
}

/** NaN where shares mean nothing, see `shares`. */
export function herfindahl(amounts: Float64Array): Herfindahl {
  const held = shares(amounts);
  if (!held) return { h: NaN, normalised: NaN, equivalent: NaN };
  const n = held.units.length;
  const h = held.amount.reduce((sum, s) => sum + s * s, 0);
  return { h, normalised: n < 2 ? NaN : Math.max(0, (h - 1 / n) / (1 - 1 / n)), equivalent: 1 / h };
}

export interface TopShare {
  /** Share of the k largest in the sum, 0–1. */
  readonly share: number;
  /** The k largest, the largest first; ties keep the order of the column. */
  readonly units: readonly number[];
}

/** All units where k passes their number; NaN and nobody where shares mean nothing. */
export function topShare(amounts: Float64Array, k: number): TopShare {
  const held = shares(amounts);
  if (!held) return { share: NaN, units: [] };
  const at = (i: number) => held.amount[i] ?? NaN;
  const first = [...held.units.keys()].sort((a, b) => at(b) - at(a) || a - b).slice(0, k);
  return { share: first.reduce((sum, i) => sum + at(i), 0), units: first.map((i) => held.units[i] ?? -1) };
}
