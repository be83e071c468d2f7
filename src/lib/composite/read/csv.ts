/**
 * A table as R, a spreadsheet or a script writes it: separated by comma, semicolon or tab, with or without
 * quotes, byte-order mark, Windows line ends and a column of row names.
 */
import { dsvFormat } from 'd3-dsv';
import type { Reporter } from '../../pack/read/tools';

export interface CsvRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Csv {
  readonly file: string;
  readonly header: readonly string[];
  /** Rows with as many cells as the header; others are reported. */
  readonly rows: readonly CsvRow[];
  /** What separates whole from broken numbers. */
  readonly decimal: '.' | ',';
}

const POINT = /^[+-]?(\d+\.\d*|\.\d+)(e[+-]?\d+)?$/i;
const COMMA = /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i;
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Null, with a fault, where there is no table at all. */
export function readCsv(file: string, text: string, report: Reporter): Csv | null {
  const plain = text.replace(/^\ufeff/, '');
  if (plain.includes('\ufffd')) report.warn({ file }, 'a file in UTF-8; some letters could not be read');
  const separator = separatorOf(plain);
  const records = dsvFormat(separator)
    .parseRows(plain)
    .map((cells, i): CsvRow => ({ row: i + 1, cells: cells.map((c) => c.trim()) }))
    .filter(({ cells }) => cells.some((c) => c !== ''));
  const first = records[0];
  if (!first || records.length < 2) {
    report.error({ file, row: 1 }, 'a header row and at least one row below it');
    return null;
  }
  const body = records.slice(1);
  // write.table of R leaves the column of row names without a heading.
  const short = body.every(({ cells }) => cells.length === first.cells.length + 1);
  const all = short ? ['', ...first.cells] : [...first.cells];
  for (const { row, cells } of body) {
    if (cells.length !== all.length) report.error({ file, row, value: cells.join(separator) }, `${all.length} cells as in the header, not ${cells.length}`);
  }
  // A column without a heading holds row names, or nothing.
  const kept = all.flatMap((name, j) => (name === '' ? [] : [j]));
  const header = kept.map((j) => all[j] ?? '');
  header.forEach((name, j) => {
    if (header.indexOf(name) !== j) report.error({ file, row: first.row, column: name }, 'each column once');
  });
  const rows = body.filter(({ cells }) => cells.length === all.length).map(({ row, cells }) => ({ row, cells: kept.map((j) => cells[j] ?? '') }));
  return { file, header, rows, decimal: decimalOf(file, separator, rows, report) };
}

/** The most frequent of the three in the header, outside quotes. */
function separatorOf(text: string): string {
  const header = (/^.*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (c: string) => header.split(c).length;
  return [',', ';', '\t'].reduce((best, c) => (count(c) > count(best) ? c : best), ',');
}

function decimalOf(file: string, separator: string, rows: readonly CsvRow[], report: Reporter): '.' | ',' {
  const cells = rows.flatMap(({ cells }) => cells);
  const commas = cells.filter((c) => COMMA.test(c));
  if (commas.length === 0 || cells.some((c) => POINT.test(c)) || separator === ',') return '.';
  if (commas.every((c) => THOUSANDS.test(c))) {
    report.error({ file, value: commas[0] ?? null }, 'numbers with a decimal point and without thousands separators; the comma here could be either');
  }
  return ',';
}

/** True for an empty cell and for the marks of R and pandas. */
export const isMissing = (cell: string): boolean => cell === '' || cell === 'NA' || cell === 'NaN' || cell === 'nan' || cell === '<NA>';

/** A number as data files write it, NaN where it is none; logical values of R are 1 and 0. */
export function toNumber(cell: string, decimal: '.' | ','): number {
  if (/^(TRUE|T|True|true)$/.test(cell)) return 1;
  if (/^(FALSE|F|False|false)$/.test(cell)) return 0;
  const text = decimal === ',' && COMMA.test(cell) ? cell.replace(',', '.') : cell;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) + 0 : NaN;
}

/** What a number should have been, with a hint where the slip is plain. */
export function numberWanted(cell: string, decimal: '.' | ','): string {
  const missing = 'a number, or NA or an empty cell where it is missing';
  if (/^[+-]?inf(inity)?$/i.test(cell)) return `${missing}; an infinite value cannot be used`;
  if (/^[+-]?\d{1,3}([ ,.'\u00a0\u202f]\d{3})+([.,]\d+)?$/.test(cell)) return `${missing}; write it without thousands separators`;
  if (COMMA.test(cell) && decimal === '.') return `${missing}; write decimals with a point`;
  if (/%$/.test(cell)) return `${missing}; leave the unit out`;
  return missing;
}
