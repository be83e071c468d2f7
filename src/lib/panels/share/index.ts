/** Sharing: what only a reader who takes a view elsewhere needs, so the first view carries none of it. */
export { default as PictureLegend } from './PictureLegend.svelte';
export { default as ShareDialog } from './ShareDialog.svelte';
