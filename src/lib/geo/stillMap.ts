/** The regions as finished SVG paths, for pages that show a still map and need no geometry besides. */
import type { Topology } from 'topojson-specification';
import type { Position } from '../pack';
import { bounds } from './bounds';
import { features } from './features';
import { svgMap } from './svg';

export interface StillMap {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly { readonly code: string; readonly path: string; readonly at: readonly [x: number, y: number] | null }[];
}

/** @param labels where each region's name stands, by code */
export function stillMap(topology: Topology, labels: ReadonlyMap<string, Position | null>, width: number, height: number): StillMap {
  const regions = features(topology, 'regions');
  const view = svgMap(bounds(regions), width, height, 12);
  return {
    width,
    height,
    regions: regions.features.map((f) => {
      const code = String(f.properties['iso']);
      const label = labels.get(code);
      return { code, path: view.path(f), at: label ? view.point(label) : null };
    })
  };
}
