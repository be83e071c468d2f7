/**
 * Rebuilds geodata/vfd/water.topo.json (rivers and lakes) and geodata/vfd/water_labels.csv (lines
 * for the names of the main ones) from GSHHG. Both come under GSHHG's licence: see geodata/vfd/NOTICE-water.md.
 *
 *   node geodata/boundaries/water.mjs
 */
import { writeFileSync } from 'node:fs';
import { bboxClip, flatten, length, lineString, nearestPointOnLine } from '@turf/turf';
import { topology } from 'topojson-server';
import { BOX } from './box.mjs';
import { clipToBox } from './clip.mjs';
import { readRivers, readShores } from './gshhg.mjs';
import { labelLine } from './labels.mjs';
import { toLakes } from './lakes.mjs';
import { simplifyArcs } from './simplify.mjs';
import { closeGaps, stitch } from './stitch.mjs';
import { LABELS, RIVERS } from './water-names.mjs';

const OUTPUT = new URL('../vfd/', import.meta.url);

/** Smallest triangle kept, km². */
const DETAIL = 0.4;

/** Smallest lake and island drawn, km². */
const SMALLEST = { lake: 20, island: 5 };

/** Shortest river without a name that is drawn, km; shorter ones are loose ends. */
const SHORTEST = 40;

/** Surroundings of the district, degrees: water that stays outside them is dropped. */
const NEAR = { west: 40, south: 49, east: 63, north: 62.5 };

/** How far a typed point may lie from the river it names, km. */
const NAMED_WITHIN = 3;

const rivers = stitch(closeGaps(readRivers()));
const lakes = toLakes(stitch(readShores()), SMALLEST);

const riverFeatures = rivers
  .filter(({ line }) => line.some(isNear))
  .flatMap(({ level, line }) => {
    const river = lineString(line, { level, ...nameOf(line) });
    return flatten(bboxClip(river, [BOX.west, BOX.south, BOX.east, BOX.north])).features;
  })
  .filter((river) => 'name_en' in river.properties || length(river) >= SHORTEST);

const unfound = RIVERS.filter(({ name_en }) => riverFeatures.every((river) => river.properties.name_en !== name_en));
if (unfound.length > 0) throw new Error(`no river found for ${unfound.map(({ name_en }) => name_en).join(', ')}`);

const lakeFeatures = lakes
  .filter(({ geometry }) => geometry.coordinates[0].some(isNear))
  .flatMap((lake) => flatten(clipToBox(lake)).features);

const water = simplifyArcs(
  topology({
    rivers: { type: 'FeatureCollection', features: riverFeatures },
    lakes: { type: 'FeatureCollection', features: lakeFeatures }
  }),
  () => DETAIL
);
writeFileSync(new URL('water.topo.json', OUTPUT), `${JSON.stringify(water)}\n`);

const lines = rivers.map(({ line }) => line);
const rows = LABELS.map((label) => {
  const coordinates = labelLine(label, lines, lakes)
    .map(([lon, lat]) => `${lon.toFixed(3)} ${lat.toFixed(3)}`)
    .join('; ');
  return [label.label_id, label.kind, label.name_en, label.name_ru, coordinates].join(',');
});
writeFileSync(
  new URL('water_labels.csv', OUTPUT),
  `${['label_id,kind,name_en,name_ru,coordinates', ...rows].join('\n')}\n`
);

/** @param {import('./gshhg.mjs').Position[]} line */
function nameOf(line) {
  const feature = lineString(line);
  const river = RIVERS.find(({ near }) =>
    near.some((point) => nearestPointOnLine(feature, point).properties.pointDistance < NAMED_WITHIN)
  );
  return river && { name_en: river.name_en, name_ru: river.name_ru };
}

/** @param {import('geojson').Position} position */
function isNear([lon, lat]) {
  return lon > NEAR.west && lon < NEAR.east && lat > NEAR.south && lat < NEAR.north;
}
