/** What a command on uncertainty looks at: any index from COINr's tables, or a pack with its two stages. */
import { defaultDesign, pipelineModel, type Design, type Model } from '../lib/composite';
import type { Goalposts } from '../lib/pack';
import { oneOf, UsageError } from './command';
import { INDEX_OPTIONS, isIndexFolder, loadIndex } from './indexFiles';

/** Options that name the subject and what varies. */
export const SUBJECT_OPTIONS = [...INDEX_OPTIONS, 'year', 'goalposts', 'model', 'time', 'seed'] as const;

export interface Subject {
  readonly models: readonly Model[];
  /** Number of the model that is looked at, and its name. */
  readonly look: number;
  readonly name: string;
  readonly design: Design;
  /** Runs that the method asks for. */
  readonly runs: number;
  /** Time whose rows are looked at where rows are units at times, e.g. the year of a pack; null elsewhere. */
  readonly time: number | null;
}

/** The subject, or its faults on stderr and null. */
export async function loadSubject(folder: string | undefined, option: ReadonlyMap<string, string>): Promise<Subject | null> {
  const subject = option.has('data') || (folder !== undefined && isIndexFolder(folder)) ? ofIndex(folder, option) : await ofPack(folder, option);
  if (!subject || !option.has('seed')) return subject;
  const seed = Number(option.get('seed'));
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError(`--seed ${option.get('seed') ?? ''}: a whole number from 0`);
  return { ...subject, design: { ...subject.design, seed } };
}

function ofIndex(folder: string | undefined, option: ReadonlyMap<string, string>): Subject | null {
  for (const name of ['year', 'goalposts', 'model']) if (option.has(name)) throw new UsageError(`--${name} goes with a pack`);
  const index = loadIndex(folder, option);
  if (!index) return null;
  const { design, runs } = index.uncertainty;
  const { model, rows } = pipelineModel(index.input, index.method, design);
  const times = rows.time ? [...new Set(rows.time)].sort((a, b) => a - b) : null;
  if (!times && option.has('time')) throw new UsageError('--time goes with a panel; the data have one time only');
  const time = times ? Number(option.get('time') ?? times.at(-1)) : null;
  if (times && time !== null && !times.includes(time)) throw new UsageError(`--time ${option.get('time') ?? ''}: one of ${times.join(', ')}`);
  return { models: [model], look: 0, name: index.input.structure.root.id, design, runs, time };
}

async function ofPack(folder: string | undefined, option: ReadonlyMap<string, string>): Promise<Subject | null> {
  for (const name of [...INDEX_OPTIONS, 'time']) if (option.has(name)) throw new UsageError(`--${name} goes with a table of data (--data, or a folder with iData.csv)`);
  const { loadPack } = await import('./load');
  const { robustnessDesign, stageModels } = await import('../lib/typology');
  const pack = loadPack(folder);
  if (!pack) return null;
  const year = Number(option.get('year') ?? pack.method.targetYear);
  if (!pack.observations.years.includes(year)) throw new UsageError(`--year ${option.get('year') ?? ''}: one of ${pack.observations.years.join(', ')}`);
  const goalposts: Goalposts = oneOf('goalposts', option.get('goalposts') ?? (year === pack.method.targetYear ? pack.method.normalisation.goalposts : 'pooled'), ['year', 'pooled']);
  const { models } = stageModels(pack, pack.method, year, goalposts);
  const names = ['potential', 'dynamics'] as const;
  const wanted = oneOf('model', option.get('model') ?? 'potential', names);
  const indicators = [...new Set(models.flatMap((model) => model.structure.indicators.map((node) => node.id)))];
  return {
    models,
    look: names.indexOf(wanted),
    name: wanted,
    design: robustnessDesign(pack.method) ?? defaultDesign(indicators),
    runs: pack.method.robustness?.runs ?? 1000,
    time: goalposts === 'pooled' ? year : null
  };
}
