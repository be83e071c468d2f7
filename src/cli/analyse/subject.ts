/** What is analysed: any index from COINr's tables, or one stage of a pack, as tables of one time. */
import { regionsOf, runPipeline, scoredYears, scoreYear, structureOf, tableOf, takeRows, type Node, type PipelineResult, type Structure, type Table } from '../../lib/composite';
import type { Index } from '../../lib/composite/read';
import type { Direction, Goalposts } from '../../lib/pack';
import { oneOf, UsageError } from '../command';
import { INDEX_OPTIONS, isIndexFolder, loadIndex } from '../indexFiles';

/** Options that name the subject. */
export const ANALYSED_OPTIONS = [...INDEX_OPTIONS, 'year', 'goalposts', 'model', 'time'] as const;

export const DATA_STAGES = ['raw', 'denominated', 'imputed', 'screened', 'treated', 'normalised', 'aggregated'] as const;
export type DataStage = (typeof DATA_STAGES)[number];

export interface Analysed {
  /** With the weights that the index was computed with. */
  readonly structure: Structure;
  /** By stage, on the units of that stage; `aggregated` has a column for each node. */
  readonly stages: ReadonlyMap<DataStage, Table>;
  /** Of the indicators before they are normalised. */
  readonly directions: ReadonlyMap<string, Direction>;
  /** Group of each unit by name of the column of groups. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

/** The subject, or its faults on stderr and null. @throws RangeError for a method that cannot be carried out on the data */
export async function loadAnalysed(folder: string | undefined, option: ReadonlyMap<string, string>): Promise<Analysed | null> {
  return option.has('data') || (folder !== undefined && isIndexFolder(folder)) ? ofIndex(folder, option) : ofPack(folder, option);
}

export function stageOf(subject: Analysed, stage: DataStage): Table {
  const table = subject.stages.get(stage);
  if (!table) throw new UsageError(`--stage ${stage}: a pack has ${[...subject.stages.keys()].join(', ')}`);
  return table;
}

function ofIndex(folder: string | undefined, option: ReadonlyMap<string, string>): Analysed | null {
  for (const name of ['year', 'goalposts', 'model']) if (option.has(name)) throw new UsageError(`--${name} goes with a pack`);
  const index = loadIndex(folder, option);
  if (!index) return null;
  const result = runPipeline(index.input, index.method);
  const times = index.input.rows.time ? [...new Set(index.input.rows.time)].sort((a, b) => a - b) : null;
  if (!times && option.has('time')) throw new UsageError('--time goes with a panel; the data have one time only');
  const time = times ? Number(option.get('time') ?? times.at(-1)) : null;
  if (times && time !== null && !times.includes(time)) throw new UsageError(`--time ${option.get('time') ?? ''}: one of ${times.join(', ')}`);
  const { structure } = index.input;
  return {
    structure: weighted(structure, result.weights),
    stages: new Map(Array.from(result.stages, ([name, stage]) => [name, atTime(stage, time)])),
    directions: new Map(structure.indicators.map((node) => [node.id, index.method.normalise.directions.get(node.id) ?? node.direction ?? 1])),
    groups: groupsOf(index, time)
  };
}

type Stage = PipelineResult['stages'] extends ReadonlyMap<string, infer S> ? S : never;

/** The rows of one time, named by their unit alone. */
function atTime({ rows, table }: Stage, time: number | null): Table {
  if (time === null) return table;
  const kept = rows.unit.flatMap((_, r) => (rows.time?.[r] === time ? [r] : []));
  return { ...takeRows(table, kept), units: kept.map((r) => rows.unit[r] ?? '') };
}

function groupsOf({ input }: Index, time: number | null): Analysed['groups'] {
  return new Map(Array.from(input.groups ?? [], ([name, of]) => [name, new Map(input.rows.unit.flatMap((unit, r) => (time === null || input.rows.time?.[r] === time ? [[unit, of[r] ?? null] as const] : [])))]));
}

/** The structure with other weights; its own where the data gave none. */
function weighted(structure: Structure, weights: ReadonlyMap<string, number>): Structure {
  const own = (node: Node) => weights.get(node.id) ?? NaN;
  return structureOf(structure.nodes.map((node) => (Number.isNaN(own(node)) ? node : { ...node, weight: own(node) }))).structure ?? structure;
}

async function ofPack(folder: string | undefined, option: ReadonlyMap<string, string>): Promise<Analysed | null> {
  for (const name of [...INDEX_OPTIONS, 'time']) if (option.has(name)) throw new UsageError(`--${name} goes with a table of data (--data, or a folder with iData.csv)`);
  const { loadPack } = await import('../load');
  const pack = loadPack(folder);
  if (!pack) return null;
  const stage = oneOf('model', option.get('model') ?? 'potential', ['potential', 'dynamics']);
  const year = Number(option.get('year') ?? pack.method.targetYear);
  const years = scoredYears(pack, stage);
  if (!years.includes(year)) throw new UsageError(`--year ${option.get('year') ?? year}: ${stage} has scores for ${years.join(', ')}`);
  const goalposts: Goalposts = oneOf('goalposts', option.get('goalposts') ?? (year === pack.method.targetYear ? pack.method.normalisation.goalposts : 'pooled'), ['year', 'pooled']);
  const scored = scoreYear(pack, stage, year, goalposts);
  const blocks = pack.method[stage];
  const units = regionsOf(pack).map((region) => region.code);
  const nodes: Node[] = [
    { id: stage, parent: null, level: 3, weight: 1 },
    ...blocks.map((b): Node => ({ id: b.id, parent: stage, level: 2, weight: b.weight })),
    ...blocks.flatMap((b) => b.indicators.map((i): Node => ({ id: i.id, parent: b.id, level: 1, weight: i.weight, direction: i.direction })))
  ];
  const { structure, faults } = structureOf(nodes);
  if (!structure) throw new RangeError(faults.map((f) => f.message).join('; '));
  const normalised = scored.blocks.flatMap((b) => b.indicators.map((i) => [i.id, i.normalised] as const));
  return {
    structure,
    stages: new Map<DataStage, Table>([
      ['raw', tableOf(units, structure.indicators.map((i) => [i.id, scored.inputs.get(i.id)?.values ?? new Float64Array(units.length).fill(NaN)] as const))],
      ['normalised', tableOf(units, normalised)],
      ['aggregated', tableOf(units, [...normalised, ...scored.blocks.map((b) => [b.id, b.score] as const), [stage, scored.index] as const])]
    ]),
    directions: new Map(structure.indicators.map((node) => [node.id, node.direction ?? 1])),
    groups: new Map()
  };
}
