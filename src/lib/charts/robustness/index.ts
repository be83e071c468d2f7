/** Charts in the rows of tables for the page on robustness; a doorway of their own, so that the explorer does not carry them. */
export { default as Agreement } from './Agreement.svelte';
export { default as Bars } from './Bars.svelte';
export { default as Dumbbell } from './Dumbbell.svelte';
export { default as HeatTable } from './HeatTable.svelte';
export { default as RankGrid } from './RankGrid.svelte';
export { default as RankRanges } from './RankRanges.svelte';
export type { RegionRow } from './rows';
