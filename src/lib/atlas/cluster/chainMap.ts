/**
 * The small map on the page of a cluster. The ground is drawn once while pages are made; what is picked only
 * decides which sites and arrows stand on it, so the browser needs no projection.
 */
import { cityFlows, regionFlows, type Certainty, type JoinedLink } from '../../chains';
import { regionsOf } from '../../composite';
import { arrow, bounds, features, innerBorders, neighbourBorders, outline, svgMap, type Pixel } from '../../geo';
import type { Pack, Site, Text } from '../../pack';
import { placeLabels, type MapLabel } from './mapLabels';

export interface ChainGround {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly { readonly code: string; readonly name: Text; readonly d: string; readonly at: Pixel | null }[];
  /** Names in one language for two sizes of letters, in units of the map: a wide screen and a phone. */
  readonly labels: readonly { readonly size: number; readonly names: readonly MapLabel[] }[];
  readonly neighbours: string;
  readonly neighbourBorders: string;
  readonly borders: string;
  readonly outline: string;
  /** Cities of the cluster's sites by site id; partners outside have none. */
  readonly places: Readonly<Record<string, Pixel>>;
}

/** 11.5 px on a map drawn at full size, and at two thirds of it. */
const LABEL_SIZES = [11.5, 17.5];
const SIZE = { width: 560, height: 560, padding: 14 };

export function chainGround(pack: Pack, sites: readonly Site[], text: (text: Text) => string): ChainGround {
  const { boundaries } = pack.geometry;
  const shapes = features(boundaries, 'regions');
  const map = svgMap(bounds(shapes), SIZE.width, SIZE.height, SIZE.padding);
  const path = new Map(shapes.features.map((f) => [String(f.properties['iso']), map.path(f)]));
  return {
    width: SIZE.width,
    height: SIZE.height,
    regions: regionsOf(pack).map((area) => ({ code: area.code, name: area.short, d: path.get(area.code) ?? '', at: area.labelAt ? map.point(area.labelAt) : null })),
    labels: LABEL_SIZES.map((size) => ({ size, names: placeLabels(regionsOf(pack).flatMap((area) => (area.labelAt ? [{ code: area.code, name: text(area.short), at: map.point(area.labelAt) }] : [])), size, SIZE) })),
    neighbours: features(boundaries, 'neighbours').features.map((f) => map.path(f)).join(''),
    neighbourBorders: map.path(neighbourBorders(boundaries)),
    borders: map.path(innerBorders(boundaries)),
    outline: map.path(outline(boundaries)),
    places: Object.fromEntries(sites.filter((s) => s.region !== null).map((s) => [s.id, rounded(map.point(s.at))]))
  };
}

const rounded = ([x, y]: Pixel): Pixel => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

export interface MapArrow {
  readonly id: string;
  readonly certainty: Certainty;
  readonly d: string;
}

export interface MapPlace {
  readonly id: string;
  readonly at: Pixel;
  readonly name: Text;
  readonly sites: number;
}

/** What stands on the ground. */
export interface MapPicture {
  readonly arrows: readonly MapArrow[];
  readonly places: readonly MapPlace[];
  /** Where arrows begin or end beyond the places. */
  readonly ends: readonly MapPlace[];
  /** Regions that take part. */
  readonly involved: ReadonlySet<string>;
}

/** Sites and links chosen. */
export function chainPicture(ground: ChainGround, sites: readonly Site[], links: readonly JoinedLink[], scale: 'regions' | 'cities'): MapPicture {
  const beyond = [...new Set(links.flatMap((l) => [l.from, l.to]))].filter((s) => !sites.includes(s));
  return {
    arrows: mapArrows(ground, links, scale),
    places: mapPlaces(ground, sites),
    ends: scale === 'cities' ? mapPlaces(ground, beyond) : [],
    involved: new Set([...sites, ...links.flatMap((l) => [l.from, l.to])].flatMap((s) => s.region ?? []))
  };
}

/** Arrows between regions for the whole cluster, between cities once something is picked; weak statements first, strong ones above them. */
export function mapArrows(ground: ChainGround, links: readonly JoinedLink[], scale: 'regions' | 'cities'): readonly MapArrow[] {
  const flows = scale === 'regions' ? regionFlows(links) : cityFlows(links);
  const strength: readonly Certainty[] = ['proposed', 'plausible', 'past', 'documented'];
  return [...flows].sort((a, b) => strength.indexOf(a.certainty) - strength.indexOf(b.certainty)).flatMap((flow): MapArrow[] => {
    const end = (side: 'from' | 'to') => {
      const site = flow.links[0]?.[side];
      return scale === 'regions' ? ground.regions.find((r) => r.code === flow[side])?.at : site && ground.places[site.id];
    };
    const [from, to] = [end('from'), end('to')];
    if (!from || !to) return [];
    const d = arrowPath(from, to, flow.links.length, scale === 'regions' ? 6 : 4);
    return d === null ? [] : [{ id: flow.id, certainty: flow.certainty, d }];
  });
}

/** An arrow as wide as the number it stands for; null where the places are too close. */
export function arrowPath(from: Pixel, to: Pixel, count: number, gap: number): string | null {
  const body = 0.7 + 0.75 * Math.sqrt(count);
  const ring = arrow(from, to, { tail: 0.45, body, headLength: 5 + 2.2 * body, headWidth: 2 + 1.7 * body, bend: 0.1, gap });
  return ring && `M${ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;
}

/** Sites of one city as one dot. */
export function mapPlaces(ground: ChainGround, sites: readonly Pick<Site, 'id' | 'city'>[]): readonly MapPlace[] {
  const found = new Map<string, { at: Pixel; name: Text; sites: number }>();
  for (const site of sites) {
    const at = ground.places[site.id];
    if (!at) continue;
    const known = found.get(at.join());
    if (known) known.sites++;
    else found.set(at.join(), { at, name: site.city, sites: 1 });
  }
  return Array.from(found, ([id, place]) => ({ id, ...place }));
}

