/**
 * The same map as SVG paths, in the projection MapLibre uses, for the first paint and for browsers
 * without WebGL. Features are wound the RFC 7946 way while d3-geo fills to the right of a ring, so
 * polygons are rewound; unrewound, a region would fill the rest of the sphere.
 */
import { geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Position as Coordinates } from 'geojson';
import type { Position } from '../pack';
import type { Bounds } from './bounds';

export interface SvgMap {
  readonly width: number;
  readonly height: number;
  /** Path data in relative steps of one decimal; steps too small to see are left out. */
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
    path: (geometry) => compactPath(path(rewound(geometry)) ?? ''),
    point: (position) => projection([position[0], position[1]]) ?? [NaN, NaN]
  };
}

/** Shortest step drawn, in pixels: half a pixel is below what the eye tells at this size. */
const STEP = 0.5;

/**
 * The same path in relative steps, which is half as long. Points nearer than STEP to the last one drawn are
 * skipped; rounding never adds up, because each step starts from where the last one was drawn.
 */
export function compactPath(absolute: string): string {
  return absolute.replace(/M([^MZ]*)(Z?)/g, (_, body: string, close: string) => {
    const points = body.split('L').map((p) => p.split(',').map(Number));
    let [x = 0, y = 0] = points[0] ?? [];
    const start = `M${short(x)},${short(y)}`;
    const steps: string[] = [];
    points.slice(1).forEach(([px = 0, py = 0], i, rest) => {
      const last = i === rest.length - 1 && close === '';
      if (!last && Math.hypot(px - x, py - y) < STEP) return;
      const [dx, dy] = [short(px - x), short(py - y)];
      steps.push(dy.startsWith('-') ? `${dx}${dy}` : `${dx},${dy}`);
      x = Number((x + Number(dx)).toFixed(1));
      y = Number((y + Number(dy)).toFixed(1));
    });
    return steps.length === 0 ? '' : `${start}l${steps.join(' ')}${close}`;
  });
}

function short(n: number): string {
  return n.toFixed(1).replace(/\.0$/, '').replace(/^(-?)0\./, '$1.').replace(/^-?0$/, '0');
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
