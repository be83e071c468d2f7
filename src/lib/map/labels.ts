/** Every name on the map as one source of points and lines, with the colours each stands on. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Position } from '../pack';
import type { MapData } from './data';
import type { Tokens } from './tokens';

/** Where a region's label may stand: on its middle, or beside its node when chains are shown. */
const ANCHORS = {
  middle: ['center', [0, 0], 'top', [0, 0.3], 'bottom', [0, -0.3]],
  node: ['top', [0, 0.75], 'bottom', [0, -0.75], 'left', [0.9, 0], 'right', [-0.9, 0]]
};

/** @param visible whether a neighbour's name would stand whole inside the picture: one cut by the edge says less than none */
export function labels(data: MapData, tokens: Tokens, visible: (at: Position) => boolean): FeatureCollection {
  const ground = new Map(data.regions.map((r) => [r.code, { ink: tokens(`on-${r.fill}`), halo: tokens(r.fill) }]));
  const anchors = data.mode === 'chains' ? ANCHORS.node : ANCHORS.middle;
  return {
    type: 'FeatureCollection',
    features: [
      ...data.regions.flatMap((r) => (r.at ? [feature('region', point(r.at), { name: r.name, value: r.value, anchors, ...ground.get(r.code) })] : [])),
      ...data.names.capitals.map(({ code, name, at }) => feature('capital', point(at), { name, ...ground.get(code) })),
      ...data.names.neighbours.filter(({ at }) => visible(at)).map(({ name, at }) => feature('neighbour', point(at), { name })),
      ...data.names.water.map(({ name, line }) => feature('water', { type: 'LineString', coordinates: line.map((p) => [...p]) }, { name }))
    ]
  };
}

const point = (at: Position): Geometry => ({ type: 'Point', coordinates: [...at] });

function feature(kind: string, geometry: Geometry, properties: Readonly<Record<string, unknown>>): Feature {
  return { type: 'Feature', properties: { kind, ...properties }, geometry };
}
