/** `/data/index.json`: every dataset and file, for programs that look before they load. */
import type { DatasetInfo } from '../atlas';
import type { Language, Pack } from '../pack';
import type { Dataset, Datasets } from './datasets';
import { citation } from './packZip';

export function index(pack: Pack, { tables, indicators }: Datasets, language: Language): object {
  const { meta } = pack;
  return {
    title: meta.title[language],
    description: meta.description[language],
    pack: meta.id,
    version: meta.version,
    fictitious: meta.fictitious,
    language,
    licence: meta.licence[language],
    attribution: meta.attribution[language],
    citation: citation(pack, language),
    datasets: tables.map((d) => entry(d.info, language)),
    indicators: indicators.map((d: Dataset, i) => ({ ...entry(d.info, language), unit: pack.indicators[i]?.unit.name[language] ?? null, derivation: pack.indicators[i]?.derivation?.expression ?? null }))
  };
}

const entry = (info: DatasetInfo, language: Language) => ({
  id: info.id,
  title: info.title[language],
  description: info.description[language],
  rows: info.rows,
  years: info.years,
  key: info.key,
  columns: info.columns.map((c) => c.name),
  files: info.files
});
