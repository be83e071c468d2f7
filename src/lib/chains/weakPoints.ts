/**
 * Where a cluster is thin, and what would stop if a site or a region failed.
 *
 * Everything here is said of the *known* links. A stage without a site may have one that nobody has written
 * down, and a plant may have suppliers we do not know: the results show where to look, not what will happen.
 */
import type { Pack, Stage } from '../pack';
import { chainGraph, linkStages, rolesIn, stageOrder, stagesInOrder, type ChainGraph } from './chainGraph';
import { stopped } from './graph/failure';
import { reach } from './graph/reach';
import type { JoinedLink } from './select';

/** `gap`: no site in the district; then held by one named site, by one region, or by more. */
export type Cover = 'gap' | 'one-site' | 'one-region' | 'spread';

export interface StageCover {
  readonly stage: Stage;
  readonly cover: Cover;
  /** Sites of the district that hold the stage; a group of unnamed firms is one of them. */
  readonly sites: readonly string[];
  readonly regions: readonly string[];
}

/** How many hold each stage of the cluster in the district, in the order of the chain. */
export function stageCover(pack: Pack, cluster: string): readonly StageCover[] {
  return stagesInOrder(pack).map((stage) => {
    const holders = pack.chains.sites.filter((site) => site.region !== null && rolesIn(site, cluster).some((r) => r.stage === stage.id));
    const regions = [...new Set(holders.flatMap((site) => site.region ?? []))];
    // A group of unnamed firms is not one site, so it counts as a region at most.
    const oneSite = holders.length === 1 && holders[0]?.grain === 'firm';
    return { stage, cover: holders.length === 0 ? 'gap' : oneSite ? 'one-site' : regions.length === 1 ? 'one-region' : 'spread', sites: holders.map((s) => s.id), regions };
  });
}

export interface Failure {
  readonly kind: 'site' | 'region';
  readonly id: string;
  /** Sites downstream that a flow from here reaches, directly or not, themselves not failed. */
  readonly touched: readonly string[];
  /** Those of them that lose the last known supplier of one of their inputs: what stops. */
  readonly stops: readonly string[];
  /** Stages of the cluster left without a site in the district that still works. */
  readonly lostStages: readonly string[];
}

/** What follows if one site or all sites of a region in the cluster fail. */
export function failure(pack: Pack, kind: 'site' | 'region', id: string, chain: ChainGraph): Failure {
  const order = stageOrder(pack);
  const { sites, graph, links, cluster } = chain;
  const failed = sites.flatMap((site, i) => ((kind === 'site' ? site.id : site.region) === id ? [i] : []));
  const hit = new Set(failed);
  const downstream = reach(graph, failed);
  // An input is what one stage delivers; deliveries of other clusters are one more input.
  const kinds = links.map((joined) => {
    const { from } = linkStages(joined, order);
    return from === null ? pack.stages.length : pack.stages.findIndex((s) => s.id === from);
  });
  const down = stopped(graph, kinds, failed);
  const ids = (mark: Uint8Array) => sites.flatMap((site, i) => (mark[i] && !hit.has(i) ? [site.id] : []));
  const lost = pack.stages.filter((stage) => {
    const holders = sites.flatMap((site, i) => (site.region !== null && rolesIn(site, cluster).some((r) => r.stage === stage.id) ? [i] : []));
    return holders.length > 0 && holders.every((i) => down[i]);
  });
  return { kind, id, touched: ids(downstream), stops: ids(down), lostStages: lost.map((s) => s.id) };
}

/** Sites, or regions, whose failure stops another site or leaves a stage empty: most consequences first. */
export function singlePoints(pack: Pack, cluster: string, kind: 'site' | 'region', links?: readonly JoinedLink[]): readonly Failure[] {
  const chain = chainGraph(pack, cluster, links);
  const ids = [...new Set(chain.sites.flatMap((site) => (kind === 'site' ? (site.grain === 'region' ? [] : [site.id]) : (site.region ?? []))))];
  return ids
    .map((id) => failure(pack, kind, id, chain))
    .filter(({ stops, lostStages }) => stops.length + lostStages.length > 0)
    .sort((a, b) => b.stops.length - a.stops.length || b.lostStages.length - a.lostStages.length || b.touched.length - a.touched.length);
}
