/**
 * The whole way from raw data to ranks: every stage's table, what was done and why, the weights, and how much
 * of each score rests on imputed values.
 */
import type { Direction } from '../../pack';
import { aggregateTree, type TreeScores } from '../aggregateTree';
import { normaliseTable } from '../normalise/table';
import { rank } from '../rank';
import type { Structure } from '../structure';
import { mapColumns, tableOf, type Note, type Table } from '../table';
import { effectiveWeights } from '../weigh/tree';
import type { Method, PrepStep } from './method';
import { takeStep, type Prepared, type TreatmentOfTime } from './prepare';
import { bySets, setsOf, type Rows } from './rows';
import { weighChildren } from './weighing';

export interface PipelineInput {
  readonly rows: Rows;
  /** Indicators and denominators by id, one value per row; NaN = missing. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Columns of groups, for imputation within groups. */
  readonly groups?: ReadonlyMap<string, readonly (string | null)[]>;
  readonly structure: Structure;
}

export interface PipelineStage {
  readonly rows: Rows;
  /** `units` are the rows' keys: the unit, in a panel with its time. */
  readonly table: Table;
}

const NAMES = { denominate: 'denominated', impute: 'imputed', screen: 'screened', treat: 'treated' } as const;
export type StageName = 'raw' | (typeof NAMES)[PrepStep] | 'normalised' | 'aggregated';

export interface PipelineResult {
  /** By name, in the order in which the method takes them. */
  readonly stages: ReadonlyMap<StageName, PipelineStage>;
  /** Among the children of one node they sum to one; the root weighs 1. NaN where the data gave none. */
  readonly weights: ReadonlyMap<string, number>;
  /** What each node counts for in the index. */
  readonly effective: ReadonlyMap<string, number>;
  /** Share of the children present, by node from level 2 and row, 0–1. */
  readonly coverage: ReadonlyMap<string, Float64Array>;
  /** Share of each value, by weight, that rests on imputed cells, by node and row of the last stage, 0–1; NaN without a value. */
  readonly imputed: ReadonlyMap<string, Float64Array>;
  /** 1 = best, by node and row, within each time; ties share the smallest. */
  readonly ranks: ReadonlyMap<string, Float64Array>;
  readonly treatment: readonly TreatmentOfTime[];
  readonly log: readonly Note[];
}

/** @throws RangeError for a row named twice, an indicator or denominator without column, or parameters that cannot be */
export function runPipeline(input: PipelineInput, method: Method): PipelineResult {
  const { structure, rows } = input;
  const keys = rows.time ? rows.unit.map((unit, r) => `${unit} ${rows.time?.[r] ?? ''}`) : rows.unit;
  const of = (ids: Iterable<string>): Table => tableOf(keys, Array.from(ids, (id) => [id, columnOf(input, id)] as const));
  const log: Note[] = [];
  const treatment: TreatmentOfTime[] = [];
  const stages = new Map<StageName, PipelineStage>();
  let now: Prepared = {
    table: of(structure.indicators.map((node) => node.id)),
    rows,
    sizes: of(new Set(Array.from(method.denominate.values(), (d) => d.by))),
    groups: input.groups ?? new Map<string, never>(),
    marks: new Map()
  };
  stages.set('raw', { rows, table: now.table });
  for (const step of method.order) {
    const outcome = takeStep(now, step, method, structure);
    now = outcome.prepared;
    log.push(...outcome.log);
    treatment.push(...outcome.treatment);
    stages.set(NAMES[step], { rows: now.rows, table: now.table });
  }

  const sets = setsOf(now.rows);
  const directions = new Map<string, Direction>(structure.indicators.map((node) => [node.id, method.normalise.directions.get(node.id) ?? node.direction ?? 1]));
  const normalised = bySets(now.table, method.normalise.over === 'time' ? sets : [Array.from(now.rows.unit.keys())], (part) => {
    const result = normaliseTable(part, method.normalise.how, directions, method.normalise.of);
    log.push(...result.log);
    return result.table;
  });
  stages.set('normalised', { rows: now.rows, table: normalised });

  const weights = new Map<string, number>([[structure.root.id, 1]]);
  const { aggregate, weigh } = method;
  const scores = aggregateTree(normalised, structure, {
    method: aggregate.levels,
    methodOf: aggregate.of,
    limit: aggregate.limits,
    limitOf: aggregate.limitOf,
    limitBy: aggregate.limitBy,
    ...(aggregate.over === 'time' && sets.length > 1 ? { sets } : {}),
    weigh: (parent, children, columns) => {
      const raw = weigh.on === 'treated' && parent.level === 2;
      const data = raw ? children.map((child) => now.table.columns.get(child.id) ?? new Float64Array(0)) : columns;
      const scheme = weigh.of.get(parent.id) ?? weigh.levels[parent.level - 2] ?? { scheme: 'own' };
      const how = aggregate.of.get(parent.id) ?? aggregate.levels[parent.level - 2];
      const result = weighChildren(scheme, parent, children, data, raw ? children.map((child) => directions.get(child.id) ?? 1) : undefined, how);
      children.forEach((child, j) => weights.set(child.id, result.weights[j] ?? NaN));
      log.push(...result.log);
      return result.weights;
    }
  });
  log.push(...scores.log);
  stages.set('aggregated', { rows: now.rows, table: scores.table });

  return {
    stages,
    weights,
    effective: effectiveWeights(structure, weights),
    coverage: scores.coverage,
    imputed: imputedShares(scores, structure, weights, now),
    ranks: bySets(scores.table, sets, (part) => mapColumns(part, rank)).columns,
    treatment,
    log
  };
}

function columnOf(input: PipelineInput, id: string): Float64Array {
  const values = input.columns.get(id);
  if (!values) throw new RangeError(`the data have no column ${id}`);
  return values;
}

/** From the marks of the indicators up the tree, by the weights of what is present. */
function imputedShares(scores: TreeScores, structure: Structure, weights: ReadonlyMap<string, number>, prepared: Prepared): ReadonlyMap<string, Float64Array> {
  const result = new Map<string, Float64Array>();
  const has = (id: string, r: number) => !Number.isNaN(scores.table.columns.get(id)?.[r] ?? NaN);
  for (const node of [...structure.nodes].sort((a, b) => a.level - b.level)) {
    const children = structure.children.get(node.id) ?? [];
    result.set(
      node.id,
      Float64Array.from(scores.table.units, (_, r) => {
        if (!has(node.id, r)) return NaN;
        if (node.level === 1) return prepared.marks.get(node.id)?.[r] ?? 0;
        let sum = 0;
        let total = 0;
        for (const child of children) {
          const w = weights.get(child.id) ?? 0;
          if (!has(child.id, r) || !(w > 0)) continue;
          sum += w * (result.get(child.id)?.[r] ?? 0);
          total += w;
        }
        return total > 0 ? sum / total : 0;
      })
    );
  }
  return result;
}
