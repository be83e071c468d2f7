/** Charts: derived data in, intents out. */
export { default as BlockBar } from './BlockBar.svelte';
export { default as Path } from './Path.svelte';
export { default as Scatter } from './Scatter.svelte';
export { default as Agreement } from './Agreement.svelte';
export { default as Bars } from './Bars.svelte';
export { default as Dumbbell } from './Dumbbell.svelte';
export { default as HeatTable } from './HeatTable.svelte';
export { default as RankGrid } from './RankGrid.svelte';
export { default as RankRanges } from './RankRanges.svelte';
export type { RegionRow } from './rows';
