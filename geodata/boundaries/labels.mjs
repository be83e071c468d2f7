import {
  along, bearing, destination, distance, length, lineIntersect, lineSlice, lineString, nearestPointOnLine
} from '@turf/turf';

/**
 * Lines for curved labels: the real course of the water, freed of its small bends.
 *
 * @typedef {[number, number]} Position  lon, lat in degrees
 */

/** Spacing of the samples taken along the water, km. */
const STEP = 2;

/** Standard deviation of the smoothing, km: a letter should not turn with every meander. */
const SMOOTHING = 20;

/** Distance searched for the two shores of a water body on either side of the guide, km. */
const REACH = 25;

/** How far the typed end of a label may lie from the river it means, km. */
const TOLERANCE = 10;

/** Points a finished label line is written with. */
const POINTS = 11;

/**
 * The line of a label: along a river if one passes both its ends, else along the middle of the lake.
 *
 * @param {import('./water-names.mjs').WaterLabel} label
 * @param {Position[][]} rivers
 * @param {import('geojson').Feature<import('geojson').Polygon>[]} lakes
 * @returns {Position[]} from left to right
 */
export function labelLine({ label_id, along: guide }, rivers, lakes) {
  const [from, to] = [guide[0], /** @type {Position} */ (guide.at(-1))];
  const river = rivers.find((line) => [from, to].every((end) => offRiver(line, end) < TOLERANCE));
  const course = river
    ? /** @type {Position[]} */ (lineSlice(from, to, lineString(river)).geometry.coordinates)
    : midwater(guide, lakes);
  if (course.length < 2) throw new Error(`label ${label_id}: no water along it`);
  const smoothed = smooth(sample(course, Math.round(length(lineString(course)) / STEP)));
  const line = sample(smoothed, POINTS - 1);
  return line[0][0] <= line[POINTS - 1][0] ? line : line.reverse();
}

/** @param {Position[]} line @param {Position} point @returns {number} km */
function offRiver(line, point) {
  return nearestPointOnLine(lineString(line), point).properties.pointDistance;
}

/**
 * Points halfway between the shores, on transects square to a guide line.
 *
 * @param {Position[]} guide
 * @param {import('geojson').Feature<import('geojson').Polygon>[]} lakes
 * @returns {Position[]}
 */
function midwater(guide, lakes) {
  const shores = lakes.map(({ geometry }) => lineString(geometry.coordinates[0]));
  const samples = sample(guide, Math.round(length(lineString(guide)) / STEP));
  return samples.slice(1).flatMap((point, i) => {
    const heading = bearing(samples[i], point);
    const start = destination(point, REACH, heading - 90);
    const transect = lineString([start, destination(point, REACH, heading + 90)].map((end) => end.geometry.coordinates));
    const crossings = shores
      .flatMap((shore) => lineIntersect(transect, shore).features)
      .map((crossing) => distance(start, crossing))
      .sort((a, b) => a - b);
    // Both ends of the transect are on land, so the crossings pair off into stretches of water.
    const middles = crossings
      .filter((_, k) => k % 2 === 1)
      .map((far, k) => (crossings[2 * k] + far) / 2)
      .sort((a, b) => Math.abs(a - REACH) - Math.abs(b - REACH));
    return middles.length > 0 ? [/** @type {Position} */ (along(transect, middles[0]).geometry.coordinates)] : [];
  });
}

/** @param {Position[]} line @param {number} parts @returns {Position[]} parts + 1 points at equal distances */
function sample(line, parts) {
  const feature = lineString(line);
  const total = length(feature);
  return Array.from({ length: parts + 1 }, (_, i) =>
    /** @type {Position} */ (along(feature, (total * i) / parts).geometry.coordinates)
  );
}

/**
 * Gaussian smoothing of samples `STEP` apart. The line goes on beyond its ends as its own mirror
 * image, which holds the ends in place.
 *
 * @param {Position[]} line
 * @returns {Position[]}
 */
function smooth(line) {
  const last = line.length - 1;
  const at = (k, axis) => {
    if (k < 0) return 2 * line[0][axis] - line[Math.min(-k, last)][axis];
    if (k > last) return 2 * line[last][axis] - line[Math.max(2 * last - k, 0)][axis];
    return line[k][axis];
  };
  const reach = Math.ceil((3 * SMOOTHING) / STEP);
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const weights = offsets.map((offset) => Math.exp(-0.5 * ((offset * STEP) / SMOOTHING) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (k, axis) => offsets.reduce((sum, offset, i) => sum + weights[i] * at(k + offset, axis), 0) / total;
  return line.map((_, k) => [mean(k, 0), mean(k, 1)]);
}
