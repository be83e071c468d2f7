/** TopoJSON objects of a pack as GeoJSON features. */
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from 'geojson';

export type Properties = Record<string, string | number | null>;

/** All features of one object, wound as RFC 7946 says whatever the pack does; an object the topology lacks gives none. */
export function features(topology: Topology | null, object: string): FeatureCollection<Geometry, Properties> {
  const geometry = topology?.objects[object];
  if (!topology || !geometry) return { type: 'FeatureCollection', features: [] };
  const result = feature(topology, geometry) as Feature<Geometry, Properties> | FeatureCollection<Geometry, Properties>;
  const all = result.type === 'FeatureCollection' ? result.features : [result];
  return { type: 'FeatureCollection', features: all.map((f) => ({ ...f, geometry: wound(f.geometry) })) };
}

/** Outer rings counterclockwise, holes clockwise. */
function wound(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(turn) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(turn)) };
  return geometry;
}

function turn(ring: Position[], i: number): Position[] {
  const counterclockwise = ring.reduce((area, [x = 0, y = 0], j) => {
    const [px = 0, py = 0] = ring[j - 1] ?? [];
    return j === 0 ? 0 : area + px * y - x * py;
  }, 0) > 0;
  return counterclockwise === (i === 0) ? ring : ring.slice().reverse();
}

/** Borders between two regions, each drawn once. */
export function innerBorders(topology: Topology): MultiLineString {
  return mesh(topology, topology.objects['regions'] as GeometryCollection, (a, b) => a !== b);
}

/** Borders between two neighbours; where the map was cut there is none. */
export function neighbourBorders(topology: Topology): MultiLineString {
  const object = topology.objects['neighbours'];
  return object ? mesh(topology, object as GeometryCollection, (a, b) => a !== b) : { type: 'MultiLineString', coordinates: [] };
}

/** Outline of all regions together. */
export function outline(topology: Topology): MultiLineString {
  return mesh(topology, topology.objects['regions'] as GeometryCollection, (a, b) => a === b);
}
