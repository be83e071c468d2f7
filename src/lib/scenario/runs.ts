/** The three policies side by side: at the values given, and their range when all parameters vary at once. */
import { drawPoint, quantile, type Design } from '../composite';
import { SCENARIO_PARAMETERS, type ScenarioMethod, type ScenarioParameterId } from '../pack';
import { MEASURES, POLICIES, scenarioModel, type Outcome, type Policy, type ScenarioMeasure, type ScenarioModel, type ScenarioValues } from './model';
import type { ScenarioStart } from './start';

export interface Range {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface ScenarioResult {
  readonly today: Outcome;
  /** At the values given. */
  readonly outcomes: Readonly<Record<Policy, Outcome>>;
  /** 5 %, 50 % and 95 % of the runs. */
  readonly ranges: Readonly<Record<Policy, Readonly<Record<ScenarioMeasure, Range>>>>;
  readonly runs: ScenarioRuns;
}

export interface ScenarioRuns {
  readonly count: number;
  /** Values of the parameters by run × parameter, in the order of SCENARIO_PARAMETERS. */
  readonly values: Float64Array;
  /** By policy and measure, one value for each run. The same run is the same draw for every policy. */
  readonly outcomes: Readonly<Record<Policy, Readonly<Record<ScenarioMeasure, Float64Array>>>>;
}

export type ParameterRanges = Readonly<Record<ScenarioParameterId, { readonly lo: number; readonly hi: number }>>;

/** @param values the adjustable parameters; ranges and seed come from the method */
export function scenario(start: ScenarioStart, values: ScenarioValues, method: Pick<ScenarioMethod, 'parameters' | 'seed' | 'runs'>): ScenarioResult {
  const model = scenarioModel(start);
  const runs = scenarioRuns(model, method.parameters, method.seed, method.runs);
  const each = <T>(of: (policy: Policy) => T) => Object.fromEntries(POLICIES.map((p) => [p, of(p)])) as Record<Policy, T>;
  return {
    today: model.outcome(null, values),
    outcomes: each((policy) => model.outcome(policy, values)),
    ranges: each((policy) => Object.fromEntries(MEASURES.map((m) => [m, rangeOf(runs.outcomes[policy][m])])) as Record<ScenarioMeasure, Range>),
    runs
  };
}

/** Every parameter drawn evenly between its limits, independent of the others; run i is the same whoever asks. */
export function scenarioRuns(model: ScenarioModel, ranges: ParameterRanges, seed: number, count: number): ScenarioRuns {
  const design: Design = { seed, factors: SCENARIO_PARAMETERS.map((id) => ({ id, kind: 'number', lo: ranges[id].lo, hi: ranges[id].hi })) };
  const K = SCENARIO_PARAMETERS.length;
  const point = new Float64Array(K);
  const values = new Float64Array(count * K);
  const columns = () => Object.fromEntries(MEASURES.map((m) => [m, new Float64Array(count)])) as Record<ScenarioMeasure, Float64Array>;
  const outcomes = Object.fromEntries(POLICIES.map((p) => [p, columns()])) as Record<Policy, Record<ScenarioMeasure, Float64Array>>;
  for (let run = 0; run < count; run++) {
    drawPoint(design, run, point);
    const drawn = Object.fromEntries(SCENARIO_PARAMETERS.map((id, k) => [id, ranges[id].lo + (ranges[id].hi - ranges[id].lo) * (point[k] as number)])) as Record<ScenarioParameterId, number>;
    SCENARIO_PARAMETERS.forEach((id, k) => (values[run * K + k] = drawn[id]));
    for (const policy of POLICIES) {
      const found = model.outcome(policy, drawn);
      for (const m of MEASURES) outcomes[policy][m][run] = found[m];
    }
  }
  return { count, values, outcomes };
}

function rangeOf(column: Float64Array): Range {
  const sorted = Float64Array.from(column).sort();
  return { low: quantile(sorted, 0.05), median: quantile(sorted, 0.5), high: quantile(sorted, 0.95) };
}
