/**
 * Winsorisation: the farthest point takes the value of the next one, until skewness or kurtosis is within
 * its limit (OECD/JRC Handbook 2008, step 3; algorithm of COINr's winsorise).
 *
 * Each round looks at the sign of the skewness and moves all points tied at the high (≥ 0) or low end.
 * A round that would move several tied points may pass `maxPoints`, as in COINr.
 */
import { moments } from './moments';

export interface OutlierLimits {
  /** Limit of |G1|; default 2. */
  readonly skew?: number;
  /** Limit of G2; default 3.5. */
  readonly kurt?: number;
}

export interface OutlierTest {
  /** |skew| < limit or kurt < limit; null where it cannot be computed (fewer than four values, no spread). */
  readonly pass: boolean | null;
  readonly skew: number;
  readonly kurt: number;
}

/** The outlier test: one of the two within its limit is enough. */
export function outlierTest(values: Float64Array, limits: OutlierLimits = {}): OutlierTest {
  const { skew, kurt } = moments(values);
  const pass = Number.isNaN(skew) || Number.isNaN(kurt) ? null : Math.abs(skew) < (limits.skew ?? 2) || kurt < (limits.kurt ?? 3.5);
  return { pass, skew, kurt };
}

export interface WinsoriseOptions extends OutlierLimits {
  /** Rounds go on while fewer points have moved; default 5, Infinity for no limit. */
  readonly maxPoints?: number;
  /** Go on to `maxPoints` whatever the test says. */
  readonly force?: boolean;
}

export interface Winsorised {
  readonly values: Float64Array;
  /** Units moved at the high end. */
  readonly high: readonly number[];
  /** Units moved at the low end. */
  readonly low: readonly number[];
}

export function winsorise(values: Float64Array, options: WinsoriseOptions = {}): Winsorised {
  const limit = options.maxPoints ?? 5;
  const out = values.slice();
  let high: readonly number[] = [];
  let low: readonly number[] = [];
  for (;;) {
    const test = outlierTest(out, options);
    if (test.pass === null || (test.pass && !options.force) || high.length + low.length >= limit) break;
    const end = test.skew >= 0 ? 1 : -1;
    const tied = farthest(out, end);
    if (!tied) break;
    for (const u of tied.units) out[u] = tied.next;
    if (end === 1) high = tied.units;
    else low = tied.units;
  }
  return { values: out, high, low };
}

/** Units at the greatest (end 1) or least (end −1) value and the next value inwards; null when there is none. */
function farthest(values: Float64Array, end: 1 | -1): { units: number[]; next: number } | null {
  let most = -Infinity;
  let next = -Infinity;
  for (const v of values) {
    const signed = v * end;
    if (signed > most) {
      next = most;
      most = signed;
    } else if (signed < most && signed > next) next = signed;
  }
  if (next === -Infinity) return null;
  const units: number[] = [];
  values.forEach((v, u) => {
    if (v * end === most) units.push(u);
  });
  return { units, next: next * end };
}
