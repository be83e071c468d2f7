/** What a visitor can do in the explorer, each as a name, a weight and the controls it may use. */

/** @typedef {{ name: string, weight: number, selector?: string, shift?: boolean, history?: -1 | 1 }} Action */

/** @type {readonly Action[]} */
export const ACTIONS = [
  { name: 'pick', weight: 5, selector: 'button[data-region]' },
  { name: 'add', weight: 3, selector: 'button[data-region]', shift: true },
  { name: 'pick on the map', weight: 2, selector: '.still path.region' },
  { name: 'mode', weight: 4, selector: '[data-mode]' },
  { name: 'measure', weight: 5, selector: 'nav button.node' },
  { name: 'year', weight: 4, selector: 'input[name="year"]:enabled' },
  { name: 'filter', weight: 5, selector: 'input[data-cluster], input[data-evidence], input[data-stage], input[data-commodity], input[data-width]' },
  { name: 'classes and scale', weight: 3, selector: '.choice button, .scale button, .confidence [role="switch"]' },
  { name: 'map or table', weight: 2, selector: '.layout button' },
  { name: 'zoom', weight: 3, selector: '.maplibregl-ctrl-zoom-in, .maplibregl-ctrl-zoom-out, .map .reset' },
  { name: 'theme', weight: 1, selector: 'header > button' },
  { name: 'language', weight: 1, selector: 'header > a.switch' },
  { name: 'back', weight: 2, history: -1 },
  { name: 'forward', weight: 1, history: 1 }
];

/** @param {() => number} random */
export function choose(random) {
  let left = random() * ACTIONS.reduce((sum, { weight }) => sum + weight, 0);
  return ACTIONS.find(({ weight }) => (left -= weight) < 0) ?? ACTIONS[0];
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {Action} action
 * @param {() => number} random
 * @param {{ back: number, forward: number }} steps how many pages of the atlas lie before and after this one
 * @returns {Promise<string | null>} what was done; null where nothing of this kind can be done now
 */
export async function act(page, { name, selector, shift, history }, random, steps) {
  if (history) {
    if (history < 0 ? steps.back === 0 : steps.forward === 0) return null;
    steps.back += history;
    steps.forward -= history;
    await page.evaluate((by) => window.history.go(by), history);
    return name;
  }
  const entries = await page.evaluate(() => window.history.length);
  const done = await page.evaluate(
    ({ selector, shift, share }) => {
      const usable = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getAttribute('aria-disabled') !== 'true' && !e.matches(':disabled'));
      const chosen = usable[Math.floor(share * usable.length)];
      if (!chosen) return null;
      chosen.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: shift, view: window }));
      const { region, mode, cluster, evidence, stage, commodity, width } = chosen.dataset;
      return region ?? mode ?? cluster ?? evidence ?? stage ?? commodity ?? width ?? (chosen.getAttribute('aria-label') || chosen.textContent || chosen.value || '').trim();
    },
    { selector, shift: shift ?? false, share: random() }
  );
  if (done === null) return null;
  await page.waitForTimeout(60);
  const now = await page.evaluate(() => window.history.length);
  if (now !== entries) Object.assign(steps, { back: steps.back + 1, forward: 0 });
  return `${name} ${done}`;
}
