/** What a method file may refer to: the tree, the fields of iMeta, groups and units of the data. */
import type { Structure } from '../structure';
import type { MetaRecord } from '../iMeta';
import { fault, inside, type Place } from './shape';

export interface Context {
  readonly structure: Structure;
  /** Fields of iMeta by code; empty where the structure comes from the method file. */
  readonly records: ReadonlyMap<string, MetaRecord>;
  /** Columns of numbers, columns of text, and units of the data. */
  readonly columns: readonly string[];
  readonly groups: readonly string[];
  readonly units: readonly string[];
}

const clip = (names: readonly string[]) => (names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', '));

export function isIndicator(context: Context, place: Place, id: string): boolean {
  if (context.structure.byId.get(id)?.level === 1) return true;
  fault(place, id, 'the code of an indicator of the structure');
  return false;
}

/** A node that has children. */
export function isAggregate(context: Context, place: Place, id: string): boolean {
  if (context.structure.children.has(id)) return true;
  fault(place, id, `the code of a node above the indicators: ${clip([...context.structure.children.keys()])}`);
  return false;
}

export function isGroup(context: Context, place: Place, id: string): boolean {
  if (context.groups.includes(id)) return true;
  fault(place, id, context.groups.length > 0 ? `a column of groups: ${clip(context.groups)}` : 'a column of groups; the data have none');
  return false;
}

export function isUnit(context: Context, place: Place, id: string): boolean {
  if (context.units.includes(id)) return true;
  fault(place, id, 'a unit of the data');
  return false;
}

/** A list by level above the indicators: one for all, or one each. Null with a fault where the number is wrong. */
export function perLevel<T>(context: Context, place: Place, given: T | readonly T[]): readonly T[] | null {
  const levels = context.structure.levels - 1;
  if (!Array.isArray(given)) return new Array<T>(levels).fill(given as T);
  const list = given as readonly T[];
  if (list.length === levels) return list;
  return fault(place, `${list.length} entries`, `one entry for each of the ${levels} levels above the indicators, from the lowest`);
}

/** `of` parts: a value by code, each read in its place. */
export function byCode<T>(place: Place, value: unknown, known: (place: Place, id: string) => boolean, read: (place: Place, value: unknown, id: string) => T | null): Map<string, T> {
  const result = new Map<string, T>();
  if (value === undefined) return result;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(place, value, 'an object with codes as names');
    return result;
  }
  for (const [id, entry] of Object.entries(value)) {
    const here = inside(place, id);
    if (!known(here, id)) continue;
    const read1 = read(here, entry, id);
    if (read1 !== null) result.set(id, read1);
  }
  return result;
}
