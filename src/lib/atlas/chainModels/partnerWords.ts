/** Proposals and their reasons in words, put together from the words of the page. */
import { HIT_LIMITS, type BackTest, type FunctionId, type Proposal, type Reason } from '../../chains';
import type { PartnerWords } from '../../i18n/pages/partners';
import { CRITERIA, type CriterionId, type Text } from '../../pack';

export interface NamedThings {
  readonly regions: readonly { readonly code: string; readonly short: Text }[];
  readonly clusters: readonly { readonly id: string; readonly name: Text }[];
  readonly stages: readonly { readonly id: string; readonly name: Text }[];
  readonly indicators: readonly { readonly id: string; readonly short: Text; readonly unit: Text; readonly decimals: number }[];
}

export interface PartnerNames {
  readonly region: (code: string) => string;
  readonly cluster: (id: string) => string;
  readonly stage: (id: string) => string;
  readonly indicator: (id: string) => { readonly name: string; readonly unit: string; readonly decimals: number };
}

export function partnerNames(things: NamedThings, text: (text: Text | null) => string): PartnerNames {
  return {
    region: (code) => text(things.regions.find((r) => r.code === code)?.short ?? null),
    cluster: (id) => text(things.clusters.find((c) => c.id === id)?.name ?? null),
    stage: (id) => text(things.stages.find((s) => s.id === id)?.name ?? null),
    indicator: (id) => {
      const found = things.indicators.find((i) => i.id === id);
      return { name: text(found?.short ?? null), unit: text(found?.unit ?? null), decimals: found?.decimals ?? 2 };
    }
  };
}

/** Stage and class of product, e.g. "Components: rubber and plastic products (OKVED 2 class 22)". */
export function functionName({ stage, product }: FunctionId, words: PartnerWords, names: PartnerNames): string {
  return product === null ? names.stage(stage) : words.fn(names.stage(stage), words.classes[product] ?? null, product);
}

export function reasonText(reason: Reason, words: PartnerWords, names: PartnerNames): string {
  const say = words.reason;
  switch (reason.code) {
    case 'published-quotient':
      return say.published(names.indicator(reason.numerator).name, names.indicator(reason.denominator).name, reason.value, reason.year);
    case 'cluster-quotient':
      return say.cluster(reason.sites, reason.value);
    case 'product-quotient':
      return say.product(reason.sites, reason.value);
    case 'suppliers':
      return say.suppliers(reason.value);
    case 'distance':
      return say.distance(reason.value);
    case 'density':
      return say.density(reason.value, reason.related.map((fn) => `${names.cluster(fn.cluster)} – ${functionName(fn, words, names)}`));
    case 'neighbours':
      return say.neighbours(reason.value, reason.regions.map(names.region));
    case 'readiness': {
      const { name, unit, decimals } = names.indicator(reason.indicator);
      return say.readiness(name, reason.value, decimals, unit, reason.year, reason.score);
    }
  }
}

/** The criterion that carries a proposal most, with its first reason; the first of equals. */
export function mainReason({ criteria }: Pick<Proposal, 'criteria'>, reasons: readonly Reason[]): { readonly criterion: CriterionId; readonly reason: Reason } | null {
  let best: { criterion: CriterionId; reason: Reason } | null = null;
  for (const criterion of CRITERIA) {
    const reason = reasons.find((r) => r.criterion === criterion);
    if (reason && (best === null || criteria[criterion] > criteria[best.criterion])) best = { criterion, reason };
  }
  return best;
}

/** Difference of hit rates under which two ways of ranking count as level. */
const LEVEL_WITHIN = 0.05;
const AT = HIT_LIMITS.indexOf(3);

/** What the test on hidden links says of matching, judged by the hits among the first three. */
export function verdict({ matching, random, nearest }: Pick<BackTest, 'matching' | 'random' | 'nearest'>): 'better' | 'level' | 'worse' | 'chance' {
  const [m, r, n] = [matching[AT] ?? NaN, random[AT] ?? NaN, nearest[AT] ?? NaN];
  if (!(m - r > LEVEL_WITHIN)) return 'chance';
  return m - n > LEVEL_WITHIN ? 'better' : m - n < -LEVEL_WITHIN ? 'worse' : 'level';
}
