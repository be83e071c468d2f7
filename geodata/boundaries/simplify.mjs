import { quantize } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';

/** Mean radius of the Earth, km (IUGG); turns steradians into square kilometres. */
const EARTH_RADIUS = 6371.0088;

/** Grid steps along each axis: about 25 m here, finer than the source is drawn. */
const QUANTIZATION = 1e5;

/**
 * Visvalingam simplification on the arcs of a topology, so that a border stays one line for the two
 * units it divides.
 *
 * @param {import('topojson-specification').Topology} topology  unquantized
 * @param {(arc: number) => number} smallest  area of the smallest triangle kept on an arc, km²
 */
export function simplifyArcs(topology, smallest) {
  const weighed = presimplify(topology, sphericalTriangleArea);
  weighed.arcs.forEach((arc, i) => {
    // One pass takes one threshold, so each arc's weights are scaled to a threshold of 1.
    const scale = EARTH_RADIUS ** 2 / smallest(i);
    for (const point of arc) point[2] *= scale;
  });
  return quantize(simplify(weighed, 1), QUANTIZATION);
}
