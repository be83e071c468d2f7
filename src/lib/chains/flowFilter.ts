/** Which flows are looked at: by cluster, evidence, stage, region and commodity. A filter left out lets everything pass. */
import type { Evidence } from '../pack';
import { linkStages, productClass } from './chainGraph';
import type { JoinedLink } from './select';

/** `through`: links on the way into and out of sites of the region that both receive and pass on. */
export type RegionSide = 'in' | 'out' | 'through' | 'any';

export interface FlowFilter {
  readonly clusters?: ReadonlySet<string>;
  readonly evidence?: ReadonlySet<Evidence>;
  /** Stage at either end of the link. */
  readonly stages?: ReadonlySet<string>;
  readonly region?: { readonly code: string; readonly side: RegionSide };
  /** Commodities as `commodityOf` names them. */
  readonly commodities?: ReadonlySet<string>;
}

/** What is carried, as a class of products: the OKVED 2 class (two digits) of the flow; null where no goods are named. */
export function commodityOf({ link }: JoinedLink): string | null {
  return productClass(link);
}

/** @param order place of each stage along the chain, see stageOrder */
export function filterFlows(links: readonly JoinedLink[], filter: FlowFilter, order: ReadonlyMap<string, number>): readonly JoinedLink[] {
  const { clusters, evidence, stages, region, commodities } = filter;
  const kept = links.filter((joined) => {
    const { link } = joined;
    if (clusters && !clusters.has(link.cluster)) return false;
    if (evidence && !evidence.has(link.evidence)) return false;
    if (stages) {
      const { from, to } = linkStages(joined, order);
      if (!(from !== null && stages.has(from)) && !(to !== null && stages.has(to))) return false;
    }
    if (commodities) {
      const commodity = commodityOf(joined);
      if (commodity === null || !commodities.has(commodity)) return false;
    }
    return true;
  });
  return region ? ofRegion(kept, region.code, region.side) : kept;
}

/** In and out leave links inside the region aside; `any` keeps them. */
function ofRegion(links: readonly JoinedLink[], code: string, side: RegionSide): readonly JoinedLink[] {
  const enters = ({ from, to }: JoinedLink) => to.region === code && from.region !== code;
  const leaves = ({ from, to }: JoinedLink) => from.region === code && to.region !== code;
  if (side === 'in') return links.filter(enters);
  if (side === 'out') return links.filter(leaves);
  if (side === 'any') return links.filter(({ from, to }) => from.region === code || to.region === code);
  return links.filter(passing(links, code));
}

/**
 * True for a link on a way that comes into the region and leaves it again: a link that enters and from whose
 * end the border can be reached, one inside on such a way, or one that leaves and was reached from outside.
 */
function passing(links: readonly JoinedLink[], code: string): (joined: JoinedLink) => boolean {
  const inside = links.filter(({ from, to }) => from.region === code && to.region === code);
  // Sites of the region that a flow from outside reaches, and those from which a flow gets out.
  const spread = (start: readonly string[], next: (site: string) => readonly string[]) => {
    const seen = new Set(start);
    for (const site of seen) for (const other of next(site)) seen.add(other);
    return seen;
  };
  const fed = spread(links.filter((l) => l.to.region === code && l.from.region !== code).map((l) => l.to.id), (site) => inside.filter((l) => l.from.id === site).map((l) => l.to.id));
  const feeds = spread(links.filter((l) => l.from.region === code && l.to.region !== code).map((l) => l.from.id), (site) => inside.filter((l) => l.to.id === site).map((l) => l.from.id));
  return ({ from, to }) => {
    const [starts, ends] = [from.region === code, to.region === code];
    if (starts && ends) return fed.has(from.id) && feeds.has(to.id);
    return ends ? feeds.has(to.id) : starts && fed.has(from.id);
  };
}
