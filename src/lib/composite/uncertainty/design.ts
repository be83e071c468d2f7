/**
 * The design of an uncertainty or sensitivity analysis (OECD/JRC Handbook 2008, step 7; Saisana, Saltelli &
 * Tarantola 2005): the choices behind an index that could have been made otherwise, as factors.
 *
 * A run is a point of the unit cube with one coordinate u ∈ [0, 1) for each factor. Monte Carlo, the matrices
 * of Saltelli and exact enumeration all evaluate the same function from points to scores.
 */
import type { Aggregation } from '../aggregateTree';
import type { EmOptions } from '../imputeEm';
import type { Normalisation } from '../normalise/table';
import type { ColumnTreatment } from '../treat';

/** How gaps are filled: not at all, by mean or median (of the unit's group where the model has groups), or by EM. */
export type ImputationChoice =
  | { readonly impute: 'none' }
  | { readonly impute: 'mean' | 'median'; readonly within?: 'column' | 'group' }
  | { readonly impute: 'em'; readonly options?: EmOptions };

/** How outliers of every column are treated. */
export type TreatmentChoice = ColumnTreatment;

/** The choice that the model makes itself, its exceptions for single indicators or nodes included. */
export type Nominal = 'nominal';

export type Factor = { readonly id: string } & (
  /** Each weight × U(1 − noise, 1 + noise). `level`: of the nodes whose weights vary, 1 = indicators. */
  | { readonly kind: 'weights'; readonly level: number | 'all'; readonly noise: number }
  /** Weights of siblings ~ Dirichlet(concentration × number of siblings × own share). */
  | { readonly kind: 'dirichlet'; readonly level: number | 'all'; readonly concentration: number }
  | { readonly kind: 'imputation'; readonly options: readonly (ImputationChoice | Nominal)[] }
  | { readonly kind: 'treatment'; readonly options: readonly (TreatmentChoice | Nominal)[] }
  | { readonly kind: 'normalisation'; readonly options: readonly (Normalisation | Nominal)[] }
  /** `level`: of the nodes that are scored, from 2. */
  | { readonly kind: 'aggregation'; readonly level: number | 'all'; readonly options: readonly (Aggregation | Nominal)[] }
  /** A node, with all below it, that is left out of the aggregation; null for none. It still informs an imputation by EM. */
  | { readonly kind: 'omit'; readonly nodes: readonly (string | null)[] }
  /** A number for whoever looks at the scores, e.g. a limit of tiers; uniform between `lo` and `hi`. */
  | { readonly kind: 'number'; readonly lo: number; readonly hi: number }
  /** A choice for whoever looks at the scores, e.g. a cut at mean or median. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
);

export interface Design {
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  readonly factors: readonly Factor[];
}

/** Number of options of a factor with a finite number of them, null for the others. */
export function optionsOf(factor: Factor): number | null {
  switch (factor.kind) {
    case 'weights':
    case 'dirichlet':
    case 'number':
      return null;
    case 'omit':
      return factor.nodes.length;
    default:
      return factor.options.length;
  }
}

/** Number of options by factor when all factors have a finite number: the design can be enumerated. Otherwise null. */
export function levelsOf(design: Design): readonly number[] | null {
  const counts = design.factors.map(optionsOf);
  return counts.every((n) => n !== null) ? counts : null;
}

/** Option of a coordinate: each of `n` has the same probability. */
export const optionAt = (u: number, n: number): number => Math.min(n - 1, Math.floor(u * n));

/** Value of a `number` or `choice` factor at a point. @throws RangeError for any other factor */
export function factorValue(design: Design, point: Float64Array, id: string): number | string {
  const f = design.factors.findIndex((factor) => factor.id === id);
  const factor = design.factors[f];
  const u = point[f] ?? NaN;
  if (factor?.kind === 'number') return factor.lo + u * (factor.hi - factor.lo);
  if (factor?.kind === 'choice') return factor.options[optionAt(u, factor.options.length)] ?? '';
  throw new RangeError(`design: ${id} is no number or choice of it`);
}

/** All faults of a design by itself, in words; empty when there are none. */
export function designFaults(design: Design): readonly string[] {
  const faults: string[] = [];
  if (!Number.isSafeInteger(design.seed) || design.seed < 0) faults.push(`seed ${design.seed} is not a whole number from 0 to 2^53 − 1`);
  const seen = new Set<string>();
  for (const factor of design.factors) {
    const say = (what: string) => faults.push(`factor ${factor.id}: ${what}`);
    if (seen.has(factor.id)) say('named more than once');
    seen.add(factor.id);
    if (optionsOf(factor) === 0) say('no options');
    if (factor.kind === 'weights' && !(factor.noise >= 0 && factor.noise <= 1)) say(`noise ${factor.noise} is not between 0 and 1`);
    if (factor.kind === 'dirichlet' && !(factor.concentration > 0 && factor.concentration < Infinity)) say(`concentration ${factor.concentration} is not a positive number`);
    if (factor.kind === 'number' && !(factor.lo <= factor.hi && Number.isFinite(factor.hi - factor.lo))) say(`${factor.lo} to ${factor.hi} is no range`);
    const lowest = factor.kind === 'aggregation' ? 2 : 1;
    if ('level' in factor && factor.level !== 'all' && !(Number.isInteger(factor.level) && factor.level >= lowest)) say(`level ${factor.level} is not a whole number from ${lowest}`);
  }
  return faults;
}
