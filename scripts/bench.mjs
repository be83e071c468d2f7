/**
 * `npm run bench`: what the atlas costs, as numbers with stable names and their targets, measured side by side in one
 * run. `-- --json` prints nothing but one object; `-- --only engine,size` measures these parts alone.
 *
 * A part is a module of `scripts/bench/` with `targets` (name → `{ most }`, `{ least }` or `{}`), `measure(say)` and,
 * when it looks at the built site, `needsSite`. A part that fails leaves its figures out and the command ends with 1;
 * a target that is missed does not.
 */
import { parseArgs } from 'node:util';
import { ensureSite } from './build.mjs';
import * as engine from './bench/engine.mjs';
import * as first from './bench/first.mjs';
import * as flows from './bench/flows.mjs';
import * as map from './bench/map.mjs';
import * as recolour from './bench/recolour.mjs';
import * as size from './bench/size.mjs';
import { SITES } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain.mjs';

const PARTS = { engine, flows, map, recolour, first, size };

const say = (line) => console.error(line);

/** Four significant digits are more than any of these measurements is worth. */
const round = (value) => Number(value.toPrecision(4));

/** @param {Record<string, number>} figures */
function table(figures, parts) {
  for (const part of parts) {
    for (const [name, { most, least }] of Object.entries(part.targets)) {
      const value = figures[name];
      const target = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '–';
      const pass = most !== undefined ? value <= most : least !== undefined ? value >= least : null;
      console.log(`${name.padEnd(30)}${(value ?? 'not measured').toString().padStart(12)}  ${target.padEnd(8)}${value === undefined || pass === null ? '' : pass ? 'pass' : 'FAIL'}`);
    }
  }
}

await run(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
  const names = values.only ? values.only.split(',') : Object.keys(PARTS);
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new PlainError(`--only ${unknown}: the parts are ${Object.keys(PARTS).join(', ')}`, 2);
  const parts = names.map((name) => PARTS[name]);
  if (parts.some((part) => part.needsSite) && (await ensureSite(SITES.vfd, { quiet: true }))) say('Built the site first.');
  const figures = {};
  for (const [i, part] of parts.entries()) {
    try {
      for (const [name, value] of Object.entries(await part.measure(say))) figures[name] = round(value);
    } catch (fault) {
      say(`${names[i]}: ${fault instanceof PlainError ? fault.message : (fault?.stack ?? fault)}`);
      process.exitCode = 1;
    }
  }
  if (values.json) console.log(JSON.stringify(figures));
  else table(figures, parts);
});
