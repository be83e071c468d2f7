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

export function tiers(index: Float64Array, limits: Pick<Method['tiers'], 'leadingAboveSd' | 'lowBelowSd'>): Tiers {
  const centre = mean(index);
  const spread = sampleSd(index);
  const leadingAbove = centre + limits.leadingAboveSd * spread;
  const lowBelow = centre - limits.lowBelowSd * spread;
  const tier = Array.from(index, (v): TierId | null => {
    if (Number.isNaN(v) || Number.isNaN(spread)) return null;
    return v > leadingAbove ? 'leading' : v < lowBelow ? 'low' : 'average';
  });
  return { tier, leadingAbove, lowBelow };
}
