/** Where partners from outside stand: on the edge of the regions, in the direction they lie in. */
import type { MultiLineString } from 'geojson';
import type { Position } from '../pack';
import { toPixel, toPosition, type Pixel } from './mercator';

/** All is measured in pixels of this zoom, about that of a whole district on a screen. */
const ZOOM = 5;
/** From the edge to the place, px. */
const MARGIN = 30;
/** Least angle between two places, so that their names have room, radians. */
const LEAST = 0.11;

/**
 * One place for each partner. They are seen from the middle; those in nearly the same direction move apart.
 * @param outline of all regions together
 */
export function edgePlaces(outline: MultiLineString, middle: Position, partners: readonly Position[]): readonly Position[] {
  const centre = toPixel(middle, ZOOM);
  const lines = outline.coordinates.map((line) => line.map(([lon = 0, lat = 0]) => toPixel([lon, lat], ZOOM)));
  const angles = partners.map((at) => {
    const [x, y] = toPixel(at, ZOOM);
    return Math.atan2(y - centre[1], x - centre[0]);
  });
  return apart(angles).map((angle) => {
    const way: Pixel = [Math.cos(angle), Math.sin(angle)];
    const reach = lines.reduce((most, line) => Math.max(most, lastCrossing(line, centre, way)), 0) + MARGIN;
    return toPosition([centre[0] + way[0] * reach, centre[1] + way[1] * reach], ZOOM);
  });
}

/** Angles in their order, neighbours at least LEAST apart, moved as little as it takes (equal shares to both sides). */
function apart(angles: readonly number[]): readonly number[] {
  const order = angles.map((angle, i) => ({ angle, i })).sort((a, b) => a.angle - b.angle || a.i - b.i);
  const least = Math.min(LEAST, (2 * Math.PI) / (2 * Math.max(1, angles.length)));
  for (let round = 0; round < 200; round++) {
    let moved = false;
    order.forEach((one, k) => {
      const next = order[(k + 1) % order.length];
      if (!next || next === one) return;
      const between = next.angle - one.angle + (k + 1 === order.length ? 2 * Math.PI : 0);
      if (between >= least - 1e-9) return;
      one.angle -= (least - between) / 2;
      next.angle += (least - between) / 2;
      moved = true;
    });
    if (!moved) break;
  }
  const result = [...angles];
  for (const { angle, i } of order) result[i] = angle;
  return result;
}

/** Distance along a ray to the last point where it crosses the line; 0 where it never does. */
function lastCrossing(line: readonly Pixel[], [cx, cy]: Pixel, [wx, wy]: Pixel): number {
  let last = 0;
  for (let k = 1; k < line.length; k++) {
    const [a, b] = [line[k - 1] as Pixel, line[k] as Pixel];
    // Sides of the ray both ends lie on; the crossing is where the side is nought.
    const [sa, sb] = [wx * (a[1] - cy) - wy * (a[0] - cx), wx * (b[1] - cy) - wy * (b[0] - cx)];
    if (sa === sb || sa > 0 === sb > 0) continue;
    const t = sa / (sa - sb);
    last = Math.max(last, wx * (a[0] + (b[0] - a[0]) * t - cx) + wy * (a[1] + (b[1] - a[1]) * t - cy));
  }
  return last;
}
