/** The tour of the explorer, apart: loaded when somebody asks for it. */
export { default as Tour } from './Tour.svelte';
