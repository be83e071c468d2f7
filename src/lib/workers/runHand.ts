/** What one worker does: it holds the models of one design and computes any range of runs or rows on demand. */
import { transfer } from 'comlink';
import { collect, compileModel, evaluateRuns, evaluator, rankingOutcomes, sensitivityPlan, type Design, type Evaluator, type ModelInput, type RunSet, type SensitivityOptions } from '../composite';

export interface RunHand {
  /** Everything after concerns these models. @throws RangeError for models or a design that do not fit */
  open(inputs: readonly ModelInput[], design: Design): void;
  runs(from: number, to: number): RunSet;
  /** Outcomes of the ranking (`rankingOutcomes`) for rows from…to of the sensitivity plan. */
  ranking(model: number, plan: PlanOptions, from: number, to: number): { values: Float64Array; outcomes: number };
}

export type PlanOptions = Pick<SensitivityOptions, 'n' | 'maxExact'>;

export function runHand(): RunHand {
  let evaluate: Evaluator | null = null;
  const opened = (): Evaluator => {
    if (!evaluate) throw new Error('a worker was asked for runs before it had models');
    return evaluate;
  };
  return {
    open(inputs, design) {
      evaluate = evaluator(inputs.map(compileModel), design);
    },
    runs(from, to) {
      const set = evaluateRuns(opened(), from, to);
      return transfer(set, [set.points.buffer, ...set.scores.map((values) => values.buffer)]);
    },
    ranking(model, options, from, to) {
      const engine = opened();
      const outcomes = rankingOutcomes(engine, model, engine.nominal()[model] ?? new Float64Array(0));
      const result = collect(sensitivityPlan(engine.design, options), engine.design.factors.length, outcomes.of, {}, from, to);
      return transfer(result, [result.values.buffer]);
    }
  };
}
