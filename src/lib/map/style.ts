/**
 * The map's appearance as data (MapLibre style specification v8). No sprite, no glyph server, no tiles:
 * fonts are our own files, every source is GeoJSON handed over by the page.
 */
import type { ExpressionSpecification, FillLayerSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import cyrillic from '@fontsource/golos-text/files/golos-text-cyrillic-500-normal.woff2?url';
import cyrillicBold from '@fontsource/golos-text/files/golos-text-cyrillic-600-normal.woff2?url';
import latin from '@fontsource/golos-text/files/golos-text-latin-500-normal.woff2?url';
import latinBold from '@fontsource/golos-text/files/golos-text-latin-600-normal.woff2?url';
import type { GeoJSON } from 'geojson';
import type { Ground } from './data';
import type { Tokens } from './tokens';

export type SourceId = keyof Ground | 'names' | 'flows';

const CYRILLIC = ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+2116'];
const LATIN = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+2000-206F', 'U+20AC', 'U+20BD', 'U+2212'];

const MEDIUM = ['Golos Medium'];
const BOLD = ['Golos Bold'];
const empty = { type: 'FeatureCollection' as const, features: [] };
const ground = (data: GeoJSON | undefined) => ({ type: 'geojson' as const, data: data ?? empty, maxzoom: TILE_ZOOM, tolerance: 0.1 });
const state = (name: string) => ['boolean', ['feature-state', name], false] as ExpressionSpecification;
const kind = (name: string) => ['==', ['get', 'kind'], name] as ExpressionSpecification;

/*
 * Tiles are cut at this zoom and enlarged from there on: the district then lies in two or three tiles of a
 * source, not in nine. One unit of such a tile is about 0.35 km, finer than the boundaries themselves.
 */
const TILE_ZOOM = 3;

/**
 * What stands from the first picture on; the chains come with `chainLayers` when they are asked for.
 * @param base address of the page: font addresses must be absolute
 * @param content what is known from the start, so that the first tiles are already the right ones; null for the paint alone
 */
export function mapStyle(tokens: Tokens, base: string, content: (Ground & { readonly names: GeoJSON }) | null): StyleSpecification {
  const file = (url: string) => new URL(url, base).href;
  /*
   * Each combination of layer type and data-driven properties is a shader program of its own, and compiling
   * them is most of the time to the first picture. So layers of one type share one combination, and fills
   * whose edges are drawn as lines go without their own antialiased outline.
   */
  return {
    version: 8,
    'font-faces': {
      'Golos Medium': [
        { url: file(latin), 'unicode-range': LATIN },
        { url: file(cyrillic), 'unicode-range': CYRILLIC }
      ],
      'Golos Bold': [
        { url: file(latinBold), 'unicode-range': LATIN },
        { url: file(cyrillicBold), 'unicode-range': CYRILLIC }
      ]
    },
    sources: {
      regions: { ...ground(content?.regions), promoteId: 'iso' },
      ground: ground(content?.ground),
      water: ground(content?.water),
      names: ground(content?.names)
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': tokens('map-ground') } },
      { id: 'neighbours', type: 'fill', source: 'ground', filter: kind('neighbour'), paint: { 'fill-color': tokens('map-neighbour'), 'fill-antialias': false } },
      { id: 'neighbour-lines', type: 'line', source: 'ground', filter: kind('neighbour-line'), paint: { 'line-color': tokens('map-neighbour-line'), 'line-width': 0.8 } },
      {
        id: 'regions',
        type: 'fill',
        source: 'regions',
        paint: {
          'fill-color': ['case', state('hover'), ['to-color', ['feature-state', 'hover-fill'], tokens('map-region')], ['to-color', ['feature-state', 'fill'], tokens('map-region')]],
          'fill-opacity': ['case', state('faded'), 0.25, 1],
          'fill-antialias': false
        }
      },
      { id: 'missing', type: 'fill', source: 'regions', filter: ['in', ['get', 'iso'], ['literal', []]], paint: { 'fill-pattern': 'hatch' } },
      { id: 'lakes', type: 'fill', source: 'water', filter: kind('lake'), paint: { 'fill-color': tokens('map-water'), 'fill-antialias': false } },
      {
        id: 'rivers',
        type: 'line',
        source: 'water',
        filter: kind('river'),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': tokens('map-water'), 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 7, 1.4], 'line-opacity': 0.75 }
      },
      { id: 'borders', type: 'line', source: 'ground', filter: kind('border'), layout: { 'line-join': 'round' }, paint: { 'line-color': tokens('map-border'), 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.9, 7, 1.8] } },
      { id: 'outline', type: 'line', source: 'ground', filter: kind('outline'), layout: { 'line-join': 'round' }, paint: { 'line-color': tokens('map-outline'), 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.9, 7, 1.5] } },
      { id: 'picked-casing', type: 'line', source: 'regions', filter: ['in', ['get', 'iso'], ['literal', []]], layout: { 'line-join': 'round' }, paint: { 'line-color': tokens('accent-casing'), 'line-width': 5 } },
      { id: 'picked', type: 'line', source: 'regions', filter: ['in', ['get', 'iso'], ['literal', []]], layout: { 'line-join': 'round' }, paint: { 'line-color': tokens('accent'), 'line-width': 2.2 } },
      {
        id: 'water-labels',
        type: 'symbol',
        source: 'names',
        minzoom: 4.6,
        filter: kind('water'),
        layout: { 'symbol-placement': 'line-center', 'text-field': ['get', 'name'], 'text-font': MEDIUM, 'text-size': 10.5, 'text-letter-spacing': 0.06, 'text-max-angle': 40, 'symbol-sort-key': 5 },
        paint: { 'text-color': byFeature(tokens('map-water-label')), 'text-halo-color': byFeature(tokens('map-region')), 'text-halo-width': 1 }
      },
      {
        id: 'neighbour-labels',
        type: 'symbol',
        source: 'names',
        filter: kind('neighbour'),
        layout: { 'text-field': ['get', 'name'], 'text-font': MEDIUM, 'text-size': 11, 'text-letter-spacing': 0.04, 'text-max-width': 7, 'symbol-sort-key': 6 },
        paint: { 'text-color': byFeature(tokens('map-label-quiet')), 'text-halo-color': byFeature(tokens('map-neighbour')), 'text-halo-width': 1.2 }
      },
      {
        id: 'capitals',
        type: 'circle',
        source: 'names',
        minzoom: 5.9,
        filter: kind('capital'),
        paint: { 'circle-radius': 2.6, 'circle-color': tokens('panel'), 'circle-stroke-color': tokens('ink'), 'circle-stroke-width': 1.1 }
      },
      {
        id: 'labels',
        type: 'symbol',
        source: 'names',
        filter: kind('region'),
        layout: {
          'text-field': ['case', ['==', ['get', 'value'], ''], ['get', 'name'], ['format', ['get', 'name'], {}, '\n', {}, ['get', 'value'], { 'font-scale': 0.92 }]],
          'text-font': BOLD,
          'text-size': ['interpolate', ['linear'], ['zoom'], 3.3, 9, 5, 12.5, 7, 15],
          'text-line-height': 1.25,
          'text-max-width': 9,
          'text-padding': 1,
          'text-variable-anchor-offset': ['get', 'anchors'],
          'text-justify': 'auto',
          'symbol-sort-key': 1
        },
        paint: { 'text-color': ['get', 'ink'], 'text-halo-color': ['get', 'halo'], 'text-halo-width': 1.6, 'text-halo-blur': 0.4 }
      },
      {
        id: 'capital-labels',
        type: 'symbol',
        source: 'names',
        minzoom: 5.9,
        filter: kind('capital'),
        layout: { 'text-field': ['get', 'name'], 'text-font': MEDIUM, 'text-size': 11.5, 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.5, 'symbol-sort-key': 3 },
        paint: { 'text-color': ['get', 'ink'], 'text-halo-color': ['get', 'halo'], 'text-halo-width': 1.4 }
      }
    ]
  };
}

/** Nodes and names of the chains, and the layer each is drawn under; the arrows are a layer of their own (flowLayer.ts). Added when chains are first shown: a layer costs time even when it is empty. */
export function chainLayers(tokens: Tokens): readonly (readonly [layer: LayerSpecification, before: string | undefined])[] {
  const places: readonly LayerSpecification[] = [
    {
      id: 'nodes',
      type: 'circle',
      source: 'flows',
      filter: kind('node'),
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': tokens('map-region'),
        'circle-stroke-color': ['case', ['get', 'picked'], tokens('accent'), tokens('ink')],
        'circle-stroke-width': ['case', ['get', 'picked'], 2.4, 1.4]
      }
    },
    {
      id: 'outside',
      type: 'circle',
      source: 'names',
      filter: kind('outside'),
      paint: { 'circle-radius': 2.4, 'circle-color': tokens('quiet'), 'circle-opacity': ['case', ['get', 'dim'], 0.3, 1] }
    }
  ];
  const names: readonly LayerSpecification[] = [
    {
      id: 'outside-labels',
      type: 'symbol',
      source: 'names',
      filter: kind('outside'),
      layout: {
        'text-field': ['case', ['==', ['get', 'note'], ''], ['format', ['get', 'name'], {}], ['format', ['get', 'name'], {}, '\n', {}, ['get', 'note'], { 'font-scale': 0.88 }]],
        'text-font': MEDIUM,
        'text-size': 11,
        'text-line-height': 1.2,
        'text-max-width': 14,
        'text-padding': 1,
        'text-variable-anchor-offset': ['get', 'anchors'],
        'text-justify': 'auto',
        'symbol-sort-key': 2
      },
      paint: { 'text-color': ['get', 'ink'], 'text-halo-color': ['get', 'halo'], 'text-halo-width': 1.4, 'text-opacity': ['case', ['get', 'dim'], 0.4, 1] }
    },
    {
      id: 'city-labels',
      type: 'symbol',
      source: 'flows',
      minzoom: 6.4,
      filter: ['has', 'name'],
      layout: { 'text-field': ['get', 'name'], 'text-font': MEDIUM, 'text-size': 11.5, 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.7, 'symbol-sort-key': ['get', 'sort'] },
      paint: { 'text-color': byFeature(tokens('ink')), 'text-halo-color': byFeature(tokens('map-region')), 'text-halo-width': 1.4 }
    }
  ];
  return [...places.map((layer) => [layer, 'capitals'] as const), ...names.map((layer) => [layer, undefined] as const)];
}

/** Dots over regions whose class is not firm. Added while there are any. @param patterns codes of the regions by name of the image */
export function dotLayer(id: string, patterns: ReadonlyMap<string, readonly string[]>): FillLayerSpecification {
  const image = ['match', ['get', 'iso'], ...[...patterns].flatMap(([name, codes]) => [codes, name]), 'hatch'] as unknown as ExpressionSpecification;
  return {
    id,
    type: 'fill',
    source: 'regions',
    filter: ['in', ['get', 'iso'], ['literal', [...patterns.values()].flat()]],
    paint: { 'fill-pattern': image, 'fill-opacity': ['case', state('faded'), 0.25, 1] }
  };
}

export const FLOW_SOURCE = { type: 'geojson' as const, data: empty, maxzoom: 10, tolerance: 0.1 };

/** One colour for all, in the form of a data-driven one (see the note on programs above). */
function byFeature(colour: string): ExpressionSpecification {
  return ['to-color', ['get', 'colour'], colour];
}
