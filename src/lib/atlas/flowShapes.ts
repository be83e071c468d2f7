/** Flows as arrows for one zoom: widths are pixels there, positions are degrees. */
import { cityKey, type Certainty, type EdgeFlow, type Flow } from '../chains';
import { edgePlaces, lanes, outline, spine, type Pixel, type Spine } from '../geo';
import type { Pack, Position, Text } from '../pack';
import type { ChainScene } from './chainScene';

export interface FlowArrow {
  readonly id: string;
  /** Position of the cluster in the pack: its colour, and its place beside the others of a pair. */
  readonly cluster: number;
  readonly certainty: Certainty;
  readonly unnamed: boolean;
  /** True where a picked region leaves this one aside. */
  readonly dim: boolean;
  readonly spine: Spine;
}

/** A partner's place outside, drawn on the edge in its direction. */
export interface OutsidePlace {
  readonly id: string;
  readonly name: Text;
  readonly at: Position;
  /** Where it stands as seen from the middle: its name goes to this side. */
  readonly west: boolean;
  readonly dim: boolean;
}

/** Above this zoom flows run from city to city. */
export const CITY_ZOOM = 6.4;

export type FlowScale = 'regions' | 'cities';

export const flowScaleAt = (zoom: number): FlowScale => (zoom >= CITY_ZOOM ? 'cities' : 'regions');

/**
 * Half width of an arrow before its head, px. The area of a legend's sample grows with the value, so small flows
 * can still be seen beside the greatest.
 * @param share of the widest flow there can be, 0–1
 */
export function halfWidth(share: number, scale: FlowScale): number {
  return (0.75 + 3.1 * Math.sqrt(share)) * (scale === 'regions' ? 1 : 0.8);
}

/** @param project from degrees to pixels; arrows are shaped in those pixels */
export function flowArrows(
  pack: Pack,
  scene: ChainScene,
  scale: FlowScale,
  project: (position: Position) => Pixel,
  picked: readonly string[]
): readonly FlowArrow[] {
  const nodes: readonly { id: string; at: Position }[] = scale === 'regions' ? scene.regionNodes : scene.cityNodes;
  const at = new Map([...nodes, ...placesOf(pack)].map((n) => [n.id, project(n.at)]));
  const flows: readonly (Flow | EdgeFlow)[] = scale === 'regions' ? [...scene.regionFlows, ...scene.edgeFlows] : [...scene.cityFlows, ...scene.cityEdgeFlows];
  const gap = scale === 'regions' ? 11 : 6;
  const clusterOf = new Map(pack.clusters.map((c, i) => [c.id, i]));
  // Arrows of one direction lie side by side in the order of the clusters, so that none hides another.
  const fans = new Map<string, { flow: Flow; cluster: number; body: number }[]>();
  for (const flow of flows) {
    const [from, to] = endsOf(flow);
    const one = { flow, cluster: clusterOf.get(flow.cluster) ?? 0, body: halfWidth(scene.widths.get(flow.id) ?? 0, scale) };
    fans.set(`${from} ${to}`, [...(fans.get(`${from} ${to}`) ?? []), one]);
  }
  const arrows = [...fans].flatMap(([, fan]): FlowArrow[] => {
    const [one] = fan;
    const [from, to] = one ? endsOf(one.flow).map((id) => at.get(id)) : [];
    if (!from || !to) return [];
    const distance = Math.hypot(to[0] - from[0], to[1] - from[1]);
    fan.sort((a, b) => a.cluster - b.cluster || a.flow.id.localeCompare(b.flow.id));
    const middles = lanes(fan.map((one) => one.body), distance);
    return fan.flatMap(({ flow, cluster, body }, i): FlowArrow[] => {
      const middle = middles[i] as number;
      // The ends spread over the node as far as it reaches; the bend does the rest.
      const shift = i === 0 ? 0 : Math.min(gap, 0.5 * (middle - (middles[0] as number)));
      const line = spine(from, to, {
        tail: 0.45,
        body,
        headLength: 5 + 2.2 * body,
        headWidth: 2 + 1.6 * body,
        bend: (2 * (middle - shift)) / distance,
        gap,
        shift
      });
      if (!line) return [];
      const touches = picked.length === 0 || flow.links.some((l) => picked.includes(l.from.region ?? '') || picked.includes(l.to.region ?? ''));
      return [{ id: flow.id, cluster, certainty: flow.certainty, unnamed: flow.unnamed, dim: !touches, spine: line }];
    });
  });
  return arrows.sort(weakFirst);
}

/** The places outside that flows of the scene come from or go to. */
export function outsidePlaces(pack: Pack, scene: ChainScene, picked: readonly string[]): readonly OutsidePlace[] {
  return placesOf(pack).flatMap((place) => {
    const flows = scene.edgeFlows.filter((flow) => cityKey(flow.outside.at) === place.key);
    if (flows.length === 0) return [];
    const dim = picked.length > 0 && !flows.some((flow) => picked.includes(flow.direction === 'in' ? flow.to : flow.from));
    return [{ id: place.id, name: place.name, at: place.at, west: place.west, dim }];
  });
}

interface Placed {
  readonly id: string;
  readonly key: string;
  readonly name: Text;
  readonly at: Position;
  readonly west: boolean;
}

/** Partners of a city share a place. All partners of the pack are placed together, so none moves when others are filtered. */
function placesOf(pack: Pack): readonly Placed[] {
  const before = placed.get(pack);
  if (before) return before;
  const cities = new Map(pack.chains.sites.filter((site) => site.region === null).map((site) => [cityKey(site.at), site]));
  const labels = pack.areas.flatMap((area) => (area.kind === 'region' && area.labelAt ? [area.labelAt] : []));
  const mean = (axis: 0 | 1) => labels.reduce((sum, at) => sum + at[axis], 0) / labels.length;
  const { boundaries } = pack.geometry;
  // Boundaries may come later than the rest.
  const ready = boundaries.objects['regions'] !== undefined && labels.length > 0 && cities.size > 0;
  const middle: Position = ready ? [mean(0), mean(1)] : [0, 0];
  const at = ready ? edgePlaces(outline(boundaries), middle, [...cities.values()].map((site) => site.at)) : [];
  const made = [...cities].flatMap(([key, site], i): Placed[] => {
    const place = at[i];
    return place ? [{ id: outsideId(key), key, name: site.city, at: place, west: place[0] < middle[0] }] : [];
  });
  placed.set(pack, made);
  return made;
}

const placed = new WeakMap<Pack, readonly Placed[]>();

const outsideId = (key: string) => `outside ${key}`;

/** Nodes a flow is drawn between: the outer end of an edge flow is the place of its partner. */
function endsOf(flow: Flow | EdgeFlow): readonly [from: string, to: string] {
  if (!('outside' in flow)) return [flow.from, flow.to];
  const outer = outsideId(cityKey(flow.outside.at));
  return flow.direction === 'in' ? [outer, flow.to] : [flow.from, outer];
}

const STRENGTH: Record<Certainty, number> = { proposed: 0, plausible: 1, past: 2, documented: 3 };

/** Strong statements are drawn last, above weak ones, and what is left aside below all. */
function weakFirst(a: FlowArrow, b: FlowArrow): number {
  return Number(b.dim) - Number(a.dim) || STRENGTH[a.certainty] - STRENGTH[b.certainty] || Number(b.unnamed) - Number(a.unnamed) || a.id.localeCompare(b.id);
}
