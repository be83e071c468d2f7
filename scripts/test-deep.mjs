/**
 * `npm run test:deep`: the property tests of the engine with many cases each. The last line says how
 * many cases were tried; fewer than 100,000, or a failure, ends with 1. `npm run test:deep -- 5000` tries 5,000 each.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, ROOT } from './lib/paths.mjs';

const LEAST = 100_000;
const each = Number(process.argv[2] ?? 1000);
if (!(Number.isInteger(each) && each > 0)) {
  console.error(`${process.argv[2]}: a whole number of cases per property, from 1`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'atlas-deep-'));
const tally = join(folder, 'tally');
const start = performance.now();
const code = await new Promise((done) => {
  const child = spawn(process.execPath, [at('node_modules/vitest/vitest.mjs'), 'run', 'tests/unit/composite', 'tests/unit/polarisation', '--testTimeout=600000'], {
    cwd: ROOT,
    env: { ...process.env, PROPERTY_RUNS: String(each), PROPERTY_TALLY: tally },
    stdio: 'inherit'
  });
  child.on('close', (exit) => done(exit ?? 1));
});
const counts = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n').map(Number) : [];
rmSync(folder, { recursive: true, force: true });

const cases = counts.reduce((a, b) => a + b, 0);
console.log(`${cases.toLocaleString('en-GB')} cases of ${counts.length} properties in ${((performance.now() - start) / 1000).toFixed(0)} s`);
if (cases < LEAST) console.error(`fewer than ${LEAST.toLocaleString('en-GB')} cases`);
process.exitCode = code !== 0 || cases < LEAST ? 1 : 0;
