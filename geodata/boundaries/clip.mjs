import { bboxPolygon, featureCollection, intersect } from '@turf/turf';
import { BOX } from './box.mjs';

const FRAME = bboxPolygon([BOX.west, BOX.south, BOX.east, BOX.north]);

/**
 * Cuts a polygon to the window. A boolean intersection, not a line-by-line clip: parts that fall
 * apart come out as parts, without zero-width bridges along the window's edge.
 *
 * @template P
 * @param {import('geojson').Feature<import('geojson').Polygon | import('geojson').MultiPolygon, P>} unit
 * @returns {import('geojson').Feature<import('geojson').Polygon | import('geojson').MultiPolygon, P>}
 */
export function clipToBox(unit) {
  const inside = intersect(featureCollection([unit, FRAME]), { properties: unit.properties });
  if (!inside) throw new Error(`nothing of ${JSON.stringify(unit.properties)} lies in the window`);
  return /** @type {any} */ (inside);
}
