/** Numbers and plurals as each language writes them, by the platform's Intl. */
import type { Language } from '../pack';

const LOCALE: Record<Language, string> = { en: 'en', ru: 'ru-RU' };

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.NumberFormat(LOCALE[language], options)));
  return found;
}

/** A number with a fixed count of decimals; “–” for a missing one, no sign where it is rounded to nought. */
export function formatNumber(language: Language, value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '–';
  return formatter(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' }).format(value).replace('-', '\u2212');
}

/** A share 0–1 as percent. */
export function formatPercent(language: Language, share: number, decimals = 0): string {
  return Number.isFinite(share) ? `${formatNumber(language, share * 100, decimals)}\u00a0%` : '–';
}

/** A number in as few characters as an axis or a legend allows, e.g. "1.2 M". */
export function formatCompact(language: Language, value: number): string {
  if (!Number.isFinite(value)) return '–';
  const large = Math.abs(value) >= 10000;
  return formatter(language, large ? { notation: 'compact', maximumSignificantDigits: 3 } : { maximumSignificantDigits: 4 }).format(value).replace('-', '\u2212');
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const rules = new Map<Language, Intl.PluralRules>();

/** "3 регионa" and the like: the number, a no-break space and the form that goes with it. */
export function formatPlural(language: Language, n: number, forms: PluralForms): string {
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(LOCALE[language])));
  return `${formatNumber(language, n, 0)}\u00a0${forms[rule.select(n)] ?? forms.other}`;
}

const ordinals: Intl.PluralRules = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDING: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** "1st", "2nd" in English, "1-е" in Russian (agrees with место). */
export function formatOrdinal(language: Language, n: number): string {
  if (!Number.isFinite(n)) return '–';
  return language === 'en' ? `${n}${ENDING[ordinals.select(n)] ?? 'th'}` : `${n}-е`;
}

/** The text as a sentence: a full stop at its end, unless an abbreviation brings one. */
export function formatSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
