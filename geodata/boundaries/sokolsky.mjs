/**
 * Sokolsky district (1,919 km²) passed from Ivanovo to Nizhny Novgorod Oblast in 1994; Natural Earth
 * still draws it in Ivanovo. Ivanovo is cut along the line below — the border runs down the Gorky
 * Reservoir — and what lies east of it joins Nizhny Novgorod.
 *
 * @typedef {[number, number]} Position  lon, lat in degrees
 * @typedef {Position[]} Ring            closed: the last position repeats the first
 */

/** @type {Position[]} From inside Nizhny Novgorod Oblast, northwards, to inside Kostroma Oblast. */
const CUT = [
  [43.4, 56.8], [43.33, 56.86], [43.28, 56.95], [43.2, 57.05],
  [43.13, 57.15], [43.15, 57.25], [43.16, 57.35], [43.13, 57.48]
];

/**
 * Moves Sokolsky district. The two points where the cut meets the old border are written into every
 * unit that shares that border, so that no edge is left with a vertex on one side only.
 *
 * @param {Map<string, Position[][][]>} units  polygons (rings) by ISO code; not changed
 * @returns {Map<string, Position[][][]>}      the same with RU-IVA, RU-NIZ and RU-KOS corrected
 */
export function moveSokolsky(units) {
  const [ivanovo, ...rest] = required(units, 'RU-IVA');
  if (rest.length > 0 || ivanovo.length !== 1) throw new Error('Ivanovo was expected to be one ring');
  const crossings = crossRing(ivanovo[0]);
  if (crossings.length !== 2) throw new Error(`the cut meets Ivanovo ${crossings.length} times, expected 2`);

  const shared = new Map(
    [...units].map(([iso, polygons]) => [
      iso,
      polygons.map((rings) => rings.map((ring) => crossings.reduce(insertVertex, ring)))
    ])
  );
  const { west, east } = splitRing(required(shared, 'RU-IVA')[0][0], crossings);
  shared.set('RU-IVA', [[west]]);
  shared.set('RU-NIZ', joinAlongBorder(required(shared, 'RU-NIZ'), east));
  return shared;
}

/** @param {Map<string, Position[][][]>} units @param {string} iso */
function required(units, iso) {
  const polygons = units.get(iso);
  if (!polygons) throw new Error(`${iso} is missing`);
  return polygons;
}

/**
 * @typedef {object} Crossing
 * @property {Position} at
 * @property {[Position, Position]} edge  the edge of the ring that is crossed
 * @property {number} along               place on the cut: segment number + fraction
 *
 * @param {Ring} ring
 * @returns {Crossing[]} in the order of the cut
 */
function crossRing(ring) {
  /** @type {Crossing[]} */
  const crossings = [];
  for (let i = 1; i < ring.length; i++) {
    for (let j = 1; j < CUT.length; j++) {
      const [a, b, c, d] = [ring[i - 1], ring[i], CUT[j - 1], CUT[j]];
      const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
      const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross;
      const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross;
      if (t > 0 && t < 1 && u > 0 && u < 1) {
        const at = /** @type {Position} */ ([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
        crossings.push({ at, edge: [a, b], along: j - 1 + u });
      }
    }
  }
  return crossings.sort((p, q) => p.along - q.along);
}

/** @param {Ring} ring @param {Crossing} crossing @returns {Ring} */
function insertVertex(ring, { at, edge: [a, b] }) {
  const i = ring.findIndex((p, k) => {
    const q = ring[k + 1];
    return q !== undefined && ((same(p, a) && same(q, b)) || (same(p, b) && same(q, a)));
  });
  return i < 0 ? ring : [...ring.slice(0, i + 1), at, ...ring.slice(i + 1)];
}

/** @param {Ring} ring @param {Crossing[]} crossings @returns {{west: Ring, east: Ring}} */
function splitRing(ring, [south, north]) {
  const inner = CUT.filter((_, j) => j > south.along && j < north.along);
  const fromSouth = startAt(ring, south.at);
  const n = fromSouth.findIndex((p) => same(p, north.at));
  const ahead = [...fromSouth.slice(0, n + 1), ...inner.toReversed(), south.at];
  const behind = [...fromSouth.slice(n), ...inner, north.at];
  return meanLongitude(ahead) < meanLongitude(behind)
    ? { west: ahead, east: behind }
    : { west: behind, east: ahead };
}

/**
 * Unites a piece with the unit it touches along one unbroken stretch of vertices.
 *
 * @param {Position[][][]} polygons
 * @param {Ring} piece  wound the same way as the polygons
 */
function joinAlongBorder([[outer, ...holes], ...others], piece) {
  const onPiece = new Set(piece.map(String));
  // Start both rings at an end of the common stretch, so that each reads: stretch, then the rest.
  const first = outer.findIndex((p, i) => i > 0 && onPiece.has(String(p)) && !onPiece.has(String(outer[i - 1])));
  const ring = startAt(outer, outer[first]);
  const length = ring.findIndex((p) => !onPiece.has(String(p)));
  if (ring.slice(length, -1).some((p) => onPiece.has(String(p)))) throw new Error('the border is not one stretch');
  const rest = startAt(piece, ring[0]);
  // Wound alike, the two run along the common stretch in opposite directions.
  const end = rest.findIndex((p) => same(p, ring[length - 1]));
  return [[[...ring.slice(length - 1, -1), ...rest.slice(0, end + 1)], ...holes], ...others];
}

/** @param {Ring} ring @param {Position} vertex @returns {Ring} the same ring, starting at the vertex */
function startAt(ring, vertex) {
  const i = ring.findIndex((p) => same(p, vertex));
  return [...ring.slice(i, -1), ...ring.slice(0, i), vertex];
}

/** @param {Position} p @param {Position} q */
function same(p, q) {
  return p[0] === q[0] && p[1] === q[1];
}

/** @param {Ring} ring */
function meanLongitude(ring) {
  return ring.reduce((sum, [lon]) => sum + lon, 0) / ring.length;
}
