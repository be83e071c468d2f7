/**
 * Data, structure and method of an index from its files: iData.csv, iMeta.csv and a method file, of which only
 * the first is needed. Reading goes on after a fault, so that all of them are told at once.
 */
import type { Direction, Fault } from '../../pack';
import { isRecord, parseJson, Reporter } from '../../pack/read/tools';
import type { Denomination } from '../denominate';
import { defaultMethod, STEPS, type Method, type PrepStep } from '../pipeline/method';
import type { PipelineInput } from '../pipeline/run';
import type { Node } from '../structure';
import { defaultDesign } from '../uncertainty/defaultDesign';
import { STEPS as COINR_STEPS } from './coinr/names';
import { isIndicator, type Context } from './context';
import { readData, type Data } from './data';
import { checkTree, readMetaTable } from './meta';
import { readAggregate } from './sections/aggregate';
import { readDirections, readNormalise } from './sections/normalise';
import { readDenominate, readImpute, readScreen } from './sections/prepare';
import { readTreat } from './sections/treat';
import { readUncertainty, type Uncertainty } from './sections/uncertainty';
import { readWeigh } from './sections/weigh';
import { fault, inside, type Place } from './shape';
import { builtTree, flatTree, leaveOut, readTree } from './structure';

export interface TextFile {
  /** Name for the faults. */
  readonly file: string;
  readonly text: string;
}

export interface IndexFiles {
  readonly data: TextFile;
  readonly meta?: TextFile;
  readonly method?: TextFile;
}

export interface Index {
  readonly input: PipelineInput;
  readonly method: Method;
  /** Names of units and of nodes, where the files give them. */
  readonly unitNames: ReadonlyMap<string, string>;
  readonly nodeNames: ReadonlyMap<string, string>;
  /** What varies when the index is tested: part `uncertainty` of the method file, or a design that suits most. */
  readonly uncertainty: Uncertainty;
}

export interface IndexReading {
  /** Null when there is any error. */
  readonly index: Index | null;
  readonly faults: readonly Fault[];
}

const PARTS = ['title', 'note', '$schema', 'structure', 'leaveOut', 'directions', 'order', 'denominate', 'impute', 'screen', 'treat', 'normalise', 'weigh', 'aggregate', 'uncertainty'];

export function readIndex(files: IndexFiles): IndexReading {
  const report = new Reporter();
  const parts = readParts(files.method, report);
  const place = (key: string): Place => ({ file: files.method?.file ?? 'method', path: parts?.get(key)?.[0] ?? key, report });
  const part = (key: string): unknown => parts?.get(key)?.[1];

  const meta = files.meta ? readMetaTable(files.meta.file, files.meta.text, report) : null;
  const soundMeta = files.meta === undefined || (meta !== null && checkTree(files.meta.file, meta, report));
  const tree = part('structure') === undefined ? null : readTree(part('structure'), place('structure'));
  if (tree && meta) fault(place('structure'), undefined, 'no structure here, where a table of metadata gives one');
  const soundTree = soundMeta && (part('structure') === undefined || tree !== null);
  const planned = meta?.nodes ?? tree?.nodes ?? null;
  const indicators = planned?.filter((node) => node.level === 1) ?? [];
  const wanted = planned && { numbers: [...new Set([...indicators.map((node) => node.id), ...(meta?.denominators ?? indicators.flatMap((node) => node.denominator ?? []))])], texts: meta?.groups ?? [], others: meta?.others ?? [] };
  const data = readData(files.data.file, files.data.text, wanted, report);
  // A tree at fault, or one that could not be read, must not end as a flat one.
  if (!data || !soundTree) return { index: null, faults: report.faults };

  const { nodes, names } = planned ? { nodes: planned, names: meta?.names ?? tree?.names ?? new Map<string, string>() } : flatTree([...data.columns.keys()]);
  const whole = builtTree(leaveOut(nodes, part('leaveOut'), place('leaveOut')), place('leaveOut'));
  if (!whole) return { index: null, faults: report.faults };
  const context: Context = { structure: whole, records: meta?.records ?? new Map<string, never>(), columns: [...data.columns.keys()], groups: [...data.groups.keys()], units: [...new Set(data.rows.unit)] };
  const turned = readDirections(part('directions'), place('directions'), context);
  const structure = turned.size === 0 ? whole : builtTree(whole.nodes.map((node): Node => (turned.has(node.id) ? { ...node, direction: turned.get(node.id) as Direction } : node)), place('directions'));
  if (!structure) return { index: null, faults: report.faults };
  const method = readMethod(part, place, { ...context, structure }, data, files.meta?.file);
  const uncertainty = part('uncertainty') === undefined ? { design: defaultDesign(structure.indicators.map((node) => node.id)), runs: 1000 } : readUncertainty(part('uncertainty'), place('uncertainty'), { ...context, structure });
  if (report.failed || !method || !uncertainty) return { index: null, faults: report.faults };
  return {
    index: { input: { rows: data.rows, columns: data.columns, groups: data.groups, structure }, method, unitNames: data.names, nodeNames: names, uncertainty },
    faults: report.faults
  };
}

/** Parts by name with the path they were found at, COINr's names beside our own. */
function readParts(file: TextFile | undefined, report: Reporter): ReadonlyMap<string, readonly [path: string, value: unknown]> | null {
  if (!file) return null;
  const json = parseJson(file.file, file.text, report);
  if (json === undefined) return null;
  const root: Place = { file: file.file, path: '', report };
  if (!isRecord(json)) return fault(root, json, 'an object with the parts of a method');
  const parts = new Map<string, readonly [string, unknown]>();
  for (const [key, value] of Object.entries(json)) {
    const name = key === 'exclude' ? 'leaveOut' : (COINR_STEPS[key] ?? key);
    if (!PARTS.includes(name)) fault(inside(root, key), undefined, `one of the parts ${PARTS.slice(3).join(', ')}`);
    else if (parts.has(name)) fault(inside(root, key), undefined, `either ${parts.get(name)?.[0] ?? ''} or ${key}, not both`);
    else parts.set(name, [key, value]);
  }
  return parts;
}

function readMethod(part: (key: string) => unknown, place: (key: string) => Place, context: Context, data: Data, metaFile: string | undefined): Method | null {
  const own = new Map<string, Denomination>();
  for (const node of context.structure.indicators) {
    if (node.denominator === undefined) continue;
    if (data.columns.has(node.denominator)) own.set(node.id, { by: node.denominator });
    else fault({ ...place('structure'), ...(metaFile === undefined ? {} : { file: metaFile, path: 'Denominator' }) }, node.denominator, `a column of numbers of the data, as the denominator of ${node.id}`);
  }
  const base = defaultMethod(context.structure.levels, own);
  const read = <T>(key: string, reader: (value: unknown, at: Place) => T | null, otherwise: T): T | null => (part(key) === undefined ? otherwise : reader(part(key), place(key)));
  const normalise = read('normalise', (v, p) => readNormalise(v, p, context, base.normalise), base.normalise);
  const aggregated = read('aggregate', (v, p) => readAggregate(v, p, context, base.aggregate), { aggregate: base.aggregate, weigh: null });
  const weigh = read('weigh', (v, p) => readWeigh(v, p, context), aggregated?.weigh ?? base.weigh);
  if (aggregated?.weigh && part('weigh') !== undefined) fault(place('weigh'), undefined, 'weights either here or as w of Aggregate, not both');
  const order = read('order', readOrder, STEPS);
  const method = {
    order,
    denominate: read('denominate', (v, p) => readDenominate(v, p, context, own), own),
    impute: part('impute') === undefined ? null : readImpute(part('impute'), place('impute'), context),
    screen: part('screen') === undefined ? null : readScreen(part('screen'), place('screen'), context),
    treat: part('treat') === undefined ? null : readTreat(part('treat'), place('treat'), context),
    normalise,
    weigh,
    aggregate: aggregated?.aggregate ?? null
  };
  for (const id of method.treat?.of.keys() ?? []) isIndicator(context, place('treat'), id);
  return order && normalise && weigh && method.aggregate && method.denominate ? (method as Method) : null;
}

/** Each step once; those that are not named follow in their usual order. */
function readOrder(value: unknown, place: Place): readonly PrepStep[] | null {
  if (!Array.isArray(value)) return fault(place, value, `a list of ${STEPS.join(', ')}`);
  const steps: PrepStep[] = [];
  value.forEach((name: unknown, i) => {
    const step = STEPS.find((s) => s === name || s === COINR_STEPS[String(name)]);
    if (!step) fault(inside(place, i), name, `one of ${STEPS.join(', ')}`);
    else if (steps.includes(step)) fault(inside(place, i), name, 'each step once');
    else steps.push(step);
  });
  return [...steps, ...STEPS.filter((s) => !steps.includes(s))];
}
