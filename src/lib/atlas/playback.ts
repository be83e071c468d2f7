/** Moving through the years that have data: the pace of playing, the next year, and what keys of a slider mean. */

/** A full run takes about this long, in milliseconds, however many years there are. */
const RUN = 4000;
/** Faster steps cannot be followed. */
const LEAST = 150;
/** Pace for those who ask their system for little motion. */
const CALM = 1500;
/** Years that Page up and Page down go over. */
const PAGE = 3;

/** Milliseconds from one year to the next. @param calm the reader asks for reduced motion */
export function stepDelay(years: number, calm: boolean): number {
  return calm ? CALM : Math.max(LEAST, Math.round(RUN / Math.max(1, years - 1)));
}

/** The first later year with data; null at the end. @param years ascending */
export function nextYear(years: readonly number[], year: number): number | null {
  return years.find((y) => y > year) ?? null;
}

/** Where playing starts: the year after the one shown, or the first one again when the last is shown; null where there is nothing to play. */
export function firstStep(years: readonly number[], year: number): number | null {
  return years.length < 2 ? null : (nextYear(years, year) ?? years[0] ?? null);
}

/** The year a key leads to, as on a slider; null for every other key. */
export function yearByKey(years: readonly number[], year: number, key: string): number | null {
  const at = (i: number) => years[Math.min(years.length - 1, Math.max(0, i))] ?? null;
  const now = years.indexOf(year);
  if (key === 'Home') return at(0);
  if (key === 'End') return at(years.length - 1);
  if (key === 'PageUp') return at(now + PAGE);
  return key === 'PageDown' ? at(now - PAGE) : null;
}
