/** The steps before normalisation: denominate, impute, screen and treat, in the order of the method. */
import type { Direction } from '../../pack';
import { denominate } from '../denominate';
import { impute, type Imputation } from '../impute';
import { imputeEm } from '../imputeEm';
import { imputePanel } from '../imputePanel';
import { imputeRows } from '../imputeRows';
import { screen } from '../screen';
import { indicatorsUnder, nodesAt, type Structure } from '../structure';
import { takeRows, type Marks, type Note, type Table } from '../table';
import { treat, type TreatmentDetail } from '../treat';
import type { ImputeMethod, Method, PrepStep, Scope } from './method';
import { bySets, setsOf, takeOf, type Rows } from './rows';

/** A table on its way, and what must move with its rows. */
export interface Prepared {
  readonly table: Table;
  readonly rows: Rows;
  /** Denominator columns on the same rows. */
  readonly sizes: Table;
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
  /** Cells that were imputed. */
  readonly marks: Marks;
}

/** Details of treatment by time; one entry with time null where all rows were treated together. */
export interface TreatmentOfTime {
  readonly time: number | null;
  readonly details: ReadonlyMap<string, TreatmentDetail>;
}

export interface StepOutcome {
  readonly prepared: Prepared;
  readonly log: readonly Note[];
  readonly treatment: readonly TreatmentOfTime[];
}

/** One step; a step that the method leaves out changes nothing. @throws RangeError as the steps themselves do */
export function takeStep(before: Prepared, step: PrepStep, method: Method, structure: Structure): StepOutcome {
  const same = { prepared: before, log: [], treatment: [] };
  switch (step) {
    case 'denominate': {
      if (method.denominate.size === 0) return same;
      const { table, log } = denominate(before.table, before.sizes, method.denominate);
      return { ...same, prepared: { ...before, table }, log };
    }
    case 'impute':
      return method.impute ? imputeStep(before, method.impute.how, method.impute.over, structure) : same;
    case 'screen': {
      if (!method.screen) return same;
      const { kept, log } = screen(before.table, rowForce(before, method.screen));
      return { ...same, prepared: take(before, kept), log };
    }
    case 'treat':
      return method.treat ? treatStep(before, method.treat) : same;
  }
}

/** Forced units name every row of theirs. */
function rowForce(before: Prepared, options: NonNullable<Method['screen']>): NonNullable<Method['screen']> {
  if (!options.force || !before.rows.time) return options;
  const force = new Map<string, boolean>();
  for (const [unit, keep] of options.force) {
    before.rows.unit.forEach((own, r) => {
      if (own === unit) force.set(before.table.units[r] ?? '', keep);
    });
  }
  return { ...options, force };
}

function take(before: Prepared, kept: readonly number[]): Prepared {
  return {
    table: takeRows(before.table, kept),
    rows: takeOf(before.rows, kept),
    sizes: takeRows(before.sizes, kept),
    groups: new Map(Array.from(before.groups, ([id, of]) => [id, kept.map((r) => of[r] ?? null)])),
    marks: new Map(Array.from(before.marks, ([id, marks]) => [id, Uint8Array.from(kept, (r) => marks[r] ?? 0)]))
  };
}

function imputeStep(before: Prepared, how: ImputeMethod, over: Scope, structure: Structure): StepOutcome {
  const log: Note[] = [];
  const along = how.impute === 'latest' || how.impute === 'linear' || how.impute === 'constant';
  const sets = over === 'time' && !along ? setsOf(before.rows) : [Array.from(before.rows.unit.keys())];
  const table = bySets(before.table, sets, (part, rows) => {
    const filled = fill(part, how, { ...before, rows: takeOf(before.rows, rows) }, rows, structure);
    log.push(...atTime(filled.log, before.rows, rows, sets.length));
    return filled.table;
  });
  const marks = new Map(Array.from(table.columns, ([id, values]) => [id, Uint8Array.from(values, (v, r) => Number(!Number.isNaN(v) && Number.isNaN(before.table.columns.get(id)?.[r] ?? NaN)))]));
  return { prepared: { ...before, table, marks }, log, treatment: [] };
}

function fill(part: Table, how: ImputeMethod, before: Prepared, rows: readonly number[], structure: Structure): Pick<Imputation, 'table' | 'log'> {
  switch (how.impute) {
    case 'mean':
    case 'median': {
      if (how.group === undefined) return impute(part, { statistic: how.impute });
      const groups = before.groups.get(how.group);
      if (!groups) throw new RangeError(`impute: no column of groups ${how.group}`);
      return impute(part, { statistic: how.impute, groups: rows.map((r) => groups[r] ?? null) });
    }
    case 'rowMean':
    case 'rowMedian': {
      const directions = new Map(structure.indicators.map((node) => [node.id, node.direction ?? (1 as Direction)]));
      const groups = how.level === undefined ? undefined : ancestors(structure, how.level);
      return imputeRows(part, { statistic: how.impute === 'rowMean' ? 'mean' : 'median', directions, ...(groups ? { groups } : {}), ...(how.normalise === undefined ? {} : { normalise: how.normalise }) });
    }
    case 'em': {
      const { level, impute: _, ...options } = how;
      if (level === undefined) return imputeEm(part, options);
      const log: Note[] = [];
      const columns = new Map(part.columns);
      for (const node of nodesAt(structure, level)) {
        const ids = indicatorsUnder(structure, node.id).map((i) => i.id);
        const own = imputeEm({ units: part.units, columns: new Map(ids.map((id) => [id, part.columns.get(id) ?? new Float64Array(0)])) }, options);
        for (const [id, values] of own.table.columns) columns.set(id, values);
        log.push(...own.log);
      }
      return { table: { units: part.units, columns }, log };
    }
    case 'latest':
    case 'linear':
    case 'constant':
      if (!before.rows.time) throw new RangeError(`impute: ${how.impute} needs a panel, the data have no column Time with more than one value`);
      return imputePanel(part, { unit: before.rows.unit, time: before.rows.time }, { method: how.impute, ...(how.maxTimes === undefined ? {} : { maxTimes: how.maxTimes }) });
  }
}

/** The node of a level above each indicator. */
function ancestors(structure: Structure, level: number): ReadonlyMap<string, string> {
  return new Map(nodesAt(structure, level).flatMap((node) => indicatorsUnder(structure, node.id).map((i) => [i.id, node.id] as const)));
}

function treatStep(before: Prepared, how: NonNullable<Method['treat']>): StepOutcome {
  const log: Note[] = [];
  const treatment: TreatmentOfTime[] = [];
  const sets = how.over === 'time' ? setsOf(before.rows) : [Array.from(before.rows.unit.keys())];
  const table = bySets(before.table, sets, (part, rows) => {
    const result = treat(part, how.options, how.of);
    treatment.push({ time: sets.length > 1 ? (before.rows.time?.[rows[0] ?? 0] ?? null) : null, details: result.details });
    log.push(...atTime(result.log, before.rows, rows, sets.length));
    return result.table;
  });
  return { prepared: { ...before, table }, log, treatment };
}

/** Notes on one time of several say which. */
function atTime(log: readonly Note[], all: Rows, rows: readonly number[], sets: number): readonly Note[] {
  const time = all.time?.[rows[0] ?? 0];
  return sets < 2 || time === undefined ? log : log.map((note) => ({ ...note, message: `${time}: ${note.message}` }));
}
