/**
 * One budget, three policies: a model, not a forecast. It compares policies on the same assumptions and says
 * nothing of what will happen.
 *
 * Money b(r) goes to region r:
 *   concentrate   to the leaders, in proportion to their output
 *   equalise      to all regions, by head
 *   integrate     the share `anchor` to the leaders (to open their purchasing), the rest to regions with
 *                 proposed supplier functions, in proportion to the scores
 *
 * Of b(r) works  e(r) = b / (1 + b / (absorption · I)),  I = the region's yearly investment. It adds
 *   g(r) = Y · ((1 + e / K)^elasticity − 1) · (Y / Ȳ)^agglomeration
 * Money for a supplier function comes to its contract with the chance `success`; its output then is
 * (1 + gain) times g, and (1 − stranded) times g otherwise: on the average g · (s(1 + gain) + (1 − s)(1 − stranded)).
 *
 * Partners gain: the suppliers of a region get `spillover` times what it adds, by their share of its purchases;
 * under integrate the leader also gets `spillover` times what its new suppliers add under contract.
 */
import { SCENARIO_PARAMETERS, type ScenarioParameterId } from '../pack';
import type { ScenarioStart } from './start';

export const POLICIES = ['concentrate', 'equalise', 'integrate'] as const;
export type Policy = (typeof POLICIES)[number];

export type ScenarioValues = Readonly<Record<ScenarioParameterId, number>>;

export interface Outcome {
  /** Output added ÷ output of the district today. */
  readonly growth: number;
  /** Theil's T of output by head of population; 0 = the same everywhere. */
  readonly theil: number;
  /** Share of the two regions with the greatest output. */
  readonly topTwo: number;
  /** Output by employed person in the leaders ÷ in the district. */
  readonly gap: number;
  /** Weak points left in the leaders' chains, expected number. */
  readonly weakPoints: number;
}

export const MEASURES = ['growth', 'theil', 'topTwo', 'gap', 'weakPoints'] as const satisfies readonly (keyof Outcome)[];
export type ScenarioMeasure = (typeof MEASURES)[number];

export interface Allocation {
  /** Money of a region that works like any investment. */
  readonly plain: Float64Array;
  /** Money of a region for supplier functions, which depends on contracts. */
  readonly contract: Float64Array;
}

/** What follows from the start alone, reckoned once for many values of the parameters. */
export interface ScenarioModel {
  readonly start: ScenarioStart;
  /** Money by region for a policy; both columns together sum to the budget and are used again by the next call. Without proposals integrate gives all to the leaders. */
  readonly allocation: (policy: Policy, anchor: number) => Allocation;
  /** Output of every region after a policy; the column is used again by the next call. */
  readonly outputAfter: (policy: Policy, values: ScenarioValues) => Float64Array;
  /** Outcomes of a policy; `null` for today, with no policy at all. */
  readonly outcome: (policy: Policy | null, values: ScenarioValues) => Outcome;
}

export function scenarioModel(start: ScenarioStart): ScenarioModel {
  const { regions, output, capital, investment, population, employed, leaders, budget, proposals, suppliers } = start;
  const n = regions.length;
  const [before, workers, heads] = [total(output), total(employed), total(population)];
  const mean = before / n;
  const size = output.map((y) => Math.log(y / mean));
  const led = leaders.reduce((sum, r) => sum + (output[r] as number), 0);
  const ledWorkers = leaders.reduce((sum, r) => sum + (employed[r] as number), 0);
  const toLeaders = new Float64Array(n);
  for (const r of leaders) toLeaders[r] = (output[r] as number) / led;
  const byHead = population.map((p) => p / heads);
  // Shares of the money for suppliers by region, and of a region's suppliers by the leader they would supply.
  const scores = proposals.reduce((sum, p) => sum + p.score, 0);
  const toSuppliers = new Float64Array(n);
  for (const p of proposals) toSuppliers[p.region] = (toSuppliers[p.region] as number) + p.score / scores;
  const serves = new Float64Array(n * n);
  for (const p of proposals) serves[p.region * n + p.leader] = (serves[p.region * n + p.leader] as number) + p.score / scores / (toSuppliers[p.region] as number);
  // One weak point may be relieved by several proposals; it stays if all of them fail.
  const tries = new Map<string, number>();
  for (const { relieves } of proposals) if (relieves !== null) tries.set(relieves, (tries.get(relieves) ?? 0) + 1);

  const [none, plain, contract, after] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const spread = (into: Float64Array, shares: Float64Array, money: number) => {
    for (let r = 0; r < n; r++) into[r] = (shares[r] as number) * money;
  };

  function allocation(policy: Policy, anchor: number): Allocation {
    if (policy === 'equalise') spread(plain, byHead, budget);
    else if (policy === 'concentrate' || scores === 0) spread(plain, toLeaders, budget);
    else {
      spread(plain, toLeaders, budget * anchor);
      spread(contract, toSuppliers, budget * (1 - anchor));
      return { plain, contract };
    }
    return { plain, contract: none };
  }

  function outputAfter(policy: Policy, { elasticity, agglomeration, absorption, spillover, success, gain, stranded, anchor }: ScenarioValues): Float64Array {
    const money = allocation(policy, anchor);
    after.set(output);
    for (let i = 0; i < n; i++) {
      const [a, c, y] = [money.plain[i] as number, money.contract[i] as number, output[i] as number];
      const b = a + c;
      if (b === 0) continue;
      const works = b / (1 + b / (absorption * (investment[i] as number)));
      const g = y * Math.expm1(elasticity * Math.log1p(works / (capital[i] as number))) * Math.exp(agglomeration * (size[i] as number));
      const kept = ((g * c) / b) * success * (1 + gain);
      const added = (g * a) / b + kept + ((g * c) / b) * (1 - success) * (1 - stranded);
      after[i] = (after[i] as number) + added;
      for (let j = 0; j < n; j++) after[j] = (after[j] as number) + spillover * ((suppliers[i * n + j] as number) * added + (serves[i * n + j] as number) * kept);
    }
    return after;
  }

  function outcome(policy: Policy | null, values: ScenarioValues): Outcome {
    const now = policy === null ? output : outputAfter(policy, values);
    const sum = total(now);
    let ledNow = 0;
    for (const r of leaders) ledNow += now[r] as number;
    let { weakPoints } = start;
    if (policy === 'integrate') for (const m of tries.values()) weakPoints -= 1 - (1 - values.success) ** m;
    return { growth: sum / before - 1, theil: theilByHead(now, sum, byHead), topTwo: topTwo(now) / sum, gap: ledNow / ledWorkers / (sum / workers), weakPoints };
  }

  return { start, allocation, outputAfter, outcome };
}

/** Default values of the parameters. */
export function defaultValues(parameters: Readonly<Record<ScenarioParameterId, { readonly value: number }>>): ScenarioValues {
  return Object.fromEntries(SCENARIO_PARAMETERS.map((id) => [id, parameters[id].value])) as Record<ScenarioParameterId, number>;
}

function total(column: Float64Array): number {
  let sum = 0;
  for (const v of column) sum += v;
  return sum;
}

// The two measures as in the room polarisation, without its checks and lists: they are wanted some thousand times at once.

function theilByHead(column: Float64Array, sum: number, sizes: Float64Array): number {
  let t = 0;
  for (let r = 0; r < column.length; r++) {
    const share = (column[r] as number) / sum;
    t += share * Math.log(share / (sizes[r] as number));
  }
  return t;
}

function topTwo(column: Float64Array): number {
  let [first, second] = [0, 0];
  for (const v of column) {
    if (v > first) [first, second] = [v, first];
    else if (v > second) second = v;
  }
  return first + second;
}
