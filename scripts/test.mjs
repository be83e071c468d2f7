/**
 * `npm test`: types, lint, unit, build, browser; `npm test -- unit browser` only those named.
 * A part that fails does not keep the later ones from running; the last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, isBuilt } from './build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { at, ROOT, SITES } from './lib/paths.mjs';
import { PlainError } from './lib/plain.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const temporary = mkdtempSync(join(tmpdir(), 'atlas-test-'));

/** @returns {Promise<number>} exit code */
function node(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** @param {boolean} good @returns {Count} */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1 });

/** A runner that failed although no test did, or that ran none, is one failure. @param {Count} count @returns {Count} */
function judge({ passed, failed }, code, what) {
  if (passed + failed === 0) console.error(`No ${what} test ran.`);
  return passed + failed === 0 || (code !== 0 && failed === 0) ? { passed, failed: failed + 1 } : { passed, failed };
}

function report(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

async function types() {
  const kit = await node([at('node_modules/@sveltejs/kit/svelte-kit.js'), 'sync']);
  const check = await node([at('node_modules/svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json', '--fail-on-warnings']);
  return one(kit === 0 && check === 0);
}

const lint = async () => one((await node([at('node_modules/eslint/bin/eslint.js'), '.'])) === 0);

async function unit() {
  const file = join(temporary, 'unit.json');
  const code = await node([at('node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const result = report(file);
  // A file that could not even be loaded has no failed test of its own.
  const broken = (result?.testResults ?? []).filter((suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed')).length;
  return judge({ passed: result?.numPassedTests ?? 0, failed: (result?.numFailedTests ?? 0) + broken }, code, 'unit');
}

async function build() {
  let good = true;
  for (const site of Object.values(SITES)) {
    if (isBuilt(site)) {
      console.log(`${site.out}/ is up to date with its sources`);
      continue;
    }
    try {
      await buildSite(site, { quiet: true });
      console.log(`${site.out}/ built from ${site.pack}`);
    } catch (fault) {
      good = false;
      console.error(fault instanceof PlainError ? fault.message : fault);
    }
  }
  return one(good);
}

async function browser() {
  try {
    findChromium();
  } catch (fault) {
    if (!(fault instanceof PlainError)) throw fault;
    console.error(fault.message);
    return one(false);
  }
  const file = join(temporary, 'browser.json');
  const code = await node([at('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_FORCE_TTY: '' });
  const stats = report(file)?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
  return judge({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, code, 'browser');
}

const PARTS = { types, lint, unit, build, browser };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const lines = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = performance.now();
  const count = await part();
  total.passed += count.passed;
  total.failed += count.failed;
  lines.push(`${name.padEnd(8)}${String(count.passed).padStart(5)} passed${String(count.failed).padStart(5)} failed${((performance.now() - start) / 1000).toFixed(1).padStart(8)} s`);
}
rmSync(temporary, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
