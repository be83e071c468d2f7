/* Packs for the tests: the real one, the fictitious one, and broken ones made of it by editing its text. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Fault, Pack } from '../../../src/lib/pack';
import { readPack } from '../../../src/lib/pack/read';

export type Files = ReadonlyMap<string, string>;

function folder(path: string): Files {
  const url = new URL(`../../../${path}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => /\.(csv|json)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, url), 'utf8')]));
}

export const vfd = folder('geodata/vfd');
export const lagoon = folder('tests/fixtures/lagoon');

export function open(files: Files): Pack {
  const { pack, faults } = readPack(files);
  if (!pack) throw new Error(`${faults.length} faults, the first: ${JSON.stringify(faults[0])}`);
  return pack;
}

export interface Edit {
  readonly file: string;
  readonly find: string | RegExp;
  readonly put: string;
}

export const edit = (file: string, find: string | RegExp, put: string): Edit => ({ file, find, put });

/** The fictitious pack with each edit made; an edit that finds nothing is a mistake of the test. */
export function broken(...edits: readonly Edit[]): Files {
  const files = new Map(lagoon);
  for (const { file, find, put } of edits) {
    const before = files.get(file) ?? '';
    const after = before.replace(find, () => put);
    if (after === before) throw new Error(`nothing to edit in ${file}: ${String(find)}`);
    files.set(file, after);
  }
  return files;
}

export const without = (...names: readonly string[]): Files => new Map([...lagoon].filter(([name]) => !names.includes(name)));

export const faultsOf = (files: Files): readonly Fault[] => readPack(files).faults;

/** A fault as "file:row:column:value", for short comparisons. */
export const place = ({ file, row, column, value }: Fault): string => [file, row ?? '', column ?? '', value ?? ''].join(':');
