/** Small shared pieces: page frame, theme, addresses. */
export { default as Citation } from './Citation.svelte';
export { default as JsonLd } from './JsonLd.svelte';
export { default as Page } from './Page.svelte';
export { default as Scroll } from './Scroll.svelte';
export { default as Sheet } from './Sheet.svelte';
export { default as Term } from './Term.svelte';
export { default as TopBar } from './TopBar.svelte';
export { PAGES } from './pages';
export { address, providePage, usePage, type PageContext } from './context';
export { keepOffline } from './offline';
export { endHint, rememberVisit } from './visited';
export { theme } from './theme.svelte';
export { DOTS, type Dots } from './dots';
export { default as Switch } from './Switch.svelte';
