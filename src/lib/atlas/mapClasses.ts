/** The classes of the map in words, for who does not see their colours: which there are and how many regions each has. */
import type { I18n } from '../i18n';
import { printShort } from './labels';
import { groupMembers } from './scores';
import type { Shown } from './shown';

const TIERS = ['low', 'average', 'leading'] as const;

/** One part a class, from least to greatest; empty where the map colours nothing. */
export function mapClasses(shown: Shown, i18n: I18n): string {
  const { view, pack, choropleth, scores } = shown;
  const parts: (readonly [name: string, regions: number])[] = [];
  if (view.mode === 'matrix') {
    for (const { id, units } of groupMembers(pack, scores.matrix)) parts.push([i18n.text(pack.method.matrix.groups.find((g) => g.id === id)?.name ?? null), units.length]);
  } else if (view.mode === 'potential') {
    const { classes, classOf, measure } = choropleth;
    const limit = (at: number) => printShort(i18n, measure, classes.limits[at] ?? NaN);
    classes.steps.forEach((_, c) => {
      const tier = TIERS[c];
      const name = classes.kind === 'tiers' && tier ? i18n.text(pack.method.tiers.names[tier]) : `${limit(c)}–${limit(c + 1)}`;
      parts.push([name, classOf.reduce((n, of) => n + Number(of === c), 0)]);
    });
    if (choropleth.missing > 0) parts.push([i18n.t.legend.missing, choropleth.missing]);
  }
  return parts.length === 0 ? '' : i18n.t.map.classes(parts.map(([name, regions]) => `${name}: ${i18n.number(regions, 0)}`).join('; '));
}
