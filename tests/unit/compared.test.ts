/* The comparison ticks a feature only with the browser test that proves it; the test must be there. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('docs/compared.md', 'utf8').split('\n').filter((line) => /^\| \w/.test(line) && !line.startsWith('| Group'));
const proofs = rows.flatMap((row) => [...row.matchAll(/`([\w.-]+\.spec\.ts) › ([^`]+)`/g)].map(([, file = '', title = '']) => ({ file, title })));

test('every ticked feature names a browser test', () => {
  expect(rows.length).toBeGreaterThan(60);
  for (const row of rows.filter((r) => r.includes('**yes**'))) expect(row).toMatch(/`[\w.-]+\.spec\.ts › [^`]+`/);
});

test.each(proofs)('$file › $title is there', ({ file, title }) => {
  expect(readFileSync(`tests/e2e/${file}`, 'utf8')).toContain(`'${title}'`);
});
