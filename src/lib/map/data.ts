/** What the WebGL map is told to draw, put together once for each change. */
import type { FeatureCollection, GeoJSON, Geometry } from 'geojson';
import type { Topology } from 'topojson-specification';
import { flowArrows, flowScaleAt, outsidePlaces, type FlowArrow, type OutsidePlace, type Picture, type RegionPicture, type Shown } from '../atlas';
import { features, innerBorders, neighbourBorders, outline, toPixel } from '../geo';
import type { I18n } from '../i18n';
import type { Pack, Position } from '../pack';

export interface MapData {
  readonly mode: Picture['mode'];
  readonly picked: readonly string[];
  readonly regions: readonly (RegionPicture & { readonly faded: boolean })[];
  /** Sources that change only with pack and language; the same object while they do not. */
  readonly ground: Ground;
  readonly names: Names;
  /** Arrows for a zoom, in pixels of the world there; none but in the mode Chains. */
  readonly arrows: (zoom: number) => readonly FlowArrow[];
  /** What they run between. */
  readonly nodes: (zoom: number) => FeatureCollection;
  /** Partners outside, at the edge; none but in the mode Chains. */
  readonly outside: readonly (Pick<OutsidePlace, 'at' | 'west' | 'dim'> & { readonly name: string; readonly note: string })[];
  /** Whether arrows may move along their direction. */
  readonly motion: boolean;
}

/**
 * Few sources with the kind of a feature as a property, not one source for each layer: whenever a tile of a
 * source arrives, the whole map is drawn anew.
 */
export interface Ground {
  readonly regions: GeoJSON;
  /** Kinds: neighbour, neighbour-line, border, outline. */
  readonly ground: GeoJSON;
  /** Kinds: lake, river. */
  readonly water: GeoJSON;
}

interface Place {
  readonly name: string;
  readonly at: Position;
}

/** Names that do not change with the picture. */
export interface Names {
  readonly neighbours: readonly Place[];
  readonly water: readonly { readonly name: string; readonly line: readonly Position[] }[];
  readonly capitals: readonly (Place & { readonly code: string })[];
}

export function landData(boundaries: Topology): Omit<Ground, 'water'> {
  return {
    regions: features(boundaries, 'regions'),
    ground: collection([
      ...ofKind('neighbour', features(boundaries, 'neighbours').features),
      ...ofKind('neighbour-line', [{ geometry: neighbourBorders(boundaries) }]),
      ...ofKind('border', [{ geometry: innerBorders(boundaries) }]),
      ...ofKind('outline', [{ geometry: outline(boundaries) }])
    ])
  };
}

/** @param water null until it has arrived */
export function waterData(water: Topology | null): GeoJSON {
  return collection([...ofKind('lake', features(water, 'lakes').features), ...ofKind('river', features(water, 'rivers').features)]);
}

export function namesData(pack: Pack, i18n: I18n): Names {
  return {
    neighbours: features(pack.geometry.boundaries, 'neighbours').features.flatMap(({ properties }) => {
      const [lon, lat] = [properties['label_lon'], properties['label_lat']];
      return typeof lon === 'number' && typeof lat === 'number' ? [{ name: String(properties[`name_${i18n.language}`] ?? ''), at: [lon, lat] as const }] : [];
    }),
    water: pack.geometry.waterLabels.map((label) => ({ name: i18n.text(label.name), line: label.line })),
    capitals: pack.areas.flatMap((area) => (area.kind === 'region' && area.capitalAt ? [{ code: area.code, name: i18n.text(area.capital), at: area.capitalAt }] : []))
  };
}

function ofKind(kind: string, parts: readonly { readonly geometry: Geometry }[]): FeatureCollection['features'] {
  return parts.map(({ geometry }) => ({ type: 'Feature', properties: { kind }, geometry }));
}

/** @param still whether the reader's system asks for less motion */
export function mapData(shown: Shown, picture: Picture, ground: Ground, names: Names, i18n: I18n, lit: ReadonlySet<string> | null, still: boolean): MapData {
  const chains = picture.mode === 'chains';
  return {
    mode: picture.mode,
    picked: picture.picked,
    regions: picture.regions.map((r) => ({ ...r, faded: lit !== null && !lit.has(r.code) })),
    ground,
    names,
    arrows: (zoom) => (chains ? flowArrows(shown.pack, shown.scene, flowScaleAt(zoom), (at) => toPixel(at, zoom), picture.picked) : []),
    nodes: (zoom) => collection(chains ? nodes(shown, zoom, picture.picked, i18n) : []),
    outside: chains ? outsidePlaces(shown.pack, shown.scene, picture.picked).map(({ at, west, dim, name }) => ({ at, west, dim, name: i18n.text(name), note: i18n.t.chains.outside })) : [],
    motion: chains && shown.view.motion && !still
  };
}

/** Cities when close, else one node for each region. */
function nodes({ scene }: Shown, zoom: number, picked: readonly string[], i18n: I18n): FeatureCollection['features'] {
  if (flowScaleAt(zoom) === 'regions') return scene.regionNodes.map((n) => point(n.at, { kind: 'node', radius: 4 + Math.min(4.5, Math.sqrt(n.incoming + n.outgoing)), picked: picked.includes(n.id) }));
  return scene.cityNodes.map((c) =>
    point(c.at, { kind: 'node', radius: Math.min(7, 2.6 + Math.sqrt(c.sites.length)), picked: c.sites.some((s) => picked.includes(s.region ?? '')), name: i18n.text(c.name), sort: -c.sites.length })
  );
}

function point([lon, lat]: readonly [number, number], properties: Record<string, unknown>): FeatureCollection['features'][number] {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

function collection(list: FeatureCollection['features']): FeatureCollection {
  return { type: 'FeatureCollection', features: list };
}
