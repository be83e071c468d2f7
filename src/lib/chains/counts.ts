/**
 * How much of a cluster is known and how surely: sites, regions and links, counted. Partners outside the
 * district are counted apart, and so are links that cross its edge.
 */
import { runsAgainstOrder, type Evidence, type Pack, type Verification } from '../pack';
import { joinedLinks, type JoinedLink } from './select';

export type Reach = 'between' | 'within' | 'across';

export interface ChainCounts {
  readonly cluster: string;
  /** Sites inside the district, and regions that have one. */
  readonly sites: number;
  readonly regions: number;
  /** Partners outside the district. */
  readonly partners: number;
  readonly links: Readonly<Record<Reach, number>>;
  /** Links by evidence and verification, where there are any; `firms` counts those between regions with a firm at both ends. */
  readonly levels: readonly { readonly evidence: Evidence; readonly verification: Verification; readonly links: number; readonly between: number; readonly firms: number }[];
  /** Links from a later stage to an earlier one; each says why. */
  readonly against: number;
}

/** Where a link runs: between two regions, within one, or across the edge of the district. */
export function reachOf({ from, to }: JoinedLink): Reach {
  if (from.region === null || to.region === null) return 'across';
  return from.region === to.region ? 'within' : 'between';
}

/** One entry for each cluster of the pack, in its order. */
export function chainCounts(pack: Pack): readonly ChainCounts[] {
  const joined = joinedLinks(pack.chains);
  return pack.clusters.map(({ id: cluster }) => {
    const sites = pack.chains.sites.filter((site) => site.roles.some((role) => role.cluster === cluster));
    const inside = sites.filter((site) => site.region !== null);
    const links = joined.filter(({ link }) => link.cluster === cluster);
    const reaching = (reach: Reach, of = links) => of.filter((l) => reachOf(l) === reach);
    return {
      cluster,
      sites: inside.length,
      regions: new Set(inside.map((site) => site.region)).size,
      partners: sites.length - inside.length,
      links: { between: reaching('between').length, within: reaching('within').length, across: reaching('across').length },
      levels: (['documented', 'plausible', 'proposed'] as const).flatMap((evidence) =>
        (['verified', 'recalled'] as const).flatMap((verification) => {
          const level = links.filter(({ link }) => link.evidence === evidence && link.verification === verification);
          const between = reaching('between', level);
          return level.length === 0 ? [] : [{ evidence, verification, links: level.length, between: between.length, firms: between.filter((l) => l.from.grain === 'firm' && l.to.grain === 'firm').length }];
        })
      ),
      against: links.filter(({ link, from, to }) => runsAgainstOrder(pack, link, from, to)).length
    };
  });
}
