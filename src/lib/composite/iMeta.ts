/**
 * COINr's table of metadata, read into nodes: one record per column of the data, text as it stands in the
 * file. Rows of Type Indicator and Aggregate are the tree; Group, Denominator and Other are listed apart.
 */
import type { Direction } from '../pack';
import type { Node, StructureFault } from './structure';

export type MetaRecord = Readonly<Record<string, string | undefined>>;

export interface MetaReading {
  readonly rows: readonly Node[];
  readonly groups: readonly string[];
  readonly denominators: readonly string[];
  readonly others: readonly string[];
  readonly faults: readonly StructureFault[];
}

/** Empty Weight means 1, empty Direction means +1 (as for an index of plain benefits). Never throws. */
export function readMeta(records: readonly MetaRecord[]): MetaReading {
  const rows: Node[] = [];
  const faults: StructureFault[] = [];
  const apart: Record<'Group' | 'Denominator' | 'Other', string[]> = { Group: [], Denominator: [], Other: [] };
  records.forEach((record, i) => {
    const id = text(record['iCode']);
    const type = text(record['Type']);
    if (type === 'Group' || type === 'Denominator' || type === 'Other') apart[type].push(id);
    else if (type === 'Indicator' || type === 'Aggregate') rows.push(node(id, type, record));
    else faults.push({ node: id, rule: 'id', message: `row ${i + 1}: ${id || 'a row without code'} has the unknown type “${type}”` });
  });
  return { rows, groups: apart.Group, denominators: apart.Denominator, others: apart.Other, faults };
}

function node(id: string, type: 'Indicator' | 'Aggregate', record: MetaRecord): Node {
  const parent = text(record['Parent']);
  const target = text(record['Target']);
  const denominator = text(record['Denominator']);
  const base = { id, parent: parent === '' ? null : parent, level: number(record['Level'], NaN), weight: number(record['Weight'], 1) };
  if (type === 'Aggregate') return base;
  return {
    ...base,
    // Any other number stays, for the check of the structure to name.
    direction: number(record['Direction'], 1) as Direction,
    ...(target === '' ? {} : { target: Number(target) }),
    ...(denominator === '' ? {} : { denominator })
  };
}

function text(field: string | undefined): string {
  const trimmed = (field ?? '').trim();
  return trimmed === 'NA' ? '' : trimmed;
}

function number(field: string | undefined, empty: number): number {
  const trimmed = text(field);
  return trimmed === '' ? empty : Number(trimmed);
}
