/*
 * Trusted Types: what a string must be before this page takes it as HTML or as the address of a script. Svelte has a
 * policy of its own; this one is for MapLibre (the credit, its worker), our workers and the block of facts of JsonLd.
 */
import { base } from '$app/paths';

interface Policies {
  createPolicy(name: 'default', rules: Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string | null>): unknown;
}

/** Text without any markup is the only HTML there is to write. */
const createHTML = (text: string) => (text.includes('<') ? null : text);

/** A block of JSON is data: read as a script it does nothing. */
function createScript(text: string): string | null {
  try {
    return typeof JSON.parse(text) === 'object' ? text : null;
  } catch {
    return null;
  }
}

/** Our own built files; none of them is made of data. */
function createScriptURL(text: string): string | null {
  const url = new URL(text, document.baseURI);
  return url.origin === location.origin && (url.pathname.startsWith(`${base}/_app/immutable/`) || url.pathname === `${base}/service-worker.js`) ? text : null;
}

(window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('default', { createHTML, createScript, createScriptURL });
