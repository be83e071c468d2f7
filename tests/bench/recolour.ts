/* What the bench of recolouring drives in a browser: the WebGL map of the atlas, alone, with as many synthetic areas as the address asks for. */
import type { Feature, FeatureCollection } from 'geojson';
import type { MapData } from '../../src/lib/map/data';
import { WebglMap } from '../../src/lib/map/webgl';

/** Colours of the classes, as the stylesheet of the page has them. */
const CLASSES = 4;
/** Corners along one side of an area: a boundary has about a hundred points. */
const CORNERS = 25;
const [WEST, SOUTH, EAST, NORTH] = [40, 48, 60, 60] as const;

/** A wavy grid: neighbours share their edge, point by point. */
function areas(count: number): FeatureCollection {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const at = (x: number, y: number): [number, number] => [
    WEST + ((EAST - WEST) * (x + 0.08 * Math.sin(9 * y))) / columns,
    SOUTH + ((NORTH - SOUTH) * (y + 0.08 * Math.sin(9 * x))) / rows
  ];
  const steps = Array.from({ length: CORNERS }, (_, i) => i / CORNERS);
  const features = Array.from({ length: count }, (_, i): Feature => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    const ring = [...steps.map((s) => at(x + s, y)), ...steps.map((s) => at(x + 1, y + s)), ...steps.map((s) => at(x + 1 - s, y + 1)), ...steps.map((s) => at(x, y + 1 - s)), at(x, y)];
    return { type: 'Feature', properties: { iso: code(i) }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return { type: 'FeatureCollection', features };
}

const code = (i: number) => `A${i}`;
const none: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Every area changes its class from one turn to the next. */
function dataOf(count: number, regions: FeatureCollection): (turn: number) => MapData {
  const ground = { regions, ground: none, water: none };
  const names = { neighbours: [], water: [], capitals: [] };
  return (turn) => ({
    mode: 'potential',
    picked: [],
    regions: Array.from({ length: count }, (_, i) => ({ code: code(i), fill: `potential-${1 + ((i + turn) % CLASSES)}`, missing: false, certainty: null, at: null, name: '', value: '', faded: false })),
    ground,
    names,
    arrows: () => [],
    nodes: () => none,
    outside: [],
    motion: false
  });
}

async function open(count: number): Promise<void> {
  const container = document.querySelector<HTMLElement>('#map');
  if (!container) throw new Error('no #map');
  const data = dataOf(count, areas(count));
  await new Promise<void>((ready) => {
    const map = new WebglMap(container, [WEST, SOUTH, EAST, NORTH], null, { label: 'Areas', zoomIn: '+', zoomOut: '-' }, '', data(0), {
      pick: () => undefined,
      hover: () => undefined,
      flow: () => undefined,
      camera: () => undefined,
      ready,
      named: () => undefined
    });
    const frame = () => container.dispatchEvent(new Event('atlas:redraw'));
    /** Reading a pixel waits until all that was asked for is drawn. */
    const pixel = (): string => {
      const gl = container.querySelector('canvas')?.getContext('webgl2');
      const colour = new Uint8Array(4);
      gl?.readPixels(gl.drawingBufferWidth / 3, gl.drawingBufferHeight / 3, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, colour);
      return colour.join();
    };
    let turn = 0;
    /** One change of every colour. @returns milliseconds of script from what is new to the frame that shows it, and whether it shows */
    const change = (): { ms: number; changed: boolean } => {
      frame();
      const before = pixel();
      const next = data(++turn);
      const start = performance.now();
      map.set(next);
      frame();
      const ms = performance.now() - start;
      return { ms, changed: pixel() !== before };
    };
    Object.assign(window, { change });
  });
  performance.mark('recolour:ready');
}

void open(Number(new URLSearchParams(location.search).get('areas')));
