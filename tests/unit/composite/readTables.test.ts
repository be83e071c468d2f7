/* COINr's two tables, as R, spreadsheets and people write them: what is understood, and what is told. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIndex } from '../../../src/lib/composite/read';

const file = (name: string) => readFileSync(new URL(`../../fixtures/harbours/${name}`, import.meta.url), 'utf8');
const [DATA, META] = [file('iData.csv'), file('iMeta.csv')];
const read = (data: string, meta: string | null = META, method?: object) =>
  readIndex({ data: { file: 'iData.csv', text: data }, ...(meta === null ? {} : { meta: { file: 'iMeta.csv', text: meta } }), ...(method ? { method: { file: 'method.json', text: JSON.stringify(method) } } : {}) });
const told = (reading: ReturnType<typeof read>) => reading.faults.map((f) => `${f.severity} ${f.file} ${f.row ?? '-'} ${f.column ?? '-'}: ${f.value ?? '-'}`);
const plain = (reading: ReturnType<typeof read>) => {
  if (!reading.index) throw new Error(JSON.stringify(reading.faults));
  const { rows, columns, groups, structure } = reading.index.input;
  return { rows, columns: [...columns].map(([id, v]) => [id, [...v]]), groups: [...(groups ?? [])], nodes: structure.nodes };
};
const edit = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`nothing to edit: ${from}`);
  return text.replace(from, to);
};

describe('ways to write the same table', () => {
  const same = plain(read(DATA));
  const quoted = (text: string) => text.split('\n').map((line) => (line === '' ? '' : line.split(',').map((c) => (c === 'NA' ? c : `"${c}"`)).join(','))).join('\n');
  const numbered = (text: string, head: string) => text.trim().split('\n').map((line, i) => (i === 0 ? head + line : `"${i}",${line}`)).join('\n');
  it.each([
    ['quotes, as write.csv of R', quoted(DATA)],
    ['row names under an empty heading', numbered(DATA, '"",')],
    ['row names without a heading, as write.table', numbered(DATA, '')],
    ['Windows line ends and a byte-order mark', `\ufeff${DATA.replaceAll('\n', '\r\n')}`],
    ['semicolons', DATA.replaceAll(',', ';')],
    ['tabs', DATA.replaceAll(',', '\t')],
    ['blanks around numbers, as format() of R', DATA.replace(/,(\d+)/g, ',  $1 ')],
    ['empty cells instead of NA', DATA.replaceAll('NA', '')],
    ['NaN, as pandas', DATA.replaceAll(',NA', ',NaN')],
    ['empty lines', DATA.replaceAll('\n', '\n\n')],
    ['a scientific format', DATA.replace(',40,12,14,', ',4e+01,1.2E1,14.0,')]
  ])('%s', (_, text) => {
    const reading = read(text);
    expect(told(reading)).toEqual([]);
    expect(plain(reading)).toEqual(same);
  });
  it('a decimal comma, where a comma can be nothing else', () => {
    const reading = read(edit(DATA.replaceAll(',', ';'), ';14;6;', ';14,5;6;'));
    expect(reading.index?.input.columns.get('Depth')?.[0]).toBe(14.5);
  });
  it('logical values are 1 and 0', () => {
    expect(read(edit(edit(DATA, ',14,6,', ',TRUE,6,'), ',9,12,', ',FALSE,12,')).index?.input.columns.get('Depth')?.slice(0, 2)).toEqual(Float64Array.of(1, 0));
  });
  it('the order of columns and rows of iMeta does not matter to the tree', () => {
    const [head, ...lines] = META.trim().split('\n');
    const turned = [head, ...lines.reverse()].join('\n');
    expect(read(DATA, turned).index?.input.structure.root.id).toBe('Index');
  });
  it('a column that the structure does not name is left out, with a warning', () => {
    const reading = read(DATA.trim().split('\n').map((line, i) => `${line},${i === 0 ? 'Note' : 'x'}`).join('\n'));
    expect(told(reading)).toEqual(['warning iData.csv 1 Note: -']);
    expect(plain(reading)).toEqual(same);
  });
  it('one time only is no panel', () => {
    const timed = DATA.trim().split('\n').map((line, i) => `${line},${i === 0 ? 'Time' : '2030'}`).join('\n');
    expect(read(timed).index?.input.rows.time).toBeNull();
  });
});

describe('without iMeta', () => {
  it('columns of numbers are indicators of one index, columns of text groups; the first of them may be the key', () => {
    const reading = read('place,kind,x,y\nA,s,1,2\nB,s,NA,3\nC,t,4,5\n', null);
    expect(told(reading)).toEqual(['warning iData.csv 1 place: -']);
    const { rows, groups, nodes } = plain(reading);
    expect(rows.unit).toEqual(['A', 'B', 'C']);
    expect(groups).toEqual([['kind', ['s', 's', 't']]]);
    expect(nodes.map((n) => [n.id, n.parent, n.level])).toEqual([['x', 'Index', 1], ['y', 'Index', 1], ['Index', null, 2]]);
  });
  it('a slip in a column of numbers is a fault, not a group', () => {
    expect(told(read('uCode,x\nA,1\nB,2,5\nC,l0\n', null))).toEqual(['error iData.csv 3 -: B,2,5', 'error iData.csv 4 x: l0']);
    expect(told(read('uCode,x\nA,1\nB,2\nC,l0\n', null))).toEqual(['error iData.csv 4 x: l0']);
  });
});

describe('every fault is told with row and column', () => {
  it('in the data, all at once', () => {
    const bad = edit(edit(edit(edit(DATA, 'AV,Avela', 'BR,Avela'), ',60,20,16,', ',"1,060",Inf,16 m,'), ',8,8,NA,', ',8,n/a,NA,'), 'EL,', ',');
    expect(told(read(bad))).toEqual([
      'error iData.csv 6 uCode: -', 'error iData.csv 3 uCode: BR', 'error iData.csv 4 Berths: 1,060', 'error iData.csv 5 Berths: n/a', 'error iData.csv 4 Cranes: Inf', 'error iData.csv 4 Depth: 16 m'
    ]);
    const mend = Object.fromEntries(read(bad).faults.map((f) => [f.value ?? '', f.expected]));
    expect(mend['1,060']).toContain('without thousands separators');
    expect(mend['Inf']).toContain('infinite');
    expect(mend['BR']).toContain('row 2');
  });
  it('in iMeta, all at once', () => {
    const bad = edit(edit(edit(edit(META, '1,Cranes,Cranes,1,1', '1,Cranes,Cranes,up,1'), '1,Delay,', '2,Delay,'), 'Nature,Indicator\n2,Cap', 'Nature,Indicater\n2,Cap'), '2,Service,Service,1,1', '2,Service,Service,1,much');
    expect(told(read(DATA, bad))).toEqual(expect.arrayContaining(['error iMeta.csv 3 Direction: up', 'error iMeta.csv 5 Level: 2', 'error iMeta.csv 9 Weight: much', 'error iMeta.csv 7 Type: Indicater']));
  });
  it.each([
    ['a parent that is not there', ',Capacity,Indicator\n1,Cranes', ',Capasity,Indicator\n1,Cranes', 'error iMeta.csv 2 Parent: Capasity'],
    ['a level left out', '3,Index', '4,Index', 'error iMeta.csv 8 Level: 2'],
    ['two indices', ',Index,Aggregate\n2,Service', ',NA,Aggregate\n2,Service', 'error iMeta.csv 11 Parent: -'],
    ['a node without children', 'Service,Indicator', 'Nature,Indicator', 'error iMeta.csv 9 iCode: Service'],
    ['a direction of 2', 'Delay,Mean delay of ships,-1', 'Delay,Mean delay of ships,2', 'error iMeta.csv 5 Direction: 2'],
    ['a code twice', 'Group\nNA,Pop', 'Group\nNA,Coast', 'error iMeta.csv 13 iCode: Coast'],
    ['a negative weight', 'fairway,1,2,', 'fairway,1,-2,', 'error iMeta.csv 4 Weight: -2'],
    ['a denominator without data', ',3,Pop,Capacity', ',3,People,Capacity', 'error iMeta.csv - Denominator: People'],
    ['a column without data', 'NA,Pop,Inhabitants,NA,NA,thousand,NA,NA,NA,Denominator', 'NA,Pip,Inhabitants,NA,NA,thousand,NA,NA,NA,Denominator', 'error iData.csv 1 Pip: -']
  ])('%s', (_, from, to, fault) => {
    expect(told(read(DATA, edit(META, from, to)))).toContain(fault);
  });
  it('missing columns, tables and times', () => {
    expect(told(read(DATA, META.replaceAll('iCode', 'code')))).toEqual(['error iMeta.csv 1 iCode: -']);
    expect(told(read(edit(DATA, 'Cranes', 'Crane')))).toEqual(['error iData.csv 1 Cranes: -', 'warning iData.csv 1 Crane: -']);
    expect(told(read('', META))).toEqual(['error iData.csv 1 -: -']);
    expect(told(read('uCode,Time,x\nA,2030,1\nA,2030,2\nA,later,3\n', null))).toEqual(['error iData.csv 4 Time: later', 'error iData.csv 3 uCode: A 2030']);
  });
  it('commas that could be either, and points beside them', () => {
    expect(told(read('uCode;x\nA;1,250\nB;3,500\n', null))).toEqual(['error iData.csv - -: 1,250']);
    expect(told(read('uCode;x;y\nA;1,25;2.5\nB;3;4\n', null))).toEqual(['error iData.csv 2 x: 1,25']);
  });
  it('garbage gives faults, never an exception or an index of it', () => {
    const junk = fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', '\t', ' ', '-', '.', 'NA', 'uCode', 'Time', '\ufeff', 'iCode', 'Level') });
    fc.assert(
      fc.property(junk, junk, junk, (data, meta, method) => {
        const { index, faults } = readIndex({ data: { file: 'd', text: data }, meta: { file: 'm', text: meta }, method: { file: 'j', text: method } });
        if (!index) expect(faults.some((f) => f.severity === 'error')).toBe(true);
      })
    );
  });
});
