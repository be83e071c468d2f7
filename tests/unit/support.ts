/* Packs for tests, read once. */
import { readPack } from '../../src/lib/pack/read';
import type { Pack } from '../../src/lib/pack';
import { packFiles } from '../../src/cli/files';

function load(folder: string): Pack {
  const { pack, faults } = readPack(packFiles(folder));
  if (!pack) throw new Error(faults.map((f) => f.expected).join('\n'));
  return pack;
}

const known = new Map<string, Pack>();
const once = (folder: string) => () => known.get(folder) ?? (known.set(folder, load(folder)), known.get(folder) as Pack);

export const vfd = once('geodata/vfd');
export const lagoon = once('tests/fixtures/lagoon');
