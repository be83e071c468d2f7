/** Margins of the map: what is shown, the ranking, a region, a comparison, links, years, the table. */
export { default as ChainsPanel } from './ChainsPanel.svelte';
export { default as ComparePanel } from './ComparePanel.svelte';
export { default as ConfidenceSection } from './ConfidenceSection.svelte';
export { default as Formula } from './Formula.svelte';
export { default as LinkList } from './LinkList.svelte';
export { default as MatrixPanel } from './MatrixPanel.svelte';
export { default as Notices } from './Notices.svelte';
export { default as PotentialPanel } from './PotentialPanel.svelte';
export { default as Provenance } from './Provenance.svelte';
export { default as Ranking } from './Ranking.svelte';
export { default as RegionPanel } from './RegionPanel.svelte';
export { default as SearchBox } from './SearchBox.svelte';
export { default as TableView } from './TableView.svelte';
export { default as TimeBar } from './TimeBar.svelte';
export { default as Tooltip } from './Tooltip.svelte';
export type { Testing } from './testing';
