/**
 * `npm run audit`: known vulnerabilities of the locked packages, by the registry's own list. Ends with 1 where
 * one is high or critical, with 2 where the registry gave no list: nothing was looked at then, and it says so.
 */
import { spawnSync } from 'node:child_process';
import { ROOT } from './lib/paths.mjs';
import { isMain } from './lib/plain.mjs';

const GRAVE = ['high', 'critical'];

/**
 * @param {string} text what `npm audit --json` printed
 * @returns {{ code: 0 | 1 | 2, lines: string[] }}
 */
export function verdict(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    report = null;
  }
  const counts = report?.metadata?.vulnerabilities;
  if (typeof counts?.total !== 'number') return { code: 2, lines: [`Not audited: the registry gave no list (${report?.message ?? report?.error?.summary ?? 'no answer'}).`, 'Run it where the registry answers, or set one that does: npm run audit --registry=https://registry.npmjs.org'] };
  const found = Object.values(report.vulnerabilities ?? {}).filter((v) => GRAVE.includes(v.severity));
  const lines = found.map((v) => `${v.severity}: ${v.name} ${v.range}${v.fixAvailable ? '; mended by an update' : ''}`);
  return { code: found.length > 0 ? 1 : 0, lines: [...lines, `${found.length} high or critical of ${counts.total} known vulnerabilities in ${report.metadata.dependencies?.total ?? '?'} packages`] };
}

if (isMain(import.meta.url)) {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  const { code, lines } = verdict(stdout ?? '');
  for (const line of lines) console.log(line);
  process.exitCode = code;
}
