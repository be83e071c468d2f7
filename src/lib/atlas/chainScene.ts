/** What the map of chains shows: the links chosen, added up by region pair and by city pair. */
import { cityFlows, cityKey, commodityOf, edgeFlows, filterFlows, joinedLinks, linkStages, regionFlows, selectSites, stageOrder, type EdgeFlow, type Flow, type JoinedLink } from '../chains';
import { regionsOf } from '../composite';
import type { Evidence, Pack, Position, Site, Text } from '../pack';
import { flowScale, survival, type FlowScaleOf } from './flowScale';
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

/** Something a filter offers, and how many links of the chosen clusters and evidence have it. */
export interface Offered {
  readonly id: string;
  readonly links: number;
}

/** What a filter offers, with what is chosen but does not occur, so that it can be let go of. */
export function withChosen(offered: readonly Offered[], chosen: readonly string[]): readonly Offered[] {
  return [...offered, ...chosen.filter((id) => !offered.some((o) => o.id === id)).map((id) => ({ id, links: 0 }))];
}

export interface ChainScene {
  readonly links: readonly JoinedLink[];
  /** Links of the chosen clusters and evidence before the other filters. */
  readonly before: readonly JoinedLink[];
  readonly regionFlows: readonly Flow[];
  readonly cityFlows: readonly Flow[];
  /** Flows to and from partners outside the district, by region and by city. */
  readonly edgeFlows: readonly EdgeFlow[];
  readonly cityEdgeFlows: readonly EdgeFlow[];
  readonly regionNodes: readonly RegionNode[];
  readonly cityNodes: readonly CityNode[];
  /** What the width of arrows says. */
  readonly scale: FlowScaleOf;
  /** By flow: its width as a share of the widest there can be, 0–1; 0 where nothing is known of it. */
  readonly widths: ReadonlyMap<string, number>;
  /** Links with one end outside the district. */
  readonly outside: number;
  /** Links of the chosen clusters by evidence, whatever evidence is chosen. */
  readonly byEvidence: Readonly<Record<Evidence, number>>;
  readonly stages: readonly Offered[];
  readonly commodities: readonly Offered[];
  /**
   * Flows between regions, before the other filters, that survive every parameter of the model; null without one.
   * Counted when asked for: the model takes too long for pictures that say nothing of it.
   */
  readonly surviving: { readonly flows: number; readonly of: number } | null;
}

type Choice = Pick<View, 'clusters' | 'evidence' | 'stages' | 'commodities' | 'side' | 'regions' | 'width' | 'surviving'>;

export function chainScene(pack: Pack, view: Choice): ChainScene {
  const order = stageOrder(pack);
  const clusters = new Set(view.clusters);
  const ofClusters = joinedLinks(pack.chains).filter(({ link }) => clusters.has(link.cluster));
  const before = filterFlows(ofClusters, { evidence: new Set(view.evidence) }, order);
  const links = chosen(pack, before, view, order);
  const flows = regionFlows(links);
  const cities = cityFlows(links);
  const [edges, cityEdges] = [edgeFlows(links, 'region'), edgeFlows(links, 'city')];
  const scale = flowScale(pack, view.width);
  const count = (level: Evidence) => ofClusters.filter(({ link }) => link.evidence === level).length;
  const crossing = [...flows, ...edges];
  return {
    links,
    before,
    regionFlows: flows,
    cityFlows: cities,
    edgeFlows: edges,
    cityEdgeFlows: cityEdges,
    regionNodes: regionsOf(pack).flatMap(({ code, labelAt }) =>
      labelAt ? [{ id: code, at: labelAt, incoming: sum(crossing.filter((f) => f.to === code)), outgoing: sum(crossing.filter((f) => f.from === code)) }] : []
    ),
    cityNodes: citiesOf(selectSites(pack.chains.sites, clusters).filter((s) => s.region !== null)),
    scale,
    widths: new Map(widthsOf(scale, [...crossing, ...cities, ...cityEdges])),
    outside: links.filter(({ from, to }) => (from.region === null) !== (to.region === null)).length,
    byEvidence: { documented: count('documented'), plausible: count('plausible'), proposed: count('proposed') },
    stages: tally(before, (joined) => Object.values(linkStages(joined, order))),
    commodities: tally(before, (joined) => [commodityOf(joined)]).sort((a, b) => b.links - a.links || a.id.localeCompare(b.id)),
    get surviving() {
      return pack.method.intensity === null ? null : survivors(pack, before);
    }
  };
}

function chosen(pack: Pack, links: readonly JoinedLink[], { stages, commodities, side, regions, surviving }: Choice, order: ReadonlyMap<string, number>): readonly JoinedLink[] {
  const kept = filterFlows(links, { ...(stages.length > 0 ? { stages: new Set(stages) } : {}), ...(commodities.length > 0 ? { commodities: new Set(commodities) } : {}) }, order).filter(
    ({ link, from, to }) => !surviving || survival(pack, link.cluster, from.region, to.region) === 1
  );
  // Without a picked region there is nothing to come into or go out of.
  if (side === 'any' || regions.length === 0) return kept;
  const sided = new Set(regions.flatMap((code) => filterFlows(kept, { region: { code, side } }, order)));
  return kept.filter((joined) => sided.has(joined));
}

function survivors(pack: Pack, links: readonly JoinedLink[]): { readonly flows: number; readonly of: number } {
  const flows = regionFlows(links);
  return { flows: flows.filter((f) => survival(pack, f.cluster, f.from, f.to) === 1).length, of: flows.length };
}

/** Between cities, the value of a pair of regions is shared out by the number of links: more is not known. */
function widthsOf(scale: FlowScaleOf, flows: readonly Flow[]): readonly (readonly [string, number])[] {
  return flows.map((flow) => {
    const value = scale.value(flow);
    return [flow.id, scale.most > 0 && !Number.isNaN(value) ? Math.min(1, value / scale.most) : 0];
  });
}

function tally(links: readonly JoinedLink[], of: (joined: JoinedLink) => readonly (string | null)[]): Offered[] {
  const found = new Map<string, number>();
  for (const joined of links) for (const id of new Set(of(joined))) if (id !== null) found.set(id, (found.get(id) ?? 0) + 1);
  return Array.from(found, ([id, n]) => ({ id, links: n }));
}

function citiesOf(sites: readonly Site[]): readonly CityNode[] {
  const byCity = new Map<string, Site[]>();
  for (const site of sites) {
    const key = cityKey(site.at);
    byCity.set(key, [...(byCity.get(key) ?? []), site]);
  }
  return Array.from(byCity, ([id, members]) => ({ id, at: (members[0] as Site).at, name: (members[0] as Site).city, sites: members }));
}

function sum(flows: readonly Flow[]): number {
  return flows.reduce((n, flow) => n + flow.links.length, 0);
}
