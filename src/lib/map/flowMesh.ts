/**
 * Arrows as one strip of triangles. Each vertex carries where it lies within its arrow (how far beside the middle
 * line, how wide the arrow is there, how far from the tail), so that the shader finds edge, outline and casing
 * by itself and all arrows are drawn at once, in their order.
 */
import type { FlowArrow } from '../atlas';
import { beside, type Pixel, type Spine, type Station } from '../geo';

/** Bytes of a vertex: position 2 × f32, shape 4 × f32, look 4 × u8, arrow f32. */
export const STRIDE = 32;
export const OFFSETS = { position: 0, shape: 8, look: 24, arrow: 28 } as const;
/** Steps of the half width before the head in its byte, per px. */
export const BODY_STEPS = 16;
/** Light edge around an arrow, px, and what the triangles reach beyond its outline for it. */
export const CASING = 1;
const OUT = CASING + 0.5;
/** Distance from the head's back where there is no head. */
const NO_HEAD = 1000;

/** How an arrow is filled. */
export const LOOK = { filled: 0, tinted: 1, hollow: 2, dashed: 3 } as const;
export const DIM = 8;

export function lookOf({ certainty, unnamed }: Pick<FlowArrow, 'certainty' | 'unnamed'>): number {
  if (certainty === 'proposed') return LOOK.dashed;
  if (certainty === 'plausible') return LOOK.hollow;
  return certainty === 'past' || unnamed ? LOOK.tinted : LOOK.filled;
}

export interface FlowMesh {
  readonly data: ArrayBuffer;
  readonly vertices: number;
}

/** @param size of the world in the pixels the arrows are shaped in: positions are handed on as shares of it */
export function flowMesh(arrows: readonly FlowArrow[], size: number): FlowMesh {
  // Each arrow: two vertices a station, four of the head, and one doubled at either end of both parts.
  const vertices = arrows.reduce((n, { spine }) => n + 2 * spine.stations.length + 4 + 4, 0);
  const data = new ArrayBuffer(vertices * STRIDE);
  const [floats, bytes] = [new Float32Array(data), new Uint8Array(data)];
  let v = 0;
  arrows.forEach((arrow, index) => {
    const { spine } = arrow;
    const neck = spine.stations.at(-1) as Station;
    const length = Math.hypot(spine.tip[0] - neck.at[0], spine.tip[1] - neck.at[1]);
    const slope = length / Math.hypot(length, spine.headWidth);
    const look = lookOf(arrow) + (arrow.dim ? DIM : 0);
    const put = ([x, y]: Pixel, across: number, half: number, along: number, head: number, side: number) => {
      floats.set([x / size, y / size, across, half, along, head], v * 8);
      bytes.set([arrow.cluster % 4, look, Math.round(side * 255), Math.round(neck.half * BODY_STEPS)], v * STRIDE + OFFSETS.look);
      floats[v * 8 + OFFSETS.arrow / 4] = index;
      v++;
    };
    const again = () => {
      bytes.copyWithin(v * STRIDE, (v - 1) * STRIDE, v * STRIDE);
      v++;
    };
    spine.stations.forEach((station, i) => {
      for (const side of [-1, 1]) {
        const across = side * (station.half + OUT);
        put(beside(station, across), across, station.half, station.along, NO_HEAD, 1);
        if (i === 0 && side === -1) again();
      }
    });
    again();
    head(spine, neck, length, slope).forEach(({ at, across, half, ahead }, i) => {
      put(at, across, half, neck.along + ahead, ahead, slope);
      if (i === 0 || i === 3) again();
    });
  });
  return { data, vertices: v };
}

/** Corners of the head with its casing: back left and right, front left and right. */
function head({ tip, headWidth }: Spine, neck: Station, length: number, slope: number) {
  const way: Pixel = length === 0 ? neck.way : [(tip[0] - neck.at[0]) / length, (tip[1] - neck.at[1]) / length];
  return [-OUT, length + OUT].flatMap((ahead) => {
    const at: Pixel = [neck.at[0] + way[0] * ahead, neck.at[1] + way[1] * ahead];
    const half = headWidth * (1 - ahead / length);
    return [-1, 1].map((side) => {
      const across = side * Math.max(0, half + OUT / slope);
      return { at: beside({ ...neck, at, way }, across), across, half, ahead };
    });
  });
}
