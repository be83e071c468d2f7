/**
 * Do places stand where they should. Boundaries are simplified and cities are given to two decimals, so a
 * point may lie up to TOLERANCE_KM outside the polygon of its region.
 */
import { area as areaOf, booleanPointInPolygon, buffer, point } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Pack, Position } from '../../types';
import type { Reporter } from '../reporter';

const TOLERANCE_KM = 5;
type Region = Feature<Polygon | MultiPolygon, { iso: string }>;

export function checkPlaces(pack: Pack, row: (table: string, column: string, key: string) => number | null, report: Reporter): void {
  const polygons = regionPolygons(pack.geometry.boundaries);
  const codes = pack.areas.filter((a) => a.kind === 'region').map((a) => a.code);
  for (const code of codes) if (!polygons.has(code)) report.error({ file: 'boundaries.topo.json', column: 'regions', value: code }, 'a polygon for each region of regions.csv; this one has none');
  for (const iso of polygons.keys()) if (!codes.includes(iso)) report.error({ file: 'boundaries.topo.json', column: 'regions', value: iso }, 'only regions of regions.csv');

  const wide = new Map([...polygons].map(([code, polygon]) => [code, buffer(polygon, TOLERANCE_KM, { units: 'kilometers' }) as Region | undefined]));
  const inside = (at: Position, polygon: Region | undefined) => polygon !== undefined && booleanPointInPolygon(point([at[0], at[1]]), polygon);
  for (const area of pack.areas) {
    const polygon = polygons.get(area.code);
    if (area.kind !== 'region' || !polygon) continue;
    const at = { file: 'regions.csv', row: row('regions', 'code', area.code) };
    if (!area.labelAt) report.error({ ...at, column: 'label_lon', value: null }, 'a label position');
    else if (!inside(area.labelAt, largestPart(polygon))) report.error({ ...at, column: 'label_lon, label_lat', value: area.labelAt.join(', ') }, `a point inside the largest polygon of ${area.code}`);
    if (area.capitalAt && !inside(area.capitalAt, wide.get(area.code))) report.error({ ...at, column: 'capital_lon, capital_lat', value: area.capitalAt.join(', ') }, `a point inside ${area.code}`);
  }
  for (const site of pack.chains.sites) {
    const at = { file: 'sites.csv', row: row('sites', 'site_id', site.id) };
    if (site.region === null) {
      if (site.grain !== 'outside') report.error({ ...at, column: 'region', value: '' }, 'a region, or grain “outside”');
      const within = codes.find((code) => inside(site.at, polygons.get(code)));
      if (within) report.error({ ...at, column: 'lon, lat', value: site.at.join(', ') }, `a place outside the district; this lies in ${within}`);
    } else if (polygons.has(site.region) && !inside(site.at, wide.get(site.region))) {
      report.error({ ...at, column: 'lon, lat', value: site.at.join(', ') }, `a point inside ${site.region} (${TOLERANCE_KM} km of tolerance)`);
    }
  }
}

function regionPolygons(topology: Topology): ReadonlyMap<string, Region> {
  const object = topology.objects['regions'] as GeometryCollection<{ iso: string }> | undefined;
  if (!object) return new Map();
  const { features } = feature(topology, object);
  return new Map(features.flatMap((f) => (f.geometry.type === 'Polygon' || f.geometry.type === 'MultiPolygon' ? [[f.properties.iso, f as Region] as const] : [])));
}

function largestPart(region: Region): Region {
  const { geometry } = region;
  if (geometry.type === 'Polygon') return region;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  const largest = parts.sort((a, b) => areaOf(b) - areaOf(a))[0] ?? { type: 'Polygon', coordinates: [] };
  return { ...region, geometry: largest };
}
