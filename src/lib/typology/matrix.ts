/**
 * The potential–dynamics matrix: both axes cut at the mean (or median) of the scored regions; a value on
 * the cut counts as at or above it. A region without one of the two scores belongs to no group.
 */
import { mean, median } from '../composite';
import type { Cut, GroupId } from '../pack';

export interface Matrix {
  readonly group: readonly (GroupId | null)[];
  readonly potentialCut: number;
  readonly dynamicsCut: number;
}

/** @throws RangeError when the two columns differ in length */
export function matrix(potential: Float64Array, dynamics: Float64Array, cut: Cut): Matrix {
  if (potential.length !== dynamics.length) {
    throw new RangeError(`potential has ${potential.length} regions, dynamics ${dynamics.length}`);
  }
  const [potentialCut, dynamicsCut] = cutsOf(potential, dynamics, cut);
  return { group: Array.from(potential, (p, u) => quadrant(p - potentialCut, (dynamics[u] ?? NaN) - dynamicsCut)), potentialCut, dynamicsCut };
}

export function cutsOf(potential: Float64Array, dynamics: Float64Array, cut: Cut): readonly [potential: number, dynamics: number] {
  const centre = cut === 'mean' ? mean : median;
  return [centre(potential), centre(dynamics)];
}

/** From the distances to the cuts; null where one is missing. */
export function quadrant(potential: number, dynamics: number): GroupId | null {
  if (Number.isNaN(potential) || Number.isNaN(dynamics)) return null;
  if (potential >= 0) return dynamics >= 0 ? 'leaders' : 'stable';
  return dynamics >= 0 ? 'catch-up' : 'problem';
}
