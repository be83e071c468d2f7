/** Reads the files of a pack folder as text; subfolders are not part of a pack. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function packFiles(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(csv|json)$/.test(entry.name))
      .map((entry) => [entry.name, readFileSync(join(folder, entry.name), 'utf8')])
  );
}
