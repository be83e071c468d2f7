/**
 * The pack as one archive, with a note to the reader in both languages and a citation. Ratings of others are
 * quoted on a page and not handed out (docs/data.md), so their tables stay behind; without them it is a valid pack.
 */
import { zipSync } from 'fflate';
import { dataWords } from '../i18n/pages/data';
import { LANGUAGES, type Language, type Pack } from '../pack';
import { ZIP_TIME } from './zipTime';

const KEPT_BACK = new Set(['ratings.csv', 'rating_ranks.csv']);

/** @param sources files of the folder the pack was read from, by name */
export function packZip(pack: Pack, sources: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const files = new Map([...sources].filter(([name]) => !KEPT_BACK.has(name)));
  const description = JSON.parse(files.get('datapackage.json') ?? '{}') as { name?: string; resources?: { path?: string }[] };
  if (description.name !== pack.meta.id) throw new Error(`the folder of the pack holds “${description.name ?? ''}”, while “${pack.meta.id}” is served; name its folder in ATLAS_PACK`);
  files.set('datapackage.json', `${JSON.stringify({ ...description, resources: description.resources?.filter((r) => !KEPT_BACK.has(r.path ?? '')) }, null, 2)}\n`);
  for (const language of LANGUAGES) files.set(`README.${language}.md`, readme(pack, language, [...files.keys()]));
  files.set('CITATION.cff', citationFile(pack));
  const entries = [...files].map(([name, text]) => [`${pack.meta.id}/${name}`, new TextEncoder().encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: ZIP_TIME, level: 9 });
}

export function citation({ meta }: Pack, language: Language): string {
  return dataWords[language].citation(meta.title[language], meta.version, meta.attribution[language]);
}

function readme(pack: Pack, language: Language, names: readonly string[]): string {
  const { meta, method } = pack;
  const w = dataWords[language].readme;
  const tables = names.filter((name) => /\.(csv|json)$/.test(name)).map((name) => `- \`${name}\``);
  return [`# ${meta.title[language]}`, meta.description[language], ...(meta.fictitious ? [w.fictitious] : []), w.what, `## ${w.contents}`, tables.join('\n'), w.missing, `## ${w.method}`, `${method.title[language]}. ${method.citation[language]}`, `## ${w.licence}`, meta.licence[language], meta.mapCredit[language], `## ${dataWords[language].cite.title}`, citation(pack, language)].join('\n\n') + '\n';
}

/** Citation File Format 1.2.0; a JSON string is a YAML string too. */
function citationFile({ meta }: Pack): string {
  const lines: Readonly<Record<string, string>> = {
    'cff-version': '1.2.0',
    type: 'dataset',
    message: `Please cite these data and the sources that each row names. ${meta.attribution.en} ${meta.licence.en}`,
    title: meta.title.en,
    version: meta.version,
    abstract: meta.description.en
  };
  const quoted = (text: string) => JSON.stringify(text);
  return [...Object.entries(lines).map(([key, value]) => `${key}: ${quoted(value)}`), 'authors:', `  - name: ${quoted(`${meta.title.en} contributors`)}`].join('\n') + '\n';
}
