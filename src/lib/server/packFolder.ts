/** The folder the served pack was made from, read while pages are made. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const packFolder = (): string => process.env['ATLAS_PACK'] ?? 'geodata/vfd';

/** CSV and JSON files by name. */
export function packSources(folder = packFolder()): Map<string, string> {
  return new Map(readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name)).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
