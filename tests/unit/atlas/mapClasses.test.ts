import { describe, expect, it } from 'vitest';
import { defaultView, mapClasses, picture, show, type View } from '../../../src/lib/atlas';
import { regionsOf } from '../../../src/lib/composite';
import { i18n, type I18n } from '../../../src/lib/i18n';
import { lagoon, vfd } from '../support';

/** Numbers at the ends of the parts, in their order. */
const counts = (text: string) => [...text.matchAll(/: (\d+)(?=;|\.$)/g)].map((m) => Number(m[1]));

describe('the classes of the map in words', () => {
  for (const [name, pack] of [['the real pack', vfd()], ['the fictitious pack', lagoon()]] as const) {
    for (const language of ['en', 'ru'] as const) {
      const words: I18n = i18n(language);
      it.each<Partial<View>>([{}, { classes: 'tiers' }, { mode: 'matrix' }, { measure: pack.indicators[0]!.id }])(`${name}, ${language}, %o: count what is painted, each region once`, (more) => {
        const shown = show(pack, { ...defaultView(pack), ...more });
        const said = counts(mapClasses(shown, words));
        const painted = picture(shown, words).regions;
        const fills = new Map<string, number>();
        for (const { fill, missing } of painted) fills.set(missing ? 'missing' : fill, (fills.get(missing ? 'missing' : fill) ?? 0) + 1);
        expect(said.filter((n) => n > 0).sort()).toEqual([...fills.values()].sort());
        expect(said.reduce((sum, n) => sum + n, 0)).toBe(regionsOf(pack).length);
      });
    }
  }

  it('name their limits, tiers or groups', () => {
    const of = (more: Partial<View>) => mapClasses(show(vfd(), { ...defaultView(vfd()), ...more }), i18n('en'));
    expect(of({})).toMatch(/^Number of regions in each class: 0\.00–0\.20: \d+; 0\.20–0\.40: \d+;/);
    expect(of({ classes: 'tiers' })).toMatch(/^Number of regions in each class: Low: \d+; Average: \d+; Leading: \d+\.$/i);
    expect(of({ mode: 'matrix' })).toContain('Leaders');
    expect(of({ mode: 'chains' })).toBe('');
  });
});
