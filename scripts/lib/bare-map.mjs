/** A MapLibre page with the atlas's polygons and nothing else: what the map alone costs, to set the atlas against. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import { at } from './paths.mjs';

const FILES = ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css'];

/** The moment the bare map is idle, as a performance mark. */
export const BARE_MARK = 'bare:map-idle';

/** MapLibre as it comes. @param {string} dir folder its files are copied to */
export function copyMapLibre(dir) {
  for (const file of FILES) copyFileSync(at(join('node_modules/maplibre-gl/dist', file)), join(dir, file));
}

/**
 * @param {string} boundaries the served TopoJSON of the pack
 * @param {string} dir folder the page is written to
 */
export function writeBareMap(boundaries, dir) {
  mkdirSync(dir, { recursive: true });
  copyMapLibre(dir);
  const served = JSON.parse(readFileSync(boundaries, 'utf8'));
  const topology = served.type === 'Topology' ? served : Object.values(served).find((part) => part?.type === 'Topology');
  // Every layer the atlas draws from this file: districts, neighbours, borders.
  const features = Object.values(topology.objects).flatMap((object) => {
    const part = feature(topology, object);
    return part.type === 'FeatureCollection' ? part.features : [part];
  });
  const regions = feature(topology, topology.objects.regions);
  writeFileSync(join(dir, 'polygons.json'), JSON.stringify({ type: 'FeatureCollection', features }));
  writeFileSync(join(dir, 'index.html'), page(boundsOf(regions.features)));
}

/** West, south, east, north. */
function boundsOf(features) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (part) => {
    if (typeof part[0] !== 'number') return part.forEach(visit);
    const [lon, lat] = part;
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  for (const { geometry } of features) visit(geometry.coordinates);
  return box;
}

const page = (bounds) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Bare map</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="./maplibre-gl.css" />
    <style>html, body, #map { margin: 0; height: 100%; }</style>
  </head>
  <body>
    <div id="map"></div>
    <script type="module">
      import { Map, setWorkerUrl } from './maplibre-gl.mjs';
      setWorkerUrl(new URL('./maplibre-gl-worker.mjs', document.baseURI).href);
      const map = new Map({
        container: 'map',
        bounds: ${JSON.stringify(bounds)},
        fitBoundsOptions: { padding: 40 },
        attributionControl: false,
        fadeDuration: 0,
        style: {
          version: 8,
          sources: { polygons: { type: 'geojson', data: new URL('./polygons.json', document.baseURI).href } },
          layers: [
            { id: 'ground', type: 'background', paint: { 'background-color': '#e8eef2' } },
            { id: 'fill', type: 'fill', source: 'polygons', paint: { 'fill-color': '#7fa6b8' } },
            { id: 'line', type: 'line', source: 'polygons', paint: { 'line-color': '#ffffff', 'line-width': 1 } }
          ]
        }
      });
      map.once('idle', () => performance.mark('${BARE_MARK}'));
    </script>
  </body>
</html>
`;
