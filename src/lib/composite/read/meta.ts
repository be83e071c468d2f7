/** COINr's iMeta.csv: one row per column of the data and per node of the tree, with every fault by row and column. */
import type { Reporter } from '../../pack/read/tools';
import { readMeta, type MetaRecord } from '../iMeta';
import { structureOf, type Node, type StructureFault } from '../structure';
import { isMissing, readCsv, toNumber } from './csv';

export interface Meta {
  readonly nodes: readonly Node[];
  readonly groups: readonly string[];
  readonly denominators: readonly string[];
  readonly others: readonly string[];
  /** iName by iCode. */
  readonly names: ReadonlyMap<string, string>;
  /** All fields as text, missing ones left out, for methods that take parameters from here. */
  readonly records: ReadonlyMap<string, MetaRecord>;
  /** Row of each iCode. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** False where rows are at fault already. */
  readonly sound: boolean;
}

const NEEDED = ['iCode', 'Type', 'Level', 'Parent'];
const NUMBERS = ['Level', 'Weight', 'Direction', 'Target'];
const COLUMN: Readonly<Record<StructureFault['rule'], string>> = {
  empty: 'iCode', id: 'iCode', duplicate: 'iCode', level: 'Level', weight: 'Weight', direction: 'Direction', target: 'Target', parent: 'Parent', gap: 'Level', cycle: 'Parent', childless: 'iCode', weightless: 'Weight', root: 'Parent', roots: 'Parent'
};
/** How to mend what the check of the tree found. */
const MEND: Partial<Readonly<Record<StructureFault['rule'], string>>> = {
  parent: 'add a row for it, or correct Parent',
  gap: 'every Parent must stand exactly one Level above',
  cycle: 'correct Parent',
  childless: 'name it as Parent of another row, or leave it out',
  root: 'leave Parent empty in the row of the index',
  roots: 'give all but one of them a Parent'
};

/** The rows, or null where not even the columns are there. Faults of the tree are reported by `checkTree`. */
export function readMetaTable(file: string, text: string, report: Reporter): Meta | null {
  const before = report.faults.length;
  const csv = readCsv(file, text, report);
  if (!csv) return null;
  const absent = NEEDED.filter((name) => !csv.header.includes(name));
  for (const name of absent) report.error({ file, row: 1, column: name }, 'this column is missing');
  if (absent.length > 0) return null;
  const records: MetaRecord[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, cells } of csv.rows) {
    const record: Record<string, string> = {};
    csv.header.forEach((name, j) => {
      const cell = cells[j] ?? '';
      if (!isMissing(cell)) record[name] = cell;
    });
    const id = record['iCode'];
    if (id === undefined) {
      report.error({ file, row, column: 'iCode' }, 'a code is required');
      continue;
    }
    if (rowOf.has(id)) {
      report.error({ file, row, column: 'iCode', value: id }, `a code that is not in row ${rowOf.get(id) ?? ''} already`);
      continue;
    }
    const inTree = record['Type'] === 'Indicator' || record['Type'] === 'Aggregate';
    let sound = true;
    for (const name of NUMBERS) {
      const cell = record[name];
      if (cell === undefined) {
        if (name === 'Level' && inTree) {
          report.error({ file, row, column: name }, 'a level is required: 1 for indicators, more above');
          sound = false;
        }
        continue;
      }
      const n = toNumber(cell, csv.decimal);
      record[name] = String(n);
      if (!Number.isNaN(n) || !inTree) continue;
      report.error({ file, row, column: name, value: cell }, 'a number');
      sound = false;
    }
    if (record['Type'] === 'Indicator' && record['Level'] !== undefined && Number(record['Level']) !== 1) {
      report.error({ file, row, column: 'Level', value: record['Level'] }, '1: indicators stand at level 1');
      sound = false;
    }
    if (record['Type'] === 'Aggregate' && Number(record['Level']) === 1) {
      report.error({ file, row, column: 'Level', value: 1 }, 'at least 2: an aggregate stands above indicators');
      sound = false;
    }
    rowOf.set(id, row);
    // A row at fault stays out of the tree, or it would be reported twice.
    if (sound) records.push(record);
    else records.push({ iCode: id, Type: 'Other' });
  }
  const reading = readMeta(records);
  for (const fault of reading.faults) {
    const value = records.find((r) => r['iCode'] === fault.node)?.['Type'] ?? null;
    report.error({ file, row: rowOf.get(fault.node) ?? null, column: 'Type', value }, 'one of Indicator, Aggregate, Group, Denominator, Other');
  }
  return {
    nodes: reading.rows,
    groups: reading.groups,
    denominators: reading.denominators,
    others: reading.others,
    names: new Map(records.flatMap((r) => (r['iCode'] !== undefined && r['iName'] !== undefined ? [[r['iCode'], r['iName']] as const] : []))),
    records: new Map(records.map((r) => [r['iCode'] ?? '', r])),
    rowOf,
    sound: !report.faults.slice(before).some((fault) => fault.severity === 'error')
  };
}

/** Reports every fault of the tree by its row, with the way to mend it. True where there is none, in rows and tree. */
export function checkTree(file: string, meta: Meta, report: Reporter): boolean {
  // The tree is only worth judging when all its rows are sound.
  if (!meta.sound) return false;
  const { faults } = structureOf(meta.nodes);
  for (const fault of faults) {
    const node = meta.nodes.find((n) => n.id === fault.node);
    const column = COLUMN[fault.rule];
    const value = meta.records.get(fault.node)?.[column] ?? null;
    const mend = MEND[fault.rule];
    report.error({ file, row: node ? (meta.rowOf.get(fault.node) ?? null) : null, column, value }, mend === undefined ? fault.message : `${fault.message}; ${mend}`);
  }  return faults.length === 0;
}
