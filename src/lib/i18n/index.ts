/** Words and numbers in the reader's language. */
import type { Language, Text } from '../pack';
import { en, type Messages } from './en';
import { formatCompact, formatNumber, formatOrdinal, formatPercent } from './format';
import { ru } from './ru';

export type { Messages };

export interface I18n {
  readonly language: Language;
  readonly t: Messages;
  text(text: Text | null): string;
  number(value: number, decimals: number): string;
  compact(value: number): string;
  percent(share: number, decimals?: number): string;
  ordinal(n: number): string;
  list(items: readonly string[]): string;
}

const MESSAGES: Record<Language, Messages> = { en, ru };

export function i18n(language: Language): I18n {
  return {
    language,
    t: MESSAGES[language],
    text: (text) => text?.[language] ?? '',
    number: (value, decimals) => formatNumber(language, value, decimals),
    compact: (value) => formatCompact(language, value),
    percent: (share, decimals) => formatPercent(language, share, decimals),
    ordinal: (n) => formatOrdinal(language, n),
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
  };
}
