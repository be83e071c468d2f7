/** The map view. MapLibre itself is loaded lazily by the component, never through this doorway. */
export { default as AtlasMap } from './AtlasMap.svelte';
export { default as SvgMap } from './SvgMap.svelte';
