/**
 * An index as it stands, ready to be computed many times: data, tree and the nominal choices from which the
 * factors of a design depart. Checked once, here.
 */
import type { Aggregation } from '../aggregateTree';
import type { Normalisation } from '../normalise/table';
import type { Structure } from '../structure';
import { tableOf, type Table } from '../table';
import type { ImputationChoice, TreatmentChoice } from './design';

/** The nominal choices: what the index is without any doubt. */
export interface BaseChoices {
  /** Default: none. */
  readonly imputation?: ImputationChoice;
  /** Default: none. */
  readonly treatment?: TreatmentChoice;
  /** Exceptions by indicator. */
  readonly treatmentOf?: ReadonlyMap<string, TreatmentChoice>;
  readonly normalisation: Normalisation;
  /** Exceptions by indicator, e.g. goalposts of its own. */
  readonly normalisationOf?: ReadonlyMap<string, Normalisation>;
  /** For all levels, or one for level 2, one for level 3, … */
  readonly aggregation: Aggregation | readonly Aggregation[];
  /** Exceptions by node. */
  readonly aggregationOf?: ReadonlyMap<string, Aggregation>;
  /** Weights by node in place of those of the structure. */
  readonly weights?: ReadonlyMap<string, number>;
  /** Least share present among the children, 0–1: for all nodes, or by level from 2. Default 0. */
  readonly limit?: number | readonly number[];
  /** Exceptions by node. */
  readonly limitOf?: ReadonlyMap<string, number>;
  /** What the share counts; default `children`. */
  readonly limitBy?: 'children' | 'weights';
}

export interface ModelInput {
  readonly units: readonly string[];
  readonly structure: Structure;
  /** Raw values by indicator, one per unit, NaN = missing. Other columns are ignored. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly base: BaseChoices;
  /** Group of each unit for imputation within groups, null where unknown. */
  readonly groups?: readonly (string | null)[];
}

export interface Model {
  readonly units: readonly string[];
  readonly structure: Structure;
  readonly base: BaseChoices;
  readonly groups: readonly (string | null)[] | null;
  /** The indicators' raw columns, in the order of the structure. */
  readonly raw: Table;
  /** Place of each node in `structure.nodes`. */
  readonly place: ReadonlyMap<string, number>;
  /** Nominal weight by place. */
  readonly weight: Float64Array;
}

/** @throws RangeError when an indicator has no column, a column another length or an infinite value, or a weight is negative */
export function compileModel(input: ModelInput): Model {
  const { units, structure, base } = input;
  const columns = structure.indicators.map(({ id }): [string, Float64Array] => {
    const values = input.columns.get(id);
    if (!values) throw new RangeError(`model: indicator ${id} has no column`);
    return [id, values];
  });
  if (input.groups && input.groups.length !== units.length) throw new RangeError(`model: ${input.groups.length} groups for ${units.length} units`);
  const weight = Float64Array.from(structure.nodes, (node) => base.weights?.get(node.id) ?? node.weight);
  weight.forEach((w, k) => {
    if (!(w >= 0 && w < Infinity)) throw new RangeError(`model: weight ${w} of ${structure.nodes[k]?.id ?? ''} is not a number ≥ 0`);
  });
  const levels = structure.levels - 1;
  for (const [name, list] of [['aggregations', base.aggregation], ['limits', base.limit]] as const) {
    if (Array.isArray(list) && list.length !== levels) throw new RangeError(`model: ${list.length} ${name} for ${levels} levels above the indicators`);
  }
  for (const limit of [base.limit ?? [], ...(base.limitOf?.values() ?? [])].flat()) {
    if (!(limit >= 0 && limit <= 1)) throw new RangeError(`model: limit ${limit} is not between 0 and 1`);
  }
  for (const of of [base.treatmentOf, base.normalisationOf]) {
    for (const id of of?.keys() ?? []) if (structure.byId.get(id)?.level !== 1) throw new RangeError(`model: an exception names ${id}, which is no indicator`);
  }
  return {
    units,
    structure,
    base,
    groups: input.groups ?? null,
    raw: tableOf(units, columns),
    place: new Map(structure.nodes.map((node, k) => [node.id, k])),
    weight
  };
}

/** What the model was compiled from, e.g. to send it to a worker. */
export const inputOf = ({ units, structure, base, groups, raw }: Model): ModelInput => ({ units, structure, base, columns: raw.columns, ...(groups ? { groups } : {}) });
