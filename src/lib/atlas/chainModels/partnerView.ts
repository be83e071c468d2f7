/** The address of the page on partners ⇄ what it shows: region, cluster, leader, function, weights. */
import { functionKey, type CriterionWeights, type FunctionId } from '../../chains';
import { CRITERIA, type CriterionId } from '../../pack';

export interface PartnerChoice {
  readonly region: string;
  readonly cluster: string;
  readonly leader: string;
  /** As in the address, see functionParam; null for the thinnest function of the leader's chain. */
  readonly fn: string | null;
  readonly weights: CriterionWeights;
}

/** What the page can show; the first of each list is the default. */
export interface PartnerKnown {
  readonly regions: readonly string[];
  readonly clusters: readonly string[];
  readonly leaders: readonly string[];
  readonly functions: readonly FunctionId[];
  readonly weights: CriterionWeights;
}

/** Greatest weight that can be given. */
const MOST = 5;

/** Stage and class of product of a function, without its cluster: `components.22`. */
export const functionParam = (fn: FunctionId): string => functionKey(fn).split('/').slice(1).join('.');

/** Whatever is unknown or cannot be read counts as not given. */
export function parsePartners(query: URLSearchParams, known: PartnerKnown): PartnerChoice {
  const oneOf = (key: string, list: readonly string[]) => list.find((id) => id === query.get(key)) ?? list[0] ?? '';
  const cluster = oneOf('cluster', known.clusters);
  const fn = query.get('function');
  return {
    region: oneOf('region', known.regions),
    cluster,
    leader: oneOf('leader', known.leaders),
    fn: known.functions.some((f) => f.cluster === cluster && functionParam(f) === fn) ? fn : null,
    weights: parseWeights(query.get('weights')) ?? known.weights
  };
}

function parseWeights(text: string | null): CriterionWeights | null {
  const parts = text?.split('~') ?? [];
  if (parts.length !== CRITERIA.length || !parts.every((p) => /^\d+(\.\d+)?$/.test(p) && Number(p) <= MOST)) return null;
  return Object.fromEntries(CRITERIA.map((id, k) => [id, Number(parts[k])])) as Record<CriterionId, number>;
}

/** Only what differs from the defaults. */
export function formatPartners(choice: PartnerChoice, known: PartnerKnown): string {
  const weights = CRITERIA.map((id) => choice.weights[id]).join('~');
  return [
    choice.region === known.regions[0] ? '' : `region=${choice.region}`,
    choice.cluster === known.clusters[0] ? '' : `cluster=${choice.cluster}`,
    choice.leader === known.leaders[0] ? '' : `leader=${choice.leader}`,
    choice.fn === null ? '' : `function=${choice.fn}`,
    weights === CRITERIA.map((id) => known.weights[id]).join('~') ? '' : `weights=${weights}`
  ].filter(Boolean).join('&');
}
