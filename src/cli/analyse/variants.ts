/** Looks at other versions of an index: without each of its parts, by other methods, with other choices. */
import { compareVariants, evaluator, nodesAt, runPipeline, type Comparison, type Factor, type Variant } from '../../lib/composite';
import { oneOf, UsageError } from '../command';
import { cell, type Cell, type Grid } from '../grid';
import { isIndexFolder, loadIndex } from '../indexFiles';
import { rowsAt, unitAt } from '../runs';
import { loadSubject, type Subject } from '../subject';
import { whole, type Look, type Options } from './look';

const SHOWN = ['summary', 'ranks', 'shifts', 'scores'] as const;
const SHOW = `--show        summary (a line per variant, default), ranks, shifts (rank now less rank then), scores by unit`;
type Shown = (typeof SHOWN)[number];
const shownOf = (option: Options): Shown => oneOf('show', option.get('show') ?? 'summary', SHOWN);

export const removal: Look = {
  help: `removal       the index without each node of a level: what moves, and how alike the rankings stay
  --level       1 = indicators (default), 2 = their parents, …
  ${SHOW}`,
  options: ['level', 'show'],
  async run(folder, option) {
    const level = whole('level', option.get('level'), 1, 1);
    const show = shownOf(option);
    const subject = await loadSubject(folder, option);
    if (!subject) return null;
    const structure = subject.models[subject.look]?.structure;
    if (!structure || level >= structure.levels) throw new UsageError(`--level ${level}: a level of 1 to ${(structure?.levels ?? 2) - 1}`);
    const nodes = nodesAt(structure, level).map((node) => node.id);
    const { units, variants } = scored(subject, [{ factor: { id: 'without', kind: 'omit', nodes: [null, ...nodes] }, names: [null, ...nodes] }]);
    return gridOf(compareVariants(variants, NOMINAL), units, show, 'without');
  }
};

export const compare: Look = {
  help: `compare       variants of the index beside it: the options that its design varies, one at a time, or other methods
  --with        method files, separated by commas, for the same tables (COINr's tables only)
  ${SHOW}`,
  options: ['with', 'show'],
  async run(folder, option) {
    const show = shownOf(option);
    const files = option.get('with');
    if (files !== undefined) return byMethods(folder, files.split(','), option, show);
    const subject = await loadSubject(folder, option);
    if (!subject) return null;
    const choices = subject.design.factors.flatMap((factor) => {
      if (!('options' in factor) || factor.kind === 'choice') return [];
      const options: readonly unknown[] = factor.options;
      return [{ factor, names: options.map((o) => `${factor.id}: ${plain(o)}`) }];
    });
    if (choices.length === 0) throw new UsageError('the design varies no choice of normalisation, aggregation, treatment or imputation; name other methods by --with');
    const { units, variants } = scored(subject, choices);
    return gridOf(compareVariants(variants, NOMINAL), units, show, 'variant');
  }
};

const NOMINAL = '';

/** `minMax, range 1–100` for an option of a factor. */
function plain(option: unknown): string {
  if (typeof option !== 'object' || option === null) return String(option);
  const value = (v: unknown): string => (Array.isArray(v) ? v.join('–') : typeof v === 'object' ? JSON.stringify(v) : String(v));
  return Object.entries(option).map(([key, v], i) => (i === 0 ? value(v) : `${key} ${value(v)}`)).join(', ');
}

interface Choice {
  readonly factor: Factor;
  /** Of each option; null for one that is the index as it is. */
  readonly names: readonly (string | null)[];
}

/** Scores of the index as it is and with each option of each factor by itself, at the time looked at. */
function scored({ models, look, time }: Subject, choices: readonly Choice[]): { units: readonly string[]; variants: Map<string, Float64Array> } {
  const all = models[look]?.units ?? [];
  const rows = time === null ? [...all.keys()] : rowsAt(all, time);
  const take = (values: Float64Array | undefined) => Float64Array.from(rows, (r) => values?.[r] ?? NaN);
  const variants = new Map<string, Float64Array>();
  for (const { factor, names } of choices) {
    const evaluate = evaluator(models, { seed: 0, factors: [factor] });
    variants.set(NOMINAL, take(evaluate.nominal()[look]));
    const out = models.map((model) => new Float64Array(model.units.length));
    names.forEach((name, k) => {
      if (name === null) return;
      evaluate.run(Float64Array.of((k + 0.5) / names.length), out);
      variants.set(name, take(out[look]));
    });
  }
  return { units: rows.map((r) => (time === null ? (all[r] ?? '') : unitAt(all[r] ?? '', time))), variants };
}

function byMethods(folder: string | undefined, files: readonly string[], option: Options, show: Shown): Grid | null {
  if (!option.has('data') && !(folder !== undefined && isIndexFolder(folder))) throw new UsageError('--with goes with a table of data (--data, or a folder with iData.csv)');
  const read = (method: string | undefined) => {
    const index = loadIndex(folder, new Map([...option, ...(method === undefined ? [] : [['method', method] as const])]));
    if (!index) return null;
    const { stages } = runPipeline(index.input, index.method);
    const last = stages.get('aggregated');
    return new Map(last?.table.units.map((unit, r) => [unit, last.table.columns.get(index.input.structure.root.id)?.[r] ?? NaN]) ?? []);
  };
  const own = read(undefined);
  const others: (readonly [string, ReadonlyMap<string, number>])[] = [];
  for (const file of files) {
    const scores = read(file.trim());
    if (!scores) return null;
    others.push([file.trim(), scores]);
  }
  if (!own) return null;
  // Methods may screen out different units.
  const units = [...new Set([own, ...others.map(([, scores]) => scores)].flatMap((scores) => [...scores.keys()]))];
  const column = (scores: ReadonlyMap<string, number>) => Float64Array.from(units, (unit) => scores.get(unit) ?? NaN);
  return gridOf(compareVariants(new Map([[NOMINAL, column(own)], ...others.map(([name, scores]) => [name, column(scores)] as const)]), NOMINAL), units, show, 'variant');
}

function gridOf({ variants }: Comparison, units: readonly string[], show: Shown, label: string): Grid {
  const others = variants.slice(1);
  if (show === 'summary') {
    return {
      columns: [label, 'n', 'meanShift', 'maxShift', 'moved', 'kendall', 'spearman'],
      rows: others.map((v): Cell[] => [v.id, v.n, cell(v.meanShift), cell(v.maxShift), v.moved, cell(v.kendall.r), cell(v.spearman.r)])
    };
  }
  const values = (v: Variant) => (show === 'ranks' ? v.ranks : show === 'shifts' ? v.shift : v.scores);
  return { columns: ['uCode', 'nominal', ...others.map((v) => v.id)], rows: units.map((unit, u): Cell[] => [unit, ...variants.map((v) => cell(values(v)[u]))]) };
}
