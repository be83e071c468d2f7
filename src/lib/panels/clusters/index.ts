/** Panels of the pages on clusters, apart, so that the map does not load them. */
export { default as ClusterReveals } from '../ClusterReveals.svelte';
export { default as ClusterSites } from '../ClusterSites.svelte';
export { default as SchemeLegend } from '../SchemeLegend.svelte';
export { default as SchemeWords } from '../SchemeWords.svelte';
export { default as SurePanel } from '../SurePanel.svelte';
