/**
 * Statistics of each indicator, with flags for what deserves a look before an index is built (OECD/JRC Handbook 2008,
 * steps 2 to 4; the set and the default limits of COINr's get_stats).
 */
import { moments } from '../moments';
import { extent, median } from '../summary';
import type { Table } from '../table';

export interface StatisticsLimits {
  /** |skew| above it and kurtosis above its own limit flag outliers. Default 2. */
  readonly skew?: number;
  /** Excess kurtosis; default 3.5. */
  readonly kurt?: number;
  /** Least share of present values, 0–1; default 0.65. */
  readonly available?: number;
  /** Least share of non-zero values, 0–1; default 0.5. */
  readonly nonZero?: number;
  /** Least share of different values, 0–1; default 0.5. */
  readonly unique?: number;
}

export interface IndicatorStatistics {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly median: number;
  /** Of the sample, denominator n − 1. */
  readonly sd: number;
  /** Bias-corrected, G1 and G2; NaN without spread or below three and four values. */
  readonly skew: number;
  readonly kurt: number;
  /** Numbers of values that are present, present and not nought, different; the most that are equal. */
  readonly available: number;
  readonly nonZero: number;
  readonly unique: number;
  readonly same: number;
  /** The first of all units, the others of the present values; NaN of none. */
  readonly shareAvailable: number;
  readonly shareNonZero: number;
  readonly shareUnique: number;
  readonly shareSame: number;
  /** True = worth a look. As in COINr, non-zero and different values are held against all units. */
  readonly lowAvailable: boolean;
  readonly lowNonZero: boolean;
  readonly lowUnique: boolean;
  /** Null where skewness and kurtosis cannot be computed. */
  readonly outliers: boolean | null;
}

/** One entry per column, in order. @throws RangeError for a share outside 0–1 or a limit that is not a number */
export function statistics(table: Table, limits: StatisticsLimits = {}): readonly IndicatorStatistics[] {
  const { skew: mostSkew = 2, kurt: mostKurt = 3.5, available: leastAvailable = 0.65, nonZero: leastNonZero = 0.5, unique: leastUnique = 0.5 } = limits;
  for (const [name, limit] of Object.entries({ available: leastAvailable, nonZero: leastNonZero, unique: leastUnique })) {
    if (!(limit >= 0 && limit <= 1)) throw new RangeError(`statistics: ${name} ${limit} is not between 0 and 1`);
  }
  if (Number.isNaN(mostSkew) || Number.isNaN(mostKurt)) throw new RangeError('statistics: a limit of skewness or kurtosis is not a number');
  const units = table.units.length;
  return Array.from(table.columns, ([id, values]) => {
    const { n, mean, sd, skew, kurt } = moments(values);
    const [min, max] = extent(values);
    const times = new Map<number, number>();
    let nonZero = 0;
    for (const v of values) {
      if (Number.isNaN(v)) continue;
      if (v !== 0) nonZero++;
      times.set(v, (times.get(v) ?? 0) + 1);
    }
    const unique = times.size;
    const same = Math.max(0, ...times.values());
    return {
      id, min, max, mean, median: median(values), sd, skew, kurt,
      available: n, nonZero, unique, same,
      shareAvailable: n / units, shareNonZero: nonZero / n, shareUnique: unique / n, shareSame: same / n,
      lowAvailable: n / units < leastAvailable, lowNonZero: nonZero / units < leastNonZero, lowUnique: unique / units < leastUnique,
      outliers: Number.isNaN(skew) || Number.isNaN(kurt) ? null : Math.abs(skew) > mostSkew && kurt > mostKurt
    };
  });
}
