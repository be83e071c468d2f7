/* Files to take away are read back by readers of their own. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packFiles } from '../../../src/cli/files';
import { dcatCatalogue, datasetRecord } from '../../../src/lib/atlas';
import type { Language, Pack } from '../../../src/lib/pack';
import { readPack } from '../../../src/lib/pack/read';
import { index } from '../../../src/lib/server/dataIndex';
import { makeDatasets, type Dataset } from '../../../src/lib/server/datasets';
import { packNotices } from '../../../src/lib/server/packFolder';
import { packZip } from '../../../src/lib/server/packZip';
import { lagoon, vfd } from '../support';
import { readCsv } from './readCsv';
import { columnLetters, readXlsx } from './readXlsx';

interface Metadata {
  url: string;
  dialect: { header: boolean };
  tableSchema: { primaryKey?: string[]; columns: { name: string; titles: Record<Language, string[]>; datatype: string; required?: boolean; 'schema:unitText'?: { '@value': string; '@language': string }[] }[] };
}

const given = { confidenceOf: () => null };
const real = new Map<Language, ReturnType<typeof makeDatasets>>();
const ofVfd = (language: Language) => {
  const found = real.get(language) ?? makeDatasets(vfd(), language, { ...given, sources: packFiles('geodata/vfd') });
  real.set(language, found);
  return found;
};
const ofLagoon = (pack: Pack = lagoon()) => makeDatasets(pack, 'en', { ...given, sources: packFiles('tests/fixtures/lagoon') });
const body = (dataset: Dataset, format: string) => {
  const found = dataset.files.find((f) => f.format === format);
  if (!found) throw new Error(`${dataset.info.id} has no ${format}`);
  return found.body;
};
const text = (dataset: Dataset, format: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(body(dataset, format));
const metadata = (dataset: Dataset) => JSON.parse(text(dataset, 'CSVW')) as Metadata;

/* Lexical forms of the datatypes as the standard gives them (XML Schema 1.1). */
const LEXICAL: Record<string, RegExp> = { string: /^[\s\S]*$/, integer: /^-?\d+$/, gYear: /^\d{4}$/, number: /^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/ };

describe.each(['en', 'ru'] as const)('datasets in %s', (language) => {
  it('CSV is strict RFC 4180 after a byte-order mark, and is described column by column', async () => {
    const { tables, indicators } = await ofVfd(language);
    const csvs = [...tables.filter((d) => d.info.rows !== null), ...indicators];
    expect(csvs.length).toBe(7 + vfd().indicators.length);
    for (const dataset of csvs) {
      const written = text(dataset, 'CSV');
      expect(written.startsWith('\ufeff'), dataset.info.id).toBe(true);
      const [header = [], ...rows] = readCsv(written);
      const { url, tableSchema } = metadata(dataset);
      expect(dataset.files.map((f) => f.name.split('/').at(-1))).toContain(url);
      expect(tableSchema.columns.map((c) => c.name)).toEqual(header);
      expect(rows.length).toBe(dataset.info.rows);
      expect(rows.length).toBeGreaterThan(0);
      tableSchema.columns.forEach(({ name, titles, datatype, required }, c) => {
        // A validator compares the heading with the titles in any language.
        expect(titles.en[0]).toBe(header[c]);
        expect([titles.en.length, titles.ru.length]).toEqual([2, 2]);
        expect(titles.ru[1]).toMatch(/[а-яё]/i);
        const wrong = rows.filter((row) => (row[c] === '' ? required : !LEXICAL[datatype]!.test(row[c]!)));
        expect(wrong.slice(0, 2), `${dataset.info.id}.${name} as ${datatype}`).toEqual([]);
      });
      const key = (tableSchema.primaryKey ?? []).map((name) => header.indexOf(name));
      if (key.length > 0) expect(new Set(rows.map((row) => key.map((c) => row[c]).join('\u0000'))).size, dataset.info.id).toBe(rows.length);
      for (const column of ['SOURCE', 'LICENCE']) expect(rows.filter((row) => row[header.indexOf(column)] === ''), `${dataset.info.id}.${column}`).toEqual([]);
    }
  });

  it('the spreadsheet says the same as the CSV, numbers as numbers and text as text', async () => {
    const { tables } = await ofVfd(language);
    for (const dataset of tables.filter((d) => d.info.rows !== null)) {
      const csv = readCsv(text(dataset, 'CSV'));
      const cells = readXlsx(body(dataset, 'XLSX'));
      const types = metadata(dataset).tableSchema.columns.map((c) => c.datatype);
      let filled = 0;
      csv.forEach((row, r) =>
        row.forEach((value, c) => {
          const cell = cells.get(`${columnLetters(c)}${r + 1}`);
          const where = `${dataset.info.id} ${columnLetters(c)}${r + 1}`;
          if (value === '') return expect(cell, where).toBeUndefined();
          filled++;
          if (cell?.kind !== (r === 0 || types[c] === 'string' ? 'text' : 'number')) throw new Error(`${where} is ${cell?.kind}`);
          if (cell.kind === 'number' ? Number(cell.value) !== Number(value) : cell.value.replaceAll('\r\n', '\n') !== value.replace(/^'(?=[=+\-@])/, '').replaceAll('\r\n', '\n')) throw new Error(`${where}: ${JSON.stringify(cell.value)} is not ${JSON.stringify(value)}`);
        })
      );
      expect(cells.size, dataset.info.id).toBe(filled);
      const about = [...readXlsx(body(dataset, 'XLSX'), 2).values()].map((c) => c.value);
      expect(about).toEqual(expect.arrayContaining([...csv[0]!, vfd().meta.attribution[language], vfd().meta.licence[language]]));
    }
  });
});

describe('one indicator', () => {
  it('holds the published observations, and of a derived one the value its formula gives', async () => {
    const { indicators } = await ofVfd('en');
    const rowsOf = (id: string) => {
      const [header = [], ...rows] = readCsv(text(indicators.find((d) => d.info.id === id)!, 'CSV'));
      return new Map(rows.map((row) => [`${row[0]} ${row[2]}`, Object.fromEntries(header.map((name, c) => [name, row[c]!]))]));
    };
    const [head = [], ...published] = readCsv(packFiles('geodata/vfd').get('observations.csv')!.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'));
    const grp = published.filter((r) => r[head.indexOf('INDICATOR')] === 'grp');
    const ours = rowsOf('grp');
    expect(ours.size).toBe(grp.length);
    for (const r of grp) expect(Number(ours.get(`${r[head.indexOf('REF_AREA')]} ${r[head.indexOf('TIME_PERIOD')]}`)?.['OBS_VALUE'])).toBe(Number(r[head.indexOf('OBS_VALUE')]));

    // A quotient of two published series without a change of unit besides their factors.
    const derived = vfd().indicators.find((i) => i.derivation && /^\w+ \/ \w+$/.test(i.derivation.expression))!;
    const [above = '', below = ''] = derived.derivation!.expression.split(' / ');
    const factor = (id: string) => vfd().indicators.find((i) => i.id === id)!.unit.factor;
    const [a, b, values] = [rowsOf(above), rowsOf(below), rowsOf(derived.id)];
    expect(values.size).toBeGreaterThan(50);
    for (const [place, row] of values) {
      expect(row['DERIVATION']).toBe(derived.derivation!.expression);
      const expected = (Number(a.get(place)!['OBS_VALUE']) * factor(above)) / (Number(b.get(place)!['OBS_VALUE']) * factor(below)) / derived.unit.factor;
      expect(Number(row['OBS_VALUE']) / expected).toBeCloseTo(1, 12);
      for (const input of [a, b]) expect(row['SOURCE']).toContain(input.get(place)!['SOURCE']);
    }
    const unit = metadata(indicators.find((d) => d.info.id === derived.id)!).tableSchema.columns.find((c) => c.name === 'OBS_VALUE')?.['schema:unitText'];
    expect(unit?.map((u) => u['@value'])).toEqual([derived.unit.name.en, derived.unit.name.ru]);
  });
});

describe('hostile text', () => {
  it('is no formula in the CSV and plain text, unchanged, in the spreadsheet', async () => {
    const nasty = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '<b>&amp;"\'', 'a\nb'];
    const pack = lagoon();
    const sites = pack.chains.sites.map((s, i) => ({ ...s, name: { en: nasty[i % nasty.length]!, ru: 'я' } }));
    const { tables } = await ofLagoon({ ...pack, chains: { ...pack.chains, sites } });
    const dataset = tables.find((d) => d.info.id === 'sites')!;
    const rows = readCsv(text(dataset, 'CSV'));
    const at = rows[0]!.indexOf('NAME');
    const names = rows.slice(1).map((row) => row[at]!);
    expect(new Set(names)).toEqual(new Set(['\'=HYPERLINK("http://x","y")', "'+1", "'-1", "'@SUM(A1)", '<b>&amp;"\'', 'a\nb']));
    const cells = readXlsx(body(dataset, 'XLSX'));
    expect(names.map((_, i) => cells.get(`${columnLetters(at)}${i + 2}`))).toEqual(names.map((name) => ({ kind: 'text', value: name.replace(/^'(?=[=+\-@])/, '') })));
  });
});

describe('the archive', () => {
  it('holds the notice of licence of what is in it', () => {
    const sources = new Map([...packFiles('geodata/vfd'), ...packNotices('geodata/vfd')]);
    const files = unzipSync(packZip(vfd(), sources));
    expect(strFromU8(files['vfd/NOTICE-water.md']!)).toMatch(/`geodata\/vfd\/water\.topo\.json`[\s\S]*GNU Lesser General Public License/);
    expect(Object.keys(files)).toContain('vfd/water.topo.json');
  });
  it('opens, is a valid pack without the ratings, and says in both languages what it is and how to cite it', async () => {
    const { tables } = await ofVfd('en');
    const entries = Object.entries(unzipSync(body(tables.find((d) => d.info.id === 'pack')!, 'ZIP')));
    const files = new Map(entries.map(([name, data]) => [name.replace('vfd/', ''), strFromU8(data)]));
    const [sources, added] = [packFiles('geodata/vfd'), ['README.en.md', 'README.ru.md', 'CITATION.cff']];
    expect([...files.keys()].sort()).toEqual([...[...sources.keys()].filter((name) => !name.startsWith('rating')), ...added].sort());
    for (const [name, was] of sources) if (files.has(name) && name !== 'datapackage.json') expect(files.get(name), name).toBe(was);
    const { pack, faults } = readPack(new Map([...files].filter(([name]) => !added.includes(name))));
    expect(faults.filter((f) => f.severity === 'error')).toEqual([]);
    expect(pack?.observations.values).toEqual(vfd().observations.values);
    expect(files.get('README.en.md')).toContain(vfd().meta.licence.en);
    expect(files.get('README.ru.md')).toContain(vfd().meta.licence.ru);
    for (const name of sources.keys()) if (!name.startsWith('rating')) expect(files.get('README.ru.md')).toContain(`\`${name}\``);
    expect(files.get('CITATION.cff')).toMatch(/^cff-version: "1\.2\.0"$/m);
  });
  it('is the same in every build', async () => {
    const [a, b] = [await ofLagoon(), await ofLagoon()].map(({ tables }) => tables.flatMap((d) => d.files.map((f) => Buffer.from(f.body).toString('base64'))));
    expect(a).toEqual(b);
  });
});

describe('catalogues', () => {
  it('name every file with its true size; addresses are whole where the origin is known', async () => {
    const made = await ofVfd('ru');
    const all = [...made.tables, ...made.indicators];
    const sizes = new Map(all.flatMap((d) => d.files.map((f) => [`/ru/data/${f.name}`, f.body.length] as const)));
    const listed = index(vfd(), made, 'ru') as { datasets: { files: { path: string; bytes: number }[] }[]; indicators: { id: string; files: { path: string; bytes: number }[] }[] };
    expect(new Map([...listed.datasets, ...listed.indicators].flatMap((d) => d.files.map((f) => [f.path, f.bytes] as const)))).toEqual(sizes);
    expect(listed.indicators.map((i) => i.id)).toEqual(vfd().indicators.map((i) => i.id));

    const infos = all.map((d) => d.info);
    const dcat = dcatCatalogue(vfd().meta, infos, 'ru', 'https://example.org') as { 'dcat:dataset': { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string }; 'dcat:byteSize': { '@value': string } }[] }[] };
    expect(new Map(dcat['dcat:dataset'].flatMap((d) => d['dcat:distribution'].map((f) => [f['dcat:downloadURL']['@id'].replace('https://example.org', ''), Number(f['dcat:byteSize']['@value'])] as const)))).toEqual(sizes);

    const record = datasetRecord(vfd().meta, infos, 'ru', '') as { name: string; temporalCoverage: string; hasPart: { distribution: { contentUrl: string }[] }[] };
    expect([record.name, record.temporalCoverage]).toEqual([vfd().meta.title.ru, `${Math.min(...vfd().observations.years)}/${Math.max(...vfd().observations.years)}`]);
    expect(record.hasPart.flatMap((d) => d.distribution.map((f) => f.contentUrl)).sort()).toEqual([...sizes.keys()].sort());
  });
});

describe('the strict reader', () => {
  it('takes what the standard takes, and nothing else', () => {
    expect(readCsv('a,"b ""c"", d\r\ne"\r\n,\r\n')).toEqual([['a', 'b "c", d\r\ne'], ['', '']]);
    for (const bad of ['a,b\n', 'a"b\r\n', '"a\r\n', '"a"b\r\n', 'a,b\r\nc\r\n']) expect(() => readCsv(bad), bad).toThrow();
  });
});
