/** What is shown as GeoJSON (RFC 7946): the regions with their row, or a straight line for each link. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { features } from '../../geo';
import type { Cell, Table } from '../csv';
import type { Shown } from '../shown';

/** @param table as `shownTable` makes it: its cells become the properties */
export function shownGeoJson(shown: Shown, { header, rows }: Table, source: string, licence: string): string {
  const properties = (row: readonly Cell[]) => Object.fromEntries(header.map((name, i) => [name.toLowerCase(), finite(row[i] ?? null)]));
  const geometry = geometries(shown);
  const collection: FeatureCollection<Geometry | null> & { source: string; licence: string } = {
    type: 'FeatureCollection',
    source,
    licence,
    features: rows.map((row): Feature<Geometry | null> => ({ type: 'Feature', id: String(row[0]), geometry: geometry.get(String(row[0])) ?? null, properties: properties(row) }))
  };
  return JSON.stringify(collection);
}

function geometries({ view, scene, pack }: Shown): ReadonlyMap<string, Geometry> {
  if (view.mode === 'chains') return new Map(scene.links.map(({ link, from, to }) => [link.id, { type: 'LineString', coordinates: [[...from.at], [...to.at]] }]));
  return new Map(features(pack.geometry.boundaries, 'regions').features.map((f) => [String(f.properties['iso']), f.geometry]));
}

const finite = (cell: Cell): Cell => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell);
