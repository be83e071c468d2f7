/** `npm run size`: what the first view of the map costs a reader; `-- --json` as one object. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstView, gzipKb } from './lib/first-view.mjs';
import { at, SITES } from './lib/paths.mjs';
import { isMain, PlainError, run } from './lib/plain.mjs';

/** Own JavaScript of the first view, gzipped kB; MapLibre comes after first paint and has no budget here. */
export const BUDGET_KB = 150;

const sum = (rows) => rows.reduce((total, row) => total + row.kb, 0);
const round = (kb) => Math.round(kb * 10) / 10;

/** @param {string} [dir] built site */
export function measure(dir = at(SITES.vfd.out)) {
  const scripts = firstView(dir);
  const packs = join(dir, 'packs');
  const { id } = JSON.parse(readFileSync(join(packs, 'current.json'), 'utf8'));
  const pack = readdirSync(join(packs, id)).map((name) => {
    const data = readFileSync(join(packs, id, name));
    return { file: `packs/${id}/${name}`, raw: data.length / 1000, kb: gzipKb(data), kind: 'pack' };
  });
  const of = (kind) => scripts.filter((row) => row.kind === kind);
  return { scripts, pack, own: sum(of('own')), later: sum(of('own, later')), maplibre: sum(of('maplibre')), early: of('maplibre, at once'), packKb: sum(pack) };
}

/** @returns {Record<string, number>} */
export const numbers = (size) => ({ 'size.own_js_kb': round(size.own), 'size.pack_kb': round(size.packKb) });

if (isMain(import.meta.url)) {
  await run(() => {
    const size = measure();
    if (process.argv.includes('--json')) console.log(JSON.stringify(numbers(size)));
    else {
      const line = (name, kb, note = '') => console.log(`${name.padEnd(58)}${kb.toFixed(1).padStart(8)} kB ${note}`);
      console.log('First view of /, gzipped\n');
      for (const row of size.scripts) line(row.file, row.kb, row.kind);
      console.log('');
      line('own JavaScript, at once', size.own, `of ${BUDGET_KB}`);
      line('own JavaScript, after first paint', size.later);
      line('MapLibre with its worker, after first paint', size.maplibre);
      console.log('\nServed pack, gzipped (raw)\n');
      for (const row of size.pack) line(row.file, row.kb, `(${row.raw.toFixed(1)})`);
      line('pack', size.packKb);
    }
    if (size.early.length > 0) throw new PlainError(`MapLibre is loaded before first paint, by ${size.early.map((row) => row.file).join(', ')}`);
    if (size.own > BUDGET_KB) throw new PlainError(`Own JavaScript of the first view is ${size.own.toFixed(1)} kB; the budget is ${BUDGET_KB} kB.`);
  });
}
