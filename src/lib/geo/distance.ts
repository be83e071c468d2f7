/** Distances on the globe: a sphere of the mean radius of the Earth, good to about 0.5 %. */
import type { Position } from '../pack';

/** Mean radius R₁ of the Earth in km (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in km by the haversine formula, exact for near places too. */
export function greatCircleKm([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const [sinLat, sinLon] = [Math.sin(radians(lat2 - lat1) / 2), Math.sin(radians(lon2 - lon1) / 2)];
  const h = sinLat * sinLat + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Every pair of places, by row then column, in km; NaN where either place is not known. */
export function distanceMatrix(places: readonly (Position | null)[]): Float64Array {
  const n = places.length;
  const result = new Float64Array(n * n);
  places.forEach((a, i) => places.forEach((b, j) => (result[i * n + j] = a && b ? (i === j ? 0 : greatCircleKm(a, b)) : NaN)));
  return result;
}
