/** A pack folder for a command: the pack, or its faults on stderr and null. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { applyChanges, NO_CHANGES, parseChanges, type WhatIf } from '../lib/atlas';
import { formatFaults, type Pack } from '../lib/pack';
import { readPack, type ReadResult } from '../lib/pack/read';
import { UsageError } from './command';
import { packFiles } from './files';

export function readFolder(folder: string | undefined): ReadResult {
  if (folder === undefined) throw new UsageError('which pack? name its folder, e.g. geodata/vfd');
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`there is no folder ${folder}`);
  return readPack(packFiles(folder));
}

export function loadPack(folder: string | undefined): Pack | null {
  return told(readFolder(folder));
}

/** The pack with another method file in place of its own, and the figures that its section `whatIf` changes. */
export function loadWithMethod(folder: string | undefined, file: string): Pack | null {
  readFolder(folder);
  if (!existsSync(file)) throw new UsageError(`--method ${file}: there is no such file`);
  const text = readFileSync(file, 'utf8');
  const pack = told(readPack(new Map([...packFiles(folder ?? ''), ['method.json', text]])));
  if (!pack) return null;
  const { values } = (JSON.parse(text) as { whatIf?: WhatIf }).whatIf ?? { values: {} };
  const asked = Object.entries(values).map(([key, factor]) => `${key}:${factor}`).join('~');
  const { changes, notices } = parseChanges(new URLSearchParams(asked === '' ? {} : { values: asked }), pack);
  const [wrong] = notices;
  if (wrong) throw new UsageError(`--method ${file}: whatIf.values ${wrong.value} is no series and region of this pack, or beyond bounds`);
  return applyChanges(pack, { ...NO_CHANGES, values: changes.values });
}

function told({ pack, faults }: ReadResult): Pack | null {
  if (faults.length > 0) console.error(formatFaults(faults));
  return pack;
}
