/** Which sites and links are looked at. An empty set of clusters or evidence levels shows none of them. */
import type { Chains, Evidence, Link, Site } from '../pack';

export interface ChainFilter {
  readonly clusters: ReadonlySet<string>;
  readonly evidence: ReadonlySet<Evidence>;
}

/** A link with both of its ends looked up; made only where both exist. */
export interface JoinedLink {
  readonly link: Link;
  readonly from: Site;
  readonly to: Site;
}

export function joinedLinks(chains: Chains): readonly JoinedLink[] {
  const site = new Map(chains.sites.map((s) => [s.id, s]));
  return chains.links.flatMap((link) => {
    const from = site.get(link.from);
    const to = site.get(link.to);
    return from && to ? [{ link, from, to }] : [];
  });
}

export function selectLinks(links: readonly JoinedLink[], filter: ChainFilter): readonly JoinedLink[] {
  return links.filter(({ link }) => filter.clusters.has(link.cluster) && filter.evidence.has(link.evidence));
}

/** Sites with a role in one of the clusters. */
export function selectSites(sites: readonly Site[], clusters: ReadonlySet<string>): readonly Site[] {
  return sites.filter((site) => site.roles.some((role) => clusters.has(role.cluster)));
}

/** True where the relation is stated for a time that has ended. */
export function isPast(link: Link): boolean {
  return link.period !== 'current';
}
