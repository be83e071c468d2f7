/** What a region has and does in each cluster. */
import type { Cluster, Pack, Role, Site } from '../pack';
import { joinedLinks, type JoinedLink } from './select';

export interface Participation {
  readonly cluster: Cluster;
  readonly sites: readonly { readonly site: Site; readonly roles: readonly Role[] }[];
  /** Links that come in from and go out to other regions, and those inside the region. */
  readonly incoming: readonly JoinedLink[];
  readonly outgoing: readonly JoinedLink[];
  readonly internal: readonly JoinedLink[];
}

/** Clusters in which the region has a site, in the order of the pack. */
export function participation(pack: Pack, region: string): readonly Participation[] {
  const links = joinedLinks(pack.chains);
  return pack.clusters.flatMap((cluster) => {
    const sites = pack.chains.sites
      .filter((site) => site.region === region)
      .map((site) => ({ site, roles: site.roles.filter((role) => role.cluster === cluster.id) }))
      .filter(({ roles }) => roles.length > 0);
    const own = links.filter(({ link }) => link.cluster === cluster.id);
    const at = (a: boolean, b: boolean) => own.filter((l) => (l.from.region === region) === a && (l.to.region === region) === b);
    const [incoming, outgoing, internal] = [at(false, true), at(true, false), at(true, true)];
    if (sites.length + incoming.length + outgoing.length === 0) return [];
    return [{ cluster, sites, incoming, outgoing, internal }];
  });
}
