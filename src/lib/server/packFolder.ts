/** The folder the served pack was made from, read while pages are made. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const packFolder = (): string => process.env['ATLAS_PACK'] ?? 'geodata/vfd';

const textsOf = (folder: string, kind: RegExp): Map<string, string> => new Map(readdirSync(folder).filter((name) => kind.test(name)).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

/** CSV and JSON files by name. */
export const packSources = (folder = packFolder()): Map<string, string> => textsOf(folder, /\.(csv|json)$/);

/** Notices of licence that go wherever the files of the pack go. */
export const packNotices = (folder = packFolder()): Map<string, string> => textsOf(folder, /^NOTICE.*\.md$/);
