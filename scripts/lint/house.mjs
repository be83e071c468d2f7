/**
 * The house as a lint rule: data flows pack → composite → typology, chains, geo, polarisation, scenario → atlas → views → routes,
 * each room is entered by its doorway, and the rooms before the views know neither browser nor clock nor chance.
 */

/** What each room may take from which others; `types` may be imported as types only. */
export const ROOMS = {
  pack: { may: [] },
  composite: { may: ['pack'] },
  typology: { may: ['pack', 'composite'] },
  chains: { may: ['pack', 'composite'] },
  geo: { may: ['pack'] },
  polarisation: { may: ['composite'] },
  scenario: { may: ['pack', 'composite'] },
  i18n: { may: [], types: ['pack'] },
  ui: { may: ['i18n'], types: ['pack'] },
  // Sentences are put together in the atlas, in words handed to it.
  atlas: { may: ['pack', 'composite', 'typology', 'chains', 'geo', 'polarisation', 'scenario'], types: ['i18n'] },
  // Long computations beside the page; knows browser workers, so it is not among the pure.
  workers: { may: ['pack', 'composite', 'typology', 'chains', 'geo', 'polarisation', 'atlas'] },
  // Makes whole files, words included.
  server: { may: ['pack', 'composite', 'typology', 'chains', 'geo', 'atlas', 'i18n'] },
  map: { may: ['atlas', 'geo', 'i18n', 'ui'], types: ['pack', 'composite', 'typology', 'chains', 'polarisation', 'scenario'] },
  charts: { may: ['atlas', 'geo', 'i18n', 'ui'], types: ['pack', 'composite', 'typology', 'chains', 'polarisation', 'scenario'] },
  panels: { may: ['atlas', 'geo', 'i18n', 'ui', 'charts'], types: ['pack', 'composite', 'typology', 'chains', 'polarisation', 'scenario'] },
  cli: { may: ['pack', 'composite', 'typology', 'chains', 'geo', 'scenario', 'atlas', 'workers'], types: ['i18n'] },
  routes: { may: ['pack', 'composite', 'typology', 'chains', 'geo', 'scenario', 'atlas', 'server', 'workers', 'map', 'charts', 'panels', 'ui', 'i18n'] }
};

/** Rooms with no browser, no clock and no chance in them. */
export const PURE = ['pack', 'composite', 'typology', 'chains', 'geo', 'polarisation', 'scenario', 'atlas'];

/**
 * Doorways besides a room's index: reading files is kept apart from what the browser needs, and so are the words
 * of each page from those of all pages, and the charts of a page that few open.
 */
const DOORS = { pack: /^read(\/tools)?$/, composite: /^read$/, i18n: /^pages\/\w+$/, charts: /^(robustness|scenario|clusters|flows|lab|years)$/, panels: /^(clusters|flows|lab|years|story|share|tour)$/ };

/** Rooms without an index: a collection of separate helpers for pages in the making. */
const OPEN = ['server'];

/** @returns {{ room: string, inside: string } | null} room of a path and the way inside it, extension and index dropped */
function place(path) {
  const found = /(?:^|\/)src\/(?:lib\/([^/]+)|(routes|cli))(?:\/(.*))?$/.exec(path);
  if (!found) return null;
  const inside = (found[3] ?? '').replace(/\.(ts|js)$/, '').replace(/(^|\/)index$/, '');
  return { room: found[1] ?? found[2] ?? '', inside };
}

/** The path an import means, or null for a package. */
function target(from, source) {
  if (source === '$lib' || source.startsWith('$lib/')) return source.replace('$lib', 'src/lib');
  if (!source.startsWith('.')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const step of source.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** True for `import type …`, `export type …` and for braces that hold types only. */
function typesOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}

/** @type {import('eslint').Rule.RuleModule} */
const oneDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      back: 'arrow runs back: {{from}} → {{to}}',
      types: 'only types may come from {{to}} to {{from}}',
      deep: '{{to}} is entered by its doorway, not by {{inside}}',
      unknown: '{{to}} is no room of the house; scripts/lint/house.mjs names them'
    }
  },
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    const here = place(file);
    if (!here) return {};

    function check(node, source) {
      if (typeof source?.value !== 'string') return;
      const path = target(file, source.value.replace(/\?.*$/, ''));
      const there = path === null ? null : place(path);
      if (!there || there.room === here.room) return;
      const data = { from: here.room, to: there.room, inside: there.inside };
      const rules = ROOMS[here.room];
      if (!(there.room in ROOMS) || !rules) {
        context.report({ node: source, messageId: 'unknown', data: rules ? data : { to: here.room } });
      } else if (!rules.may.includes(there.room)) {
        if (!rules.types?.includes(there.room)) context.report({ node: source, messageId: 'back', data });
        else if (!typesOnly(node)) context.report({ node: source, messageId: 'types', data });
      }
      // Style sheets have no doorway: a page names the ones it begins with.
      const door = OPEN.includes(there.room) || there.inside === '' || there.inside.endsWith('.css') || DOORS[there.room]?.test(there.inside);
      if (!door) context.report({ node: source, messageId: 'deep', data });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check({ importKind: 'type' }, node.source ?? node.argument?.literal)
    };
  }
};

export const house = { meta: { name: 'house' }, rules: { 'one-direction': oneDirection } };

const outside = (names, why) => names.map((name) => ({ name, message: why }));

/**
 * What a pure room may not touch, by ESLint's own rules.
 * @type {import('eslint').Linter.RulesRecord}
 */
export const pureRules = {
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: '^(svelte|maplibre-gl|\\$app|\\$env)(/|$)', message: 'A pure room knows no view.' },
        { regex: '\\.svelte$', message: 'A pure room knows no view.' },
        { regex: '^(node:.*|fs|path|os|url|crypto|process|child_process|worker_threads)(/|$)', message: 'A pure room runs in the browser, a worker and Node alike.' }
      ]
    }
  ],
  'no-restricted-globals': [
    'error',
    ...outside(['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location', 'history', 'globalThis', 'self', 'process', 'fetch'], 'A pure room knows no browser and no globals.'),
    ...outside(['performance'], 'A pure room knows no clock.'),
    ...outside(['crypto'], 'A pure room knows no chance: pass a seeded generator in.')
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'A pure room knows no chance: pass a seeded generator in.' },
    { object: 'Date', property: 'now', message: 'A pure room knows no clock.' }
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure room knows no clock.' },
    { selector: "CallExpression[callee.name='Date']", message: 'A pure room knows no clock.' }
  ]
};
