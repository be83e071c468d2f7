/** Metadata of one CSV file as CSV on the Web has it (W3C Recommendation 2015, tabular-metadata). */
import type { Language, PackMeta } from '../../pack';
import type { DatasetInfo } from './info';

/**
 * Titles begin with the heading of the file, because a validator compares them with it.
 * @param file name of the CSV file, which lies beside the metadata
 */
export function csvw(meta: PackMeta, dataset: DatasetInfo, file: string, language: Language): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    '@type': 'Table',
    url: file,
    'dc:title': both(dataset.title),
    'dc:description': both(dataset.description),
    'dc:source': both(meta.attribution),
    'dc:rights': both(meta.licence),
    'dc:language': language,
    ...(dataset.years ? { 'dc:temporal': dataset.years.join('/') } : {}),
    'schema:version': meta.version,
    'schema:isAccessibleForFree': true,
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, headerRowCount: 1, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: dataset.columns.map(({ name, datatype, title, unit }) => ({
        name,
        titles: { en: [name, title.en], ru: [name, title.ru] },
        datatype,
        // An empty cell: nothing was published, or nothing can be computed. It never means nought.
        null: '',
        ...(dataset.key.includes(name) ? { required: true } : {}),
        ...(unit ? { 'schema:unitText': both(unit) } : {})
      })),
      ...(dataset.key.length > 0 ? { primaryKey: dataset.key } : {})
    }
  };
}

const both = (text: Readonly<Record<Language, string>>) => [
  { '@value': text.en, '@language': 'en' },
  { '@value': text.ru, '@language': 'ru' }
];
