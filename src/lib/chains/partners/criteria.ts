/**
 * The five criteria of partner matching, each from 0 to 1, NaN where nothing can be said.
 *
 * specialisation  mean of up to three location quotients x ↦ x ÷ (1 + x), 0.5 at the district's average: of
 *                 published figures for the stage; of the region's sites in the cluster; of its sites in the
 *                 class of product, in whatever cluster
 * gap             1 ÷ (1 + n), n = working sites with the function in the leader's region or with a known
 *                 current link into it
 * nearness        h ÷ (h + d), see setting.ts
 * relatedness     mean of the density ω of the function space and of the share of other regions that have the
 *                 function, each weighted by its nearness
 * readiness       see setting.ts
 */
import type { Chains, CriterionId, Site, Stage } from '../../pack';
import { CRITERIA } from '../../pack';
import { linkStages, productClass, stageOrder } from '../chainGraph';
import { isPast, joinedLinks, type JoinedLink } from '../select';
import { functionSpace, functionsOf, works, type FunctionId, type FunctionSpace, type Grain } from './functionSpace';
import type { Setting } from './setting';

/** What matching reads of the setting: of the pack no more than the kinds of its stages. */
export type MatchSetting = Omit<Setting, 'pack'> & { readonly pack: { readonly stages: readonly Pick<Stage, 'id' | 'kind'>[] } };

export interface PartnerSpace {
  readonly setting: MatchSetting;
  readonly grain: Grain;
  readonly space: FunctionSpace;
  /** Links that count: current, not proposed, with the function of the supplier (−1 where it has none in the cluster) and the stage and class of product of the buyer. */
  readonly supplies: readonly Supply[];
  /** Sites that supply a function to a region's chain, by function × R + region: see suppliersOf. */
  readonly suppliers: Int32Array;
  /** Quotient of sites by region × clusters and by region × classes of product. */
  readonly clusterQuotient: (region: number, cluster: string) => number;
  readonly productQuotient: (region: number, product: string | null) => number;
}

export interface Supply {
  readonly f: number;
  readonly from: number;
  readonly to: number;
  readonly buyerStage: string | null;
  /** OKVED 2 class of the buyer's product in that stage; null where it has none. */
  readonly buyerProduct: string | null;
}

interface KnownSupply extends Supply {
  readonly joined: JoinedLink;
}

/** @param functions the functions to look at; by default those of the chains */
export function partnerSpace(setting: Setting, grain: Grain, chains: Chains = setting.pack.chains, functions: readonly FunctionId[] = functionsOf(chains, grain)): PartnerSpace {
  const { regions, pack } = setting;
  const space = functionSpace(chains, regions, functions, grain);
  const order = stageOrder(pack);
  const row = new Map(regions.map((r, i) => [r, i]));
  const supplies = joinedLinks(chains).filter(({ link }) => link.evidence !== 'proposed' && !isPast(link)).map((joined): KnownSupply => {
    const { from, to } = linkStages(joined, order);
    const roleIn = (site: Site, stage: string | null) => site.roles.find((r) => r.cluster === joined.link.cluster && r.stage === stage);
    const [role, buyer] = [roleIn(joined.from, from), roleIn(joined.to, to)];
    return { joined, f: role ? space.place(role) : -1, from: row.get(joined.from.region ?? '') ?? -1, to: row.get(joined.to.region ?? '') ?? -1, buyerStage: to, buyerProduct: buyer ? productClass(buyer) : null };
  });
  return { setting, grain, space, supplies, suppliers: countSuppliers(space, supplies), clusterQuotient: siteQuotient(space, (f) => f.cluster), productQuotient: siteQuotient(space, (f) => f.product) };
}

/** Location quotient of known sites by any property of their function; 0 where the region has none, NaN for a region without sites. */
export function siteQuotient({ regions, functions, sites }: FunctionSpace, of: (f: FunctionId) => string | null): (region: number, key: string | null) => number {
  const F = functions.length;
  const own = regions.map(() => new Map<string, number>());
  const district = new Map<string, number>();
  const total = new Float64Array(regions.length);
  let all = 0;
  regions.forEach((_, r) => {
    functions.forEach((f, i) => {
      const n = sites[r * F + i] as number;
      const key = of(f);
      if (n === 0 || key === null) return;
      own[r]?.set(key, (own[r].get(key) ?? 0) + n);
      district.set(key, (district.get(key) ?? 0) + n);
      total[r] = (total[r] as number) + n;
      all += n;
    });
  });
  return (r, key) => {
    if (key === null || !district.has(key)) return NaN;
    return (own[r]?.get(key) ?? 0) / (total[r] as number) / ((district.get(key) as number) / all);
  };
}

const squash = (x: number) => x / (1 + x);

/** Mean of what is there. */
export function meanOfKnown(values: readonly number[]): number {
  let [sum, n] = [0, 0];
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    sum += v;
    n++;
  }
  return n === 0 ? NaN : sum / n;
}

/** The location quotients behind specialisation: published, of sites in the cluster, of sites in the class of product. */
export function quotientsOf({ setting, space, clusterQuotient, productQuotient }: PartnerSpace, r: number, f: number): readonly [published: number, cluster: number, product: number] {
  const { cluster, stage, product } = space.functions[f] as FunctionId;
  return [setting.quotient(cluster, stage)?.[r] ?? NaN, clusterQuotient(r, cluster), productQuotient(r, product)];
}

/** Nearness-weighted share of the other regions that have the function. */
export function neighboursWith({ setting: { nearness, regions }, space: { sites, functions } }: PartnerSpace, r: number, f: number): number {
  const [R, F] = [regions.length, functions.length];
  let [held, all] = [0, 0];
  for (let q = 0; q < R; q++) {
    const near = q === r ? 0 : (nearness[r * R + q] as number);
    if (Number.isNaN(near)) continue;
    all += near;
    if ((sites[q * F + f] as number) > 0) held += near;
  }
  return all > 0 ? held / all : NaN;
}

/** Working sites that supply the function in the leader's chain: in its region, or with a known link into it. */
export function suppliersOf({ space, suppliers }: PartnerSpace, f: number, leader: number): number {
  return suppliers[f * space.regions.length + leader] as number;
}

function countSuppliers(space: FunctionSpace, supplies: readonly KnownSupply[]): Int32Array {
  const [R, F] = [space.regions.length, space.functions.length];
  const count = new Int32Array(F * R);
  for (let r = 0; r < R; r++) for (let f = 0; f < F; f++) count[f * R + r] = space.sites[r * F + f] as number;
  const seen = new Set<string>();
  for (const { f, from, to, joined } of supplies) {
    const key = `${joined.from.id} ${f} ${to}`;
    if (f < 0 || to < 0 || from === to || seen.has(key) || !joined.from.roles.some((role) => works(role) && space.place(role) === f)) continue;
    seen.add(key);
    count[f * R + to] = (count[f * R + to] as number) + 1;
  }
  return count;
}

/** Criteria that need no leader, by region × F + function. */
export interface OwnCriteria {
  readonly specialisation: Float64Array;
  readonly relatedness: Float64Array;
}

export function ownCriteria(partners: PartnerSpace): OwnCriteria {
  const { space } = partners;
  const F = space.functions.length;
  const specialisation = new Float64Array(space.regions.length * F);
  const relatedness = new Float64Array(specialisation.length);
  for (let r = 0; r < space.regions.length; r++) {
    for (let f = 0; f < F; f++) {
      specialisation[r * F + f] = meanOfKnown(quotientsOf(partners, r, f).map(squash));
      relatedness[r * F + f] = meanOfKnown([space.density[r * F + f] as number, neighboursWith(partners, r, f)]);
    }
  }
  return { specialisation, relatedness };
}

/** The five values of a region for a function in a leader's chain, in the order of CRITERIA, into `out`. */
export function criteriaInto({ setting, space }: PartnerSpace, own: OwnCriteria, gap: number, r: number, f: number, leader: number, out: Float64Array, at: number): void {
  const i = r * space.functions.length + f;
  const values: Readonly<Record<CriterionId, number>> = {
    specialisation: own.specialisation[i] as number,
    gap,
    nearness: setting.nearness[r * setting.regions.length + leader] as number,
    relatedness: own.relatedness[i] as number,
    readiness: setting.readiness[r] as number
  };
  CRITERIA.forEach((id, k) => (out[at + k] = values[id]));
}
