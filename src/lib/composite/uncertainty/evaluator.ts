/**
 * From a point of a design to the scores of one or several models: every choice is made, every step computed.
 */
import { aggregateTree, type Aggregation } from '../aggregateTree';
import { impute } from '../impute';
import { imputeEm } from '../imputeEm';
import { normaliseTable, type Normalisation } from '../normalise/table';
import type { Node, Structure } from '../structure';
import type { Table } from '../table';
import { treat } from '../treat';
import { designFaults, factorValue, optionAt, type Design, type ImputationChoice, type Nominal, type TreatmentChoice } from './design';
import type { Model } from './model';
import { weightRule } from './weights';

export interface Evaluator {
  readonly models: readonly Model[];
  readonly design: Design;
  /** Writes the scores of each model at a point, one array of length units per model. */
  run(point: Float64Array, out: readonly Float64Array[]): void;
  /** Scores of the nominal choices by model; computed once. */
  nominal(): readonly Float64Array[];
  /** Value of a `number` or `choice` factor at a point. */
  factorValue(point: Float64Array, id: string): number | string;
}

export interface EvaluatorOptions {
  /** Keep treated and normalised variants that several runs share; default true. */
  readonly cache?: boolean;
}

/** @throws RangeError naming all faults of the design and of the models together */
export function evaluator(models: readonly Model[], design: Design, _options: EvaluatorOptions = {}): Evaluator {
  const faults = [...designFaults(design), ...fitFaults(models, design)];
  if (faults.length > 0) throw new RangeError(`design: ${faults.join('; ')}`);
  const runs = models.map((model, m) => plainRun(model, m, design));
  let nominal: readonly Float64Array[] | null = null;
  return {
    models,
    design,
    run(point, out) {
      runs.forEach((run, m) => out[m]?.set(run(point)));
    },
    nominal: () => (nominal ??= models.map((model, m) => plainRun(model, m, { seed: 0, factors: [] })(new Float64Array(0)))),
    factorValue: (point, id) => factorValue(design, point, id)
  };
}

/** What a design asks for that no model has. */
function fitFaults(models: readonly Model[], design: Design): string[] {
  const faults: string[] = [];
  const units = models[0]?.units ?? [];
  if (models.length === 0) faults.push('no model');
  models.forEach((model, m) => {
    if (model.units.length !== units.length || model.units.some((unit, u) => unit !== units[u])) faults.push(`model ${m + 1} has other units than the first`);
  });
  const height = Math.max(...models.map((model) => model.structure.levels));
  for (const factor of design.factors) {
    if (factor.kind === 'omit') {
      for (const node of factor.nodes) if (node !== null && !models.some((model) => model.place.has(node))) faults.push(`factor ${factor.id}: no model has a node ${node}`);
    } else if ('level' in factor && factor.level !== 'all') {
      const top = factor.kind === 'aggregation' ? height : height - 1;
      if (factor.level > top) faults.push(`factor ${factor.id}: level ${factor.level} is above ${top}, the highest that can vary`);
    } else if (factor.kind === 'imputation' && factor.options.some((o) => o !== 'nominal' && 'within' in o && o.within === 'group') && models.some((model) => model.groups === null)) {
      faults.push(`factor ${factor.id}: a model has no groups to impute within`);
    }
  }
  return faults;
}

/** One model by the engine's steps. */
function plainRun(model: Model, m: number, design: Design): (point: Float64Array) => Float64Array {
  const { base, structure } = model;
  const weigh = weightRule(model, m, design);
  const weight = new Float64Array(structure.nodes.length);
  const directions = new Map(structure.indicators.map((node) => [node.id, node.direction ?? 1]));
  return (point) => {
    let imputation: ImputationChoice | Nominal = 'nominal';
    let treatment: TreatmentChoice | Nominal = 'nominal';
    let normalisation: Normalisation | Nominal = 'nominal';
    let omitted: string | null = null;
    const methods = new Map<number, Aggregation>();
    design.factors.forEach((factor, f) => {
      const u = point[f] ?? NaN;
      if (factor.kind === 'imputation') imputation = factor.options[optionAt(u, factor.options.length)] ?? 'nominal';
      if (factor.kind === 'treatment') treatment = factor.options[optionAt(u, factor.options.length)] ?? 'nominal';
      if (factor.kind === 'normalisation') normalisation = factor.options[optionAt(u, factor.options.length)] ?? 'nominal';
      if (factor.kind === 'omit') omitted = factor.nodes[optionAt(u, factor.nodes.length)] ?? null;
      if (factor.kind === 'aggregation') {
        const option = factor.options[optionAt(u, factor.options.length)] ?? 'nominal';
        for (let level = 2; level <= structure.levels; level++) {
          if (factor.level !== 'all' && factor.level !== level) continue;
          if (option === 'nominal') methods.delete(level);
          else methods.set(level, option);
        }
      }
    });
    weigh(point, weight);
    const table = normalised(treated(imputed(model, imputation), model, treatment), model, normalisation, directions);
    const left = omitted === null ? structure : without(structure, omitted);
    if (left === null) return new Float64Array(model.units.length).fill(NaN);
    const nominal = (level: number): Aggregation => (Array.isArray(base.aggregation) ? (base.aggregation as readonly Aggregation[])[level - 2] : (base.aggregation as Aggregation)) ?? { aggregate: 'arithmetic' };
    const levels = Array.from({ length: structure.levels - 1 }, (_, i) => i + 2);
    const { table: scores } = aggregateTree(table, left, {
      method: levels.map((level) => methods.get(level) ?? nominal(level)),
      methodOf: new Map(Array.from(base.aggregationOf ?? []).filter(([id]) => !methods.has(structure.byId.get(id)?.level ?? 0))),
      weights: new Map(structure.nodes.map((node, k) => [node.id, weight[k] ?? NaN])),
      ...(base.limit === undefined ? {} : { limit: base.limit }),
      ...(base.limitOf ? { limitOf: base.limitOf } : {}),
      ...(base.limitBy ? { limitBy: base.limitBy } : {})
    });
    return scores.columns.get(structure.root.id) ?? new Float64Array(model.units.length).fill(NaN);
  };
}

function imputed(model: Model, choice: ImputationChoice | Nominal): Table {
  const how = choice === 'nominal' ? (model.base.imputation ?? { impute: 'none' }) : choice;
  if (how.impute === 'none') return model.raw;
  if (how.impute === 'em') return imputeEm(model.raw, how.options).table;
  return impute(model.raw, { statistic: how.impute, ...(how.within === 'group' && model.groups ? { groups: model.groups } : {}) }).table;
}

function treated(table: Table, model: Model, choice: TreatmentChoice | Nominal): Table {
  const how = (id: string): TreatmentChoice => (choice === 'nominal' ? (model.base.treatmentOf?.get(id) ?? model.base.treatment ?? { treat: 'none' }) : choice);
  return treat(table, {}, new Map(Array.from(table.columns.keys(), (id) => [id, how(id)]))).table;
}

function normalised(table: Table, model: Model, choice: Normalisation | Nominal, directions: ReadonlyMap<string, 1 | -1>): Table {
  return choice === 'nominal' ? normaliseTable(table, model.base.normalisation, directions, model.base.normalisationOf).table : normaliseTable(table, choice, directions).table;
}

/** The tree without a node, all below it and every parent that is left childless; null when nothing is left. */
function without(structure: Structure, id: string): Structure | null {
  if (!structure.byId.has(id)) return structure;
  const gone = new Set([id]);
  for (let size = 0; size !== gone.size; ) {
    size = gone.size;
    for (const node of structure.nodes) if (node.parent !== null && gone.has(node.parent)) gone.add(node.id);
    for (const [parent, children] of structure.children) if (children.every((child) => gone.has(child.id))) gone.add(parent);
  }
  if (gone.has(structure.root.id)) return null;
  const stays = (node: Node) => !gone.has(node.id);
  return {
    ...structure,
    nodes: structure.nodes.filter(stays),
    indicators: structure.indicators.filter(stays),
    byId: new Map(Array.from(structure.byId).filter(([, node]) => stays(node))),
    children: new Map(Array.from(structure.children, ([parent, list]): [string, Node[]] => [parent, list.filter(stays)]).filter(([parent]) => !gone.has(parent)))
  };
}
