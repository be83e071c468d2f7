/** TopoJSON objects of a pack as GeoJSON features. */
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection, Geometry, MultiLineString } from 'geojson';

export type Properties = Record<string, string | number | null>;

/** All features of one object; an object the topology lacks gives none. */
export function features(topology: Topology | null, object: string): FeatureCollection<Geometry, Properties> {
  const geometry = topology?.objects[object];
  if (!topology || !geometry) return { type: 'FeatureCollection', features: [] };
  const result = feature(topology, geometry) as Feature<Geometry, Properties> | FeatureCollection<Geometry, Properties>;
  return result.type === 'FeatureCollection' ? result : { type: 'FeatureCollection', features: [result] };
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
