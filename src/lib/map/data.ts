/** What the WebGL map is told to draw, put together once for each change. */
import type { FeatureCollection, GeoJSON } from 'geojson';
import { CITY_ZOOM, flowGeoJson, type Picture, type RegionPicture, type Shown } from '../atlas';
import { features, innerBorders, neighbourBorders, outline } from '../geo';
import type { I18n } from '../i18n';
import type { Pack, Position } from '../pack';

export interface MapData {
  readonly mode: Picture['mode'];
  readonly picked: readonly string[];
  readonly regions: readonly (RegionPicture & { readonly faded: boolean })[];
  /** Sources that change only with pack and language; the same object while they do not. */
  readonly ground: Ground;
  readonly neighbourLabels: readonly { readonly name: string; readonly at: Position }[];
  readonly capitals: (colours: (code: string) => { ink: string; halo: string }) => GeoJSON;
  readonly flows: (zoom: number) => GeoJSON;
  readonly nodes: (zoom: number) => GeoJSON;
}

export interface Ground {
  readonly regions: GeoJSON;
  readonly neighbours: GeoJSON;
  readonly 'neighbour-lines': GeoJSON;
  readonly borders: GeoJSON;
  readonly outline: GeoJSON;
  readonly lakes: GeoJSON;
  readonly rivers: GeoJSON;
  readonly 'water-labels': GeoJSON;
  readonly 'neighbour-labels': GeoJSON;
}

export function groundData(pack: Pack, i18n: I18n): Ground {
  const { boundaries, water, waterLabels } = pack.geometry;
  const neighbours = features(boundaries, 'neighbours');
  return {
    regions: features(boundaries, 'regions'),
    neighbours,
    'neighbour-lines': neighbourBorders(boundaries),
    borders: innerBorders(boundaries),
    outline: outline(boundaries),
    lakes: features(water, 'lakes'),
    rivers: features(water, 'rivers'),
    'water-labels': collection(waterLabels.map((label) => ({ type: 'Feature', properties: { name: i18n.text(label.name) }, geometry: { type: 'LineString', coordinates: label.line.map((p) => [...p]) } }))),
    'neighbour-labels': collection(
      neighbourLabels(pack, i18n).map(({ name, at }) => ({ type: 'Feature' as const, properties: { name }, geometry: { type: 'Point' as const, coordinates: [...at] } }))
    )
  };
}

function neighbourLabels(pack: Pack, i18n: I18n): readonly { name: string; at: Position }[] {
  return features(pack.geometry.boundaries, 'neighbours').features.flatMap(({ properties }) => {
    const [lon, lat] = [properties['label_lon'], properties['label_lat']];
    return typeof lon === 'number' && typeof lat === 'number' ? [{ name: String(properties[`name_${i18n.language}`] ?? ''), at: [lon, lat] as const }] : [];
  });
}

export function mapData(shown: Shown, picture: Picture, ground: Ground, i18n: I18n, lit: ReadonlySet<string> | null): MapData {
  const { pack, scene } = shown;
  return {
    mode: picture.mode,
    picked: picture.picked,
    regions: picture.regions.map((r) => ({ ...r, faded: lit !== null && !lit.has(r.code) })),
    ground,
    neighbourLabels: neighbourLabels(pack, i18n),
    capitals: (colours) =>
      collection(
        shown.regions.flatMap((region) =>
          region.capitalAt ? [{ type: 'Feature' as const, properties: { name: i18n.text(region.capital), ...colours(region.code) }, geometry: { type: 'Point' as const, coordinates: [...region.capitalAt] } }] : []
        )
      ),
    flows: (zoom) => (picture.mode === 'chains' ? flowGeoJson(pack, scene, zoom, picture.picked) : collection([])),
    nodes: (zoom) => {
      if (picture.mode !== 'chains') return collection([]);
      return zoom >= CITY_ZOOM
        ? collection(scene.cityNodes.map((c) => point(c.at, { radius: Math.min(7, 2.6 + Math.sqrt(c.sites.length)), picked: c.sites.some((s) => picture.picked.includes(s.region ?? '')), name: i18n.text(c.name), sort: -c.sites.length })))
        : collection(scene.regionNodes.map((n) => point(n.at, { radius: 4 + Math.min(4.5, Math.sqrt(n.incoming + n.outgoing)), picked: picture.picked.includes(n.id) })));
    }
  };
}

function point([lon, lat]: readonly [number, number], properties: Record<string, unknown>): FeatureCollection['features'][number] {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

function collection(list: FeatureCollection['features']): FeatureCollection {
  return { type: 'FeatureCollection', features: list };
}
