/** Places for the names of points so that no name covers another, a point or the edge; a name without room is left out. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Radius of the point. */
  readonly r: number;
  readonly text: string;
  /** The name stands on the place itself, as on a map, or moved a little. */
  readonly centred?: boolean;
}

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Field {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Box = Field;

const HEIGHT = 1.15;

/**
 * Points come in order of importance. All measures in pixels; `size` is the size of the type.
 * @param obstacles other boxes no name may cover
 * @returns the foot of each text's line and its anchor, or null
 */
export function placeLabels(points: readonly Labelled[], field: Field, size: number, obstacles: readonly Field[] = []): readonly (Placed | null)[] {
  const taken: Box[] = [...obstacles, ...points.flatMap(({ x, y, r, centred }) => (centred ? [] : [{ left: x - r, top: y - r, right: x + r, bottom: y + r }]))];
  return points.map((point) => {
    const width = textWidth(point.text, size);
    for (const [anchor, x, y] of point.centred ? shifts(point, size, width) : places(point, size)) {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      const box = { left, top: y - size * 0.8, right: left + width, bottom: y + size * (HEIGHT - 0.8) };
      const inside = box.left >= field.left && box.right <= field.right && box.top >= field.top && box.bottom <= field.bottom;
      if (!inside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { x, y, anchor };
    }
    return null;
  });
}

/** 0.56 of its size is the mean width of a letter in the type used, a little more than needed. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}

/** Small boxes along a straight line, so that it counts as an obstacle. */
export function alongLine([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): readonly Field[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 4));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const [x, y] = [x1 + ((x2 - x1) * i) / steps, y1 + ((y2 - y1) * i) / steps];
    return { left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 };
  });
}

function shifts({ x, y }: Labelled, size: number, width: number): readonly (readonly [Placed['anchor'], number, number])[] {
  const middle = y + size * 0.35;
  return [0, -0.9, 0.9, -1.6, 1.6].flatMap((dy) => [0, -0.15, 0.15, -0.3, 0.3].map((dx) => ['middle', x + dx * width, middle + dy * size] as const));
}

function places({ x, y, r }: Labelled, size: number): readonly (readonly [Placed['anchor'], number, number])[] {
  const gap = r + 3;
  const middle = y + size * 0.35;
  return [
    ['start', x + gap, middle],
    ['end', x - gap, middle],
    ['middle', x, y - gap - 1],
    ['middle', x, y + gap + size * 0.8],
    ['start', x + gap * 0.8, y - gap * 0.7],
    ['end', x - gap * 0.8, y - gap * 0.7],
    ['start', x + gap * 0.8, y + gap * 0.7 + size * 0.7],
    ['end', x - gap * 0.8, y + gap * 0.7 + size * 0.7]
  ];
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
