/** Pictures of the guided story. */
export { default as StoryGround } from './StoryGround.svelte';
export { default as StoryMap } from './StoryMap.svelte';
