/** A pack folder for a command: the pack, or its faults on stderr and null. */
import { existsSync, statSync } from 'node:fs';
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
  const { pack, faults } = readFolder(folder);
  if (faults.length > 0) console.error(formatFaults(faults));
  return pack;
}
