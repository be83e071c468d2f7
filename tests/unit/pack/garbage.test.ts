/* Whatever the files hold, reading ends with a list of faults; it never throws and never stops half way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFaults } from '../../../src/lib/pack';
import { readPack } from '../../../src/lib/pack/read';
import { lagoon, type Files } from './packs';

const names = [...lagoon.keys()];

function survives(files: Files): void {
  const { pack, faults } = readPack(files);
  expect(pack === null).toBe(faults.some((f) => f.severity === 'error'));
  expect(formatFaults(faults)).toMatch(/\d+ errors?, \d+ warnings?$/);
  expect(faults.filter((f) => f.expected.includes('reading stopped'))).toEqual([]);
}

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', '"', '""', ',', '\n', '\0', '-', '1e309', 'NaN', '__proto__', '{', '[]', 'null', '\ufeff', '=1+1', '<b>'));

describe('garbage', () => {
  it('as any set of files', () => {
    const csv = fc.array(fc.array(text, { maxLength: 6 }).map((cells) => cells.join(',')), { maxLength: 8 }).map((rows) => rows.join('\n'));
    const content = fc.oneof(text, csv, fc.json());
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...names, 'other.csv'), content), (files) => survives(new Map(Object.entries(files)))), { numRuns: 100 });
  });

  it('as one file of a sound pack', () => {
    fc.assert(fc.property(fc.constantFrom(...names), fc.oneof(text, fc.json()), (name, content) => survives(new Map([...lagoon, [name, content]]))), { numRuns: 150 });
  });

  it('put in anywhere, or cut out anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), text, (name, where, length, put) => {
        const whole = lagoon.get(name) ?? '';
        const at = Math.floor(where * whole.length);
        survives(new Map([...lagoon, [name, whole.slice(0, at) + put + whole.slice(at + length)]]));
      }),
      { numRuns: 300 }
    );
  });

  it('in place of a value of JSON', () => {
    const jsons = names.filter((name) => name.endsWith('.json'));
    fc.assert(
      fc.property(fc.constantFrom(...jsons), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (name, nth, value) => {
        let count = 0;
        const places = (x: unknown): number => (typeof x === 'object' && x !== null ? 1 + Object.values(x).reduce<number>((n, y) => n + places(y), 0) : 1);
        const whole: unknown = JSON.parse(lagoon.get(name) ?? '');
        const target = nth % places(whole);
        const swap = (x: unknown): unknown => {
          if (count++ === target) return value;
          if (Array.isArray(x)) return x.map(swap);
          return typeof x === 'object' && x !== null ? Object.fromEntries(Object.entries(x).map(([k, y]) => [k, swap(y)])) : x;
        };
        survives(new Map([...lagoon, [name, JSON.stringify(swap(whole))]]));
      }),
      { numRuns: 300 }
    );
  });

  it('an object that cannot be told as text, in every place of a schema', () => {
    const whole = lagoon.get('datapackage.json') ?? '';
    for (const key of ['name', 'type', 'path', 'resource', 'pattern']) {
      for (const at of [...whole.matchAll(new RegExp(`"${key}": *("[^"]*")`, 'g'))]) survives(new Map([...lagoon, ['datapackage.json', whole.slice(0, at.index) + at[0].replace(at[1] ?? '', '{"toString":0}') + whole.slice(at.index + at[0].length)]]));
    }
  });

  it('nested very deep', () => {
    const deep = `${'{"a":'.repeat(20000)}1${'}'.repeat(20000)}`;
    for (const name of names.filter((n) => n.endsWith('.json'))) survives(new Map([...lagoon, [name, deep]]));
    survives(new Map([...lagoon, ['boundaries.topo.json', (lagoon.get('boundaries.topo.json') ?? '').replace('"type": "Topology"', `"type": "Topology", "extra": ${deep}`)]]));
  });
});

describe('broken JSON', () => {
  it.each([
    ['{"a": 1,}', 1, 9, 'a name in quotes'],
    ['[1 2]', 1, 4, '“,” or “]”'],
    ['{"a" 1}', 1, 6, '“:”'],
    ['{\n  "a": tru\n}', 2, 8, 'a value'],
    ['{"a": "x\ny"}', 1, 7, 'a value'],
    ['{} {}', 1, 4, 'the end of the file'],
    ['', 1, 1, 'a value'],
    ["{'a': 1}", 1, 2, 'a name in quotes']
  ])('%j at line %d, column %d', (content, line, column, wanted) => {
    const { faults } = readPack(new Map([...lagoon, ['method.json', content]]));
    expect(faults[0]?.expected).toBe(`valid JSON; at line ${line}, column ${column} ${wanted} was expected`);
  });
});
