/** Results as rows and columns, and the three ways to print them: for people, for programs, for spreadsheets. */
import { writeFileSync } from 'node:fs';
import { UsageError } from './command';

export type Cell = string | number | boolean | null;

export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** NaN and nothing are null. */
export const cell = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

export function print(grid: Grid, format: Format): string {
  return format === 'json' ? asJson(grid) : format === 'csv' ? asCsv(grid) : asTable(grid);
}

/** One object a row; numbers in full, null = missing. */
export function objects({ columns, rows }: Grid): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, j) => [name, row[j] ?? null])));
}

function asJson(grid: Grid): string {
  return `[\n${objects(grid).map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
}

/** As R and pandas read it: point as decimal separator, NA = missing, text in quotes where it needs them. */
function asCsv({ columns, rows }: Grid): string {
  const field = (value: Cell): string => {
    if (value === null) return 'NA';
    const text = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    return /[",\n\r]/.test(text) || text === 'NA' ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[columns, ...rows].map((row) => row.map(field).join(',')).join('\n')}\n`;
}

/** Aligned; numbers with four decimals where they have any, `–` = missing. */
function asTable({ columns, rows }: Grid): string {
  const text = (value: Cell): string => (value === null ? '–' : typeof value === 'number' && !Number.isInteger(value) ? rounded(value) : String(value));
  const body = rows.map((row) => columns.map((_, j) => text(row[j] ?? null)));
  const right = columns.map((_, j) => rows.some((row) => typeof row[j] === 'number'));
  const width = columns.map((name, j) => Math.max(name.length, ...body.map((row) => row[j]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((c, j) => (right[j] ? c.padStart(width[j] ?? 0) : c.padEnd(width[j] ?? 0))).join('  ').trimEnd();
  return `${[columns, ...body].map(line).join('\n')}\n`;
}

function rounded(value: number): string {
  const size = Math.abs(value);
  return size >= 0.001 && size < 1e9 ? value.toFixed(4) : value.toPrecision(5);
}

/** To the file named, or to standard output. */
export function deliver(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    throw new UsageError(`--out ${out}: ${error instanceof Error ? error.message : 'cannot be written'}`);
  }
}
