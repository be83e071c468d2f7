/**
 * Are places where they are said to be. Boundaries are simplified and cities are given to two decimals, so a
 * point may lie up to 5 km on the wrong side of a border; a label must lie in the drawn polygon itself.
 */
import { area as areaOf, booleanPointInPolygon, point, pointToPolygonDistance } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Pack, Position } from '../../types';
import type { RowOf } from '../readPack';
import { textOf } from '../json';
import type { Reporter } from '../reporter';

const TOLERANCE_KM = 5;
type Region = Feature<Polygon | MultiPolygon, { iso?: unknown }>;

const inside = (at: Position, polygon: Region) => booleanPointInPolygon(point([at[0], at[1]]), polygon);
/** Kilometres from the border, negative inside. */
const distance = (at: Position, polygon: Region) => pointToPolygonDistance(point([at[0], at[1]]), polygon, { units: 'kilometers' });
const nearlyInside = (at: Position, polygon: Region) => inside(at, polygon) || distance(at, polygon) <= TOLERANCE_KM;
const wellInside = (at: Position, polygon: Region) => inside(at, polygon) && distance(at, polygon) < -TOLERANCE_KM;

export function checkPlaces(pack: Pack, row: RowOf, report: Reporter): void {
  const codes = new Set(pack.areas.filter((a) => a.kind === 'region').map((a) => a.code));
  const polygons = regionPolygons(pack.geometry.boundaries, codes, report);
  if (codes.size === 0) report.error({ file: 'regions.csv', column: 'kind' }, 'at least one area of the kind region');

  for (const area of pack.areas) {
    if (area.kind !== 'region') continue;
    const at = { file: 'regions.csv', row: row('regions', 'code', area.code) };
    if (!area.labelAt) report.error({ ...at, column: 'label_lon, label_lat' }, 'a label position, which each region needs');
    if (!area.capitalAt) report.error({ ...at, column: 'capital_lon, capital_lat' }, 'the position of the capital, which each region needs');
    const polygon = polygons.get(area.code);
    if (!polygon) continue;
    if (area.labelAt && !inside(area.labelAt, largestPart(polygon))) report.error({ ...at, column: 'label_lon, label_lat', value: area.labelAt.join(', ') }, `a point inside the largest polygon of ${area.code}`);
    if (area.capitalAt && !nearlyInside(area.capitalAt, polygon)) report.error({ ...at, column: 'capital_lon, capital_lat', value: area.capitalAt.join(', ') }, `a point inside ${area.code} (${TOLERANCE_KM} km of tolerance)`);
  }

  for (const site of pack.chains.sites) {
    if (site.at.some(Number.isNaN)) continue;
    const where = { file: 'sites.csv', row: row('sites', 'site_id', site.id), column: 'lon, lat', value: site.at.join(', ') };
    if (site.region === null) {
      const within = [...polygons].find(([, polygon]) => wellInside(site.at, polygon))?.[0];
      if (within) report.error(where, `a place outside the regions of the pack; this lies in ${within}`);
      continue;
    }
    const polygon = polygons.get(site.region);
    if (polygon && !nearlyInside(site.at, polygon)) report.error(where, `a point inside ${site.region} (${TOLERANCE_KM} km of tolerance)`);
  }

  for (const label of pack.geometry.waterLabels) {
    const bad = label.line.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90));
    if (bad) report.error({ file: 'water_labels.csv', row: row('water_labels', 'label_id', label.id), column: 'coordinates', value: bad.join(' ') }, 'a longitude and a latitude in degrees');
  }
}

function regionPolygons(topology: Topology, codes: ReadonlySet<string>, report: Reporter): ReadonlyMap<string, Region> {
  const where = { file: 'boundaries.topo.json', column: 'regions' };
  const object = topology.objects['regions'] as GeometryCollection<{ iso?: unknown }> | undefined;
  const polygons = new Map<string, Region>();
  if (object?.type !== 'GeometryCollection') {
    if (object) report.error(where, 'a GeometryCollection of polygons');
    return polygons;
  }
  for (const found of feature(topology, object).features) {
    const iso = found.properties.iso;
    const isPolygon = found.geometry?.type === 'Polygon' || found.geometry?.type === 'MultiPolygon';
    if (typeof iso !== 'string' || !codes.has(iso)) report.error({ ...where, value: textOf(iso) }, 'the code of a region of regions.csv as property iso');
    else if (!isPolygon) report.error({ ...where, value: iso }, 'a Polygon or MultiPolygon');
    else if (polygons.has(iso)) report.error({ ...where, value: iso }, 'one polygon for each region; this has two');
    else polygons.set(iso, found as Region);
  }
  for (const code of codes) if (!polygons.has(code)) report.error({ ...where, value: code }, 'a polygon for each region of regions.csv; this one has none');
  return polygons;
}

function largestPart(region: Region): Region {
  const { geometry } = region;
  if (geometry.type === 'Polygon') return region;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  const largest = parts.sort((a, b) => areaOf(b) - areaOf(a))[0] ?? { type: 'Polygon', coordinates: [] };
  return { ...region, geometry: largest };
}
