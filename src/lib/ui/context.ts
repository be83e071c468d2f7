/** Language and addresses, known to every component of a page. */
import { getContext, setContext } from 'svelte';
import { base } from '$app/paths';
import { i18n, type I18n } from '../i18n';
import type { Language } from '../pack';

const KEY = Symbol('page');

export interface PageContext {
  readonly i18n: I18n;
  /** Address of a page in the reader's language; `path` begins with a slash. */
  href(path: string, query?: string): string;
}

export function providePage(language: () => Language): PageContext {
  const context: PageContext = {
    get i18n() {
      return i18n(language());
    },
    href: (path, query = '') => address(language(), path, query)
  };
  setContext(KEY, context);
  return context;
}

export function usePage(): PageContext {
  return getContext(KEY);
}

/** English has no prefix. */
export function address(language: Language, path: string, query = ''): string {
  const prefix = language === 'en' ? '' : `/${language}`;
  const clean = path === '/' && prefix !== '' ? '' : path;
  return `${base}${prefix}${clean}${query === '' ? '' : `?${query}`}`;
}
