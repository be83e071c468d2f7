/** The dots of classes that are not firm, as pixels for WebGL. */
import type { Certainty } from '../atlas';
import { DOTS, type Dots } from '../ui';

export const dotted = (certainty: Certainty | null): certainty is keyof typeof DOTS => certainty !== null && certainty in DOTS;

/** One repeat of the pattern as pixels, RGBA, with soft edges. @param scale pixels per px */
export function dotImage({ step, radius }: Dots, [red, green, blue]: readonly [number, number, number], scale: number): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const size = step * scale;
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const reach = [0.25, 0.75].map((at) => Math.hypot(x + 0.5 - at * size, y + 0.5 - at * size));
      const cover = Math.min(1, Math.max(0, radius * scale - Math.min(...reach) + 0.5));
      data.set([red, green, blue, Math.round(cover * 255)], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}
