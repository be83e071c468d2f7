/** A table as a spreadsheet: the rows, and a sheet that says what the columns mean. Text is text there, whatever it begins with. */
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { unzipSync, zipSync } from 'fflate';
import type { DatasetInfo, Table, TableCell } from '../atlas';
import { dataWords } from '../i18n/pages/data';
import type { Language, PackMeta } from '../pack';
import { ZIP_TIME } from './zipTime';

/** Longest text a cell of Excel may hold, characters. */
const CELL_LIMIT = 32_767;

/** @throws RangeError where a text is too long for a cell: it would be cut in silence */
export async function xlsx(meta: PackMeta, dataset: DatasetInfo, { header, rows }: Table, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const { sheet } = dataWords[language];
  const about: Cell[][] = [
    [bold(`${meta.title[language]}: ${dataset.title[language]}`)],
    [text(dataset.description[language])],
    [text(sheet.source), text(meta.attribution[language])],
    [text(sheet.licence), text(meta.licence[language])],
    [text(sheet.version), text(meta.version)],
    [text(sheet.missing)],
    [],
    [bold(sheet.column), bold(sheet.title), bold(sheet.unit)],
    ...dataset.columns.map((c): Cell[] => [text(c.name), text(c.title[language]), text(c.unit?.[language] ?? '')])
  ];
  const made = await writeXlsxFile([
    { sheet: dataset.id, data: [header.map(bold), ...rows.map((row) => row.map(cell))], columns: header.map((name, i) => ({ width: width(name, rows.slice(0, 200), i) })), stickyRowsCount: 1 },
    { sheet: sheet.about, data: about, columns: [{ width: 30 }, { width: 70 }, { width: 24 }] }
  ]).toBuffer();
  return sameEveryTime(made);
}

function cell(value: TableCell): Cell {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value)) || value === '') return null;
  return typeof value === 'number' ? { type: Number, value } : text(value);
}

function text(value: string): Cell {
  if (value.length > CELL_LIMIT) throw new RangeError(`a cell of a spreadsheet cannot hold ${value.length} characters: ${value.slice(0, 60)} …`);
  return value === '' ? null : { type: String, value };
}

const bold = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' });

function width(name: string, rows: Table['rows'], column: number): number {
  return Math.min(40, Math.max(name.length, ...rows.map((row) => String(row[column] ?? '').length)) + 2);
}

/** Packed again with a fixed time, so that the same data give the same bytes. */
const sameEveryTime = (made: Uint8Array): Uint8Array<ArrayBuffer> => zipSync(unzipSync(made), { mtime: ZIP_TIME, level: 9 });
