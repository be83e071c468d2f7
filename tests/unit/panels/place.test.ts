/* The card of the tour beside the part it speaks of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP, overlap, placeBeside } from '../../../src/lib/panels/tour/place';

const DESK = { width: 1440, height: 900 };
const CARD = { width: 350, height: 180 };

describe('a card beside a part of the screen', () => {
  it('stands to the right of a left margin, to the left of a right one, below a bar, and above what lies at the bottom', () => {
    expect(placeBeside({ x: 0, y: 56, width: 330, height: 844 }, CARD, DESK)).toEqual({ x: 342, y: 56 });
    expect(placeBeside({ x: 1050, y: 56, width: 390, height: 844 }, CARD, DESK)).toEqual({ x: 688, y: 56 });
    expect(placeBeside({ x: 0, y: 0, width: 1440, height: 56 }, CARD, DESK)).toEqual({ x: GAP, y: 68 });
    expect(placeBeside({ x: 0, y: 500, width: 390, height: 344 }, CARD, { width: 390, height: 844 })).toEqual({ x: GAP, y: 308 });
  });

  it('covers nothing of the part where a side has room, and is never outside the screen', () => {
    const at = fc.integer({ min: 0, max: 1000 });
    const length = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(at, at, length, length, fc.integer({ min: 40, max: 380 }), fc.integer({ min: 40, max: 300 }), (x, y, w, h, width, height) => {
        const screen = { width: 1000, height: 800 };
        const part = { x: Math.min(x, 999), y: Math.min(y, 799), width: Math.min(w, 1000 - Math.min(x, 999)), height: Math.min(h, 800 - Math.min(y, 799)) };
        const found = placeBeside(part, { width, height }, screen);
        expect(found.x).toBeGreaterThanOrEqual(0);
        expect(found.y).toBeGreaterThanOrEqual(0);
        expect(found.x + width).toBeLessThanOrEqual(screen.width);
        expect(found.y + height).toBeLessThanOrEqual(screen.height);
        const beside = Math.max(part.x, screen.width - part.x - part.width) >= width + 2 * GAP;
        const aboveOrBelow = Math.max(part.y, screen.height - part.y - part.height) >= height + 2 * GAP;
        if (beside || aboveOrBelow) expect(overlap({ ...found, width, height }, part)).toBe(0);
      })
    );
  });

  it('covers as little as a corner allows where no side has room', () => {
    // The whole screen but a strip at the right: the right corners hide less than the left ones.
    const part = { x: 0, y: 0, width: 1300, height: 900 };
    const found = placeBeside(part, CARD, DESK);
    expect(found.x).toBe(DESK.width - CARD.width - GAP);
  });
});
