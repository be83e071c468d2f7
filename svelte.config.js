import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// ATLAS_OUT lets the browser tests build the fictitious pack beside the real one.
const out = process.env.ATLAS_OUT ?? 'build';
// Named by a build only; the development server's own client writes HTML and inline styles.
const version = process.env.ATLAS_VERSION;

/*
 * What a page may load and run; Kit writes it into every page with the hash of its one inline script.
 * Attributes of style are allowed: prerendered bars and marks carry their widths in them, and they run nothing.
 */
/** @type {import('@sveltejs/kit').KitConfig['csp']} */
const csp = {
  mode: 'hash',
  directives: {
    'default-src': ['self'],
    'script-src': ['self'],
    'worker-src': ['self'],
    'connect-src': ['self'],
    'img-src': ['self', 'data:', 'blob:'],
    'style-src': ['self'],
    'style-src-attr': ['unsafe-inline'],
    'object-src': ['none'],
    'base-uri': ['self'],
    'form-action': ['self'],
    'require-trusted-types-for': ['script'],
    // `default` is ours (src/hooks.client.ts), the other one is Svelte's for its compiled templates.
    'trusted-types': ['default', 'svelte-trusted-html']
  }
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    outDir: process.env.ATLAS_KIT_DIR ?? '.svelte-kit',
    files: { assets: process.env.ATLAS_STATIC ?? 'static' },
    adapter: adapter({ pages: out, assets: out, fallback: '404.html', strict: true }),
    ...(version ? { csp, version: { name: version } } : {}),
    // src/lib/ui/offline.ts does it, once the page has all it needs.
    serviceWorker: { register: false },
    prerender: { ...(process.env.ATLAS_ORIGIN ? { origin: process.env.ATLAS_ORIGIN } : {}), handleMissingId: 'fail', handleHttpError: 'fail' }
  }
};
