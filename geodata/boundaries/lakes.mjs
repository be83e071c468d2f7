import { area, booleanPointInPolygon } from '@turf/turf';

/** GSHHG's levels: a lake on land, an island in a lake. */
const LAKE = 2;
const ISLAND = 3;

/** m² in a km². */
const SQUARE_KM = 1e6;

/**
 * Lakes as polygons with their islands cut out.
 *
 * @param {import('./gshhg.mjs').Piece[]} shores  stitched; those left open touch the outer window and are dropped
 * @param {{lake: number, island: number}} smallest  km²
 * @returns {import('geojson').Feature<import('geojson').Polygon, {area_km2: number}>[]} largest first
 */
export function toLakes(shores, smallest) {
  const rings = shores
    .filter(({ line }) => String(line[0]) === String(line.at(-1)))
    .map(({ level, line }) => ({ level, ring: line, size: area(polygon([line])) / SQUARE_KM }));
  const islands = rings.filter(({ level, size }) => level === ISLAND && size >= smallest.island);
  return rings
    .filter(({ level, size }) => level === LAKE && size >= smallest.lake)
    .sort((a, b) => b.size - a.size)
    .map(({ ring }) => {
      const shore = polygon([ring]);
      const holes = islands.filter((island) => booleanPointInPolygon(island.ring[0], shore));
      const lake = polygon([ring, ...holes.map((island) => island.ring)]);
      return { type: 'Feature', properties: { area_km2: Math.round(area(lake) / SQUARE_KM) }, geometry: lake };
    });
}

/** @param {import('geojson').Position[][]} coordinates @returns {import('geojson').Polygon} */
function polygon(coordinates) {
  return { type: 'Polygon', coordinates };
}
