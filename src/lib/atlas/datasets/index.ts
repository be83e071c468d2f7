/** Datasets to take away: further tables, what their columns mean, and records of them for machines. */
export { columnsOf, type Column, type ColumnWords } from './columns';
export { csvw } from './csvw';
export { indicatorTable } from './indicatorTable';
export { tableYears, type DatasetFile, type DatasetInfo } from './info';
export { datasetRecord, dcatCatalogue } from './records';
export { regionsTable } from './regionsTable';
