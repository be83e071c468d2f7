/**
 * The same map as SVG paths, in the projection MapLibre uses, for the first paint and for browsers
 * without WebGL. TopoJSON winds rings the RFC 7946 way while d3-geo fills to the right of a ring, so
 * polygons are rewound; unrewound, a region would fill the rest of the sphere.
 */
import { geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Position as Coordinates } from 'geojson';
import type { Position } from '../pack';
import type { Bounds } from './bounds';

export interface SvgMap {
  readonly width: number;
  readonly height: number;
  /** Path data, one decimal. */
  path(geometry: Geometry | Feature): string;
  point(position: Position): readonly [x: number, y: number];
}

/** Fits the bounds into width × height with padding (all in CSS pixels). */
export function svgMap(bounds: Bounds, width: number, height: number, padding: number): SvgMap {
  const [west, south, east, north] = bounds;
  const corners: FeatureCollection = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: [[west, south], [east, north], [west, north], [east, south]] } }]
  };
  const projection: GeoProjection = geoMercator().fitExtent([[padding, padding], [width - padding, height - padding]], corners);
  const path = geoPath(projection).digits(1);
  return {
    width,
    height,
    path: (geometry) => path(rewound(geometry)) ?? '',
    point: (position) => projection([position[0], position[1]]) ?? [NaN, NaN]
  };
}

function rewound(shape: Geometry | Feature): Geometry {
  const geometry = shape.type === 'Feature' ? shape.geometry : shape;
  const flip = (ring: Coordinates[]) => ring.slice().reverse();
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates.map(flip) };
  if (geometry.type === 'MultiPolygon') {
    return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(flip)) };
  }
  return geometry;
}
