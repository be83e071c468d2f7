/* One look of axe at a page as it stands; every rule it has, best practices included; targets of 24 px (WCAG 2.2) where asked for. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What depends on colours alone. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Every rule in the theme shown, then the rules of colour in the other one: nothing else differs between them. */
export async function violationsInBoth(page: Page, targets = false): Promise<string[]> {
  const found = await violations(page, targets);
  const other = await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = dataset['theme'] === 'dark' ? 'light' : 'dark';
    return dataset['theme'];
  });
  return [...found, ...(await violations(page, false, COLOURS)).map((v) => `${other} theme: ${v}`)];
}

/** Violations in words, so that a failing test tells what to mend and where. */
export async function violations(page: Page, targets = false, only: readonly string[] | null = null): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  // Only violations are wanted; the rest of the report takes longer to hand over than to find.
  const { violations: found } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'], ...(only ? { runOnly: [...only] } : { rules: { 'target-size': { enabled: targets } } }) }).setLegacyMode(true).analyze();
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''}`));
}

/** Every kind of page and every state of the explorer that looks different, by the heading that shows it stands. */
export const VIEWS = [
  { path: '/', heading: 'Ranking' },
  { path: '/?mode=matrix&regions=RU-TA', heading: 'Potential and dynamics' },
  { path: '/?mode=chains&regions=RU-TA&evidence=documented~plausible', heading: 'Links of Tatarstan' },
  { path: '/?regions=RU-TA~RU-SAM', heading: 'Comparison' },
  { path: '/?layout=table', heading: 'Ranking' },
  { path: '/?measure=nope&classes=tiers', heading: 'Ranking' },
  { path: '/ru?regions=RU-TA', heading: 'Республика Татарстан' },
  { path: '/method', heading: 'The method' },
  { path: '/data', heading: 'The data' },
  { path: '/glossary', heading: 'Glossary' },
  { path: '/findings', heading: 'Published findings and ours' },
  { path: '/polarisation', heading: 'Polarisation' },
  { path: '/polarisation?indicator=grp&per=employed_avg&neighbours=distance&shape=round', heading: 'Polarisation' },
  { path: '/scenario', heading: 'One budget, three policies' },
  { path: '/robustness?region=RU-PNZ', heading: 'How firm is the picture?' },
  { path: '/partners?region=RU-PNZ&cluster=aircraft', heading: 'Where could a region join?' },
  { path: '/regions/RU-TA', heading: 'Republic of Tatarstan' },
  { path: '/story', heading: 'The argument in eight steps' },
  { path: '/compare?regions=RU-TA~RU-SAM~RU-KIR', heading: 'Compare regions' },
  { path: '/relations?x=hr&regions=RU-TA', heading: 'Relations' },
  { path: '/time?regions=RU-TA~RU-SAM', heading: 'Over time' },
  { path: '/what-if?b=weights%3Dhr%3A3', heading: 'Two scenarios side by side' },
  { path: '/clusters', heading: 'Clusters' },
  { path: '/clusters/automotive', heading: 'Automotive' },
  { path: '/clusters/aircraft?stage=components&region=RU-PER', heading: 'Aircraft' },
  { path: '/embed?mode=matrix', heading: 'Potential and dynamics' },
  { path: '/nothing-here', heading: 'There is no such page' }
] as const;

export const withTheme = (path: string, theme: string): string => `${path}${path.includes('?') ? '&' : '?'}theme=${theme}`;
