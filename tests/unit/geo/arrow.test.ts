import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { arrow, compactPath, distanceTo, edgePlaces, lanes, outlineOf, spine, toPixel, toPosition, type ArrowShape, type Pixel, type Spine } from '../../../src/lib/geo';

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

describe('arrows side by side', () => {
  const halves = fc.array(fc.double({ min: 0.5, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 });
  /* Where the middle line stands half-way along the straight one, right of travel along x. */
  const crossing = ({ stations }: Spine, x: number): { y: number; half: number } => {
    const i = stations.findIndex((s, k) => k > 0 && (stations[k - 1]!.at[0] - x) * (s.at[0] - x) <= 0);
    const [a, b] = [stations[i - 1]!, stations[i]!];
    const t = (x - a.at[0]) / (b.at[0] - a.at[0]);
    return { y: a.at[1] + (b.at[1] - a.at[1]) * t, half: a.half + (b.half - a.half) * t };
  };
  const fan = (widths: readonly number[], from: Pixel, to: Pixel) => {
    const distance = Math.hypot(to[0] - from[0], to[1] - from[1]);
    return lanes(widths, distance).map((middle, i) => {
      const shift = Math.min(6, 2 * i);
      return spine(from, to, { tail: 0.45, body: widths[i]!, headLength: 10, headWidth: 5, bend: (2 * (middle - shift)) / distance, gap: 10, shift })!;
    });
  };
  it('never touch one another half-way, nor those of the other direction, which lie on the other side', () =>
    fc.assert(
      fc.property(halves, halves, fc.double({ min: 80, max: 900, noNaN: true }), (there, back, distance) => {
        const right = fan(there, [0, 0], [distance, 0]).map((s) => crossing(s, distance / 2));
        const left = fan(back, [distance, 0], [0, 0]).map((s) => crossing(s, distance / 2));
        const all = [...left.reverse(), ...right];
        for (const { y } of right) expect(y).toBeGreaterThan(0);
        for (const { y } of left) expect(y).toBeLessThan(0);
        // From left to right: the far edge of each lies before the near edge of the next.
        all.slice(1).forEach((b, i) => expect(all[i]!.y + all[i]!.half).toBeLessThan(b.y - b.half));
      })
    ));
  it('a point on the middle line is within the arrow, one beyond its width is as far away as it is', () =>
    fc.assert(
      fc.property(fc.double({ min: 80, max: 500, noNaN: true }), fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }), fc.double({ min: 0.01, max: 0.3, noNaN: true }), (length, angle, bend) => {
        const line = spine([3, 4], [3 + length * Math.cos(angle), 4 + length * Math.sin(angle)], { ...shape, bend })!;
        const end = line.stations.at(-1)!.along;
        for (const { at, way, half, along } of line.stations.slice(1)) {
          expect(distanceTo(line, at)).toBeLessThan(0);
          // Near the head the head is nearer.
          if (along > end - 20) continue;
          // On the outer side of the bend no other part of the arrow is nearer.
          const out: Pixel = [at[0] - way[1] * (half + 7), at[1] + way[0] * (half + 7)];
          expect(Math.abs(distanceTo(line, out) - 7)).toBeLessThan(0.25);
        }
      })
    ));
  it('has as many points as its bend needs: no chord leaves the true curve by a fifth of a pixel', () => {
    const [from, to, bend]: [Pixel, Pixel, number] = [[0, 0], [400, 0], 0.3];
    const { stations } = spine(from, to, { ...shape, bend })!;
    // y(x) of the quadratic through (0,0), (200, 60), (400, 0): travel along x, the bend to the right is y > 0.
    const curve = (x: number) => 2 * (x / 400) * (1 - x / 400) * 120;
    stations.slice(1).forEach((b, i) => {
      const a = stations[i]!;
      expect(Math.abs(curve((a.at[0] + b.at[0]) / 2) - (a.at[1] + b.at[1]) / 2)).toBeLessThan(0.2);
    });
    expect(stations.length).toBeLessThan(24);
  });
  it('is drawn along its outline: both sides of the middle line, the head and back', () => {
    const line = spine([0, 0], [200, 0], shape)!;
    const ring = outlineOf(line);
    expect(ring).toHaveLength(2 * (line.stations.length + 1) + 2);
    // Only where the body meets the head does its outline run inside the arrow.
    const inside = ring.filter((point) => distanceTo(line, point) < -0.5);
    expect(inside).toHaveLength(2);
    for (const point of ring) expect(distanceTo(line, point)).toBeLessThan(0.5);
  });
});

describe('places of partners outside', () => {
  const square = { type: 'MultiLineString' as const, coordinates: [[[40, 50], [60, 50], [60, 60], [40, 60], [40, 50]]] };
  it('stand beyond the edge, in the direction the partner lies in', () => {
    const [west, east, near] = edgePlaces(square, [50, 55], [[20, 55.1], [100, 56], [60.5, 52]]);
    expect(west![0]).toBeLessThan(40);
    expect(west![0]).toBeGreaterThan(36);
    expect(east![0]).toBeGreaterThan(60);
    expect(east![0]).toBeLessThan(64);
    expect(near![1]).toBeLessThan(55);
  });
  it('keep room between them for their names, in the order they are seen in', () => {
    const partners = [0, 0.1, 0.2, 0.3].map((up): [number, number] => [80, 55 + up]);
    const places = edgePlaces(square, [50, 55], partners).map((at) => toPixel(at, 5));
    places.slice(1).forEach(([x, y], i) => {
      expect(Math.hypot(x - places[i]![0], y - places[i]![1])).toBeGreaterThan(30);
      expect(y).toBeLessThan(places[i]![1]);
    });
  });
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
