/**
 * Rebuilds geodata/vfd/boundaries.topo.json: the district's regions, their neighbours and the
 * district's outline, as one topology in which every border is a single shared arc.
 *
 *   node geodata/boundaries/build.mjs
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rewind, round } from '@turf/turf';
import { mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { clipToBox } from './clip.mjs';
import { NEIGHBOURS, REGIONS } from './regions.mjs';
import { simplifyArcs } from './simplify.mjs';
import { moveSokolsky } from './sokolsky.mjs';
import { readUnits } from './source.mjs';

const OUTPUT = fileURLToPath(new URL('../vfd/boundaries.topo.json', import.meta.url));

/** Smallest triangle kept, km²: the regions are read at zoom 4–8, their neighbours are background. */
const DETAIL = { region: 0.25, neighbour: 2 };

/** Decimals of a degree (0.1 m): makes a crossing with the window one point for both its units. */
const DECIMALS = 6;

const source = readUnits([...REGIONS, ...NEIGHBOURS.map(({ iso }) => iso)]);
const units = moveSokolsky(
  new Map([...source].map(([iso, { geometry }]) => [
    iso,
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ]))
);

/** @param {string} iso @param {object} properties */
const feature = (iso, properties) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiPolygon', coordinates: units.get(iso) }
});

/** RFC 7946 winding, rounded coordinates. */
const finish = (unit) => {
  const wound = rewind(unit);
  const coordinates = JSON.parse(JSON.stringify(wound.geometry.coordinates), (_, value) =>
    typeof value === 'number' ? round(value, DECIMALS) : value
  );
  return { ...wound, geometry: { ...wound.geometry, coordinates } };
};

const full = topology({
  regions: { type: 'FeatureCollection', features: REGIONS.map((iso) => finish(feature(iso, { iso }))) },
  neighbours: {
    type: 'FeatureCollection',
    features: NEIGHBOURS.map((neighbour) => finish(clipToBox(feature(neighbour.iso, neighbour))))
  }
});

const ofRegions = new Set(
  full.objects.regions.geometries.flatMap(({ arcs }) => arcs.flat(2)).map((arc) => (arc < 0 ? ~arc : arc))
);
const result = simplifyArcs(full, (arc) => (ofRegions.has(arc) ? DETAIL.region : DETAIL.neighbour));
result.objects.district = mergeArcs(result, result.objects.regions.geometries);

writeFileSync(OUTPUT, `${JSON.stringify(result)}\n`);
