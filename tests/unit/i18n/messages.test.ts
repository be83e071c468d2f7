import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/lib/i18n/en';
import { formatCompact, formatNumber, formatOrdinal, formatPercent, formatPlural } from '../../../src/lib/i18n/format';
import { ru } from '../../../src/lib/i18n/ru';

type Tree = { [key: string]: unknown };
/* Keys of a message from the top; a key may itself hold a dot. */
const paths = (tree: Tree, prefix: string[] = []): string[][] => Object.entries(tree).flatMap(([k, v]) => (typeof v === 'object' && v !== null ? paths(v as Tree, [...prefix, k]) : [[...prefix, k]]));
const at = (tree: Tree, path: string[]) => path.reduce<unknown>((t, k) => (t as Tree)[k], tree);
const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => { const path = join(folder, name); return statSync(path).isDirectory() ? files(path) : [path]; });

/* The words of single pages: each module holds one record by language. */
const PAGES = readdirSync('src/lib/i18n/pages').map((name) => name.replace('.ts', ''));
const pageWords = async (page: string) => Object.values((await import(`../../../src/lib/i18n/pages/${page}.ts`)) as Tree)[0] as { en: Tree; ru: Tree };

describe('messages', () => {
  it.each([['all pages', () => Promise.resolve({ en: en as Tree, ru: ru as Tree })], ...PAGES.map((page) => [page, () => pageWords(page)] as const)] as const)('of %s: the same in both languages, none empty, none left in the other language', async (_, words) => {
    const { en, ru } = await words();
    expect(paths(ru)).toEqual(paths(en));
    for (const path of paths(en)) {
      const [a, b] = [at(en, path), at(ru, path)];
      expect(typeof b).toBe(typeof a);
      if (typeof a !== 'string' || typeof b !== 'string') continue;
      expect(a.trim()).not.toBe('');
      if (!/^(language|otherLanguage|otherLanguageName)$/.test(path[0] ?? '')) {
        expect(a, path.join()).not.toMatch(/[а-яё]/i);
        expect(b, path.join()).toMatch(/[а-яё]/i);
      }
    }
  });

  it('every message is used', () => {
    const source = files('src').filter((f) => /\.(svelte|ts)$/.test(f) && !/i18n\/(en|ru)\.ts$/.test(f)).map((f) => readFileSync(f, 'utf8')).join('\n');
    const unused = paths(en).filter(([group = '', ...rest]) => {
      const leaf = rest.at(-1) ?? group;
      // By name, or by a computed key of its group: t.mode[id].
      return !source.includes(`.${leaf}`) && !new RegExp(`\\b${group}\\[`).test(source);
    });
    expect(unused).toEqual([]);
  });
});

describe('numbers and plurals', () => {
  it('follow the language', () => {
    expect(formatNumber('en', 1234567.891, 1)).toBe('1,234,567.9');
    expect(formatNumber('ru', 1234567.891, 1)).toBe('1\u00a0234\u00a0567,9');
    expect(formatNumber('en', -2, 0)).toBe('\u22122');
    expect(formatNumber('en', NaN, 2)).toBe('–');
    expect(formatPercent('ru', 0.125, 1)).toBe('12,5\u00a0%');
    expect(formatCompact('en', 1234567)).toBe('1.23M');
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22].map((n) => formatOrdinal('en', n))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd']);
    const forms = { one: 'регион', few: 'региона', many: 'регионов', other: 'региона' };
    expect([1, 2, 5, 11, 21, 22, 25].map((n) => formatPlural('ru', n, forms).replace('\u00a0', ' '))).toEqual(['1 регион', '2 региона', '5 регионов', '11 регионов', '21 регион', '22 региона', '25 регионов']);
  });
});
