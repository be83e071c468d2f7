/** The integration scenario on a pack: where it starts from, and its result at any values of the parameters. */
import { functionKey } from '../../chains';
import { regionsOf, yearColumn } from '../../composite';
import type { Pack, ScenarioMethod } from '../../pack';
import { breakEvens, claimShares, defaultValues, holding, scenario, scenarioModel, startFaults, type BreakEven, type Claim, type ClaimShares, type FundedProposal, type ScenarioResult, type ScenarioStart, type ScenarioValues } from '../../scenario';
import { laggingRegions, matching, modelledIntensity, topRegions } from './matching';

/** Suppliers in a leader's chain up to which a function of it counts as a weak point. */
const WEAK_AT_MOST = 1;

export interface Integration extends ScenarioResult {
  readonly start: ScenarioStart;
  readonly values: ScenarioValues;
  /** Where each claim turns when one parameter moves alone, and in how many runs it holds. */
  readonly breakEvens: readonly BreakEven[];
  readonly claims: readonly ClaimShares[];
  /** Whether each claim holds at the values. */
  readonly holds: Readonly<Record<Claim | 'conclusion', boolean>>;
}

/** Null where the pack has no parameters for it, or not the figures: then see integrationStart. */
export function integration(pack: Pack, values?: ScenarioValues): Integration | null {
  const { scenario: method } = pack.method;
  const start = integrationStart(pack);
  if (!method || !start || startFaults(start).length > 0) return null;
  return integrationFrom(start, method, values ?? defaultValues(method.parameters));
}

/** The same without the pack: what a page needs to reckon anew while a reader moves the parameters. */
export function integrationFrom(start: ScenarioStart, method: Pick<ScenarioMethod, 'parameters' | 'seed' | 'runs'>, values: ScenarioValues): Integration {
  const result = scenario(start, values, method);
  const model = scenarioModel(start);
  return { ...result, start, values, breakEvens: breakEvens(model, values, method.parameters), claims: claimShares(result.runs, method.parameters), holds: holding(model, values) };
}

/** Columns in base units: roubles, persons. */
export function integrationStart(pack: Pack): ScenarioStart | null {
  const { scenario: method } = pack.method;
  if (!method) return null;
  const known = starts.get(pack);
  if (known) return known;
  const start = makeStart(pack, method);
  starts.set(pack, start);
  return start;
}

const starts = new WeakMap<Pack, ScenarioStart>();

function makeStart(pack: Pack, method: ScenarioMethod): ScenarioStart {
  const regions = regionsOf(pack).map((r) => r.code);
  const column = (id: string) => {
    const factor = pack.indicators.find((i) => i.id === id)?.unit.factor ?? NaN;
    return yearColumn(pack, id, pack.method.targetYear, method.maxLag).values.map((v) => v * factor);
  };
  const investment = column(method.investment);
  const leaders = topRegions(pack, method.leaders);
  const found = matching(pack, { leaders });
  const place = (code: string) => regions.indexOf(code);
  const weak = new Set<string>();
  if (found) for (const leader of leaders) for (const { id } of pack.clusters) for (const d of found.demand(leader, id)) if (d.suppliers <= WEAK_AT_MOST) weak.add(`${leader} ${functionKey(d.fn)}`);
  const lagging = laggingRegions(pack).filter((code) => !leaders.includes(code));
  const proposals = lagging.flatMap((region) =>
    pack.clusters.flatMap(({ id }) =>
      (found?.proposals(region, id) ?? []).slice(0, method.proposals).map((p): FundedProposal => {
        const key = `${p.leader} ${functionKey(p.fn)}`;
        return { region: place(region), leader: place(p.leader), score: p.score, relieves: weak.has(key) ? key : null };
      })
    )
  );
  return {
    regions,
    output: column(method.output),
    capital: column(method.capital),
    investment,
    population: column(method.population),
    employed: column(method.employed),
    leaders: leaders.map(place),
    budget: method.budget * investment.reduce((a, b) => a + b, 0),
    suppliers: supplierShares(pack, regions.length),
    proposals,
    weakPoints: weak.size
  };
}

/** Whom a region buys from, by the modelled intensity of all clusters, each of equal weight. */
function supplierShares(pack: Pack, n: number): Float64Array {
  const from = new Float64Array(n * n);
  for (const { id } of pack.clusters) {
    modelledIntensity(pack, id)?.share.forEach((v, f) => {
      const [seller, buyer] = [Math.floor(f / n), f % n];
      if (!Number.isNaN(v)) from[buyer * n + seller] = (from[buyer * n + seller] as number) + v;
    });
  }
  for (let i = 0; i < n; i++) {
    const row = from.subarray(i * n, (i + 1) * n);
    const sum = row.reduce((a, b) => a + b, 0);
    if (sum > 0) row.forEach((v, j) => (row[j] = v / sum));
  }
  return from;
}
