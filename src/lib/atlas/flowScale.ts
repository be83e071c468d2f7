/**
 * How wide an arrow is drawn, and which flows the model calls great whatever its parameters.
 *
 * The scale is locked: it depends on the pack, not on what is chosen, so a width means the same before and
 * after a filter. The widest arrow is that of the greatest flow between two regions of any cluster.
 */
import { edgeFlows, joinedLinks, regionFlows, type Flow } from '../chains';
import type { Pack } from '../pack';
import { intensitySurvival, modelledIntensity } from './chainModels/matching';
import type { FlowWidth } from './view';

export interface FlowScaleOf {
  readonly by: FlowWidth;
  /** Value of the widest arrow: a number of links, or a share of the modelled flows of a cluster, 0–1. */
  readonly most: number;
  /**
   * Value behind the width of a flow. The model knows pairs of regions of the district: between cities the
   * value of their pair is shared out by the number of known links, across the edge it is NaN.
   */
  value(flow: Pick<Flow, 'id' | 'cluster' | 'links'>): number;
}

/** Share of the parameter combinations in which a flow is among the greatest; NaN where the model does not cover it. */
export function survival(pack: Pack, cluster: string, from: string | null, to: string | null): number {
  const found = modelOf(pack).get(cluster);
  return found ? at(found.survival, found.regions, from, to) : NaN;
}

export function flowScale(pack: Pack, by: FlowWidth): FlowScaleOf {
  const links = joinedLinks(pack.chains);
  const all = [...regionFlows(links), ...edgeFlows(links, 'region')];
  const linksOf = new Map(all.map((flow) => [flow.id, flow.links.length]));
  const value = (flow: Pick<Flow, 'id' | 'cluster' | 'links'>) => {
    if (by === 'links') return flow.links.length;
    const [first] = flow.links;
    const found = modelOf(pack).get(flow.cluster);
    if (!first || !found) return NaN;
    const [from, to] = [first.from.region, first.to.region];
    const pair = `${flow.cluster} ${from} ${to}`;
    return at(found.share, found.regions, from, to) * (flow.id === pair ? 1 : flow.links.length / (linksOf.get(pair) ?? NaN));
  };
  const most = all.reduce((greatest, flow) => Math.max(greatest, value(flow) || 0), 0);
  return { by, most, value };
}

interface Modelled {
  readonly regions: readonly string[];
  readonly share: Float64Array;
  readonly survival: Float64Array;
}

/** The model of every cluster of a pack, computed at the first question. */
function modelOf(pack: Pack): ReadonlyMap<string, Modelled> {
  const before = models.get(pack);
  if (before) return before;
  const made = new Map(
    pack.clusters.flatMap(({ id }): [string, Modelled][] => {
      const [shares, held] = [modelledIntensity(pack, id), intensitySurvival(pack, id)];
      return shares && held ? [[id, { regions: shares.regions, share: shares.share, survival: held.survival }]] : [];
    })
  );
  models.set(pack, made);
  return made;
}

const models = new WeakMap<Pack, ReadonlyMap<string, Modelled>>();

function at(values: Float64Array, regions: readonly string[], from: string | null, to: string | null): number {
  const [i, j] = [regions.indexOf(from ?? ''), regions.indexOf(to ?? '')];
  return i < 0 || j < 0 ? NaN : (values[i * regions.length + j] ?? NaN);
}
