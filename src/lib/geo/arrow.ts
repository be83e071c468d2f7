/**
 * A flow arrow: thin at the supplier, thick at the buyer, with a small head, bent to the right of its direction
 * so that the two directions between a pair of places never lie on each other.
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
  /** Sideways bend as a share of the distance: the middle lies half of it to the right of the straight line. */
  readonly bend: number;
  /** Free space left around both ends (the node circles). */
  readonly gap: number;
  /** Both ends are set this far to the right of the places; 0 when left out. */
  readonly shift?: number;
}

/** A point of the middle line: where it is, the way it goes (a unit vector), the half width there, the way come so far. */
export interface Station {
  readonly at: Pixel;
  readonly way: Pixel;
  readonly half: number;
  readonly along: number;
}

/** The middle line from tail to neck, and the head beyond it. */
export interface Spine {
  readonly stations: readonly Station[];
  readonly tip: Pixel;
  readonly headWidth: number;
}

/** Chords may leave the curve by this much. */
const SAG = 0.12;
const [FEWEST, MOST] = [4, 20];

/** The middle line of an arrow, or null where the two places are too close for one. */
export function spine(from: Pixel, to: Pixel, { tail, body, headLength, headWidth, bend, gap, shift = 0 }: ArrowShape): Spine | null {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const distance = Math.hypot(dx, dy);
  if (distance < 2 * gap + headLength + 2) return null;
  // To the right of travel: pixel y runs down the screen.
  const [sx, sy] = [(-dy / distance) * shift, (dx / distance) * shift];
  const [start, end]: [Pixel, Pixel] = [[from[0] + sx, from[1] + sy], [to[0] + sx, to[1] + sy]];
  // Control point of the quadratic curve.
  const control: Pixel = [(start[0] + end[0]) / 2 - dy * bend, (start[1] + end[1]) / 2 + dx * bend];
  const at = (t: number): Pixel => [
    (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * control[0] + t ** 2 * end[0],
    (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * control[1] + t ** 2 * end[1]
  ];
  const way = (t: number): Pixel => unit(
    2 * (1 - t) * (control[0] - start[0]) + 2 * t * (end[0] - control[0]),
    2 * (1 - t) * (control[1] - start[1]) + 2 * t * (end[1] - control[1])
  );
  const [first, tip] = [gap / distance, 1 - gap / distance];
  const neck = tip - headLength / distance;
  // The sagitta of one of n chords of this curve is bend · distance / (2 n²).
  const steps = Math.max(FEWEST, Math.min(MOST, Math.ceil(Math.sqrt((Math.abs(bend) * distance) / (2 * SAG)))));
  const stations: Station[] = [];
  let along = 0;
  for (let i = 0; i <= steps; i++) {
    const t = first + ((neck - first) * i) / steps;
    const here = at(t);
    const before = stations.at(-1)?.at ?? here;
    along += Math.hypot(here[0] - before[0], here[1] - before[1]);
    stations.push({ at: here, way: way(t), half: tail + ((body - tail) * i) / steps, along });
  }
  return { stations, tip: at(tip), headWidth };
}

/** The outline as a closed ring. */
export function outlineOf({ stations, tip, headWidth }: Spine): Pixel[] {
  const neck = stations.at(-1) as Station;
  const sides = [...stations, { ...neck, half: headWidth }];
  const ring = [...sides.map((s) => beside(s, -s.half)), tip, ...sides.reverse().map((s) => beside(s, s.half))];
  return [...ring, ring[0] as Pixel];
}

/** Closed ring of pixels, or null where the two places are too close for an arrow. */
export function arrow(from: Pixel, to: Pixel, shape: ArrowShape): Pixel[] | null {
  const line = spine(from, to, shape);
  return line && outlineOf(line);
}

/** How far a point lies outside an arrow; 0 or less within. Joints are rounded and the head is a cone: for pointing, not for drawing. */
export function distanceTo({ stations, tip, headWidth }: Spine, point: Pixel): number {
  let least = Infinity;
  stations.slice(1).forEach((b, i) => {
    const a = stations[i] as Station;
    least = Math.min(least, beyond(point, a.at, a.half, b.at, b.half));
  });
  const neck = stations.at(-1) as Station;
  return Math.min(least, beyond(point, neck.at, headWidth, tip, 0));
}

/** Free space between the middles of two arrows side by side. */
const LANE_GAP = 2.6;
/** The first arrow leaves the straight line by this share of the distance: the other direction is as far on the other side. */
const FIRST_LANE = 0.05;

/**
 * Lanes for arrows of one direction between a pair of places: how far the middle of each lies to the right of the
 * straight line, so that neither two of them nor two directions touch there.
 * @param halves half widths, the innermost arrow first
 */
export function lanes(halves: readonly number[], distance: number): readonly number[] {
  let edge = Math.max(FIRST_LANE * distance, LANE_GAP / 2);
  return halves.map((half) => {
    const middle = edge + half;
    edge = middle + half + LANE_GAP;
    return middle;
  });
}

/** A point to the right of a station's way by so many pixels. */
export function beside({ at: [x, y], way: [wx, wy] }: Station, right: number): Pixel {
  return [x - wy * right, y + wx * right];
}

function unit(x: number, y: number): Pixel {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

/** Distance of a point from a segment less the half width there. */
function beyond([x, y]: Pixel, [ax, ay]: Pixel, halfA: number, [bx, by]: Pixel, halfB: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy) - (halfA + (halfB - halfA) * t);
}
