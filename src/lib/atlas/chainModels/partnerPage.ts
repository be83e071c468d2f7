/** What pages on partners show besides the matching itself: names, buyers, the best of a region. */
import { stagesFed, type FunctionId, type Matching, type Proposal } from '../../chains';
import { regionsOf } from '../../composite';
import type { Pack, Text } from '../../pack';
import type { NamedThings } from './partnerWords';

/** A working site that could buy: a role of a site in a leading region. */
export interface BuyerSite {
  readonly name: Text;
  readonly city: Text;
  readonly region: string;
  readonly cluster: string;
  readonly stage: string;
}

/** Names of everything that proposals and their reasons speak of. */
export function namedThings(pack: Pack): NamedThings {
  const { partners } = pack.method;
  const used = new Set(partners ? [...partners.readiness.map((r) => r.id), ...partners.quotients.flatMap((q) => [q.numerator, q.denominator])] : []);
  return {
    regions: regionsOf(pack).map(({ code, short }) => ({ code, short })),
    clusters: pack.clusters.map(({ id, name }) => ({ id, name })),
    stages: pack.stages.map(({ id, name }) => ({ id, name })),
    indicators: pack.indicators.filter((i) => used.has(i.id)).map(({ id, short, unit, decimals }) => ({ id, short, unit: unit.short, decimals }))
  };
}

/** Sites of the leading regions, by role. */
export function buyerSites(pack: Pack, leaders: readonly string[]): readonly BuyerSite[] {
  return pack.chains.sites.flatMap(({ name, city, region, roles }) =>
    region === null || !leaders.includes(region) ? [] : roles.filter((r) => r.until === null).map(({ cluster, stage }) => ({ name, city, region, cluster, stage }))
  );
}

/** Those in a stage of the leader that the function is known to feed. */
export function buyersOf(sites: readonly BuyerSite[], { partners }: Pick<Matching, 'partners'>, leader: string, fn: FunctionId): readonly BuyerSite[] {
  const fed = stagesFed(partners).get(`${fn.cluster} ${fn.stage}`);
  return sites.filter((s) => s.region === leader && s.cluster === fn.cluster && fed?.has(s.stage));
}

/** The best proposals of a region over all clusters, by score. */
export function bestProposals(pack: Pack, found: Matching, region: string, count: number): readonly Proposal[] {
  return pack.clusters.flatMap(({ id }) => found.proposals(region, id)).sort((a, b) => b.score - a.score).slice(0, count);
}
