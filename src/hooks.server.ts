import type { Handle } from '@sveltejs/kit';

/** The language of the page stands in its address; the document must say it too. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', event.params['lang'] ?? 'en') });
