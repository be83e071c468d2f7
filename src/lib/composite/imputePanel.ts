/**
 * Imputation along time: a gap takes the unit's own value of another time (rules of COINr's impute_panel).
 *
 * Rows are unit × time. `latest` carries the last earlier value forward, at most `maxTimes` of the panel's
 * time points back; `linear` interpolates between the neighbours; `constant` keeps the earlier neighbour.
 * The last two fill beyond the ends of the series with its nearest value.
 */
import { filled, type Imputation } from './impute';
import type { Table } from './table';

export interface PanelRows {
  /** Unit of each row. */
  readonly unit: readonly string[];
  /** Time of each row, e.g. a year. */
  readonly time: readonly number[];
}

export interface PanelOptions {
  readonly method: 'latest' | 'linear' | 'constant';
  /** How many time points `latest` may look back; all without it. */
  readonly maxTimes?: number;
}

/** @throws RangeError when rows do not match the table or a unit has one time twice */
export function imputePanel(table: Table, rows: PanelRows, options: PanelOptions): Imputation {
  const n = table.units.length;
  if (rows.unit.length !== n || rows.time.length !== n) throw new RangeError(`panel of ${rows.unit.length} × ${rows.time.length} for ${n} rows`);
  if (rows.time.some((t) => !Number.isFinite(t))) throw new RangeError('a time of the panel is not a number');
  const times = [...new Set(rows.time)].sort((a, b) => a - b);
  const place = new Map(times.map((t, i) => [t, i]));
  const series = new Map<string, number[]>();
  rows.unit.forEach((unit, r) => {
    const own = series.get(unit);
    if (own) own.push(r);
    else series.set(unit, [r]);
  });
  const at = (r: number | undefined): number => (r === undefined ? NaN : (rows.time[r] ?? NaN));
  for (const [unit, own] of series) {
    own.sort((a, b) => at(a) - at(b));
    own.forEach((r, i) => {
      if (i > 0 && at(own[i - 1]) === at(r)) throw new RangeError(`${unit} has time ${at(r)} twice`);
    });
  }
  const reach = options.maxTimes ?? Infinity;

  return filled(table, (values) => {
    const out = values.slice();
    for (const own of series.values()) {
      const known = own.filter((r) => !Number.isNaN(values[r] ?? NaN));
      for (const r of own) {
        if (!Number.isNaN(values[r] ?? NaN)) continue;
        const before = known.filter((k) => at(k) < at(r)).at(-1);
        const after = known.find((k) => at(k) > at(r));
        if (options.method === 'latest') {
          const back = before === undefined ? Infinity : (place.get(at(r)) ?? NaN) - (place.get(at(before)) ?? NaN);
          if (before !== undefined && back <= reach) out[r] = values[before] ?? NaN;
        } else if (before === undefined || after === undefined) {
          const nearest = before ?? after;
          if (nearest !== undefined) out[r] = values[nearest] ?? NaN;
        } else if (options.method === 'constant') out[r] = values[before] ?? NaN;
        else {
          const share = (at(r) - at(before)) / (at(after) - at(before));
          const [from, to] = [values[before] ?? NaN, values[after] ?? NaN];
          out[r] = from * (1 - share) + to * share;
        }
      }
    }
    return out;
  });
}
