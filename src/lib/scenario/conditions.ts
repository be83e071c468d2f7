/**
 * When does the conclusion hold in this model that lagging regions should be integrated as suppliers rather
 * than budgets equalised. It is taken apart into claims, each a difference that must not be negative: it adds
 * at least as much output as equalising, and leaves regions less polarised than concentrating. The stronger
 * claim, that it adds as much as concentrating too, stands beside. That weak points of the chains become fewer
 * is an assumption of the model and no result, so it is no claim here.
 */
import { SCENARIO_PARAMETERS, type ScenarioParameterId } from '../pack';
import type { ScenarioModel, ScenarioValues } from './model';
import type { ParameterRanges, ScenarioRuns } from './runs';

export const CLAIMS = ['output-of-equalising', 'less-polarised-than-concentrating', 'output-of-concentrating'] as const;
export type Claim = (typeof CLAIMS)[number];
/** Those that make up the conclusion. */
export const CONCLUSION = ['output-of-equalising', 'less-polarised-than-concentrating'] as const satisfies readonly Claim[];

/** How far a claim holds: ≥ 0 where it does. In growth of the district, or Theil's T. */
export function margin(model: ScenarioModel, claim: Claim, values: ScenarioValues): number {
  const integrate = model.outcome('integrate', values);
  if (claim === 'output-of-equalising') return integrate.growth - model.outcome('equalise', values).growth;
  const concentrate = model.outcome('concentrate', values);
  return claim === 'output-of-concentrating' ? integrate.growth - concentrate.growth : concentrate.theil - integrate.theil;
}

/** Whether each claim, and the conclusion, holds at the values given. */
export function holding(model: ScenarioModel, values: ScenarioValues): Readonly<Record<Claim | 'conclusion', boolean>> {
  const holds = Object.fromEntries(CLAIMS.map((claim) => [claim, margin(model, claim, values) >= 0])) as Record<Claim, boolean>;
  return { ...holds, conclusion: CONCLUSION.every((claim) => holds[claim]) };
}

export interface BreakEven {
  readonly claim: Claim;
  readonly parameter: ScenarioParameterId;
  /** Values between the limits at which the claim turns, the other parameters as given; empty where it never does. */
  readonly at: readonly number[];
  /** Does the claim hold at the lower and at the upper limit. */
  readonly holdsAtLo: boolean;
  readonly holdsAtHi: boolean;
}

const STEPS = 32;
const HALVINGS = 40;

/** Every claim against every parameter: a grid between its limits, then bisection in each step where the sign turns. */
export function breakEvens(model: ScenarioModel, values: ScenarioValues, ranges: ParameterRanges): readonly BreakEven[] {
  return CLAIMS.flatMap((claim) =>
    SCENARIO_PARAMETERS.map((parameter) => {
      const { lo, hi } = ranges[parameter];
      const f = (x: number) => margin(model, claim, { ...values, [parameter]: x });
      const grid = Array.from({ length: STEPS + 1 }, (_, i) => lo + ((hi - lo) * i) / STEPS);
      const signs = grid.map((x) => f(x) >= 0);
      const at = grid.flatMap((x, i) => (i > 0 && signs[i] !== signs[i - 1] ? [bisect(f, grid[i - 1] ?? lo, x)] : []));
      return { claim, parameter, at, holdsAtLo: signs[0] === true, holdsAtHi: signs[STEPS] === true };
    })
  );
}

function bisect(f: (x: number) => number, lo: number, hi: number): number {
  const atLo = f(lo) >= 0;
  let [a, b] = [lo, hi];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (a + b) / 2;
    if (f(middle) >= 0 === atLo) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

export interface ClaimShares {
  readonly claim: Claim | 'conclusion';
  /** Share of the runs in which it holds. */
  readonly share: number;
  /** The same in the runs with the lowest and the highest third of each parameter's range. */
  readonly byParameter: readonly { readonly parameter: ScenarioParameterId; readonly low: number; readonly high: number }[];
}

/** In how many runs each claim and the conclusion hold, and how much that turns on each parameter. */
export function claimShares({ count, values, outcomes }: ScenarioRuns, ranges: ParameterRanges): readonly ClaimShares[] {
  const { integrate, equalise, concentrate } = outcomes;
  const holds: Readonly<Record<Claim, (run: number) => boolean>> = {
    'output-of-equalising': (i) => (integrate.growth[i] as number) >= (equalise.growth[i] as number),
    'less-polarised-than-concentrating': (i) => (integrate.theil[i] as number) <= (concentrate.theil[i] as number),
    'output-of-concentrating': (i) => (integrate.growth[i] as number) >= (concentrate.growth[i] as number)
  };
  const K = SCENARIO_PARAMETERS.length;
  const all = Array.from({ length: count }, (_, i) => i);
  const share = (test: (run: number) => boolean, runs: readonly number[]) => runs.filter(test).length / runs.length;
  return ([...CLAIMS, 'conclusion'] as const).map((claim) => {
    const test = claim === 'conclusion' ? (i: number) => CONCLUSION.every((c) => holds[c](i)) : holds[claim];
    return {
      claim,
      share: share(test, all),
      byParameter: SCENARIO_PARAMETERS.map((parameter, k) => {
        const { lo, hi } = ranges[parameter];
        const place = (i: number) => ((values[i * K + k] as number) - lo) / (hi - lo);
        return { parameter, low: share(test, all.filter((i) => place(i) < 1 / 3)), high: share(test, all.filter((i) => place(i) >= 2 / 3)) };
      })
    };
  });
}
