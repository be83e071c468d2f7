/* Names on the small map: none on another, none cut, none lost, in both languages and both sizes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, chainGround, placeLabels } from '../../../../src/lib/atlas';
import { regionsOf } from '../../../../src/lib/composite';
import { LANGUAGES } from '../../../../src/lib/pack';
import { lagoon, vfd } from '../../support';

describe('names of regions', () => {
  it.each(LANGUAGES)('of both packs all find a free place, in %s', (language) => {
    for (const pack of [vfd(), lagoon()]) {
      const ground = chainGround(pack, pack.chains.sites, (t) => t[language]);
      for (const { size, names } of ground.labels) {
        expect(names.map((n) => n.code).sort(), `${size}`).toEqual(regionsOf(pack).map((r) => r.code).sort());
        names.forEach((a, i) => names.slice(i + 1).forEach((b) => expect(apart(a, b), `${a.code} on ${b.code}`).toBe(true)));
      }
    }
  });

  it('never overlap and never leave the map, whatever the points', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.constantFrom('Mari El', 'Nizhny Novgorod', 'Башкортостан', 'X'), at: point }), { maxLength: 20 }), (some) => {
        const labels = placeLabels(some.map((s, i) => ({ ...s, code: String(i) })), 12, { width: 300, height: 300 });
        labels.forEach((a, i) => labels.slice(i + 1).forEach((b) => expect(apart(a, b)).toBe(true)));
        for (const { at: [x, y], width, height } of labels) expect(Math.min(x - width / 2, y - height / 2, 300 - x - width / 2, 300 - y - height / 2)).toBeGreaterThanOrEqual(0);
      })
    );
  });
});
