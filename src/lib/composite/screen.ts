/**
 * Screening: units with too few present, or too few non-zero, values leave the table before the index is
 * built (OECD/JRC Handbook 2008, step 2; rules as in COINr's Screen).
 */
import { takeRows, type Note, type StepResult, type Table } from './table';

export interface ScreenOptions {
  readonly by: 'present' | 'nonZero' | 'both';
  /** Least share of present values, 0–1; default 2/3. */
  readonly present?: number;
  /** Least share of non-zero values among the present, 0–1; default 0.05. */
  readonly nonZero?: number;
  /** Units kept (true) or removed (false) whatever their data. */
  readonly force?: ReadonlyMap<string, boolean>;
}

export interface Screening extends StepResult {
  /** Share of present values, by unit of the table that came in; NaN without columns. */
  readonly present: Float64Array;
  /** Share of non-zero values among the present, by unit; NaN where none is present. */
  readonly nonZero: Float64Array;
  /** Row numbers of the units that stay. */
  readonly kept: readonly number[];
  readonly removed: readonly string[];
}

/** A unit stays when its share is at or above the limit; a share that does not exist is below every limit above 0. */
export function screen(table: Table, options: ScreenOptions): Screening {
  const limits = { present: options.present ?? 2 / 3, nonZero: options.nonZero ?? 0.05 };
  for (const [name, limit] of Object.entries(limits)) {
    if (!(limit >= 0 && limit <= 1)) throw new RangeError(`screen: ${name} ${limit} is not between 0 and 1`);
  }
  for (const unit of options.force?.keys() ?? []) {
    if (!table.units.includes(unit)) throw new RangeError(`screen: no unit ${unit} to force`);
  }
  const columns = [...table.columns.values()];
  const present = new Float64Array(table.units.length);
  const nonZero = new Float64Array(table.units.length);
  const kept: number[] = [];
  const log: Note[] = [];
  table.units.forEach((unit, u) => {
    let have = 0;
    let zeros = 0;
    for (const column of columns) {
      const v = column[u] ?? NaN;
      if (Number.isNaN(v)) continue;
      have++;
      if (v === 0) zeros++;
    }
    const p = 1 - (columns.length - have) / columns.length;
    const z = 1 - zeros / have;
    present[u] = p;
    nonZero[u] = z;
    const low = { present: below(p, limits.present), nonZero: below(z, limits.nonZero) };
    const fails = (options.by !== 'nonZero' && low.present) || (options.by !== 'present' && low.nonZero);
    const forced = options.force?.get(unit);
    if (forced ?? !fails) kept.push(u);
    else {
      const why = forced === false ? 'removed by force' : `present ${percent(p)}, non-zero ${percent(z)}`;
      log.push({ step: 'screen', kind: 'removed', unit, cells: columns.length, message: `${unit} left out: ${why}` });
    }
    if (forced === true && fails) {
      log.push({ step: 'screen', kind: 'forced', unit, cells: columns.length, message: `${unit} kept by force: present ${percent(p)}` });
    }
  });
  const stays = new Set(kept);
  const removed = table.units.filter((_, u) => !stays.has(u));
  return { table: takeRows(table, kept), log, present, nonZero, kept, removed };
}

const below = (share: number, limit: number): boolean => (Number.isNaN(share) ? limit > 0 : share < limit);

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);
