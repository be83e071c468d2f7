/** Charts of the pages on clusters, apart, so that the map does not load them. */
export { default as ChainMap } from '../ChainMap.svelte';
export { default as Scheme } from '../Scheme.svelte';
export { default as SchemeSheet } from '../SchemeSheet.svelte';
export { default as SureBar } from '../SureBar.svelte';
export { default as SureMark } from '../SureMark.svelte';
