/**
 * The plain way from a point of a design to scores: the engine's own steps, one after the other. What the fast
 * kernel is measured against; slow, and as simple as the definition.
 */
import {
  aggregateTree, impute, imputeEm, normaliseTable, optionAt, treat, weightRule,
  type Aggregation, type Design, type ImputationChoice, type Model, type Node, type Nominal, type Normalisation, type Structure, type Table, type TreatmentChoice
} from '../../../../src/lib/composite';

/** Model `m` of a design by the engine's steps. */
export function plainRun(model: Model, m: number, design: Design): (point: Float64Array) => Float64Array {
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
