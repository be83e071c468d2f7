/** What pages on partners show besides the matching itself: names, buyers, the best of a region. */
import { kindsFed, productClass, stagesFed, type FunctionId, type Matching, type Proposal } from '../../chains';
import { regionsOf } from '../../composite';
import type { Pack, Text } from '../../pack';
import type { NamedThings } from './partnerWords';

/** A working site that could buy: a role of a site in a leading region. */
export interface BuyerSite {
  readonly id: string;
  readonly name: Text;
  readonly city: Text;
  readonly region: string;
  readonly cluster: string;
  readonly stage: string;
  /** OKVED 2 class of what it makes in this role. */
  readonly product: string | null;
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
  return pack.chains.sites.flatMap(({ id, name, city, region, roles }) =>
    region === null || !leaders.includes(region) ? [] : roles.filter((r) => r.until === null).map((role) => ({ id, name, city, region, cluster: role.cluster, stage: role.stage, product: productClass(role) }))
  );
}

export interface Buyers {
  /** Each site once. */
  readonly sites: readonly BuyerSite[];
  /** Whether the class of product narrowed them, or no more than the stage is known to feed theirs. */
  readonly by: 'product' | 'stage';
}

/**
 * Sites of the leader that could buy: of a stage and class of product that goods of the function's class are
 * known to go to; where the leader has none of these, of a stage that the function's stage is known to feed.
 */
export function buyersOf(sites: readonly BuyerSite[], { partners }: Pick<Matching, 'partners'>, leader: string, fn: FunctionId): Buyers {
  const fed = stagesFed(partners).get(`${fn.cluster} ${fn.stage}`);
  const ofStage = sites.filter((s) => s.region === leader && s.cluster === fn.cluster && fed?.has(s.stage));
  const kinds = fn.product === null ? new Set<string>() : kindsFed(partners, fn);
  const ofProduct = ofStage.filter((s) => kinds.has(`${s.stage} ${s.product ?? ''}`));
  const once = (list: readonly BuyerSite[]) => list.filter((s, i) => list.findIndex((other) => other.id === s.id) === i);
  return ofProduct.length > 0 ? { sites: once(ofProduct), by: 'product' } : { sites: once(ofStage), by: 'stage' };
}

/** The best proposals of a region over all clusters, by score. */
export function bestProposals(pack: Pack, found: Matching, region: string, count: number): readonly Proposal[] {
  return pack.clusters.flatMap(({ id }) => found.proposals(region, id)).sort((a, b) => b.score - a.score).slice(0, count);
}
