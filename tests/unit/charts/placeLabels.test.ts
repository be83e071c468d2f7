/* Names of points never cover each other, a point, an obstacle or the edge. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alongLine, placeLabels, textWidth, type Field, type Placed } from '../../../src/lib/charts/placeLabels';

const field: Field = { left: 0, top: 0, right: 300, bottom: 200 };
const SIZE = 12;
const box = (text: string, { x, y, anchor }: Placed): Field => {
  const w = textWidth(text, SIZE);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2;
  return { left, right: left + w, top: y - SIZE * 0.8, bottom: y + SIZE * 0.35 };
};
const apart = (a: Field, b: Field) => a.right <= b.left + 1e-9 || b.right <= a.left + 1e-9 || a.bottom <= b.top + 1e-9 || b.bottom <= a.top + 1e-9;

describe('placeLabels', () => {
  const points = fc.array(fc.record({ x: fc.double({ min: 0, max: 300, noNaN: true }), y: fc.double({ min: 0, max: 200, noNaN: true }), r: fc.constantFrom(0, 5), text: fc.string({ minLength: 1, maxLength: 18 }), centred: fc.boolean() }), { maxLength: 25 });
  it('keeps all names apart and inside', () => {
    fc.assert(fc.property(points, (list) => {
      const line = alongLine([0, 0], [300, 200]);
      const boxes = placeLabels(list, field, SIZE, line).flatMap((place, i) => (place ? [box(list[i]!.text, place)] : []));
      boxes.forEach((a, i) => {
        expect(a.left >= 0 && a.top >= 0 && a.right <= 300 && a.bottom <= 200).toBe(true);
        for (const b of boxes.slice(i + 1)) expect(apart(a, b)).toBe(true);
        for (const b of line) expect(apart(a, b)).toBe(true);
        for (const p of list) if (!p.centred) expect(apart(a, { left: p.x - p.r, right: p.x + p.r, top: p.y - p.r, bottom: p.y + p.r })).toBe(true);
      });
    }));
  });
  it('the first has its place to the right, the next goes elsewhere, one without room is left out', () => {
    const places = placeLabels([{ x: 100, y: 100, r: 4, text: 'first' }, { x: 112, y: 100, r: 4, text: 'second' }, { x: 290, y: 5, r: 4, text: 'x'.repeat(60) }], field, SIZE);
    expect(places.map((p) => p?.anchor ?? null)).toEqual(['end', 'start', null]);
  });
  it('a name of the map stands on its place', () => expect(placeLabels([{ x: 100, y: 100, r: 0, text: 'here', centred: true }], field, SIZE)[0]).toEqual({ x: 100, y: 100 + SIZE * 0.35, anchor: 'middle' }));
});
