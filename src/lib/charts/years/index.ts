/** Charts of the pages on time and on relations; a doorway of their own, so that the explorer does not carry them. */
export { default as BivariateMap } from './BivariateMap.svelte';
export { default as FitPlot } from './FitPlot.svelte';
export { default as Parallel } from './Parallel.svelte';
export { default as Bump } from './Bump.svelte';
export { default as YearMaps } from './YearMaps.svelte';
