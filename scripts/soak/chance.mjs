/** Chance that can be repeated: the same seed gives the same visit. */

/** @param {number} seed @returns {() => number} 0 ≤ value < 1 (mulberry32, public domain, by T. Ettinger) */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Slope of a line through points, as the median of the slopes between any two (Theil–Sen): one odd reading does not move it.
 * @param {readonly (readonly [x: number, y: number])[]} points
 */
export function slope(points) {
  const slopes = points.flatMap(([x, y], i) => points.slice(i + 1).flatMap(([x2, y2]) => (x2 === x ? [] : [(y2 - y) / (x2 - x)])));
  if (slopes.length === 0) return NaN;
  slopes.sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  return slopes.length % 2 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
}
