/** Charts: derived data in, intents out. */
export { default as BlockBar } from './BlockBar.svelte';
export { default as Path } from './Path.svelte';
export { default as Scatter } from './Scatter.svelte';
export { default as ShareBar } from './ShareBar.svelte';
export { default as Whisker } from './Whisker.svelte';
