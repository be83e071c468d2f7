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
import { momentsScratch } from './momentsAt';
import { normaliseAt, rankScratch, type Source } from './normaliseAt';
import { sortIndex } from './sortIndex';
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
  const scratch = rankScratch(n);
  const imputed = new Map<number, Source>();
  const treated = new Map<number, Source>();
  const normalised = new Map<number, Variant>();
  const source = (order: Int32Array): Source => ({ values: new Float64Array(ids.length * n), known: ids.map(momentsScratch), order });
  const emptyVariant = (): Variant => ({ ...columnsOf(ids.length, n), logs: null });
  const room = cache ? null : { treated: new Map<number, Source>(), variant: emptyVariant() };

  /** Not what `cache` is about: imputation by EM alone would take longer than all the rest. */
  function imputedSource(i: number): Source {
    let own = imputed.get(i);
    if (!own) {
      const { columns } = imputedTable(model, choices.imputation[i] ?? base.imputation ?? { impute: 'none' });
      own = source(new Int32Array(ids.length * n));
      ids.forEach((id, c) => {
        const values = columns.get(id) ?? new Float64Array(0);
        own?.values.set(values, c * n);
        own?.order.set(orderOf(values), c * n);
      });
      imputed.set(i, own);
    }
    return own;
  }

  function treat(from: Source, t: number, to: Source): Source {
    const list = treatments[t] ?? [];
    for (let c = 0; c < list.length; c++) treatAt(from.values, c * n, n, list[c] ?? NO_TREATMENT, to.values, c * n, to.known[c] ?? momentsScratch());
    return to;
  }

  function normalise(from: Source, k: number, to: Variant): Variant {
    const list = normalisations[k] ?? [];
    for (let c = 0; c < list.length; c++) normaliseAt(from, c, n, list[c] ?? base.normalisation, directions[c] ?? 1, references[k]?.[c] ?? -1, to.values, scratch);
    markGaps(to);
    return to;
  }

  function treatedSource(i: number, t: number): Source {
    const from = imputedSource(i);
    const kept = room ? room.treated : treated;
    const key = room ? i : i * choices.treatment.length + t;
    let own = kept.get(key);
    const fresh = !own;
    if (!own) kept.set(key, (own = source(from.order)));
    return fresh || room ? treat(from, t, own) : own;
  }

  return {
    get(i, t, k) {
      if (room) return normalise(treatedSource(i, t), k, room.variant);
      const key = (i * choices.treatment.length + t) * choices.normalisation.length + k;
      let variant = normalised.get(key);
      if (!variant) normalised.set(key, (variant = normalise(treatedSource(i, t), k, emptyVariant())));
      return variant;
    },
    logs(variant) {
      if (room) return null;
      if (!variant.logs) logarithms(variant.values, 0, variant.values.length, (variant.logs = new Float64Array(variant.values.length)), 0);
      return variant.logs;
    }
  };
}

const NO_TREATMENT: TreatmentChoice = { treat: 'none' };

/** Units by value, missing ones last. */
function orderOf(values: Float64Array): Int32Array {
  const present = Int32Array.from(values.keys()).filter((u) => !Number.isNaN(values[u] ?? NaN));
  sortIndex(values, present, new Int32Array(present.length), present.length);
  return Int32Array.from([...present, ...Array.from(values.keys()).filter((u) => Number.isNaN(values[u] ?? NaN))]);
}

function imputedTable(model: Model, how: ImputationChoice): Table {
  if (how.impute === 'none') return model.raw;
  if (how.impute === 'em') return imputeEm(model.raw, how.options).table;
  return impute(model.raw, { statistic: how.impute, ...(how.within === 'group' && model.groups ? { groups: model.groups } : {}) }).table;
}
