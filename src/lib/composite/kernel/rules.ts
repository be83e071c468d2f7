/** Aggregations made ready to be applied again and again: checked once, with the fastest way to compute each. */
import { aggregateColumns, type Aggregation } from '../aggregateTree';
import { harmonic, mazziottaPareto, power, type RowRule } from '../aggregate/means';

export type Rule =
  /** Arithmetic mean, or geometric by that of logarithms: column by column. */
  | { readonly by: 'mean'; readonly of: 'x' | 'ln x' }
  /** Unit by unit. */
  | { readonly by: 'row'; readonly rule: RowRule }
  /** All units together, by the engine's step. */
  | { readonly by: 'step'; readonly how: Aggregation };

/** @throws RangeError for parameters that cannot be */
export function ruleOf(how: Aggregation): Rule {
  switch (how.aggregate) {
    case 'arithmetic':
      return { by: 'mean', of: 'x' };
    case 'geometric':
      return { by: 'mean', of: 'ln x' };
    case 'harmonic':
      return { by: 'row', rule: harmonic };
    case 'power':
      if (how.exponent === 1) return { by: 'mean', of: 'x' };
      if (how.exponent === 0) return { by: 'mean', of: 'ln x' };
      return { by: 'row', rule: power(how.exponent) };
    case 'mazziottaPareto':
      return { by: 'row', rule: mazziottaPareto(how.penalty === 'up' ? 1 : -1) };
    default:
      aggregateColumns([], [], 0, how);
      return { by: 'step', how };
  }
}
