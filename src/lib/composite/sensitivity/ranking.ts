/**
 * Sensitivity of a ranking: which choice moves the score and the rank of each unit, and the ranking as a whole
 * (Saisana, Saltelli & Tarantola 2005).
 */
import { levelsOf, type Design } from '../uncertainty/design';
import type { Evaluator } from '../uncertainty/evaluator';
import { rankInto, rankScratch } from '../uncertainty/rankInto';
import { rankShift } from '../uncertainty/summary';
import { collect } from './collect';
import { combinationPoint, combinations, exactFrom } from './exact';
import type { Indices, Outcomes } from './indices';
import { sampleSize, sobolFrom, sobolPoint, sobolRows, type SobolOptions } from './sobol';

export interface RankingOutcomes {
  /** Score of each unit, then rank of each, then the average rank shift. */
  readonly of: Outcomes;
  readonly count: number;
  readonly score: (unit: number) => number;
  readonly rank: (unit: number) => number;
  readonly shift: number;
}

/** @param model number of the model @param nominal its nominal scores, from which ranks shift */
export function rankingOutcomes(evaluate: Evaluator, model: number, nominal: Float64Array): RankingOutcomes {
  const n = nominal.length;
  const all = evaluate.models.map(() => new Float64Array(n));
  const scores = all[model];
  if (!scores) throw new RangeError(`sensitivity: no model ${model}`);
  const nominalRank = new Float64Array(n);
  const scratch = rankScratch(n);
  rankInto(nominal, nominalRank, scratch);
  const out = new Float64Array(2 * n + 1);
  const ranks = out.subarray(n, 2 * n);
  return {
    of(point) {
      evaluate.run(point, all);
      out.set(scores);
      rankInto(scores, ranks, scratch);
      out[2 * n] = rankShift(ranks, nominalRank);
      return out;
    },
    count: 2 * n + 1,
    score: (unit) => unit,
    rank: (unit) => n + unit,
    shift: 2 * n
  };
}

export interface SensitivityOptions extends SobolOptions {
  /** Size of the two samples when the design cannot be enumerated; default 1024. */
  readonly n?: number;
  /** Most combinations that are enumerated rather than sampled; default 20,000. */
  readonly maxExact?: number;
}

/** The points of a sensitivity analysis, and how their outcomes become indices; any range of rows can be computed alone. */
export interface SensitivityPlan {
  readonly method: 'exact' | 'sobol';
  readonly rows: number;
  point(row: number, out: Float64Array): void;
  /** @param values rows × outcomes */
  indices(values: Float64Array, outcomes: number): Indices;
}

/** All combinations when every factor is discrete and there are few enough, two samples otherwise. */
export function sensitivityPlan(design: Design, options: SensitivityOptions = {}): SensitivityPlan {
  const levels = levelsOf(design);
  if (levels && combinations(levels) <= (options.maxExact ?? 20_000)) {
    return { method: 'exact', rows: combinations(levels), point: (row, out) => combinationPoint(levels, row, out), indices: (values, outcomes) => exactFrom(values, levels, outcomes) };
  }
  const k = design.factors.length;
  const n = sampleSize(options.n ?? 1024);
  return { method: 'sobol', rows: sobolRows(k, n), point: (row, out) => sobolPoint(k, design.seed, row, out), indices: (values, outcomes) => sobolFrom(values, k, n, outcomes, design.seed, options) };
}

/** Exact indices where the design can be enumerated, estimates otherwise. */
export function sensitivity(evaluate: Evaluator, outcomes: Outcomes, options: SensitivityOptions = {}): Indices {
  const plan = sensitivityPlan(evaluate.design, options);
  const { values, outcomes: count } = collect(plan, evaluate.design.factors.length, outcomes, options);
  return plan.indices(values, count);
}
