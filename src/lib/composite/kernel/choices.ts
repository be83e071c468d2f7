/** The options of a design for one model: each distinct one once, and what a coordinate chooses as a place in these lists. */
import type { Aggregation } from '../aggregateTree';
import { normaliseColumn, type Normalisation } from '../normalise/table';
import type { Design, ImputationChoice, TreatmentChoice } from '../uncertainty/design';
import { plainText } from '../uncertainty/fingerprint';
import type { Model } from '../uncertainty/model';

export interface CompiledFactor {
  readonly kind: 'imputation' | 'treatment' | 'normalisation' | 'omit' | 'aggregation' | 'other';
  /** By option, its place in the list of its kind; −1 for nominal aggregations. Empty for factors that decide nothing here. */
  readonly places: Int32Array;
  /** Level of an aggregation, 0 for all. */
  readonly level: number;
}

export interface Choices {
  readonly factors: readonly CompiledFactor[];
  /** Null, the nominal choice, comes first. */
  readonly imputation: readonly (ImputationChoice | null)[];
  readonly treatment: readonly (TreatmentChoice | null)[];
  readonly normalisation: readonly (Normalisation | null)[];
  /** Null leaves nothing out. */
  readonly omitted: readonly (string | null)[];
  readonly aggregation: readonly Aggregation[];
}

/** @throws RangeError for parameters of a normalisation that cannot be */
export function choicesOf(model: Model, design: Design): Choices {
  const imputation = distinct<ImputationChoice | null>([null]);
  const treatment = distinct<TreatmentChoice | null>([null]);
  const normalisation = distinct<Normalisation | null>([null]);
  const omitted = distinct<string | null>([null]);
  const aggregation = distinct<Aggregation>([]);
  const factors = design.factors.map((factor): CompiledFactor => {
    const { kind } = factor;
    const of = (places: readonly number[], level = 0) => ({ kind, places: Int32Array.from(places), level }) as CompiledFactor;
    switch (factor.kind) {
      case 'imputation':
        return of(factor.options.map((o) => imputation.place(o === 'nominal' ? null : o)));
      case 'treatment':
        return of(factor.options.map((o) => treatment.place(o === 'nominal' ? null : o)));
      case 'normalisation':
        return of(factor.options.map((o) => normalisation.place(o === 'nominal' ? null : o)));
      case 'omit':
        return of(factor.nodes.map((id) => omitted.place(id)));
      case 'aggregation':
        return of(factor.options.map((o) => (o === 'nominal' ? -1 : aggregation.place(o))), factor.level === 'all' ? 0 : factor.level);
      default:
        return { kind: 'other', places: new Int32Array(0), level: 0 };
    }
  });
  const column = new Float64Array(model.units.length);
  for (const how of [model.base.normalisation, ...(model.base.normalisationOf?.values() ?? []), ...normalisation.items]) if (how) normaliseColumn(column, how, 1, model.units);
  return { factors, imputation: imputation.items, treatment: treatment.items, normalisation: normalisation.items, omitted: omitted.items, aggregation: aggregation.items };
}

/** A list in which equal things have one place. */
function distinct<T>(items: T[]): { readonly items: T[]; place(item: T): number } {
  const places = new Map(items.map((item, i) => [plainText(item), i]));
  return {
    items,
    place(item) {
      const key = plainText(item);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, items.length);
      return items.push(item) - 1;
    }
  };
}
