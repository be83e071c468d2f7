/** Charts of the pages on time and on relations; a doorway of their own, so that the explorer does not carry them. */
export { default as Bump } from './Bump.svelte';
export { default as YearMaps } from './YearMaps.svelte';
