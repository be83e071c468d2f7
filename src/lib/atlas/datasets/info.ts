/** What the catalogue says of a dataset and of the files it comes in. */
import type { Text } from '../../pack';
import type { Table } from '../csv';
import type { Column } from './columns';

export interface DatasetFile {
  /** Address from the top of the site in the language of the catalogue, such as `/ru/data/scores.csv`. */
  readonly path: string;
  readonly format: 'CSV' | 'CSVW' | 'XLSX' | 'GeoJSON' | 'TopoJSON' | 'ZIP';
  readonly mediaType: string;
  readonly bytes: number;
}

export interface DatasetInfo {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** Null where the dataset is no table. */
  readonly rows: number | null;
  readonly columns: readonly Column[];
  /** Columns that together name a row; empty where the dataset is no table. */
  readonly key: readonly string[];
  /** First and last year; null where rows have none. */
  readonly years: readonly [first: number, last: number] | null;
  readonly files: readonly DatasetFile[];
}

/** First and last year of a table with TIME_PERIOD. */
export function tableYears({ header, rows }: Table): readonly [number, number] | null {
  const at = header.indexOf('TIME_PERIOD');
  const years = at < 0 ? [] : rows.flatMap((row) => (typeof row[at] === 'number' ? [row[at]] : []));
  return years.length === 0 ? null : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}
