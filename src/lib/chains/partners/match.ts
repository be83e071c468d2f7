/**
 * Partner matching: which function a region could supply to a leader's chain, and which regions could supply
 * a function of a leader's chain. Everything that comes out is *proposed*: a reckoning from known sites,
 * links and published figures, not a finding that the firms could or would.
 *
 * A candidate is a function of the cluster, of a kind that can be supplied, whose stage is known to feed a
 * stage of the leader, and for which no current link from the region to the leader is known.
 */
import { CRITERIA, type CriterionId } from '../../pack';
import { criteriaInto, ownCriteria, suppliersOf, type OwnCriteria, type PartnerSpace } from './criteria';
import { functionKey, type FunctionId } from './functionSpace';
import { scoresInto, topShares, weightDraws, weightVector, type CriterionWeights } from './scoring';

/** `connect`: the region has the function but no known link to the leader; `enter`: it does not have it. */
export type ProposalKind = 'connect' | 'enter';

export interface Proposal {
  readonly evidence: 'proposed';
  readonly region: string;
  readonly leader: string;
  readonly fn: FunctionId;
  readonly kind: ProposalKind;
  /** 0–1 each; NaN where nothing can be said, which rescales the other weights. */
  readonly criteria: Readonly<Record<CriterionId, number>>;
  readonly score: number;
  /** 1 = best of the list it stands in. */
  readonly place: number;
  /** Share of drawn weights with which it is among the first few of its list (see the method). */
  readonly confidence: number;
}

export interface MatchOptions {
  /** Regions whose chains others may join. */
  readonly leaders: readonly string[];
  /** Those of the method where left out. */
  readonly weights?: CriterionWeights;
}

export interface Matching {
  readonly partners: PartnerSpace;
  readonly weights: CriterionWeights;
  readonly leaders: readonly string[];
  /** Proposals of a region in a cluster, best first; each function once, with the leader that fits best. */
  readonly proposals: (region: string, cluster: string) => readonly Proposal[];
  /** Regions that could supply a function to a leader, best first, whether they have it already or not. */
  readonly suppliers: (leader: string, fn: FunctionId) => readonly Proposal[];
  /** Functions that a leader's chain in a cluster uses, thinnest first. */
  readonly demand: (leader: string, cluster: string) => readonly Demand[];
}

export interface Demand {
  readonly fn: FunctionId;
  /** Sites known to supply it in the leader's chain. */
  readonly suppliers: number;
  /** 1 ÷ (1 + suppliers). */
  readonly gap: number;
}

const K = CRITERIA.length;

interface Candidate {
  readonly r: number;
  readonly leader: number;
  readonly f: number;
}

export function match(partners: PartnerSpace, { leaders, weights = partners.setting.method.weights }: MatchOptions): Matching {
  const { setting, space } = partners;
  const { regions, pack, method } = setting;
  const F = space.functions.length;
  const own = ownCriteria(partners);
  const vector = weightVector(weights);
  const draws = weightDraws(method.confidence.seed, method.confidence.draws);
  const kinds = new Map(pack.stages.map((s) => [s.id, s.kind]));
  const uses = stagesUsed(partners);
  const linked = new Set(partners.supplies.map((s) => (s.from * F + s.f) * regions.length + s.to));
  const row = new Map(regions.map((code, r) => [code, r]));
  const leading = leaders.flatMap((code) => row.get(code) ?? []);

  const gap = (f: number, leader: number) => 1 / (1 + suppliersOf(partners, f, leader));
  const suppliable = space.functions.map((fn) => method.kinds.some((k) => k === kinds.get(fn.stage)));
  const open = ({ r, f, leader }: Candidate) => r !== leader && !linked.has((r * F + f) * regions.length + leader);

  const rank = (candidates: readonly Candidate[]): readonly Proposal[] => {
    const count = candidates.length;
    const values = fill(partners, own, candidates, gap);
    const scores = new Float64Array(count);
    scoresInto(values, count, vector, scores);
    const confidence = topShares(values, count, draws, method.confidence.top);
    return Array.from(candidates, (c, i) => ({ c, i }))
      .filter(({ i }) => !Number.isNaN(scores[i] ?? NaN))
      .sort((a, b) => (scores[b.i] as number) - (scores[a.i] as number) || a.i - b.i)
      .map(({ c, i }, place) => ({
        evidence: 'proposed',
        region: regions[c.r] ?? '',
        leader: regions[c.leader] ?? '',
        fn: space.functions[c.f] as FunctionId,
        kind: (space.sites[c.r * F + c.f] as number) > 0 ? 'connect' : 'enter',
        criteria: Object.fromEntries(CRITERIA.map((id, k) => [id, values[i * K + k] as number])) as Record<CriterionId, number>,
        score: scores[i] as number,
        place: place + 1,
        confidence: confidence[i] as number
      }));
  };

  const known = new Map<string, readonly Proposal[]>();
  const once = (key: string, make: () => readonly Proposal[]) => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  return {
    partners,
    weights,
    leaders,
    proposals: (region, cluster) =>
      once(`${region} in ${cluster}`, () => {
        const r = row.get(region);
        if (r === undefined) return [];
        const all = space.functions.flatMap((fn, f) => (fn.cluster === cluster && suppliable[f] ? leading.map((leader) => ({ r, f, leader })) : [])).filter((c) => uses(c.f, c.leader) && open(c));
        return rank(bestLeader(partners, own, all, gap, vector));
      }),
    suppliers: (leader, fn) =>
      once(`${fn.cluster}/${fn.stage}/${fn.product ?? ''} for ${leader}`, () => {
        const [l, f] = [row.get(leader), space.functions.findIndex((g) => g.cluster === fn.cluster && g.stage === fn.stage && g.product === fn.product)];
        return l === undefined || f < 0 ? [] : rank(regions.map((_, r) => ({ r, f, leader: l })).filter(open));
      }),
    demand: (leader, cluster) => {
      const l = row.get(leader);
      if (l === undefined) return [];
      const list = space.functions.flatMap((fn, f) => (fn.cluster === cluster && uses(f, l) && suppliable[f] ? [{ fn, suppliers: suppliersOf(partners, f, l), gap: gap(f, l) }] : []));
      return list.sort((a, b) => a.suppliers - b.suppliers);
    }
  };
}

function fill(partners: PartnerSpace, own: OwnCriteria, candidates: readonly Candidate[], gap: (f: number, leader: number) => number): Float64Array {
  const values = new Float64Array(candidates.length * K);
  candidates.forEach(({ r, f, leader }, i) => criteriaInto(partners, own, gap(f, leader), r, f, leader, values, i * K));
  return values;
}

/** Of the candidates that differ only in the leader, the one with the best score; the first of equals. */
function bestLeader(partners: PartnerSpace, own: OwnCriteria, candidates: readonly Candidate[], gap: (f: number, leader: number) => number, weights: Float64Array): readonly Candidate[] {
  const scores = new Float64Array(candidates.length);
  scoresInto(fill(partners, own, candidates, gap), candidates.length, weights, scores);
  const best = new Map<number, number>();
  candidates.forEach(({ f }, i) => {
    const before = best.get(f);
    if (before === undefined || (scores[i] as number) > (scores[before] as number)) best.set(f, i);
  });
  return [...best.values()].flatMap((i) => candidates[i] ?? []);
}

/** Stages of the cluster that each stage is known to feed, by `cluster stage`. */
export function stagesFed({ space, supplies }: PartnerSpace): ReadonlyMap<string, ReadonlySet<string>> {
  const fed = new Map<string, Set<string>>();
  for (const { f, buyerStage } of supplies) {
    const fn = space.functions[f];
    if (!fn || buyerStage === null) continue;
    const key = `${fn.cluster} ${fn.stage}`;
    fed.set(key, (fed.get(key) ?? new Set()).add(buyerStage));
  }
  return fed;
}

/** Stage and class of product of the buyers that a function itself, with its class, is known to feed: `stage class`. */
export function kindsFed({ space, supplies }: PartnerSpace, fn: FunctionId): ReadonlySet<string> {
  const place = space.functions.findIndex((g) => functionKey(g) === functionKey(fn));
  return new Set(supplies.flatMap((s) => (s.f === place && place >= 0 && s.buyerStage !== null && s.buyerProduct !== null ? [`${s.buyerStage} ${s.buyerProduct}`] : [])));
}

/** Does a leader's chain use a function: is its stage known to feed, in this cluster, a stage the leader has. */
function stagesUsed(partners: PartnerSpace): (f: number, leader: number) => boolean {
  const { space } = partners;
  const [R, F] = [space.regions.length, space.functions.length];
  const fed = stagesFed(partners);
  const uses = new Uint8Array(F * R);
  space.functions.forEach((fn, f) => {
    const buyers = fed.get(`${fn.cluster} ${fn.stage}`);
    if (!buyers) return;
    space.functions.forEach((other, g) => {
      if (other.cluster !== fn.cluster || !buyers.has(other.stage)) return;
      for (let r = 0; r < R; r++) if ((space.sites[r * F + g] as number) > 0) uses[f * R + r] = 1;
    });
  });
  return (f, leader) => uses[f * R + leader] === 1;
}
