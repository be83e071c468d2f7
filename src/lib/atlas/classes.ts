/**
 * Class limits of a choropleth.
 *
 * Scores have fixed steps of 0.2, the same for the index, its blocks and every year, so colours compare
 * across pictures. Indicators have natural breaks (one-dimensional k-means, exact) rounded to few digits.
 * With pooled goalposts the breaks come from all years together, so that the legend stands still while
 * the years pass.
 */
import { ckmeans } from 'simple-statistics';

export const CLASSES = 5;

export interface Classes {
  readonly kind: 'steps' | 'natural' | 'tiers';
  /** Class limits, ascending, one more than classes; a value on a limit belongs to the class above it. */
  readonly limits: readonly number[];
  /** Colour step of each class on the scale of CLASSES steps. */
  readonly steps: readonly number[];
}

export function scoreClasses(): Classes {
  return { kind: 'steps', limits: [0, 0.2, 0.4, 0.6, 0.8, 1], steps: [0, 1, 2, 3, 4] };
}

export function tierClasses(lowBelow: number, leadingAbove: number): Classes {
  return { kind: 'tiers', limits: [0, lowBelow, leadingAbove, 1], steps: [0, 2, 4] };
}

/** Fewer classes than CLASSES where values repeat; none for an empty column. */
export function naturalClasses(values: Float64Array): Classes {
  const present = Array.from(values).filter((v) => Number.isFinite(v));
  const distinct = new Set(present).size;
  if (distinct === 0) return { kind: 'natural', limits: [], steps: [] };
  const groups = ckmeans(present, Math.min(CLASSES, distinct));
  const least = groups[0]?.[0] ?? NaN;
  const greatest = groups.at(-1)?.at(-1) ?? NaN;
  const inner = groups.slice(1).map((group, i) => {
    const below = groups[i]?.at(-1) ?? NaN;
    return roundBetween(below, group[0] ?? NaN);
  });
  const limits = [least, ...inner, greatest];
  const n = inner.length + 1;
  return { kind: 'natural', limits, steps: Array.from({ length: n }, (_, i) => (n === 1 ? 2 : Math.round((i * (CLASSES - 1)) / (n - 1)))) };
}

/** Class of each value; −1 = missing. Values beyond the outer limits belong to the outer classes. */
export function classify(values: Float64Array, { limits, steps }: Classes): Int8Array {
  return Int8Array.from(values, (v) => {
    if (Number.isNaN(v)) return -1;
    let c = 0;
    while (c < steps.length - 1 && v >= (limits[c + 1] ?? Infinity)) c++;
    return c;
  });
}

/** The number with the fewest digits in (below, above]. */
function roundBetween(below: number, above: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const rounded = Number(((below + above) / 2).toPrecision(digits));
    if (rounded > below && rounded <= above) return rounded;
  }
  return above;
}
