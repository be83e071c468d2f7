/** The catalogue for machines: schema.org/Dataset for search engines, DCAT 3 for data portals. */
import type { Language, PackMeta } from '../../pack';
import type { DatasetInfo } from './info';

/** The whole pack as one schema.org/Dataset with the datasets as its parts. @param origin such as `https://example.org`; empty where the site's own address is not known: addresses are then relative */
export function datasetRecord(meta: PackMeta, datasets: readonly DatasetInfo[], language: Language, origin: string): object {
  const at = (path: string) => `${origin}${path}`;
  const shared = { license: meta.licence[language], creator: { '@type': 'Organization', name: meta.title[language] }, creditText: meta.attribution[language], isAccessibleForFree: true, inLanguage: language, version: meta.version };
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': at(`${prefix(language)}/data`),
    name: meta.title[language],
    description: meta.description[language],
    ...shared,
    spatialCoverage: { '@type': 'Place', name: meta.district[language] },
    ...temporal(datasets),
    hasPart: datasets.map((d) => ({
      '@type': 'Dataset',
      name: d.title[language],
      description: `${meta.title[language]}: ${d.description[language]}`,
      ...shared,
      ...(d.years ? { temporalCoverage: d.years.join('/') } : {}),
      ...(d.columns.length > 0 ? { variableMeasured: d.columns.filter((c) => c.datatype === 'number' || c.datatype === 'integer').map((c) => ({ '@type': 'PropertyValue', name: c.name, description: c.title[language], ...(c.unit ? { unitText: c.unit[language] } : {}) })) } : {}),
      distribution: d.files.map((f) => ({ '@type': 'DataDownload', encodingFormat: f.mediaType, contentUrl: at(f.path), contentSize: `${f.bytes} B` }))
    }))
  };
}

/** @see https://www.w3.org/TR/vocab-dcat-3/ */
export function dcatCatalogue(meta: PackMeta, datasets: readonly DatasetInfo[], language: Language, origin: string): object {
  const at = (path: string) => `${origin}${path}`;
  const text = (value: string) => ({ '@value': value, '@language': language });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#'
    },
    '@type': 'dcat:Catalog',
    '@id': at(`${prefix(language)}/data/dcat.jsonld`),
    'dct:title': text(meta.title[language]),
    'dct:description': text(meta.description[language]),
    'dct:language': language,
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': text(meta.title[language]) },
    'dcat:dataset': datasets.map((d) => ({
      '@type': 'dcat:Dataset',
      '@id': at(`${prefix(language)}/data#${d.id}`),
      'dct:identifier': d.id,
      'dct:title': text(d.title[language]),
      'dct:description': text(d.description[language]),
      'dct:rights': { '@type': 'dct:RightsStatement', 'dct:description': text(meta.licence[language]) },
      'dct:source': text(meta.attribution[language]),
      'dcat:version': meta.version,
      'dct:spatial': { '@type': 'dct:Location', 'dct:title': text(meta.district[language]) },
      ...(d.years ? { 'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': year(d.years[0]), 'dcat:endDate': year(d.years[1]) } } : {}),
      'dcat:distribution': d.files.map((f) => ({
        '@type': 'dcat:Distribution',
        'dct:title': f.format,
        'dcat:downloadURL': { '@id': at(f.path) },
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${f.mediaType}` },
        'dcat:byteSize': { '@value': String(f.bytes), '@type': 'xsd:nonNegativeInteger' }
      }))
    }))
  };
}

const prefix = (language: Language) => (language === 'en' ? '' : `/${language}`);
const year = (y: number) => ({ '@value': String(y), '@type': 'xsd:gYear' });

function temporal(datasets: readonly DatasetInfo[]): { temporalCoverage?: string } {
  const years = datasets.flatMap((d) => d.years ?? []);
  return years.length === 0 ? {} : { temporalCoverage: `${Math.min(...years)}/${Math.max(...years)}` };
}
