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

/** More names than this at the edge say only once, in the legend, what they are. */
export const NOTED = 6;

/** Names of partners outside: away from the district, or where that leaves the picture, over its edge. */
const OUTSIDE = {
  west: ['right', [-0.6, 0], 'bottom', [0, -0.5], 'top', [0, 0.5]],
  east: ['left', [0.6, 0], 'bottom', [0, -0.5], 'top', [0, 0.5]]
};

/** Where there is room in the picture. */
export interface Room {
  /** Whether names may have a second line. */
  readonly lines: boolean;
  /** Whether a neighbour's name would stand whole: one cut by the edge says less than none. */
  readonly whole: (at: Position) => boolean;
  /** The only side of a place on which a name of this length has room; null where both have. */
  readonly side: (at: Position, letters: number) => 'west' | 'east' | null;
}

export function labels(data: MapData, tokens: Tokens, room: Room): FeatureCollection {
  const ground = new Map(data.regions.map((r) => [r.code, { ink: tokens(`on-${r.fill}`), halo: tokens(r.fill) }]));
  const anchors = data.mode === 'chains' ? ANCHORS.node : ANCHORS.middle;
  return {
    type: 'FeatureCollection',
    features: [
      ...data.regions.flatMap((r) => (r.at ? [feature('region', point(r.at), { name: r.name, value: r.value, anchors, ...ground.get(r.code) })] : [])),
      ...data.names.capitals.map(({ code, name, at }) => feature('capital', point(at), { name, ...ground.get(code) })),
      ...data.names.neighbours.filter(({ at }) => room.whole(at)).map(({ name, at }) => feature('neighbour', point(at), { name })),
      ...data.outside.map(({ at, west, name, note, dim }) => {
        const away = west ? 'west' : 'east';
        const told = data.outside.length > NOTED || !room.lines ? '' : note;
        const only = room.side(at, Math.max(name.length, told.length));
        const side = only ?? away;
        // Centred over its place, a name near the edge of the picture would be cut by it.
        return feature('outside', point(at), { name, note: told, dim, anchors: only ? OUTSIDE[only].slice(0, 2) : OUTSIDE[side], ink: tokens('quiet'), halo: tokens(side === away ? 'map-neighbour' : 'map-region') });
      }),
      ...data.names.water.map(({ name, line }) => feature('water', { type: 'LineString', coordinates: line.map((p) => [...p]) }, { name }))
    ]
  };
}

const point = (at: Position): Geometry => ({ type: 'Point', coordinates: [...at] });

function feature(kind: string, geometry: Geometry, properties: Readonly<Record<string, unknown>>): Feature {
  return { type: 'Feature', properties: { kind, ...properties }, geometry };
}
