/** What a visitor sees of the state, as text: two pages with the same digest show the same view. */

/** Runs in the page. Left out is what no address carries: focus, hover, and what lies in an opened detail. */
function read() {
  const lines = [document.title, `language ${document.documentElement.lang}`, `theme ${document.documentElement.dataset.theme ?? ''}`];
  // Focus marks a region as hovering does.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const classes = (e) => [...e.classList].filter((c) => c !== 'hovered' && !c.startsWith('svelte-')).sort().join(' ');
  const seen = (e) => e.checkVisibility({ visibilityProperty: true });
  const walk = (e) => {
    if (e.nodeType === Node.TEXT_NODE) {
      const text = e.textContent?.replace(/\s+/g, ' ').trim();
      if (text) lines.push(text);
      return;
    }
    if (!(e instanceof Element) || e.matches('script, style, .map, [role="tooltip"]') || !seen(e)) return;
    if (e.matches('details')) return void [...e.children].filter((c) => c.matches('summary')).forEach(walk);
    const state = ['aria-pressed', 'aria-checked', 'aria-current', 'aria-expanded', 'aria-sort'].flatMap((a) => (e.hasAttribute(a) ? [`${a}=${e.getAttribute(a)}`] : []));
    if (e instanceof HTMLInputElement) state.push(e.type === 'checkbox' || e.type === 'radio' ? `${e.value} ${e.checked}` : e.value);
    if (state.length > 0) lines.push(state.join(' '));
    e.childNodes.forEach(walk);
  };
  document.querySelectorAll('main, aside').forEach(walk);
  document.querySelectorAll('[data-mode]').forEach((e) => lines.push(`mode ${e.getAttribute('data-mode')} ${e.getAttribute('aria-current')}`));
  // The still map lies under the moving one and is told the same.
  document.querySelectorAll('.still [data-region]').forEach((e) => lines.push(`${e.getAttribute('data-region')} ${classes(e)} ${e.getAttribute('style')}`));
  document.querySelectorAll('.still [data-flow]').forEach((e) => lines.push(`flow ${e.getAttribute('data-flow')} ${classes(e)}`));
  return lines.join('\n');
}

/** The digest once it stands still. @param {import('@playwright/test').Page} page @param {number} patience ms */
export async function digest(page, patience) {
  const end = Date.now() + patience;
  let before = await page.evaluate(read);
  for (let same = 0; same < 2 && Date.now() < end; ) {
    await page.waitForTimeout(150);
    const now = await page.evaluate(read);
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return before;
}

/**
 * The page is compared with a fresh one until they agree: parts of the pack and the test of the method arrive late.
 * @returns {Promise<string | null>} the first lines that differ; null when all is the same
 */
export async function difference(page, fresh, patience) {
  const end = Date.now() + patience;
  for (;;) {
    const [a, b] = [await digest(page, patience), await digest(fresh, patience)];
    if (a === b) return null;
    if (Date.now() > end) return firstDifference(a.split('\n'), b.split('\n'));
    await fresh.waitForTimeout(300);
  }
}

function firstDifference(a, b) {
  const at = a.findIndex((line, i) => line !== b[i]);
  const from = at < 0 ? a.length : at;
  const part = (lines) => lines.slice(from, from + 3).join(' / ') || '(nothing more)';
  return `shown “${part(a)}”, from the address “${part(b)}”`;
}
