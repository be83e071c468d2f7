/** The files of any composite index for a command: named one by one, or by their folder. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formatFaults } from '../lib/pack';
import { readIndex, type Index, type TextFile } from '../lib/composite/read';
import { UsageError } from './command';

/** Options that every command on COINr's tables takes. */
export const INDEX_OPTIONS = ['data', 'meta', 'method'] as const;

/** The index, or its faults on stderr and null. Warnings are told and lived with. */
export function loadIndex(folder: string | undefined, option: ReadonlyMap<string, string>): Index | null {
  const data = option.get('data') ?? inFolder(folder, 'iData.csv');
  if (data === undefined) throw new UsageError(folder === undefined ? 'which data? name a folder with iData.csv, or --data FILE' : `there is no iData.csv in ${folder}; name the table with --data`);
  const meta = option.get('meta') ?? inFolder(folder, 'iMeta.csv');
  const method = option.get('method') ?? inFolder(folder, 'method.json');
  const { index, faults } = readIndex({ data: textFile(data, '--data'), ...(meta === undefined ? {} : { meta: textFile(meta, '--meta') }), ...(method === undefined ? {} : { method: textFile(method, '--method') }) });
  if (faults.length > 0) console.error(formatFaults(faults));
  return index;
}

/** True for a folder that holds iData.csv, and so no pack. */
export const isIndexFolder = (folder: string): boolean => inFolder(folder, 'iData.csv') !== undefined;

function inFolder(folder: string | undefined, name: string): string | undefined {
  if (folder === undefined) return undefined;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`there is no folder ${folder}`);
  const found = readdirSync(folder).find((file) => file.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : join(folder, found);
}

function textFile(path: string, option: string): TextFile {
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`${option}: there is no file ${path}`);
  return { file: basename(path), text: decoded(readFileSync(path)) };
}

/** UTF-8, or the UTF-16 that spreadsheets call Unicode text. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}
