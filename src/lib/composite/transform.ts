/**
 * Transformations that draw in a long tail: logarithm, the shifted logarithms of the JRC's COIN tool,
 * Box–Cox (1964) and Yeo–Johnson (2000). Missing stays missing; a value outside the domain becomes missing.
 */
import { boxCoxValue, likeliestLambda } from './lambda';
import { moments } from './moments';
import { extent } from './summary';

export type Transformation =
  /** ln x, for x > 0. */
  | { readonly transform: 'log' }
  /** ln(x − min + 0.01 (max − min)): COINr's log_CT. */
  | { readonly transform: 'coinLog' }
  /** ln(x − min + 1): the log of the COIN tool, COINr's log_CT_orig. */
  | { readonly transform: 'coinLogShift1' }
  /** coinLog for a long tail of high values, mirrored to −ln(max − x + 0.01 (max − min)) for one of low: log_CT_plus. */
  | { readonly transform: 'coinLogEitherTail' }
  /** ln((max − 1)(x − min) / (max − min) + 1), for max > 1: the log of the Global Innovation Index, COINr's log_GII. */
  | { readonly transform: 'giiLog' }
  /** ((x + shift)^λ − 1) / λ. Without λ, the likeliest. `shift` min → 1 as COINr: always, or only when some x ≤ 0. */
  | { readonly transform: 'boxCox'; readonly lambda?: number; readonly shift?: 'always' | 'ifNeeded' | 'never' }
  /** Box–Cox of x + 1 for x ≥ 0 and, mirrored with 2 − λ, of 1 − x below. Without λ, the likeliest. */
  | { readonly transform: 'yeoJohnson'; readonly lambda?: number };

export interface Transformed {
  readonly values: Float64Array;
  /** λ used; NaN for the logarithms. */
  readonly lambda: number;
  /** Added to each value before; 0 where nothing was. */
  readonly shift: number;
  /** Present values outside the domain, now missing. */
  readonly lost: number;
}

/** A constant or empty column has no likeliest λ: it comes back as it is, with λ = NaN. */
export function transform(values: Float64Array, how: Transformation): Transformed {
  const [min, max] = extent(values);
  switch (how.transform) {
    case 'log':
      return finish(values, 0, NaN, Math.log);
    case 'coinLog':
      return finish(values, 0.01 * (max - min) - min, NaN, (_, v) => Math.log(v - min + 0.01 * (max - min)));
    case 'coinLogShift1':
      return finish(values, 1 - min, NaN, (_, v) => Math.log(v - min + 1));
    case 'coinLogEitherTail': {
      const pad = 0.01 * (max - min);
      return moments(values).skew > 0 ? finish(values, pad - min, NaN, (_, v) => Math.log(v - min + pad)) : finish(values, 0, NaN, (v) => -Math.log(max + pad - v));
    }
    case 'giiLog':
      return finish(values, 0, NaN, (v) => Math.log(((max - 1) * (v - min)) / (max - min) + 1));
    case 'boxCox': {
      const wanted = how.shift ?? 'ifNeeded';
      const shift = wanted === 'always' || (wanted === 'ifNeeded' && min <= 0) ? 1 - min : 0;
      const moved = shift === 0 ? values : values.map((v) => v - min + 1);
      const lambda = how.lambda ?? likeliestLambda(moved, 'boxCox');
      return Number.isNaN(lambda) ? same(values) : finish(values, shift, lambda, (_, v) => boxCoxValue(shift === 0 ? v : v - min + 1, lambda));
    }
    case 'yeoJohnson': {
      const lambda = how.lambda ?? likeliestLambda(values, 'yeoJohnson');
      return Number.isNaN(lambda)
        ? same(values)
        : finish(values, 0, lambda, (v) => (v >= 0 ? boxCoxValue(1 + v, lambda) : -boxCoxValue(1 - v, 2 - lambda)));
    }
  }
}

const same = (values: Float64Array): Transformed => ({ values, lambda: NaN, shift: 0, lost: 0 });

function finish(values: Float64Array, shift: number, lambda: number, f: (shifted: number, raw: number) => number): Transformed {
  let lost = 0;
  const out = values.map((v) => {
    if (Number.isNaN(v)) return NaN;
    const y = f(v + shift, v);
    if (Number.isFinite(y)) return y;
    lost++;
    return NaN;
  });
  return { values: out, lambda, shift, lost };
}
