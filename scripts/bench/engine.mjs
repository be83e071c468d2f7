/** Figures of the composite-index engine and of the models on the chains, each group in a process of its own. */
import { spawn } from 'node:child_process';
import { at, ROOT } from '../lib/paths.mjs';
import { PlainError } from '../lib/plain.mjs';

export const targets = {
  'engine.score_ms': {},
  'engine.ua51x49.full_s': { most: 0.2 },
  'engine.ua51x49.naive_ratio': { least: 3 },
  'engine.ua51x49.cached_s': { most: 0.05 },
  'engine.ua3200x50_s': { most: 10 },
  'engine.ua3200x50_mb': { most: 500 },
  'engine.sobol_exact_s': { most: 0.5 },
  'engine.whatif_ms': { most: 16 },
  'match.all_ms': { most: 50 },
  'scenario.ms': { most: 16 }
};

/** A group that takes longer than this is ended, ms. */
const PATIENCE = 120_000;

/** @param {(line: string) => void} say @returns {Promise<Record<string, number>>} */
export async function measure(say) {
  const result = {};
  for (const file of ['tests/bench/engine.ts', 'tests/bench/large.ts', 'tests/bench/chains.ts']) Object.assign(result, await figures(file, say));
  return result;
}

/** Runs a file that prints one JSON object. */
function figures(file, say) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', at(file)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE });
    let out = '';
    let notes = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (notes += data));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (notes) say(notes.trimEnd());
      if (code === 0) done(JSON.parse(out));
      else fail(new PlainError(signal ? `${file} was ended after ${PATIENCE / 1000} s` : `${file} ended with ${code}`));
    });
  });
}
