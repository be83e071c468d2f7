/** Why a proposal stands where it stands, as codes and numbers; words are made where they are shown. */
import type { CriterionId } from '../../pack';
import { neighboursWith, quotientsOf, suppliersOf, type PartnerSpace } from './criteria';
import { functionKey, type FunctionId } from './functionSpace';
import type { Proposal } from './match';

export type Reason = { readonly criterion: CriterionId } & (
  /** Location quotient of published figures; 1 = the district's average. */
  | { readonly code: 'published-quotient'; readonly value: number; readonly numerator: string; readonly denominator: string; readonly year: number }
  /** Location quotient of known sites in the cluster, and their number. */
  | { readonly code: 'cluster-quotient'; readonly value: number; readonly sites: number }
  /** The same in the class of product, in every cluster. */
  | { readonly code: 'product-quotient'; readonly value: number; readonly sites: number; readonly product: string }
  /** Sites known to supply the function in the leader's chain. */
  | { readonly code: 'suppliers'; readonly value: number }
  /** Great-circle distance between the capitals, km. */
  | { readonly code: 'distance'; readonly value: number }
  /** Density ω, and the functions of the region that are nearest to this one. */
  | { readonly code: 'density'; readonly value: number; readonly related: readonly FunctionId[] }
  /** Nearness-weighted share of other regions with the function, and the nearest of them. */
  | { readonly code: 'neighbours'; readonly value: number; readonly regions: readonly string[] }
  /** One part of readiness: value in the indicator's unit, its year, and 0–1 from the worst to the best region. */
  | { readonly code: 'readiness'; readonly indicator: string; readonly value: number; readonly year: number; readonly score: number }
);

const FEW = 3;

/** Reasons by criterion, in their order; what is missing is left out. */
export function reasonsOf(partners: PartnerSpace, { region, leader, fn }: Proposal): readonly Reason[] {
  const { setting, space } = partners;
  const { regions, functions, sites, proximity, density } = space;
  const [R, F] = [regions.length, functions.length];
  const [r, l, f] = [regions.indexOf(region), regions.indexOf(leader), functions.findIndex((g) => functionKey(g) === functionKey(fn))];
  if (r < 0 || l < 0 || f < 0) return [];
  const count = (of: (g: FunctionId) => boolean) => functions.reduce((n, g, i) => n + (of(g) ? (sites[r * F + i] as number) : 0), 0);
  const [published, ofCluster, ofProduct] = quotientsOf(partners, r, f);
  const row = setting.method.quotients.find((q) => (q.clusters === null || q.clusters.includes(fn.cluster)) && q.stages.includes(fn.stage));
  const related = functions.map((g, i) => ({ g, near: proximity[f * F + i] as number, held: (sites[r * F + i] as number) > 0 })).filter((x) => x.held && x.near > 0).sort((a, b) => b.near - a.near);
  const holders = regions.map((code, q) => ({ code, near: setting.nearness[r * R + q] as number, held: q !== r && (sites[q * F + f] as number) > 0 })).filter((x) => x.held).sort((a, b) => b.near - a.near);
  const reasons: (Reason & { readonly value: number })[] = [
    ...(row ? [{ criterion: 'specialisation', code: 'published-quotient', value: published, numerator: row.numerator, denominator: row.denominator, year: setting.year } as const] : []),
    { criterion: 'specialisation', code: 'cluster-quotient', value: ofCluster, sites: count((g) => g.cluster === fn.cluster) },
    ...(fn.product === null ? [] : [{ criterion: 'specialisation', code: 'product-quotient', value: ofProduct, sites: count((g) => g.product === fn.product), product: fn.product } as const]),
    { criterion: 'gap', code: 'suppliers', value: suppliersOf(partners, f, l) },
    { criterion: 'nearness', code: 'distance', value: setting.distance[r * R + l] as number },
    { criterion: 'relatedness', code: 'density', value: density[r * F + f] as number, related: related.slice(0, FEW).map((x) => x.g) },
    { criterion: 'relatedness', code: 'neighbours', value: neighboursWith(partners, r, f), regions: holders.slice(0, FEW).map((x) => x.code) },
    ...setting.readinessParts.map((part) => ({ criterion: 'readiness', code: 'readiness', indicator: part.indicator, value: part.raw[r] as number, year: part.years[r] as number, score: part.score[r] as number }) as const)
  ];
  return reasons.filter(({ value }) => !Number.isNaN(value));
}
