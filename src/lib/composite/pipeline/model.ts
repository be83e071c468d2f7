/**
 * A method and its data as a model of the uncertainty engine: what no factor varies is computed once by the
 * pipeline, the rest is handed over as nominal choices.
 */
import type { Structure } from '../structure';
import type { Table } from '../table';
import type { Design, ImputationChoice } from '../uncertainty/design';
import { compileModel, type BaseChoices, type Model } from '../uncertainty/model';
import type { Method, Scope } from './method';
import { runPipeline, type PipelineInput, type PipelineResult, type PipelineStage } from './run';
import type { Rows } from './rows';

export interface PipelineModel {
  readonly model: Model;
  readonly rows: Rows;
  readonly nominal: PipelineResult;
}

/**
 * Rows are those that the method keeps after screening, whatever varies. Weights that the data give are those of
 * the method as it stands.
 * @throws RangeError for steps that look at one time of a panel after the other and vary, for an imputation that
 * varies and is nominally none that a model can repeat, and as the pipeline does
 */
export function pipelineModel(input: PipelineInput, method: Method, design: Design): PipelineModel {
  const nominal = runPipeline(input, method);
  const last = stageOf(nominal, 'aggregated');
  const varies = (kind: 'imputation' | 'treatment') => design.factors.some((factor) => factor.kind === kind);
  const panel = last.rows.time !== null;
  const together = (over: Scope, what: string) => {
    if (panel && over === 'time') throw new RangeError(`${what} looks at each time of the panel by itself; say "over": "panel" for it in the method`);
  };
  together(method.normalise.over, 'normalise');
  if ([...method.aggregate.levels, ...method.aggregate.of.values()].some((how) => ['copeland', 'topsis', 'vikor', 'promethee', 'benefitOfDoubt'].includes(how.aggregate))) together(method.aggregate.over, 'aggregate');

  if ([...method.aggregate.levels, ...method.aggregate.of.values()].some((how) => how.aggregate === 'promethee' && how.preferenceOf)) throw new RangeError('preferences of PROMETHEE by indicator cannot be run again and again; give one for all');

  const base: BaseChoices = {
    normalisation: method.normalise.how,
    normalisationOf: method.normalise.of,
    aggregation: method.aggregate.levels,
    aggregationOf: method.aggregate.of,
    weights: nominal.weights,
    limit: method.aggregate.limits,
    limitOf: method.aggregate.limitOf,
    limitBy: method.aggregate.limitBy
  };
  const imputes = varies('imputation');
  const treats = varies('treatment') || imputes;
  if (treats && method.treat) together(method.treat.over, 'treat');
  if (imputes && method.impute) together(method.impute.over, 'impute');
  const table = imputes ? before(nominal, 'imputed', method) : treats ? before(nominal, 'treated', method) : before(nominal, 'normalised', method);
  const place = new Map(table.units.map((unit, r) => [unit, r]));
  const kept = last.table.units.map((unit) => place.get(unit) ?? -1);
  const columns = new Map(Array.from(table.columns, ([id, values]) => [id, Float64Array.from(kept, (r) => values[r] ?? NaN)]));
  const imputation = imputes && method.impute ? imputationOf(method.impute.how) : null;
  const group = method.impute && 'group' in method.impute.how ? method.impute.how.group : undefined;
  const groups = group === undefined ? null : groupsOf(input, last.rows, group);
  return {
    model: compileModel({
      units: last.table.units,
      structure: turned(input.structure, method),
      columns,
      base: {
        ...base,
        ...(imputation ? { imputation } : {}),
        ...(treats && method.treat ? { treatment: { treat: 'chain', options: method.treat.options }, treatmentOf: method.treat.of } : {})
      },
      ...(groups ? { groups } : {})
    }),
    rows: last.rows,
    nominal
  };
}

function stageOf(result: PipelineResult, name: 'aggregated'): PipelineStage {
  const stage = result.stages.get(name);
  if (!stage) throw new RangeError(`no stage ${name}`);
  return stage;
}

/** The table that goes into a step. */
function before(result: PipelineResult, name: 'imputed' | 'treated' | 'normalised', method: Method): Table {
  const names = [...result.stages.keys()];
  const step = names[names.indexOf(name) - 1];
  const later = method.order.indexOf('treat');
  if (name === 'treated' && later < method.order.indexOf('denominate')) throw new RangeError('treat comes before denominate in the order of the method and cannot vary');
  if (name === 'imputed' && (later < method.order.indexOf('impute') || method.order.indexOf('impute') < method.order.indexOf('denominate'))) throw new RangeError('impute must come after denominate and before treat in the order of the method to vary');
  const table = step === undefined ? undefined : result.stages.get(step)?.table;
  if (!table) throw new RangeError(`nothing comes before ${name}`);
  return table;
}

function imputationOf(how: NonNullable<Method['impute']>['how']): ImputationChoice {
  if (how.impute === 'mean' || how.impute === 'median') return { impute: how.impute, within: how.group === undefined ? 'column' : 'group' };
  if (how.impute === 'em' && how.level === undefined) return { impute: 'em' };
  throw new RangeError(`imputation by ${how.impute} cannot vary; nominal must be none, mean, median or em of all indicators`);
}

function groupsOf(input: PipelineInput, rows: Rows, group: string): readonly (string | null)[] {
  const key = (of: Rows, r: number) => `${of.unit[r] ?? ''} ${of.time?.[r] ?? ''}`;
  const own = new Map(input.rows.unit.map((_, r) => [key(input.rows, r), input.groups?.get(group)?.[r] ?? null]));
  return rows.unit.map((_, r) => own.get(key(rows, r)) ?? null);
}

/** The structure with the directions of the method. */
function turned(structure: Structure, method: Method): Structure {
  if (method.normalise.directions.size === 0) return structure;
  const turn = (node: Structure['root']) => {
    const direction = method.normalise.directions.get(node.id);
    return direction === undefined ? node : { ...node, direction };
  };
  const nodes = structure.nodes.map(turn);
  return { ...structure, nodes, byId: new Map(nodes.map((node) => [node.id, node])), indicators: structure.indicators.map(turn), children: new Map(Array.from(structure.children, ([id, of]) => [id, of.map(turn)])) };
}
