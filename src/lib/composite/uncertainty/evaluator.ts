/**
 * From a point of a design to the scores of one or several models: every choice is made, every step computed.
 */
import { scorer } from '../kernel/scorer';
import { designFaults, factorValue, type Design } from './design';
import { fingerprint } from './fingerprint';
import type { Model } from './model';

export interface Evaluator {
  readonly models: readonly Model[];
  readonly design: Design;
  /** Writes the scores of each model at a point, one array of length units per model; NaN for no score. */
  run(point: Float64Array, out: readonly Float64Array[]): void;
  /** Scores of the nominal choices by model; computed once. */
  nominal(): readonly Float64Array[];
  /** Mark of data, trees and nominal choices; computed once. */
  fingerprint(): string;
  /** Value of a `number` or `choice` factor at a point. */
  factorValue(point: Float64Array, id: string): number | string;
}

export interface EvaluatorOptions {
  /** Keep treated and normalised variants that several runs share; default true. Without it every run treats and normalises anew. */
  readonly cache?: boolean;
}

/** @throws RangeError naming all faults of the design and of the models together */
export function evaluator(models: readonly Model[], design: Design, options: EvaluatorOptions = {}): Evaluator {
  const faults = [...designFaults(design), ...fitFaults(models, design)];
  if (faults.length > 0) throw new RangeError(`design: ${faults.join('; ')}`);
  const scorers = models.map((model, m) => scorer(model, m, design, options.cache ?? true));
  let nominal: readonly Float64Array[] | null = null;
  let mark: string | null = null;
  return {
    models,
    design,
    run(point, out) {
      for (let m = 0; m < scorers.length; m++) {
        const to = out[m];
        if (to) scorers[m]?.(point, to);
      }
    },
    nominal: () => (nominal ??= models.map(nominalScores)),
    fingerprint: () => (mark ??= fingerprint(models)),
    factorValue: (point, id) => factorValue(design, point, id)
  };
}

/** What a design asks for that no model has. */
function fitFaults(models: readonly Model[], design: Design): string[] {
  const faults: string[] = [];
  const units = models[0]?.units ?? [];
  if (models.length === 0) faults.push('no model');
  models.forEach((model, m) => {
    if (model.units.length !== units.length || model.units.some((unit, u) => unit !== units[u])) faults.push(`model ${m + 1} has other units than the first`);
  });
  const height = Math.max(...models.map((model) => model.structure.levels));
  for (const factor of design.factors) {
    if (factor.kind === 'omit') {
      for (const node of factor.nodes) if (node !== null && !models.some((model) => model.place.has(node))) faults.push(`factor ${factor.id}: no model has a node ${node}`);
    } else if ('level' in factor && factor.level !== 'all') {
      const top = factor.kind === 'aggregation' ? height : height - 1;
      if (factor.level > top) faults.push(`factor ${factor.id}: level ${factor.level} is above ${top}, the highest that can vary`);
    } else if (factor.kind === 'imputation' && factor.options.some((o) => o !== 'nominal' && 'within' in o && o.within === 'group') && models.some((model) => model.groups === null)) {
      faults.push(`factor ${factor.id}: a model has no groups to impute within`);
    }
  }
  return faults;
}

/** Scores of the nominal choices of a model, by unit. */
export function nominalScores(model: Model): Float64Array {
  const out = new Float64Array(model.units.length);
  scorer(model, 0, { seed: 0, factors: [] }, true)(new Float64Array(0), out);
  return out;
}
