/* What the bench of the flows draws in a browser: arcs through the atlas's own layer, and the same curves as plain lines. */
import type { GeoJSONSourceSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { FlowArrow } from '../../src/lib/atlas';
import { spine, toPixel, toPosition, type Pixel } from '../../src/lib/geo';
import { FlowLayer } from '../../src/lib/map/flowLayer';
import { flowMesh } from '../../src/lib/map/flowMesh';

export const COLOURS = { clusters: ['#193e91', '#b96ea9', '#723e26', '#749663'], paper: '#fdfcf9', accent: '#c2410c' };
/** Full width of the plain lines, px: about that of an arrow with its casing, half-way. */
export const LINE_WIDTH = 3;

/** Seeded arcs in a square of the world, as long and as bent as those of the map. @param size of the square, px */
export function arcs(count: number, [x0, y0]: Pixel, size: number): FlowArrow[] {
  let seed = 20240601;
  const random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
  const made: FlowArrow[] = [];
  while (made.length < count) {
    const from: Pixel = [x0 + random() * size, y0 + random() * size];
    const to: Pixel = [x0 + random() * size, y0 + random() * size];
    const body = 0.75 + 2 * random();
    const line = spine(from, to, { tail: 0.45, body, headLength: 5 + 2.2 * body, headWidth: 2 + 1.6 * body, bend: 0.1 + 0.1 * random(), gap: 11 });
    if (line) made.push({ id: String(made.length), cluster: made.length % 4, certainty: 'documented', unnamed: false, dim: false, spine: line });
  }
  return made;
}

/** Puts the arcs on a map through the layer of the atlas, moving. */
export function drawFlows(map: MapLibreMap, arrows: readonly FlowArrow[], zoom: number): void {
  const layer = new FlowLayer('flows', COLOURS);
  map.addLayer(layer);
  layer.set(flowMesh(arrows, 512 * 2 ** zoom), zoom);
  layer.moving = true;
}

/** Puts the same curves, with the same points, on a map as a plain line layer. */
export function drawLines(map: MapLibreMap, arrows: readonly FlowArrow[], zoom: number): void {
  const source: GeoJSONSourceSpecification = {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: arrows.map(({ spine: { stations, tip } }) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: [...stations.map((s) => s.at), tip].map((at) => [...toPosition(at, zoom)]) }
      }))
    }
  };
  map.addSource('lines', source);
  map.addLayer({ id: 'lines', type: 'line', source: 'lines', paint: { 'line-color': '#193e91', 'line-width': LINE_WIDTH } });
}

/** Milliseconds of one frame, drawing finished: reading a pixel waits for it. */
export function frame(map: MapLibreMap): number {
  const gl = map.getCanvas().getContext('webgl2');
  const start = performance.now();
  map.redraw();
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  return performance.now() - start;
}

export { toPixel };
