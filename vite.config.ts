import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  // MapLibre starts its worker as a module.
  worker: { format: 'es' },
  build: { chunkSizeWarningLimit: 1200 },
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/unit/properties.ts'],
    // Property tests are many small cases; a busy machine is slow, not wrong.
    testTimeout: 30_000
  }
});
