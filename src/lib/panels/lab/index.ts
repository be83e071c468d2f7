/** The what-if laboratory, apart: loaded when it is opened. */
export { default as LabPanel } from './LabPanel.svelte';
export { changeWords } from './say';
export { readKept, type Kept } from './kept';
