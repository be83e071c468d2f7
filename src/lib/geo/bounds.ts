/** West, south, east, north in degrees (WGS 84). */
import type { FeatureCollection, Geometry } from 'geojson';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

export function bounds(collection: FeatureCollection<Geometry>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (c: unknown): void => {
    if (!Array.isArray(c)) return;
    const [x, y] = c as unknown[];
    if (typeof x === 'number' && typeof y === 'number') {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    } else c.forEach(visit);
  };
  for (const { geometry } of collection.features) if (geometry && 'coordinates' in geometry) visit(geometry.coordinates);
  return [west, south, east, north];
}
