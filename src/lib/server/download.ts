/** Tables to take away, made once with the pages, in every language. */
import { LANGUAGES, type Language, type Pack } from '../pack';
import { servedPack } from './pack';

/** English has no prefix in its address. */
export const tableEntries = () => LANGUAGES.map((language) => (language === 'en' ? {} : { lang: language }));

/** CSV begins with a byte-order mark, without which a spreadsheet misreads Cyrillic. */
export function table(make: (pack: Pack, language: Language) => string, lang: Language | undefined): Response {
  return new Response('\ufeff' + make(servedPack(), lang ?? 'en'), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
