/**
 * The normalised data of a model under each imputation × treatment × normalisation of a design. Variants are
 * computed when first needed; with `cache` they are kept and shared by all runs that make the same choices.
 * Which indicator is left out does not matter here, nor do weights: neither changes a column.
 */
import { impute } from '../impute';
import { imputeEm } from '../imputeEm';
import type { Normalisation } from '../normalise/table';
import type { Table } from '../table';
import type { ImputationChoice, TreatmentChoice } from '../uncertainty/design';
import type { Model } from '../uncertainty/model';
import { logarithms } from './aggregateAt';
import { columnsOf, markGaps, type Columns } from './columns';
import { normaliseAt } from './normaliseAt';
import { treatAt } from './treatAt';

/** A choice for all columns, or null for the nominal one with its exceptions. */
export interface VariantChoices {
  readonly imputation: readonly (ImputationChoice | null)[];
  readonly treatment: readonly (TreatmentChoice | null)[];
  readonly normalisation: readonly (Normalisation | null)[];
}

export interface Variant extends Columns {
  /** Logarithms of the values, −∞ for values ≤ 0; computed when asked for the first time. */
  logs: Float64Array | null;
}

export interface Variants {
  /** The variant of three choices by their places; without cache the next call overwrites it. */
  get(imputation: number, treatment: number, normalisation: number): Variant;
  /** Logarithms of a kept variant; null without cache. */
  logs(variant: Variant): Float64Array | null;
}

export function variants(model: Model, choices: VariantChoices, cache: boolean): Variants {
  const { base, structure } = model;
  const n = model.units.length;
  const ids = structure.indicators.map((node) => node.id);
  const directions = structure.indicators.map((node) => node.direction ?? 1);
  const treatments = choices.treatment.map((choice) => ids.map((id) => choice ?? base.treatmentOf?.get(id) ?? base.treatment ?? ({ treat: 'none' } as const)));
  const normalisations = choices.normalisation.map((choice) => ids.map((id) => choice ?? base.normalisationOf?.get(id) ?? base.normalisation));
  const references = normalisations.map((list) => Int32Array.from(list, (how) => (how.method === 'distanceToReference' ? model.units.indexOf(how.unit) : -1)));
  const scratch = new Float64Array(n);
  const imputed = new Map<number, Float64Array>();
  const treated = new Map<number, Float64Array>();
  const normalised = new Map<number, Variant>();
  const room = cache ? null : { treated: new Float64Array(ids.length * n), variant: { ...columnsOf(ids.length, n), logs: null } };

  function imputedValues(i: number): Float64Array {
    // Imputation is outside what `cache` is about: EM alone would take longer than all the rest.
    let values = imputed.get(i);
    if (!values) {
      const { columns } = imputedTable(model, choices.imputation[i] ?? base.imputation ?? { impute: 'none' });
      values = new Float64Array(ids.length * n);
      ids.forEach((id, c) => values?.set(columns.get(id) ?? [], c * n));
      imputed.set(i, values);
    }
    return values;
  }

  function treat(from: Float64Array, t: number, to: Float64Array): Float64Array {
    const list = treatments[t] ?? [];
    for (let c = 0; c < list.length; c++) treatAt(from, c * n, n, list[c] ?? { treat: 'none' }, to, c * n);
    return to;
  }

  function normalise(from: Float64Array, k: number, to: Variant): Variant {
    const list = normalisations[k] ?? [];
    for (let c = 0; c < list.length; c++) normaliseAt(from, c * n, n, list[c] ?? base.normalisation, directions[c] ?? 1, references[k]?.[c] ?? -1, to.values, c * n, scratch);
    markGaps(to);
    return to;
  }

  return {
    get(i, t, k) {
      if (room) return normalise(treat(imputedValues(i), t, room.treated), k, room.variant);
      const pair = i * choices.treatment.length + t;
      const key = pair * choices.normalisation.length + k;
      let variant = normalised.get(key);
      if (!variant) {
        let values = treated.get(pair);
        if (!values) treated.set(pair, (values = treat(imputedValues(i), t, new Float64Array(ids.length * n))));
        normalised.set(key, (variant = normalise(values, k, { ...columnsOf(ids.length, n), logs: null })));
      }
      return variant;
    },
    logs(variant) {
      if (room) return null;
      if (!variant.logs) logarithms(variant.values, 0, variant.values.length, (variant.logs = new Float64Array(variant.values.length)), 0);
      return variant.logs;
    }
  };
}

function imputedTable(model: Model, how: ImputationChoice): Table {
  if (how.impute === 'none') return model.raw;
  if (how.impute === 'em') return imputeEm(model.raw, how.options).table;
  return impute(model.raw, { statistic: how.impute, ...(how.within === 'group' && model.groups ? { groups: model.groups } : {}) }).table;
}
