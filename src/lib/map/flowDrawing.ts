/** The arrows on the WebGL map: shaped for the zoom, drawn, moved, and found under the pointer. */
import type { Map as MapLibreMap, LngLat } from 'maplibre-gl';
import type { FlowArrow } from '../atlas';
import { distanceTo, toPixel } from '../geo';
import type { MapData } from './data';
import { FlowLayer, type FlowColours } from './flowLayer';
import { flowMesh } from './flowMesh';
import { Motion } from './motion';
import type { Tokens } from './tokens';

/** Name of the layer of all arrows. */
const LAYER = 'flow-arrows';

/** A point this near to an arrow (px) still counts as that arrow. */
const NEAR = 3;

export class FlowDrawing {
  readonly #map: MapLibreMap;
  readonly #motion: Motion;
  #layer: FlowLayer | null = null;
  #arrows: readonly FlowArrow[] = [];
  /** Zoom the arrows are shaped for; NaN = they are to be shaped anew. */
  #zoom = NaN;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#motion = new Motion(() => this.#move());
    map.on('render', () => this.#motion.drawn());
  }

  /** Whether the layer stands. MapLibre brings everything back after a lost context but a layer of our own. */
  get standing(): boolean {
    return this.#map.getLayer(LAYER) !== undefined;
  }

  /** @param before the layer the arrows lie under */
  add(tokens: Tokens, before: string): void {
    this.#layer = new FlowLayer(LAYER, colours(tokens));
    this.#map.addLayer(this.#layer, before);
    this.stale();
  }

  dress(tokens: Tokens): void {
    this.#layer?.dress(colours(tokens));
  }

  /** The scene has changed: the next drawing shapes everything anew. */
  stale(): void {
    this.#zoom = NaN;
  }

  /** Arrows have widths in pixels, so they are shaped anew each quarter of a zoom level; the zoom, if they were. */
  draw(data: MapData): number | null {
    const zoom = Math.round(this.#map.getZoom() * 4) / 4;
    if (zoom === this.#zoom) return null;
    this.#zoom = zoom;
    this.#arrows = data.arrows(zoom);
    this.#layer?.set(flowMesh(this.#arrows, 512 * 2 ** zoom), zoom);
    this.#motion.set(data.motion && this.#arrows.length > 0);
    this.#move();
    return zoom;
  }

  /** Name of the arrow at a place, the one on top first, which is then marked; null = none. */
  point(at: LngLat): string | null {
    const found = this.#find(at);
    this.#layer?.hover(found);
    return this.#arrows[found]?.id ?? null;
  }

  /** The pointer has left. */
  leave(): void {
    this.#layer?.hover(-1);
  }

  end(): void {
    this.#motion.end();
  }

  #find({ lng, lat }: LngLat): number {
    if (this.#arrows.length === 0) return -1;
    const point = toPixel([lng, lat], this.#zoom);
    const on = (most: number) => this.#arrows.findLastIndex((arrow) => !arrow.dim && distanceTo(arrow.spine, point) <= most);
    const exact = on(0);
    return exact >= 0 ? exact : on(NEAR * 2 ** (this.#zoom - this.#map.getZoom()));
  }

  /** A frame with the light one step further, or at rest. */
  #move(): void {
    if (!this.#layer) return;
    this.#layer.moving = this.#motion.on;
    this.#map.triggerRepaint();
  }
}

function colours(tokens: Tokens): FlowColours {
  return { clusters: [0, 1, 2, 3].map((i) => tokens(`cluster-${i}`)), paper: tokens('map-region'), accent: tokens('accent') };
}
