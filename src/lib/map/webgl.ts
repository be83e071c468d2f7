/**
 * The WebGL map: one MapLibre instance told what to draw, telling what a person does. It keeps no state of
 * its own but the camera; everything else is set from the picture each time it changes.
 */
import { AttributionControl, Map as MapLibreMap, NavigationControl, setWorkerUrl, type FilterSpecification, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { GeoJSON } from 'geojson';
import type { Camera } from '../atlas';
import type { Bounds } from '../geo';
import { DOTS } from '../ui';
import { dotImage, dotted } from './dots';
import type { MapData } from './data';
import { labels } from './labels';
import { FlowDrawing } from './flowDrawing';
import { chainLayers, dotLayer, FLOW_SOURCE, mapStyle, type SourceId } from './style';
import { mix, readTokens } from './tokens';

setWorkerUrl(workerUrl);

export interface MapEvents {
  readonly pick: (code: string, add: boolean) => void;
  readonly hover: (code: string | null, flow: string | null, x: number, y: number) => void;
  readonly flow: (id: string) => void;
  readonly camera: (camera: Camera | null) => void;
  /** Land and water are drawn. */
  readonly ready: () => void;
  /** Names are, too, or the reader has moved the map. */
  readonly named: () => void;
}

export interface MapWords {
  readonly label: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
}

/** A point this near to a region's edge (px) still counts as that region: small regions and fingers. */
const NEAR = 6;

/** Width of a letter of a name outside, at most, px. */
const LETTER = 6.6;

/** Pixels of a pattern per px, sharp enough for any screen. */
const DOT_SCALE = 2;

export class WebglMap {
  readonly #map: MapLibreMap;
  #events: MapEvents;
  #bounds: Bounds;
  /** Region under the pointer. */
  #hovered: string | null = null;
  #data: MapData | null = null;
  readonly #flows: FlowDrawing;
  /** The names handed over last. */
  /** Name of the layer of dots that stands; how many there were. */
  #dots: string | null = null;
  #drawn = 0;
  #named = '';
  #moving = false;
  /** True while there is no style to draw into. */
  #lost = false;

  /** @throws Error where the browser gives no WebGL context */
  constructor(container: HTMLElement, bounds: Bounds, camera: Camera | null, words: MapWords, credit: string, data: MapData, events: MapEvents) {
    this.#events = events;
    this.#data = data;
    this.#bounds = bounds;
    const [west, south, east, north] = bounds;
    const [dx, dy] = [(east - west) * 0.6, (north - south) * 0.45];
    this.#map = new MapLibreMap({
      container,
      ...(camera ? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom } : { bounds: [west, south, east, north] as [number, number, number, number], fitBoundsOptions: { padding: padding(container) } }),
      maxBounds: [west - dx, south - dy, east + dx, north + dy],
      minZoom: 2.5,
      maxZoom: 10,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      attributionControl: false,
      fadeDuration: 0,
      locale: { 'Map.Title': words.label, 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut }
    });
    this.#flows = new FlowDrawing(this.#map);
    this.#map.getCanvas().setAttribute('aria-describedby', 'map-sentence map-classes');
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.#map.addControl(new AttributionControl({ compact: true, customAttribution: escapeHtml(credit) }), 'bottom-right');
    // The style comes with all it needs: which names fit is known only now that the map has a size.
    const style = mapStyle(readTokens(), document.baseURI, { ...data.ground, names: this.#labels(data) });
    // Names take as long as the land itself: fonts, their letters, two more shader programs. Land first.
    this.#map.setStyle({ ...style, layers: style.layers.filter(({ type }) => type !== 'symbol') });
    this.#map.once('style.load', () => {
      this.#addHatch();
      this.#draw(data);
      // On a phone the open credit would cover the map; it is one tap away.
      if (container.clientWidth < 600) container.querySelector('.maplibregl-ctrl-attrib')?.classList.remove('maplibregl-compact-show');
      this.#map.once('idle', () => {
        events.ready();
        this.#write();
      });
    });
    this.#map.on('mousemove', (e) => this.#point(e));
    this.#map.on('mouseout', () => {
      if (this.#lost) return;
      this.#flows.leave();
      this.#setHover(null, 0, 0);
    });
    this.#map.on('click', (e) => this.#click(e));
    // A frame at once, for who measures frames (`npm run bench`).
    container.addEventListener('atlas:redraw', () => this.#map.redraw());
    this.#map.on('movestart', (e) => (this.#moving = 'originalEvent' in e && e.originalEvent !== undefined));
    this.#map.on('zoom', () => this.#drawFlows());
    this.#map.on('moveend', () => this.#name());
    this.#map.on('resize', () => this.#name());
    this.#map.on('moveend', () => {
      if (this.#moving) this.#events.camera(this.camera());
      this.#moving = false;
    });
    this.#map.on('webglcontextlost', () => (this.#lost = true));
    // MapLibre brings its style back after this event, without what was set on features since.
    this.#map.on('webglcontextrestored', () => {
      this.#map.once('style.load', () => {
        this.#lost = false;
        this.#hovered = null;
        this.#named = '';
        this.#dress(null);
      });
    });
  }

  /** Adds the layers of names, each in its place among those that stand by now. */
  #write(): void {
    const { layers } = mapStyle(readTokens(), document.baseURI, null);
    const shows = new Map<string, unknown>();
    layers.forEach((layer, i) => {
      if (layer.type !== 'symbol') return;
      shows.set(layer.id, layer.paint?.['text-opacity'] ?? 1);
      const above = layers.slice(i + 1).find(({ id }) => this.#map.getLayer(id));
      // Under the names of the chains, wherever those came from. As good as unseen until all are placed: the names of the still map lie over the same places until then.
      this.#map.addLayer({ ...layer, paint: { ...layer.paint, 'text-opacity': 0.01 } }, above?.id ?? (this.#map.getLayer('outside-labels') ? 'outside-labels' : undefined));
    });
    this.#draw(this.#data);
    let told = false;
    const tell = () => {
      if (told) return;
      if (this.#lost) {
        this.#map.once('idle', tell);
        return;
      }
      told = true;
      for (const [id, opacity] of shows) if (this.#map.getLayer(id)) this.#map.setPaintProperty(id, 'text-opacity', opacity as number);
      this.#events.named();
    };
    this.#map.once('movestart', tell);
    this.#map.once('idle', tell);
  }

  camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lon: lng, lat, zoom: this.#map.getZoom() };
  }

  set(data: MapData): void {
    const before = this.#data;
    this.#data = data;
    this.#draw(before);
  }

  /** Goes to a camera, or back to the whole district. Jumps where motion is not wanted. */
  go(camera: Camera | null): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const duration = still ? 0 : 500;
    if (camera) this.#map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration });
    else this.#map.fitBounds([...this.#bounds] as [number, number, number, number], { padding: padding(this.#map.getContainer()), duration });
  }

  /** New colours after a change of theme. */
  repaint(): void {
    this.#dress(this.#data);
  }

  #dress(before: MapData | null): void {
    if (this.#lost) return;
    const tokens = readTokens();
    this.#flows.dress(tokens);
    const chains = this.#map.getSource('flows') ? chainLayers(tokens).map(([layer]) => layer) : [];
    for (const layer of [...mapStyle(tokens, document.baseURI, null).layers, ...chains]) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        if (name !== 'fill-pattern' && this.#map.getLayer(layer.id)) this.#map.setPaintProperty(layer.id, name as 'fill-color', value as string);
      }
    }
    this.#addHatch(true);
    this.#draw(before);
  }

  /** The district is fitted anew unless the reader has chosen a place. */
  resize(camera: Camera | null): void {
    this.#map.resize();
    if (!camera) this.#map.fitBounds([...this.#bounds] as [number, number, number, number], { padding: padding(this.#map.getContainer()), duration: 0 });
  }

  destroy(): void {
    this.#flows.end();
    this.#map.remove();
  }

  #put(id: SourceId, data: GeoJSON): void {
    (this.#map.getSource(id) as GeoJSONSource | undefined)?.setData(data);
  }

  #draw(before: MapData | null = null): void {
    const data = this.#data;
    if (!data || this.#lost || !this.#map.getSource('regions')) return;
    for (const [id, value] of Object.entries(data.ground) as [SourceId, GeoJSON][]) {
      if (before?.ground[id as keyof MapData['ground']] !== value) this.#put(id, value);
    }
    const tokens = readTokens();
    for (const { code, fill, faded } of data.regions) {
      const colour = tokens(fill);
      this.#map.setFeatureState({ source: 'regions', id: code }, { fill: colour, 'hover-fill': mix(colour, tokens('ink'), 0.08), faded });
    }
    const among = (codes: readonly string[]) => ['in', ['get', 'iso'], ['literal', [...codes]]] as FilterSpecification;
    this.#map.setFilter('missing', among(data.regions.filter((r) => r.missing).map((r) => r.code)));
    this.#drawDots(data.regions);
    this.#map.setFilter('picked', among(data.picked));
    this.#map.setFilter('picked-casing', among(data.picked));
    const plain = data.mode === 'chains';
    this.#map.setPaintProperty('borders', 'line-color', tokens(plain ? 'map-border-plain' : 'map-border'));
    this.#map.setLayoutProperty('capitals', 'visibility', plain ? 'none' : 'visible');
    if (this.#map.getLayer('capital-labels')) this.#map.setLayoutProperty('capital-labels', 'visibility', plain ? 'none' : 'visible');
    this.#name();
    this.#flows.stale();
    this.#drawFlows();
  }

  /** A pattern image for each pair of density and colour in use; the classes of the others are firm. */
  #drawDots(regions: MapData['regions']): void {
    const tokens = readTokens();
    const names = new Map<string, string[]>();
    for (const { code, certainty, fill } of regions) {
      if (!dotted(certainty)) continue;
      const colour = tokens(`dot-${fill}`);
      const name = `${certainty} ${colour}`;
      if (!this.#map.hasImage(name)) this.#map.addImage(name, dotImage(DOTS[certainty], rgb(colour), DOT_SCALE), { pixelRatio: DOT_SCALE });
      names.set(name, [...(names.get(name) ?? []), code]);
    }
    if (names.size === 0 && this.#dots === null) return;
    if (this.#dots !== null && this.#map.getLayer(this.#dots)) this.#map.removeLayer(this.#dots);
    // A new name each time: a tile still on its way would take a layer of the old name for its own, which MapLibre has not evaluated yet.
    this.#dots = names.size > 0 ? `dots ${++this.#drawn}` : null;
    if (this.#dots !== null) this.#map.addLayer(dotLayer(this.#dots, names), 'lakes');
    // Names need a wider ground among dots.
    if (this.#map.getLayer('labels')) this.#map.setPaintProperty('labels', 'text-halo-width', names.size > 0 ? 2.4 : 1.6);
  }

  #drawFlows(): void {
    const data = this.#data;
    if (!data || this.#lost) return;
    if (!this.#flows.standing) {
      if (data.mode !== 'chains') return;
      const tokens = readTokens();
      if (!this.#map.getSource('flows')) {
        this.#map.addSource('flows', FLOW_SOURCE);
        for (const [layer, before] of chainLayers(tokens)) this.#map.addLayer(layer, before);
      }
      this.#flows.add(tokens, 'nodes');
    }
    const zoom = this.#flows.draw(data);
    if (zoom !== null) this.#put('flows', data.nodes(zoom));
  }

  /** Hands over the names when they differ from those that stand. */
  #name(): void {
    if (!this.#data || this.#lost || !this.#map.getSource('names')) return;
    const before = this.#named;
    const names = this.#labels(this.#data);
    if (this.#named !== before) this.#put('names', names);
  }

  #labels(data: MapData): GeoJSON {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const names = labels(data, readTokens(), {
      lines: clientWidth >= 600,
      whole: (at) => {
        const { x, y } = this.#map.project([...at]);
        return x > 52 && x < clientWidth - 52 && y > 24 && y < clientHeight - 48 && !(x < 190 && y < 70);
      },
      side: (at, letters) => {
        const { x } = this.#map.project([...at]);
        const room = letters * LETTER + 14;
        return x < room ? 'east' : x > clientWidth - room ? 'west' : null;
      }
    });
    this.#named = JSON.stringify(names);
    return names;
  }

  #regionAt(e: MapMouseEvent): string | null {
    const { x, y } = e.point;
    const exact = this.#map.queryRenderedFeatures(e.point, { layers: ['regions'] });
    const near = exact.length > 0 ? exact : this.#map.queryRenderedFeatures([[x - NEAR, y - NEAR], [x + NEAR, y + NEAR]], { layers: ['regions'] });
    const code: unknown = near[0]?.properties['iso'];
    return typeof code === 'string' ? code : null;
  }

  #point(e: MapMouseEvent): void {
    if (this.#lost) return;
    const flow = this.#flows.point(e.lngLat);
    this.#setHover(flow === null ? this.#regionAt(e) : null, e.point.x, e.point.y, flow);
  }

  #setHover(code: string | null, x: number, y: number, flow: string | null = null): void {
    this.#light(code);
    this.#map.getCanvas().style.cursor = code !== null || flow !== null ? 'pointer' : '';
    this.#events.hover(code, flow, x, y);
  }

  #light(code: string | null): void {
    if (this.#hovered === code) return;
    if (this.#hovered !== null) this.#map.setFeatureState({ source: 'regions', id: this.#hovered }, { hover: false });
    this.#hovered = code;
    if (code !== null) this.#map.setFeatureState({ source: 'regions', id: code }, { hover: true });
  }

  /** Hover that comes from another view. */
  highlight(code: string | null): void {
    if (!this.#lost && this.#map.getSource('regions')) this.#light(code);
  }

  #click(e: MapMouseEvent): void {
    if (this.#lost) return;
    const flow = this.#flows.point(e.lngLat);
    if (flow !== null) {
      this.#events.flow(flow);
      return;
    }
    const code = this.#regionAt(e);
    if (code) this.#events.pick(code, e.originalEvent.shiftKey);
  }

  /** Fine pale diagonal lines: nothing published. */
  #addHatch(again = false): void {
    if (this.#map.hasImage('hatch')) {
      if (!again) return;
      this.#map.removeImage('hatch');
    }
    const size = 8;
    const [red, green, blue] = rgb(readTokens()('map-hatch'));
    const data = new Uint8Array(size * size * 4);
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const on = (x + y) % size === 0 || (x + y) % size === 1;
        data.set([red, green, blue, on ? 255 : 0], (y * size + x) * 4);
      }
    }
    this.#map.addImage('hatch', { width: size, height: size, data }, { pixelRatio: 2 });
  }
}

/** Of a colour written #rrggbb. */
function rgb(colour: string): [number, number, number] {
  const part = (at: number) => parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function padding(container: HTMLElement): number {
  return Math.max(8, Math.min(container.clientWidth, container.clientHeight) * 0.03);
}

/** MapLibre sets attribution as HTML; ours is text. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
