/* No list is never taken for a clean one. */
import { expect, test } from 'vitest';
import { verdict } from '../../../scripts/audit.mjs';

const report = (vulnerabilities: Record<string, { name: string; severity: string; range: string; fixAvailable: boolean }>) => JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: { total: Object.keys(vulnerabilities).length }, dependencies: { total: 300 } } });

test.each(['', 'npm warn', 'null', '[]', '{}', JSON.stringify({ error: { code: 'ENOAUDIT', summary: 'endpoint returned an error' } }), JSON.stringify({ metadata: {} })])('%j is no list', (text) => {
  expect(verdict(text).code).toBe(2);
  expect(verdict(text).lines[0]).toMatch(/^Not audited/);
});

test('low ones are counted, high ones are named and fail', () => {
  const low = { name: 'a', severity: 'low', range: '<2', fixAvailable: true };
  expect(verdict(report({ low }))).toEqual({ code: 0, lines: ['0 high or critical of 1 known vulnerabilities in 300 packages'] });
  const found = verdict(report({ low, b: { name: 'b', severity: 'critical', range: '1.x', fixAvailable: true } }));
  expect(found.code).toBe(1);
  expect(found.lines[0]).toBe('critical: b 1.x; mended by an update');
});
