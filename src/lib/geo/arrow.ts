/**
 * A flow arrow as one closed outline: thin at the supplier, thick at the buyer, with a small head, bent to
 * the right of its direction so that the two directions between a pair of places never lie on each other.
 * All measures are in pixels; the caller projects.
 */
import type { Pixel } from './mercator';

export interface ArrowShape {
  /** Half width at the tail and just before the head. */
  readonly tail: number;
  readonly body: number;
  /** Length and half width of the head. */
  readonly headLength: number;
  readonly headWidth: number;
  /** Sideways bend as a share of the distance; more for each parallel arrow of a pair. */
  readonly bend: number;
  /** Free space left around both ends (the node circles). */
  readonly gap: number;
}

const STEPS = 20;

/** Closed ring of pixels, or null where the two places are too close for an arrow. */
export function arrow(from: Pixel, to: Pixel, shape: ArrowShape): Pixel[] | null {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const distance = Math.hypot(dx, dy);
  if (distance < 2 * shape.gap + shape.headLength + 2) return null;
  // Control point of the quadratic curve, to the right of travel (pixel y runs down the screen).
  const control: Pixel = [(from[0] + to[0]) / 2 - dy * shape.bend, (from[1] + to[1]) / 2 + dx * shape.bend];
  const at = (t: number): Pixel => [
    (1 - t) ** 2 * from[0] + 2 * t * (1 - t) * control[0] + t ** 2 * to[0],
    (1 - t) ** 2 * from[1] + 2 * t * (1 - t) * control[1] + t ** 2 * to[1]
  ];
  const slope = (t: number): Pixel => {
    const x = 2 * (1 - t) * (control[0] - from[0]) + 2 * t * (to[0] - control[0]);
    const y = 2 * (1 - t) * (control[1] - from[1]) + 2 * t * (to[1] - control[1]);
    const length = Math.hypot(x, y) || 1;
    return [x / length, y / length];
  };
  const start = shape.gap / distance;
  const tip = 1 - shape.gap / distance;
  const neck = tip - shape.headLength / distance;
  const left: Pixel[] = [];
  const right: Pixel[] = [];
  const side = (t: number, half: number) => {
    const [x, y] = at(t);
    const [sx, sy] = slope(t);
    left.push([x + sy * half, y - sx * half]);
    right.push([x - sy * half, y + sx * half]);
  };
  for (let i = 0; i <= STEPS; i++) {
    const share = i / STEPS;
    side(start + (neck - start) * share, shape.tail + (shape.body - shape.tail) * share);
  }
  side(neck, shape.headWidth);
  const ring = [...left, at(tip), ...right.reverse()];
  return [...ring, ring[0] as Pixel];
}
