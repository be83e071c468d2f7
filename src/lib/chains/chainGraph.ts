/** A cluster as a graph: its sites as nodes, its known links as edges in the direction of the flow. */
import type { Link, Pack, Role, Site, Stage } from '../pack';
import { digraph, type Digraph } from './graph/digraph';
import { isPast, joinedLinks, type JoinedLink } from './select';

export interface ChainGraph {
  readonly cluster: string;
  /** Sites with a role in the cluster, then sites of other clusters that its links join. */
  readonly sites: readonly Site[];
  /** Place of a site in `sites` by its id. */
  readonly place: ReadonlyMap<string, number>;
  /** Edges, in the order of the graph's edge numbers. */
  readonly links: readonly JoinedLink[];
  readonly graph: Digraph;
}

/** Links of the cluster that are stated for now and are not mere proposals. */
export function currentLinks(pack: Pack, cluster: string): readonly JoinedLink[] {
  return joinedLinks(pack.chains).filter(({ link }) => link.cluster === cluster && link.evidence !== 'proposed' && !isPast(link));
}

/** Proposed links of the cluster: recommendations, which carry nothing. */
export function proposedLinks(pack: Pack, cluster: string): readonly JoinedLink[] {
  return joinedLinks(pack.chains).filter(({ link }) => link.cluster === cluster && link.evidence === 'proposed' && !isPast(link));
}

/** @param links those of the cluster that count; by default the current ones */
export function chainGraph(pack: Pack, cluster: string, links: readonly JoinedLink[] = currentLinks(pack, cluster)): ChainGraph {
  const own = pack.chains.sites.filter((site) => rolesIn(site, cluster).length > 0);
  const sites = [...new Set([...own, ...links.flatMap(({ from, to }) => [from, to])])];
  const place = new Map(sites.map((site, i) => [site.id, i]));
  return { cluster, sites, place, links, graph: digraph(sites.length, links.map(({ from, to }) => [place.get(from.id) ?? -1, place.get(to.id) ?? -1])) };
}

/** What a site does in a cluster. */
export function rolesIn(site: Site, cluster: string): readonly Role[] {
  return site.roles.filter((role) => role.cluster === cluster);
}

/** OKVED 2 class, the first two digits of the code, of a role or link; null where it has none. */
export function productClass({ okved2 }: Pick<Role | Link, 'okved2'>): string | null {
  return okved2 ? okved2.slice(0, 2) : null;
}

/** Stages in the order of the chain. */
export function stagesInOrder(pack: Pack): readonly Stage[] {
  return [...pack.stages].sort((a, b) => a.order - b.order);
}

export interface LinkStages {
  /** Stage id; null where the site has no role in the cluster of the link. */
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The stages a link joins. Where a site has several roles in the cluster, the pair that runs forward by the
 * fewest steps is taken, and one that runs backward only if no other exists.
 */
export function linkStages({ link, from, to }: JoinedLink, order: ReadonlyMap<string, number>): LinkStages {
  const ids = (site: Site) => {
    const roles = rolesIn(site, link.cluster);
    return roles.length > 0 ? roles.map((r) => r.stage) : [null];
  };
  let best: LinkStages = { from: null, to: null };
  let least = Infinity;
  for (const a of ids(from)) {
    for (const b of ids(to)) {
      const steps = a === null || b === null ? 0 : (order.get(b) ?? 0) - (order.get(a) ?? 0);
      const cost = steps >= 0 ? steps : 1000 - steps;
      if (cost < least) [best, least] = [{ from: a, to: b }, cost];
    }
  }
  return best;
}

/** Place along the chain by stage id. */
export function stageOrder(pack: Pack): ReadonlyMap<string, number> {
  return new Map(pack.stages.map((stage) => [stage.id, stage.order]));
}
