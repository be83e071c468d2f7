/** COINr's iData.csv: one row per unit, in a panel per unit and time; groups, denominators and indicators as columns. */
import type { Reporter } from '../../pack/read/tools';
import type { Rows } from '../pipeline/rows';
import { isMissing, numberWanted, readCsv, toNumber, type Csv } from './csv';

export interface Data {
  readonly rows: Rows;
  /** uName by uCode. */
  readonly names: ReadonlyMap<string, string>;
  /** Columns of numbers. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Columns of text, null = missing. */
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
}

/** What each column is for; without it, columns of numbers are indicators and columns of text are groups. */
export interface Wanted {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  /** Columns that are known and not used. */
  readonly others: readonly string[];
}

const SPECIAL = new Set(['uCode', 'uName', 'Time']);

/** The table, or null where nothing can be made of it; every fault by row and column. */
export function readData(file: string, text: string, wanted: Wanted | null, report: Reporter): Data | null {
  const csv = readCsv(file, text, report);
  if (!csv) return null;
  const cells = (name: string): readonly string[] => {
    const j = csv.header.indexOf(name);
    return csv.rows.map((row) => row.cells[j] ?? '');
  };
  const key = keyColumn(csv, wanted, report);
  if (key === null) return null;
  const names = new Map<string, string>();
  const unit = cells(key).map((cell, r) => {
    if (isMissing(cell)) report.error({ file, row: csv.rows[r]?.row ?? null, column: key }, 'the code of the unit is required');
    return cell;
  });
  if (csv.header.includes('uName')) cells('uName').forEach((name, r) => names.set(unit[r] ?? '', isMissing(name) ? (unit[r] ?? '') : name));
  const time = csv.header.includes('Time') ? cells('Time').map((cell, r) => timeOf(csv, r, cell, report)) : null;
  const panel = time !== null && new Set(time).size > 1;
  checkUnits(csv, unit, panel ? time : null, key, report);

  const use = wanted ?? typed(csv, key);
  for (const name of [...use.numbers, ...use.texts]) if (!csv.header.includes(name)) report.error({ file, row: 1, column: name }, 'this column is missing; the structure names it');
  const known = new Set([...SPECIAL, key, ...use.numbers, ...use.texts, ...use.others]);
  for (const name of csv.header) if (!known.has(name)) report.warn({ file, row: 1, column: name }, 'a column that the structure names; it is left out');
  const there = (list: readonly string[]) => list.filter((name) => csv.header.includes(name));
  return {
    rows: { unit, time: panel ? time : null },
    names,
    columns: new Map(there(use.numbers).map((name) => [name, numbers(csv, name, cells(name), report)])),
    groups: new Map(there(use.texts).map((name) => [name, cells(name).map((cell) => (isMissing(cell) ? null : cell))]))
  };
}

/** uCode, or the first column of text where there is none. */
function keyColumn(csv: Csv, wanted: Wanted | null, report: Reporter): string | null {
  if (csv.header.includes('uCode')) return 'uCode';
  const j = csv.header.findIndex((name, k) => !SPECIAL.has(name) && !wanted?.numbers.includes(name) && csv.rows.some((row) => Number.isNaN(toNumber(row.cells[k] ?? '', csv.decimal)) && !isMissing(row.cells[k] ?? '')));
  const name = csv.header[j];
  if (name === undefined) {
    report.error({ file: csv.file, row: 1, column: 'uCode' }, 'this column is missing: the code of each unit');
    return null;
  }
  report.warn({ file: csv.file, row: 1, column: name }, 'uCode as the name of the column of units; this one is taken for it');
  return name;
}

function timeOf(csv: Csv, r: number, cell: string, report: Reporter): number {
  const time = toNumber(cell, csv.decimal);
  if (Number.isNaN(time)) report.error({ file: csv.file, row: csv.rows[r]?.row ?? null, column: 'Time', value: cell === '' ? null : cell }, 'a time as a number, e.g. a year');
  return time;
}

function checkUnits(csv: Csv, unit: readonly string[], time: readonly number[] | null, key: string, report: Reporter): void {
  const seen = new Map<string, number>();
  unit.forEach((code, r) => {
    const row = csv.rows[r]?.row ?? 0;
    const id = time ? `${code} ${time[r] ?? ''}` : code;
    const before = seen.get(id);
    if (before !== undefined && code !== '') report.error({ file: csv.file, row, column: key, value: id }, `each unit once${time ? ' at each time' : ''}; it stands in row ${before} already`);
    else seen.set(id, row);
  });
}

/** Without a structure: a column whose present cells are all numbers is one of numbers. */
function typed(csv: Csv, key: string): Wanted {
  const rest = csv.header.filter((name) => !SPECIAL.has(name) && name !== key);
  const isText = (name: string) => {
    const j = csv.header.indexOf(name);
    const present = csv.rows.map((row) => row.cells[j] ?? '').filter((cell) => !isMissing(cell));
    // One slip of the pen does not make a group: it is reported as a fault.
    return present.filter((cell) => Number.isNaN(toNumber(cell, csv.decimal))).length > present.length / 2;
  };
  return { numbers: rest.filter((name) => !isText(name)), texts: rest.filter(isText), others: [] };
}

function numbers(csv: Csv, column: string, cells: readonly string[], report: Reporter): Float64Array {
  return Float64Array.from(cells, (cell, r) => {
    if (isMissing(cell)) return NaN;
    const n = toNumber(cell, csv.decimal);
    if (Number.isNaN(n)) report.error({ file: csv.file, row: csv.rows[r]?.row ?? null, column, value: cell }, numberWanted(cell, csv.decimal));
    return n;
  });
}
