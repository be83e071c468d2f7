/** Charts of the page on the scenario; a doorway of their own, so that the explorer does not carry them. */
export { default as PolicyRanges } from './PolicyRanges.svelte';
