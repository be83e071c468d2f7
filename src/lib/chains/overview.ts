/** A cluster as a table: its stages with their sites, and its links by evidence. */
import type { Cluster, Evidence, Pack, Role, Site, Stage } from '../pack';
import { joinedLinks, type JoinedLink } from './select';

export interface ClusterOverview {
  readonly cluster: Cluster;
  /** Every stage of the pack in order; one without a site shows a gap of the chain. */
  readonly stages: readonly { readonly stage: Stage; readonly sites: readonly { readonly site: Site; readonly role: Role }[] }[];
  readonly links: readonly { readonly evidence: Evidence; readonly links: readonly JoinedLink[] }[];
}

export function clusterOverview(pack: Pack, id: string): ClusterOverview | null {
  const cluster = pack.clusters.find((c) => c.id === id);
  if (!cluster) return null;
  const stages = [...pack.stages]
    .sort((a, b) => a.order - b.order)
    .map((stage) => ({
      stage,
      sites: pack.chains.sites.flatMap((site) => site.roles.filter((r) => r.cluster === id && r.stage === stage.id).map((role) => ({ site, role })))
    }));
  const links = joinedLinks(pack.chains).filter(({ link }) => link.cluster === id);
  const levels: readonly Evidence[] = ['documented', 'plausible', 'proposed'];
  return { cluster, stages, links: levels.map((evidence) => ({ evidence, links: links.filter((l) => l.link.evidence === evidence) })).filter((l) => l.links.length > 0) };
}
