/** Every dataset and every file of it, made once while pages are made. The one list behind addresses, catalogue and page. */
import { columnsOf, csvw, indicatorTable, linksTable, observationsTable, polarisationTable, regionsGeoJson, regionsTable, robustnessTable, scoresTable, sitesTable, tableCsv, tableYears, type ConfidenceOf, type DatasetFile, type DatasetInfo, type Table } from '../atlas';
import { confidenceWords } from '../i18n/pages/confidence';
import { dataWords } from '../i18n/pages/data';
import { robustnessWords } from '../i18n/pages/robustness';
import { LANGUAGES, type Language, type Pack, type Text } from '../pack';
import { servedConfidence } from './confidence';
import { packNotices, packSources } from './packFolder';
import { packZip } from './packZip';
import { servedPack } from './pack';
import { xlsx } from './xlsx';

type Body = Uint8Array<ArrayBuffer>;

export const MEDIA = {
  CSV: 'text/csv',
  CSVW: 'application/csvm+json',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  GeoJSON: 'application/geo+json',
  TopoJSON: 'application/json',
  ZIP: 'application/zip'
} as const;

interface File {
  /** Address below `/data/`, such as `scores.csv`. */
  readonly name: string;
  readonly format: DatasetFile['format'];
  readonly body: Body;
}

export interface Dataset {
  readonly info: DatasetInfo;
  readonly files: readonly File[];
}

export interface Datasets {
  readonly tables: readonly Dataset[];
  /** One for each indicator, under `/data/indicators/`. */
  readonly indicators: readonly Dataset[];
}

/** What a pack alone does not hold: how firmly scores stand, and the files it was read from. */
export interface Given {
  readonly confidenceOf: ConfidenceOf;
  readonly sources: ReadonlyMap<string, string>;
}

const TABLES: Readonly<Record<string, { readonly key: readonly string[]; readonly make: (pack: Pack, language: Language, given: Given) => Table }>> = {
  scores: { key: ['REF_AREA', 'TIME_PERIOD', 'GOALPOSTS'], make: (pack, language, { confidenceOf }) => scoresTable(pack, language, confidenceOf, confidenceWords[language].csv) },
  robustness: { key: [], make: (pack, language) => robustnessTable(pack, language, robustnessWords[language].basis) },
  observations: { key: ['REF_AREA', 'INDICATOR', 'TIME_PERIOD'], make: observationsTable },
  regions: { key: ['REF_AREA'], make: regionsTable },
  sites: { key: ['SITE', 'CLUSTER', 'STAGE'], make: sitesTable },
  links: { key: ['LINK'], make: linksTable },
  polarisation: { key: ['INDICATOR', 'TIME_PERIOD'], make: (pack, language) => polarisationTable(pack, language) }
};

const known = new Map<Language, Promise<Datasets>>();

export function datasets(language: Language): Promise<Datasets> {
  const found = known.get(language) ?? makeDatasets(servedPack(), language, { confidenceOf: servedConfidence, sources: new Map([...packSources(), ...packNotices()]) });
  known.set(language, found);
  return found;
}

/** A file by its address below `/data/`; null where there is none. */
export async function datasetFile(language: Language, name: string): Promise<File | null> {
  const { tables, indicators } = await datasets(language);
  return [...tables, ...indicators].flatMap((d) => d.files).find((f) => f.name === name) ?? null;
}

export async function makeDatasets(pack: Pack, language: Language, given: Given): Promise<Datasets> {
  const tables = await Promise.all(
    Object.entries(TABLES).map(async ([id, { key, make }]) => {
      const table = make(pack, language, given);
      const info = describe(pack, id, table, key, inEach((l) => datasetWords(l, id)), null);
      return finish(info, [...csvFiles(pack, info, table, language), { name: `${id}.xlsx`, format: 'XLSX', body: await xlsx(pack.meta, info, table, language) }], language);
    })
  );
  const still = (id: string, files: File[], years: DatasetInfo['years']): Dataset => {
    const of = inEach((l) => datasetWords(l, id));
    return finish({ id, title: mapText(of, (w) => w.title), description: mapText(of, (w) => w.description), rows: null, columns: [], key: [], years, files: [] }, files, language);
  };
  const target = pack.method.targetYear;
  const boundaries = still('boundaries', [{ name: 'regions.geojson', format: 'GeoJSON', body: bytes(regionsGeoJson(pack)) }, { name: 'regions.topojson', format: 'TopoJSON', body: bytes(JSON.stringify(pack.geometry.boundaries)) }], [target, target]);
  const all = pack.observations.years;
  const whole = still('pack', [{ name: 'pack.zip', format: 'ZIP', body: packZip(pack, given.sources) }], [Math.min(...all), Math.max(...all)]);
  const indicators = pack.indicators.map((indicator): Dataset => {
    const table = indicatorTable(pack, language, indicator.id);
    const words = inEach((l) => ({ title: indicator.name[l], description: dataWords[l][indicator.derivation ? 'indicatorDerived' : 'indicator'](indicator.name[l], indicator.unit.name[l]) }));
    const info = describe(pack, indicator.id, table, ['REF_AREA', 'TIME_PERIOD'], words, indicator.unit.name);
    return finish(info, csvFiles(pack, info, table, language, 'indicators/'), language);
  });
  return { tables: [...tables, boundaries, whole], indicators };
}

function describe(pack: Pack, id: string, table: Table, key: readonly string[], words: Readonly<Record<Language, { title: string; description: string }>>, unit: Text | null): DatasetInfo {
  return { id, title: mapText(words, (w) => w.title), description: mapText(words, (w) => w.description), rows: table.rows.length, columns: columnsOf(pack, table, dataWords, unit), key, years: tableYears(table), files: [] };
}

function csvFiles(pack: Pack, info: DatasetInfo, table: Table, language: Language, folder = ''): File[] {
  const metadata = csvw(pack.meta, info, `${info.id}.csv`, language);
  return [
    // The byte-order mark is there for spreadsheets, which misread Cyrillic without it.
    { name: `${folder}${info.id}.csv`, format: 'CSV', body: bytes(`\ufeff${tableCsv(table)}`) },
    { name: `${folder}${info.id}.metadata.json`, format: 'CSVW', body: bytes(`${JSON.stringify(metadata, null, 1)}\n`) }
  ];
}

function finish(info: DatasetInfo, files: readonly File[], language: Language): Dataset {
  const prefix = language === 'en' ? '/data/' : `/${language}/data/`;
  return { files, info: { ...info, files: files.map(({ name, format, body }) => ({ path: prefix + name, format, mediaType: MEDIA[format], bytes: body.length })) } };
}

function datasetWords(language: Language, id: string): { title: string; description: string } {
  const all: Readonly<Record<string, { title: string; description: string }>> = dataWords[language].datasets;
  const found = all[id];
  if (!found) throw new RangeError(`dataset ${id} has no words`);
  return found;
}

const bytes = (text: string): Body => new TextEncoder().encode(text);
const inEach = <T>(of: (language: Language) => T) => Object.fromEntries(LANGUAGES.map((l) => [l, of(l)])) as Record<Language, T>;
const mapText = <T>(of: Readonly<Record<Language, T>>, text: (words: T) => string): Text => inEach((l) => text(of[l]));
