/**
 * Does matching find what is known? Each documented link between two regions is hidden in turn, with every
 * link of its supplier in the cluster and the supplier's role in that stage; then the regions are ranked as
 * suppliers of the function to the buyer's region, and the place of the true region is read off.
 *
 * All regions but the buyer's are candidates. The gap is the same for all of them, so four criteria decide.
 * Baselines: any order (a hit at k in k of n cases) and nearest first. Ties share their places: a region tied
 * over the limit counts by the chance that a random order of the tied puts it above.
 */
import { CRITERIA, type Chains, type CriterionId, type Pack } from '../../pack';
import { linkStages, stageOrder } from '../chainGraph';
import { isPast, joinedLinks, type JoinedLink } from '../select';
import { criteriaInto, ownCriteria, partnerSpace } from './criteria';
import { functionsOf, type Grain } from './functionSpace';
import { scoresInto, weightVector, type CriterionWeights } from './scoring';
import type { Setting } from './setting';

export const HIT_LIMITS = [1, 3, 5] as const;

export interface BackTestCase {
  readonly link: string;
  readonly cluster: string;
  readonly supplier: string;
  readonly buyer: string;
  /** Mean place of the true region among the candidates, ties at their middle. */
  readonly place: number;
  readonly candidates: number;
}

/** Share of cases in which the true region is among the first 1, 3, 5. */
export type HitRates = readonly [at1: number, at3: number, at5: number];

export interface BackTest {
  readonly cases: readonly BackTestCase[];
  /** Documented links between regions that could not be tried: the supplier has no role in the cluster. */
  readonly skipped: number;
  readonly matching: HitRates;
  readonly random: HitRates;
  readonly nearest: HitRates;
  /** Each criterion alone. */
  readonly alone: Readonly<Record<CriterionId, HitRates>>;
  readonly byCluster: readonly { readonly cluster: string; readonly cases: number; readonly matching: HitRates; readonly nearest: HitRates }[];
}

interface Tried extends BackTestCase {
  readonly hits: Readonly<Record<'matching' | 'nearest' | 'random' | CriterionId, HitRates>>;
}

export function backTest(setting: Setting, grain: Grain, weights: CriterionWeights = setting.method.weights): BackTest {
  const { pack } = setting;
  const functions = functionsOf(pack.chains, grain);
  const order = stageOrder(pack);
  const tested = joinedLinks(pack.chains).filter(({ link, from, to }) => link.evidence === 'documented' && !isPast(link) && from.region !== null && to.region !== null && from.region !== to.region);
  const cases = tested.flatMap((joined) => {
    const { from: stage } = linkStages(joined, order);
    return stage === null ? [] : [tryOne(setting, grain, functions, joined, stage, weights)];
  });
  const rates = (of: keyof Tried['hits'], list = cases) => HIT_LIMITS.map((_, k) => list.reduce((sum, c) => sum + (c.hits[of][k] ?? 0), 0) / list.length) as unknown as HitRates;
  return {
    cases: cases.map(({ link, cluster, supplier, buyer, place, candidates }) => ({ link, cluster, supplier, buyer, place, candidates })),
    skipped: tested.length - cases.length,
    matching: rates('matching'),
    random: rates('random'),
    nearest: rates('nearest'),
    alone: Object.fromEntries(CRITERIA.map((id) => [id, rates(id)])) as Record<CriterionId, HitRates>,
    byCluster: pack.clusters.flatMap(({ id }) => {
      const own = cases.filter((c) => c.cluster === id);
      return own.length === 0 ? [] : [{ cluster: id, cases: own.length, matching: rates('matching', own), nearest: rates('nearest', own) }];
    })
  };
}

/** The chains without a link, the other links of its supplier in the cluster, and the supplier's role in the stage. */
export function withoutLink({ chains }: Pick<Pack, 'chains'>, { link, from }: JoinedLink, stage: string): Chains {
  return {
    ...chains,
    links: chains.links.filter((l) => l.cluster !== link.cluster || (l.from !== from.id && l.to !== from.id)),
    sites: chains.sites.map((site) => (site.id === from.id ? { ...site, roles: site.roles.filter((r) => r.cluster !== link.cluster || r.stage !== stage) } : site))
  };
}

function tryOne(setting: Setting, grain: Grain, functions: ReturnType<typeof functionsOf>, joined: JoinedLink, stage: string, weights: CriterionWeights): Tried {
  const { regions, nearness, pack } = setting;
  const role = joined.from.roles.find((r) => r.cluster === joined.link.cluster && r.stage === stage);
  const partners = partnerSpace(setting, grain, withoutLink(pack, joined, stage), functions);
  const own = ownCriteria(partners);
  const f = role ? partners.space.place(role) : -1;
  const [supplier, buyer] = [joined.from.region ?? '', joined.to.region ?? ''];
  const leader = regions.indexOf(buyer);
  const rows = regions.flatMap((_, r) => (r === leader ? [] : [r]));
  const K = CRITERIA.length;
  const values = new Float64Array(rows.length * K);
  // The gap is the same for every region here.
  rows.forEach((r, i) => criteriaInto(partners, own, 0, r, f, leader, values, i * K));
  const scores = new Float64Array(rows.length);
  scoresInto(values, rows.length, weightVector({ ...weights, gap: 0 }), scores);
  const at = rows.indexOf(regions.indexOf(supplier));
  const near = Float64Array.from(rows, (r) => nearness[r * regions.length + leader] as number);
  const alone = Object.fromEntries(CRITERIA.map((id, k) => [id, hits(Float64Array.from(rows, (_, i) => values[i * K + k] as number), at)])) as Record<CriterionId, HitRates>;
  const { above, tied } = standing(scores, at);
  return {
    link: joined.link.id,
    cluster: joined.link.cluster,
    supplier,
    buyer,
    place: above + (tied + 1) / 2,
    candidates: rows.length,
    hits: { matching: hits(scores, at), nearest: hits(near, at), random: HIT_LIMITS.map((k) => Math.min(1, k / rows.length)) as unknown as HitRates, ...alone }
  };
}

/** How many stand above, and how many on the same value, itself included; missing values stand last. */
function standing(values: Float64Array, at: number): { above: number; tied: number } {
  const own = Number.isNaN(values[at] as number) ? -Infinity : (values[at] as number);
  let [above, tied] = [0, 0];
  for (const v of values) {
    const other = Number.isNaN(v) ? -Infinity : v;
    if (other > own) above++;
    else if (other === own) tied++;
  }
  return { above, tied };
}

/** Chance to be among the first k when the tied are put in random order. */
function hits(values: Float64Array, at: number): HitRates {
  const { above, tied } = standing(values, at);
  return HIT_LIMITS.map((k) => Math.max(0, Math.min(1, (k - above) / tied))) as unknown as HitRates;
}
