/** What global and local statistics share: the units that count, their deviations from the mean, their weights. */
import { among, rowStandardised, type SpatialWeights } from './weights';

export interface Standing {
  /** Units with a value and with a neighbour that has one, ascending. */
  readonly units: readonly number[];
  /** Deviation from the mean of those units. */
  readonly z: Float64Array;
  /** Σ z² / n; nought where all values are equal. */
  readonly variance: number;
  /** Row-standardised among those units. */
  readonly weights: SpatialWeights;
}

/** @throws RangeError when there is not one value for each unit of the weights */
export function standing(values: Float64Array, weights: SpatialWeights): Standing {
  if (values.length !== weights.n) throw new RangeError(`${values.length} values for ${weights.n} units of the weights`);
  let units = [...values.keys()].filter((i) => Number.isFinite(values[i]));
  let inside = among(weights, units);
  // Leaving a unit out can leave another alone.
  for (;;) {
    const kept = units.filter((_, k) => (inside.start[k + 1] ?? 0) > (inside.start[k] ?? 0));
    if (kept.length === units.length) break;
    units = kept;
    inside = among(weights, units);
  }
  const present = Float64Array.from(units, (i) => values[i] ?? NaN);
  const mean = present.reduce((s, v) => s + v, 0) / present.length;
  const equal = present.every((v) => v === present[0]);
  const z = present.map((v) => (equal ? 0 : v - mean));
  return { units, z, variance: z.reduce((s, v) => s + v * v, 0) / z.length, weights: rowStandardised(inside) };
}
