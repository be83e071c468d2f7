/**
 * Random numbers of a design, each a pure function of where it stands. Counters of Philox:
 *
 *   coordinate   (run low, run high, factor, stream)        stream 0 Monte Carlo, 1 and 2 Saltelli's matrices A and B,
 *                                                           3 bootstrap
 *   sub-stream   (u low, u high + factor · 2^21 + 2^31, parent, model · 2^16 + block)   u in units of 2^−53
 *
 * Bit 31 of the second word keeps the two apart (a run is below 2^53), so what a weights factor does is a
 * function of its coordinate, like any other choice.
 */
import type { Design } from './design';
import { highWord, lowWord, philox, unit } from './philox';

const words = new Uint32Array(4);

/** Coordinate of factor `f` in run `run` of a stream. */
export function coordinate(seed: number, run: number, f: number, stream = 0): number {
  philox(lowWord(run), highWord(run), f, stream, lowWord(seed), highWord(seed), words);
  return unit(words[0] ?? 0, words[1] ?? 0);
}

/** Writes the Monte-Carlo point of a run. @param run whole number from 0 */
export function drawPoint(design: Design, run: number, out: Float64Array): void {
  for (let f = 0; f < design.factors.length; f++) out[f] = coordinate(design.seed, run, f);
}

/** A stream of numbers of [0, 1) for the children of one node at one coordinate. */
export interface Substream {
  /** Goes to the beginning of the stream of that node. */
  start(seed: number, u: number, factor: number, model: number, node: number): void;
  next(): number;
}

export function substream(): Substream {
  const block = new Uint32Array(4);
  let [k0, k1, c0, c1, c2, c3] = [0, 0, 0, 0, 0, 0];
  let second = false;
  return {
    start(seed, u, factor, model, node) {
      const bits = u * 2 ** 53;
      k0 = lowWord(seed);
      k1 = highWord(seed);
      c0 = lowWord(bits);
      c1 = highWord(bits) | (factor << 21) | (1 << 31);
      c2 = node;
      c3 = model << 16;
      second = false;
    },
    next() {
      if (second) {
        second = false;
        return unit(block[2] ?? 0, block[3] ?? 0);
      }
      philox(c0, c1, c2, c3++, k0, k1, block);
      second = true;
      return unit(block[0] ?? 0, block[1] ?? 0);
    }
  };
}
