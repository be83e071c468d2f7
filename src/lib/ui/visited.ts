/**
 * Whether this reader has been shown around. static/theme.js reads the same key before the first paint, so that who has
 * been here sees no hint that goes away again; it then stands at the root of the page for the style sheets.
 */
const KEY = 'atlas-visited';

/** For the next visit; what is shown stays. */
export function rememberVisit(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Storage may be switched off: the hint then returns with the next page load.
  }
}

/** For this visit and the next. */
export function endHint(): void {
  rememberVisit();
  document.documentElement.dataset['visited'] = '';
}
