/** What the map of chains shows: the links chosen, added up by region pair and by city pair. */
import { cityFlows, cityKey, joinedLinks, regionFlows, selectLinks, selectSites, type Flow, type JoinedLink } from '../chains';
import { regionsOf } from '../composite';
import type { Evidence, Pack, Position, Site, Text } from '../pack';
import type { View } from './view';

export interface RegionNode {
  readonly id: string;
  readonly at: Position;
  /** Links in and out among those shown. */
  readonly incoming: number;
  readonly outgoing: number;
}

export interface CityNode {
  readonly id: string;
  readonly at: Position;
  readonly name: Text;
  readonly sites: readonly Site[];
}

export interface ChainScene {
  readonly links: readonly JoinedLink[];
  readonly regionFlows: readonly Flow[];
  readonly cityFlows: readonly Flow[];
  readonly regionNodes: readonly RegionNode[];
  readonly cityNodes: readonly CityNode[];
  /** Links with one end outside the district: counted, not drawn. */
  readonly outside: number;
  /** Links of the chosen clusters by evidence, whatever evidence is chosen. */
  readonly byEvidence: Readonly<Record<Evidence, number>>;
}

export function chainScene(pack: Pack, view: Pick<View, 'clusters' | 'evidence'>): ChainScene {
  const clusters = new Set(view.clusters);
  const ofClusters = joinedLinks(pack.chains).filter(({ link }) => clusters.has(link.cluster));
  const links = selectLinks(ofClusters, { clusters, evidence: new Set(view.evidence) });
  const flows = regionFlows(links);
  const sites = selectSites(pack.chains.sites, clusters).filter((s) => s.region !== null);
  const byCity = new Map<string, Site[]>();
  for (const site of sites) {
    const key = cityKey(site.at);
    byCity.set(key, [...(byCity.get(key) ?? []), site]);
  }
  const count = (level: Evidence) => ofClusters.filter(({ link }) => link.evidence === level).length;
  return {
    links,
    regionFlows: flows,
    cityFlows: cityFlows(links),
    regionNodes: regionsOf(pack).flatMap((region) =>
      region.labelAt
        ? [
            {
              id: region.code,
              at: region.labelAt,
              incoming: sum(flows.filter((f) => f.to === region.code)),
              outgoing: sum(flows.filter((f) => f.from === region.code))
            }
          ]
        : []
    ),
    cityNodes: Array.from(byCity, ([id, members]) => ({ id, at: (members[0] as Site).at, name: (members[0] as Site).city, sites: members })),
    outside: links.filter((l) => (l.from.region === null) !== (l.to.region === null)).length,
    byEvidence: { documented: count('documented'), plausible: count('plausible'), proposed: count('proposed') }
  };
}

function sum(flows: readonly Flow[]): number {
  return flows.reduce((n, flow) => n + flow.links.length, 0);
}
