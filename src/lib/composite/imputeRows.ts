/**
 * Imputation across columns: a gap takes the mean or median of the unit's own present values, after every
 * column was turned by its direction and brought to 0–1, and is turned back (COINr's Impute by row).
 */
import type { Direction } from '../pack';
import { filled, type Imputation } from './impute';
import { extent, mean, median } from './summary';
import { tableOf, type Table } from './table';

export interface RowOptions {
  readonly statistic: 'mean' | 'median';
  /** +1 where absent. */
  readonly directions?: ReadonlyMap<string, Direction>;
  /** Columns that may fill one another, by column id; without it all of them. A column in no group keeps its gaps. */
  readonly groups?: ReadonlyMap<string, string>;
  /** Bring columns to a common scale first; default true. Without it the units of measurement mix. */
  readonly normalise?: boolean;
}

/** A column without spread has no place on the common scale: it neither fills nor is filled. */
export function imputeRows(table: Table, options: RowOptions): Imputation {
  const statistic = options.statistic === 'mean' ? mean : median;
  const scaled = new Map(
    Array.from(table.columns, ([id, values]) => {
      const direction = options.directions?.get(id) ?? 1;
      const [min, max] = extent(values.map((v) => v * direction));
      const [from, span] = options.normalise === false ? [0, 1] : [min, max - min];
      const turn = options.normalise === false ? 1 : direction;
      return [id, { turn, from, span: span > 0 ? span : NaN, on: values.map((v) => (v * turn - from) / (span > 0 ? span : NaN)) }] as const;
    })
  );
  const members = new Map<string, string[]>();
  for (const id of table.columns.keys()) {
    const group = options.groups ? options.groups.get(id) : '';
    if (group !== undefined) members.set(group, [...(members.get(group) ?? []), id]);
  }
  return filled(tableOf(table.units, table.columns), (values, id) => {
    const own = scaled.get(id);
    const group = options.groups ? options.groups.get(id) : '';
    if (!own || group === undefined) return values;
    const peers = (members.get(group) ?? []).map((peer) => scaled.get(peer)?.on ?? values);
    return values.map((v, u) => (Number.isNaN(v) ? (statistic(Float64Array.from(peers, (peer) => peer[u] ?? NaN)) * own.span + own.from) * own.turn : v));
  });
}
