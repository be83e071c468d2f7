/* The lint rules that keep the house: each must catch what it is there for, and let the rest pass. */
import { Linter } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { house, pureRules } from '../../scripts/lint/house.mjs';

function faults(file: string, code: string): string[] {
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser: ts.parser },
    plugins: { house },
    rules: { 'house/one-direction': 'error', ...(file.startsWith('src/lib/') ? pureRules : {}) }
  } as Linter.Config;
  return new Linter().verify(code, config, file).map((message) => message.message);
}

describe('one direction', () => {
  it.each([
    ['src/lib/composite/rank.ts', "import { x } from '../pack';"],
    ['src/lib/composite/rank.ts', "import { x } from './summary';"],
    ['src/lib/pack/derivation/run.ts', "import { x } from '../faults';"],
    ['src/lib/atlas/show.ts', "import { x } from '../chains'; import { y } from '$lib/geo/index';"],
    ['src/lib/atlas/labels.ts', "import type { I18n } from '../i18n';"],
    ['src/cli/main.ts', "import { read } from '../lib/pack/read'; import { show } from '../lib/atlas';"],
    ['src/cli/indexFiles.ts', "import { readIndex } from '../lib/composite/read';"],
    ['src/lib/composite/read/meta.ts', "import { Reporter } from '../../pack/read/tools';"],
    ['src/routes/[[lang=lang]]/+page.ts', "import '$lib/ui/base.css'; import { AtlasMap } from '$lib/map';"],
    ['src/lib/charts/Bars.ts', "import { words } from '../i18n/pages/robustness';"],
    ['src/routes/[[lang=lang]]/robustness/Pairs.ts', "import { HeatTable } from '$lib/charts/robustness';"],
    ['src/lib/map/webgl.ts', "import url from 'pkg/worker.mjs?worker&url';"]
  ])('lets a forward arrow pass: %s %s', (file, code) => {
    expect(faults(file, code)).toEqual([]);
  });

  it.each([
    ['src/lib/chains/flows.ts', "import { show } from '../atlas';", 'arrow runs back: chains → atlas'],
    ['src/lib/chains/flows.ts', "import type { Shown } from '$lib/atlas';", 'arrow runs back: chains → atlas'],
    ['src/lib/pack/types.ts', "export * from '../composite';", 'arrow runs back: pack → composite'],
    ['src/lib/geo/features.ts', "const later = import('../map');", 'arrow runs back: geo → map'],
    ['src/lib/geo/features.ts', "type Later = import('../map').Later;", 'arrow runs back: geo → map'],
    ['src/lib/typology/tiers.ts', "export { flows } from '../chains';", 'arrow runs back: typology → chains'],
    ['src/cli/main.ts', "import { AtlasMap } from '../lib/map';", 'arrow runs back: cli → map'],
    ['src/lib/atlas/labels.ts', "import { i18n } from '../i18n';", 'only types may come from i18n to atlas'],
    ['src/lib/panels/Legend.ts', "import { open } from '../pack';", 'only types may come from pack to panels']
  ])('catches an arrow that runs back: %s %s', (file, code, message) => {
    expect(faults(file, code)).toEqual([message]);
  });

  it.each([
    ['src/lib/composite/rank.ts', "import { x } from '../pack/faults';"],
    ['src/cli/indexFiles.ts', "import { readCsv } from '../lib/composite/read/csv';"],
    ['src/lib/atlas/show.ts', "import type { x } from '$lib/chains/flows';"],
    ['src/lib/charts/Bars.ts', "import { en } from '../i18n/en';"]
  ])('catches a way past the doorway: %s %s', (file, code) => {
    expect(faults(file, code)).toEqual([expect.stringContaining('is entered by its doorway')]);
  });

  it('catches a room nobody has named', () => {
    expect(faults('src/lib/atlas/show.ts', "import { x } from '../helpers';")).toEqual([expect.stringContaining('no room of the house')]);
  });
});

describe('pure rooms', () => {
  it.each([
    'Math.random();',
    'Date.now();',
    'new Date();',
    'window.open();',
    "document.title = '';",
    "localStorage.getItem('x');",
    'performance.now();',
    "import { onMount } from 'svelte';",
    "import { Map } from 'maplibre-gl';",
    "import { base } from '$app/paths';",
    "import { readFileSync } from 'node:fs';",
    "import Legend from './Legend.svelte';"
  ])('catch %s', (code) => {
    expect(faults('src/lib/chains/flows.ts', code)).toHaveLength(1);
  });

  it('let a given date, a local name and mathematics pass', () => {
    expect(faults('src/lib/chains/flows.ts', 'export const f = (window: number) => Math.max(window, new Date(0).getTime());')).toEqual([]);
  });
});
