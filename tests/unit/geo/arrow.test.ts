import { describe, expect, it } from 'vitest';
import { arrow, compactPath, toPixel, toPosition, type ArrowShape, type Pixel } from '../../../src/lib/geo';

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

describe('compact SVG paths', () => {
  const points = (d: string) => {
    const out: number[][] = [];
    for (const [, x, y, body] of d.matchAll(/M(-?[\d.]+),(-?[\d.]+)l([^MZ]*)/g)) {
      let at = [Number(x), Number(y)];
      out.push(at);
      for (const step of (body ?? '').split(' ')) {
        const [dx, dy] = [...step.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map((m) => Number(m[0]));
        at = [(at[0] ?? 0) + (dx ?? NaN), (at[1] ?? 0) + (dy ?? NaN)];
        out.push(at);
      }
    }
    return out;
  };
  it('keeps every point that is far enough from the last to 0.1 px, over long paths too', () => {
    const path = Array.from({ length: 500 }, (_, i) => [i * 1.37, Math.sin(i) * 9.13]);
    const back = points(compactPath(`M${path.map((p) => p.join(',')).join('L')}Z`));
    expect(back).toHaveLength(path.length);
    back.forEach(([x, y], i) => {
      expect(Math.abs((x ?? NaN) - (path[i]?.[0] ?? NaN))).toBeLessThan(0.11);
      expect(Math.abs((y ?? NaN) - (path[i]?.[1] ?? NaN))).toBeLessThan(0.11);
    });
  });
  it('leaves out what cannot be seen, keeps the end of an open line, and several rings', () => {
    expect(compactPath('M0,0L0.1,0.1L0.2,0L5,0')).toBe('M0,0l5,0');
    expect(compactPath('M0,0L0.1,0')).toBe('M0,0l.1,0');
    expect(compactPath('M0,0L4,0L4,4ZM10,10L12,10L12,8Z')).toBe('M0,0l4,0 0,4ZM10,10l2,0 0-2Z');
  });
});
