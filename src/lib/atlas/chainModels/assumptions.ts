/** What a reader can set on the page of the scenario, and its address: only values that differ from the method's stand there. */
import { SCENARIO_PARAMETERS, type ScenarioMethod } from '../../pack';
import { defaultValues, type ScenarioStart, type ScenarioValues } from '../../scenario';
import type { Notice } from '../view';

/** Limits of the budget, as a share of the district's investment of a year. */
export const BUDGET = { lo: 0.01, hi: 0.3 };

export interface Assumptions {
  /** Budget ÷ the district's investment of a year. */
  readonly budget: number;
  readonly values: ScenarioValues;
}

export function defaultAssumptions(method: ScenarioMethod): Assumptions {
  return { budget: method.budget, values: defaultValues(method.parameters) };
}

/** Parameters of other parts of the address that are no business of this page. */
const FOREIGN = new Set(['theme', 'lang']);

/** A value that is no number or lies beyond its limits falls back to the method's and is named. */
export function parseAssumptions(params: URLSearchParams, method: ScenarioMethod): { readonly assumptions: Assumptions; readonly notices: readonly Notice[] } {
  const fallback = defaultAssumptions(method);
  const notices: Notice[] = [];
  const known = new Set<string>(['budget', ...SCENARIO_PARAMETERS]);
  for (const [parameter, value] of params) {
    if (!known.has(parameter) && !FOREIGN.has(parameter) && !parameter.startsWith('utm_')) notices.push({ parameter, value, reason: 'unknown-parameter' });
  }
  const read = (parameter: string, otherwise: number, { lo, hi }: { readonly lo: number; readonly hi: number }): number => {
    const value = params.get(parameter);
    if (value === null) return otherwise;
    const number = value.trim() === '' ? NaN : Number(value);
    if (number >= lo && number <= hi) return number;
    notices.push({ parameter, value, reason: 'unknown-value' });
    return otherwise;
  };
  const budget = read('budget', fallback.budget, BUDGET);
  const values = Object.fromEntries(SCENARIO_PARAMETERS.map((id) => [id, read(id, fallback.values[id], method.parameters[id])])) as unknown as ScenarioValues;
  return { assumptions: { budget, values }, notices };
}

/** The query without question mark; empty for the method's own values. */
export function formatAssumptions({ budget, values }: Assumptions, method: ScenarioMethod): string {
  const fallback = defaultAssumptions(method);
  const parts = SCENARIO_PARAMETERS.flatMap((id) => (values[id] === fallback.values[id] ? [] : [`${id}=${values[id]}`]));
  return [...(budget === fallback.budget ? [] : [`budget=${budget}`]), ...parts].join('&');
}

/** The start with another budget, a share of the district's investment of a year. */
export function withBudget(start: ScenarioStart, share: number): ScenarioStart {
  return { ...start, budget: share * start.investment.reduce((a, b) => a + b, 0) };
}
