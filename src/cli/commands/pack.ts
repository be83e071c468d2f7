import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serve } from '../../lib/pack';
import { DONE, FAULTS, parseArgs, UsageError, type Command } from '../command';
import { loadPack } from '../load';

export const pack: Command = {
  help: 'Checks the pack, then writes <out>/<id>/{core,chains,boundaries,water}.json and <out>/current.json,\nwhich names the pack and the hash of its files. Packs that stood in <out> are\nremoved; a folder that holds anything but packs is refused.\n\n  npm run --silent atlas -- pack geodata/vfd --out static/packs',
  run(args) {
    const { positional, option } = parseArgs(args, ['out']);
    const out = option.get('out');
    if (out === undefined) throw new UsageError('--out <folder> is needed');
    if (!holdsPacksOnly(out)) throw new UsageError(`${out} is not a folder of packs (empty, or with current.json); name another`);
    const found = loadPack(positional[0]);
    if (!found) return FAULTS;
    const files = serve(found);
    const folder = join(out, found.meta.id);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const version = createHash('sha256').update(Object.values(files).join('\n')).digest('hex').slice(0, 12);
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, `${name}.json`), text);
      console.log(`${found.meta.id}/${name}.json  ${kb(Buffer.byteLength(text))} kB, gzipped ${kb(gzipSync(text).length)} kB`);
    }
    writeFileSync(join(out, 'current.json'), JSON.stringify({ id: found.meta.id, version }));
    return DONE;
  }
};

/** What is removed must be ours: --out . by mistake would cost a whole checkout. */
function holdsPacksOnly(folder: string): boolean {
  if (!existsSync(folder)) return true;
  const names = readdirSync(folder);
  return names.length === 0 || (names.includes('current.json') && names.length <= 2);
}

const kb = (bytes: number) => (bytes / 1000).toFixed(1);
