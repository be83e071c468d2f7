/** Flows as arrow polygons for one zoom: widths are pixels there, positions are degrees. */
import type { Certainty, Flow } from '../chains';
import { arrow, toPixel, toPosition, type Pixel } from '../geo';
import type { Pack, Position } from '../pack';
import type { ChainScene } from './chainScene';

export interface FlowArrow {
  readonly id: string;
  /** Position of the cluster in the pack: its colour. */
  readonly cluster: number;
  readonly certainty: Certainty;
  readonly unnamed: boolean;
  /** True where a picked region or flow leaves this one aside. */
  readonly dim: boolean;
  readonly ring: readonly Pixel[];
}

/** Above this zoom flows run from city to city. */
export const CITY_ZOOM = 6.4;

export type FlowScale = 'regions' | 'cities';

/**
 * Half the width of an arrow before its head, px at district scale: the area of the arrow, not its width,
 * grows with the value, so that the widest do not hide the rest.
 * @param share of the widest, 0–1
 */
export function arrowBody(share: number): number {
  return 0.8 + 3.4 * Math.sqrt(share);
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
  const at = new Map(nodes.map((n) => [n.id, project(n.at)]));
  const flows = scale === 'regions' ? scene.regionFlows : scene.cityFlows;
  const gap = scale === 'regions' ? 11 : 6;
  return [...flows].sort(weakFirst).flatMap((flow): FlowArrow[] => {
    const from = at.get(flow.from);
    const to = at.get(flow.to);
    if (!from || !to) return [];
    const cluster = pack.clusters.findIndex((c) => c.id === flow.cluster);
    const body = arrowBody(scene.widths.get(flow.id) ?? 0) * (scale === 'regions' ? 1 : 0.8);
    const ring = arrow(from, to, {
      tail: 0.45,
      body,
      headLength: 5 + 2.4 * body,
      headWidth: 2 + 1.75 * body,
      bend: 0.1 + 0.05 * cluster,
      gap
    });
    if (!ring) return [];
    const touches = picked.length === 0 || flow.links.some((l) => picked.includes(l.from.region ?? '') || picked.includes(l.to.region ?? ''));
    return [{ id: flow.id, cluster, certainty: flow.certainty, unnamed: flow.unnamed, dim: !touches, ring }];
  });
}

export function flowCollection(arrows: readonly FlowArrow[], unproject: (pixel: Pixel) => Position) {
  return {
    type: 'FeatureCollection' as const,
    features: arrows.map(({ ring, ...properties }, i) => ({
      type: 'Feature' as const,
      id: i,
      properties: { ...properties, hollow: properties.certainty !== 'documented' || properties.unnamed },
      geometry: { type: 'Polygon' as const, coordinates: [ring.map((p) => [...unproject(p)])] }
    }))
  };
}

/** The arrows of a web map at a zoom, as GeoJSON. */
export function flowGeoJson(pack: Pack, scene: ChainScene, zoom: number, picked: readonly string[]) {
  const scale: FlowScale = zoom >= CITY_ZOOM ? 'cities' : 'regions';
  return flowCollection(
    flowArrows(pack, scene, scale, (p) => toPixel(p, zoom), picked),
    (p) => toPosition(p, zoom)
  );
}

const STRENGTH: Record<Certainty, number> = { proposed: 0, plausible: 1, past: 2, documented: 3 };

/** Strong statements are drawn last, above weak ones. */
function weakFirst(a: Flow, b: Flow): number {
  return STRENGTH[a.certainty] - STRENGTH[b.certainty] || Number(b.unnamed) - Number(a.unnamed) || a.id.localeCompare(b.id);
}
