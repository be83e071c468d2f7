/** Charts of flows, apart: loaded when a region's chains are first shown. */
export { default as Balance } from './Balance.svelte';
