import { describe, expect, it } from 'vitest';
import { arrow, toPixel, toPosition, type ArrowShape, type Pixel } from '../../../src/lib/geo';

const shape: ArrowShape = { tail: 0.5, body: 2, headLength: 10, headWidth: 5, bend: 0.1, gap: 10 };
const mid = (ring: readonly Pixel[]) => ring.reduce((s, p) => s + p[1], 0) / ring.length;

describe('flow arrows', () => {
  const there = arrow([0, 0], [200, 0], shape)!;
  it('is a closed ring that keeps clear of both nodes and is thicker at the buyer', () => {
    expect(there[0]).toEqual(there.at(-1));
    for (const [x] of there) expect(x >= 9 && x <= 191).toBe(true);
    const widthNear = (x: number) => { const ys = there.filter((p) => Math.abs(p[0] - x) < 6).map((p) => p[1]); return Math.max(...ys) - Math.min(...ys); };
    expect(widthNear(180)).toBeGreaterThan(widthNear(15));
  });
  it('bends to the right of its direction, so the two directions lie apart', () => {
    const back = arrow([200, 0], [0, 0], shape)!;
    expect(mid(there)).toBeGreaterThan(0);
    expect(mid(back)).toBeLessThan(0);
  });
  it('gives nothing where two places are too close', () => expect(arrow([0, 0], [20, 0], shape)).toBeNull());
});

describe('web mercator', () => {
  it('goes there and back', () => {
    for (const p of [[49.1, 55.8], [0, 0], [-120, -60]] as const) {
      const back = toPosition(toPixel(p, 5.3), 5.3);
      expect(back[0]).toBeCloseTo(p[0], 9);
      expect(back[1]).toBeCloseTo(p[1], 9);
    }
  });
  it('puts Greenwich at the equator in the middle of the world', () => expect(toPixel([0, 0], 0)).toEqual([256, 256]));
});
