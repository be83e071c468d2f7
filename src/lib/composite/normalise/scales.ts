/**
 * Normalisations that keep distances (OECD/JRC Handbook 2008, step 5). Each takes a column in which more is
 * better and gives one of the same length; missing stays missing, and a column without the spread that the
 * method needs gives NaN throughout.
 */
import { moments } from '../moments';
import { extent } from '../summary';

const nothing = (values: Float64Array): Float64Array => new Float64Array(values.length).fill(NaN);

/** (x − min) ÷ (max − min), stretched to [lo, hi]. */
export function toRange(values: Float64Array, lo = 0, hi = 100): Float64Array {
  const [min, max] = extent(values);
  return between(values, min, max, lo, hi);
}

/** Like `toRange` with goalposts given; values outside leave the range unless truncated. */
export function between(values: Float64Array, min: number, max: number, lo: number, hi: number, truncate = false): Float64Array {
  // Halves keep the span of ±1e308 finite; the quotient is the same.
  const half = Math.abs(min) > 8e307 || Math.abs(max) > 8e307 ? 0.5 : 1;
  const span = max * half - min * half;
  if (!(Math.abs(span) > 0)) return nothing(values);
  return values.map((v) => {
    const share = (v * half - min * half) / span;
    return inRange((truncate ? Math.min(1, Math.max(0, share)) : share) * (hi - lo) + lo);
  });
}

/** (x − mean) ÷ standard deviation of the sample, moved to the wanted mean and standard deviation. */
export function toZScore(values: Float64Array, mean = 0, sd = 1): Float64Array {
  const own = moments(values);
  if (!(own.sd > 0)) return nothing(values);
  return values.map((v) => inRange(((v - own.mean) / own.sd) * sd + mean));
}

/** x ÷ max. As in COINr, a negative max turns the order round; NaN throughout for a max of nought. */
export function fractionOfMax(values: Float64Array): Float64Array {
  const max = extent(values)[1];
  return max === 0 ? nothing(values) : values.map((v) => inRange(v / max));
}

/** 1 − (aim − x) ÷ (aim − min): 0 at the least value, 1 at the aim, more beyond it unless capped. */
export function distanceTo(values: Float64Array, aim: number, cap = false): Float64Array {
  const [min] = extent(values);
  // Halves where the span of the numbers themselves would be infinite, as in `between`.
  const half = Math.abs(min) > 8e307 || Math.abs(aim) > 8e307 ? 0.5 : 1;
  const span = aim * half - min * half;
  if (!(Math.abs(span) > 0)) return nothing(values);
  return values.map((v) => {
    const y = inRange(1 - (aim * half - v * half) / span);
    return cap && y > 1 ? 1 : y;
  });
}

/** A quotient beyond the range of numbers is no value. */
const inRange = (v: number): number => (Number.isFinite(v) ? v : NaN);
