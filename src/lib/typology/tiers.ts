/**
 * Tiers of the integral index: leading above mean + a·σ, low below mean − b·σ, average between, with the
 * mean and the sample standard deviation (n − 1) of the scored regions. Both limits are strict.
 */
import { mean, sampleSd } from '../composite';
import type { Method, TierId } from '../pack';

export interface Tiers {
  readonly tier: readonly (TierId | null)[];
  /** Index above which a region leads, and below which it is low; NaN with fewer than two scored regions. */
  readonly leadingAbove: number;
  readonly lowBelow: number;
}

export function tiers(index: Float64Array, limits: TierLimits): Tiers {
  const { leadingAbove, lowBelow } = tierLimits(index, limits);
  return { tier: Array.from(index, (v) => tierAt(v, leadingAbove, lowBelow)), leadingAbove, lowBelow };
}

/** Distances of the limits from the mean, in standard deviations. */
export type TierLimits = Pick<Method['tiers'], 'leadingAboveSd' | 'lowBelowSd'>;

export function tierLimits(index: Float64Array, limits: TierLimits): Omit<Tiers, 'tier'> {
  const centre = mean(index);
  const spread = sampleSd(index);
  return { leadingAbove: centre + limits.leadingAboveSd * spread, lowBelow: centre - limits.lowBelowSd * spread };
}

/** Null for a missing score, or where too few regions are scored for limits. */
export function tierAt(v: number, leadingAbove: number, lowBelow: number): TierId | null {
  if (Number.isNaN(v) || Number.isNaN(leadingAbove)) return null;
  return v > leadingAbove ? 'leading' : v < lowBelow ? 'low' : 'average';
}
