/** Places for the names of regions on a small map: as near as possible to their point, none on another, none cut. */
import type { Pixel } from '../../geo';
import { textWidth, wrapText } from './text';

export interface MapLabel {
  readonly code: string;
  readonly lines: readonly string[];
  /** Middle of the text. */
  readonly at: Pixel;
  readonly width: number;
  readonly height: number;
}

const LEADING = 1.12;
/** Free space around a name, for its halo. */
const GAP = 1.5;

/**
 * Greedy, long names in a crowd first; a name without a free place within reach is left out rather than
 * printed over another.
 * @param marks what no name may cover, such as the points themselves
 */
export function placeLabels(names: readonly { readonly code: string; readonly name: string; readonly at: Pixel }[], size: number, bounds: { readonly width: number; readonly height: number }, marks: readonly MapLabel[] = []): readonly MapLabel[] {
  const wanted = names.map(({ code, name, at }) => {
    const lines = wrapText(name, size, Math.max(5.6 * size, ...name.split(/(?<=[ -])/).map((part) => textWidth(part.trim(), size) + 0.1)));
    return { code, lines, at, width: Math.max(...lines.map((l) => textWidth(l, size))), height: lines.length * size * LEADING };
  });
  const crowd = (a: MapLabel) => wanted.filter((b) => Math.hypot(a.at[0] - b.at[0], (a.at[1] - b.at[1]) * 2) < 9 * size).length;
  const placed: MapLabel[] = [];
  for (const label of [...wanted].sort((a, b) => crowd(b) * b.width - crowd(a) * a.width)) {
    const found = OFFSETS.map(([dx, dy]): MapLabel => ({ ...label, at: [label.at[0] + dx * size, label.at[1] + dy * size] })).find((l) => inside(l, bounds) && [...marks, ...placed].every((p) => apart(l, p)));
    if (found) placed.push(found);
  }
  return placed;
}

export function apart(a: MapLabel, b: MapLabel): boolean {
  return Math.abs(a.at[0] - b.at[0]) >= (a.width + b.width) / 2 + GAP || Math.abs(a.at[1] - b.at[1]) >= (a.height + b.height) / 2 + GAP;
}

function inside({ at: [x, y], width, height }: MapLabel, bounds: { readonly width: number; readonly height: number }): boolean {
  return x >= width / 2 + GAP && x <= bounds.width - width / 2 - GAP && y >= height / 2 + GAP && y <= bounds.height - height / 2 - GAP;
}

/** Steps away from the point, in sizes of the letters, the nearest first. */
const STEPS = [-5, -4, -3.25, -2.5, -1.75, -1.2, -0.6, 0, 0.6, 1.2, 1.75, 2.5, 3.25, 4, 5];
const OFFSETS = STEPS.flatMap((dx) => STEPS.map((dy) => [dx, dy] as const)).sort(([ax, ay], [bx, by]) => Math.hypot(ax, ay * 1.3) - Math.hypot(bx, by * 1.3));
