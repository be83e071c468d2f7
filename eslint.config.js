import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { house, PURE, pureRules } from './scripts/lint/house.mjs';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['.svelte-kit/', 'build/', 'build-lagoon/', '.cache/', 'node_modules/', 'static/packs/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript and svelte-check know every name better.
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      // Addresses are made in one place, page.href in src/lib/ui, which knows base path and language.
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: { 'svelte/no-at-html-tags': 'error' }
  },
  { files: ['src/**'], plugins: { house }, rules: { 'house/one-direction': 'error' } },
  { files: ['src/lib/**'], rules: { 'no-console': 'error' } },
  { files: PURE.map((room) => `src/lib/${room}/**`), rules: pureRules },
  // A test that reads past the end fails by itself.
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // Playwright names the fixtures a test needs by an object pattern, an empty one for none.
  { files: ['tests/e2e/**'], rules: { 'no-empty-pattern': 'off' } }
);
