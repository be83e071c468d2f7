/** How flows are chosen and what their width says, apart: loaded when chains are first shown. */
export { default as FlowFilters } from './FlowFilters.svelte';
export { default as RegionBalance } from './RegionBalance.svelte';
export { default as LinkTable } from './LinkTable.svelte';
