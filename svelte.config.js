import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// ATLAS_OUT lets the browser tests build the fictitious pack beside the real one.
const out = process.env.ATLAS_OUT ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    outDir: process.env.ATLAS_KIT_DIR ?? '.svelte-kit',
    files: { assets: process.env.ATLAS_STATIC ?? 'static' },
    adapter: adapter({ pages: out, assets: out, fallback: '404.html', strict: true }),
    prerender: { ...(process.env.ATLAS_ORIGIN ? { origin: process.env.ATLAS_ORIGIN } : {}), handleMissingId: 'fail', handleHttpError: 'fail' }
  }
};
