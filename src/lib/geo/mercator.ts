/**
 * Web Mercator as MapLibre draws it: the world is a square of 512 · 2^zoom pixels, so a shape made of
 * pixels at one zoom can be given back as degrees.
 */
import type { Position } from '../pack';

export type Pixel = readonly [x: number, y: number];

export function toPixel([lon, lat]: Position, zoom: number): Pixel {
  const size = 512 * 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  return [((lon + 180) / 360) * size, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size];
}

export function toPosition([x, y]: Pixel, zoom: number): Position {
  const size = 512 * 2 ** zoom;
  const lat = (2 * Math.atan(Math.exp((0.5 - y / size) * 2 * Math.PI)) - Math.PI / 2) * (180 / Math.PI);
  return [(x / size) * 360 - 180, lat];
}
