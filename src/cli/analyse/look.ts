/** One way to look at an index: the options it takes, and the rows and columns it gives. */
import { oneOf, UsageError } from '../command';
import type { Grid } from '../grid';
import { DATA_STAGES, loadAnalysed, stageOf, type Analysed, type DataStage } from './subject';

export type Options = ReadonlyMap<string, string>;

export interface Look {
  /** For --help: what it says, and its options line by line. */
  readonly help: string;
  readonly options: readonly string[];
  /** Null where the subject has faults, which are told. @throws RangeError for what the data do not allow */
  run(folder: string | undefined, option: Options): Promise<Grid | null>;
}

/** A look at the tables of the stages. */
export function onTables(look: (subject: Analysed, option: Options) => Grid): Look['run'] {
  return async (folder, option) => {
    const subject = await loadAnalysed(folder, option);
    return subject && look(subject, option);
  };
}

/** The table of the stage asked for. */
export const tableAt = (subject: Analysed, option: Options, otherwise: DataStage) => stageOf(subject, oneOf('stage', option.get('stage') ?? otherwise, DATA_STAGES));

/** `a=1,b=2` as numbers by the names allowed. */
export function numbers<K extends string>(name: string, text: string | undefined, allowed: readonly K[]): Partial<Record<K, number>> {
  const result: Partial<Record<K, number>> = {};
  for (const part of (text ?? '').split(',').filter((p) => p !== '')) {
    const [key = '', value = ''] = part.split('=', 2);
    const known = allowed.find((a) => a === key.trim());
    if (known === undefined || value.trim() === '' || Number.isNaN(Number(value))) throw new UsageError(`--${name} ${part}: name=number with a name of ${allowed.join(', ')}`);
    result[known] = Number(value);
  }
  return result;
}

/** A whole number from `least`. */
export function whole(name: string, text: string | undefined, otherwise: number, least = 0): number {
  const n = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(n) || n < least) throw new UsageError(`--${name} ${text ?? ''}: a whole number from ${least}`);
  return n;
}

/** A node of the structure. @param inner with children only */
export function nodeOf({ structure }: Analysed, name: string, id: string, inner = false): string {
  const known = structure.nodes.filter((node) => !inner || structure.children.has(node.id)).map((node) => node.id);
  if (!known.includes(id)) throw new UsageError(`--${name} ${id}: one of ${known.slice(0, 60).join(', ')}${known.length > 60 ? ' …' : ''}`);
  return id;
}

/** A unit of the index. */
export function unitOf(subject: Analysed, name: string, id: string): string {
  const units = subject.stages.get('aggregated')?.units ?? [];
  if (!units.includes(id)) throw new UsageError(`--${name} ${id}: one of ${units.slice(0, 60).join(', ')}${units.length > 60 ? ' …' : ''}`);
  return id;
}
