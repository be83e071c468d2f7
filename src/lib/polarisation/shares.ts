/**
 * What all measures of concentration start from. A unit (a region) holds an amount (GRP, shipments …) and has a
 * size (one, where regions count alike; its inhabitants, where people do). `amount` and `size` are shares of the sums.
 */
export interface Shares {
  /** Positions of the units that have both, ascending. */
  readonly units: readonly number[];
  /** Share of each in the sum of amounts, in the order of `units`. */
  readonly amount: Float64Array;
  /** Share of each in the sum of sizes. */
  readonly size: Float64Array;
}

/**
 * Units where either is missing are left out. Null where shares mean nothing: no unit, a negative or infinite
 * amount, a sum of nought, a size that is not positive.
 * @param sizes one for each unit where not given
 * @throws RangeError when the columns differ in length
 */
export function shares(amounts: Float64Array, sizes?: Float64Array): Shares | null {
  if (sizes && sizes.length !== amounts.length) throw new RangeError(`${amounts.length} amounts, but ${sizes.length} sizes`);
  const units: number[] = [];
  for (let i = 0; i < amounts.length; i++) if (!Number.isNaN(amounts[i]) && !(sizes && Number.isNaN(sizes[i]))) units.push(i);
  const amount = fractions(units.map((i) => amounts[i] ?? NaN));
  const size = fractions(units.map((i) => (sizes ? (sizes[i] ?? NaN) : 1)));
  return amount && size && size.every((p) => p > 0) ? { units, amount, size } : null;
}

/** Divided by the greatest first, so that sums of very large numbers do not overflow. */
function fractions(values: readonly number[]): Float64Array | null {
  const most = Math.max(0, ...values);
  if (most === 0 || !values.every((v) => v >= 0 && Number.isFinite(v))) return null;
  const scaled = Float64Array.from(values, (v) => v / most);
  const sum = scaled.reduce((s, v) => s + v, 0);
  return scaled.map((v) => v / sum);
}
