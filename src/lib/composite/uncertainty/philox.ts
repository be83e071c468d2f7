/**
 * Philox4x32-10, a counter-based random generator (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers:
 * as easy as 1, 2, 3"): four words of 32 bits as a function of a counter of four words and a key of two.
 *
 * There is no state, so number i of a stream is the same whoever computes it and in whatever order.
 */
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

/** Upper 32 bits of the product of two unsigned words. */
function high(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const mid = ah * bl + ((al * bl) >>> 16);
  return (ah * bh + (mid >>> 16) + ((al * bh + (mid & 0xffff)) >>> 16)) | 0;
}

/** Writes the block of the counter (c0…c3) under the key (k0, k1) into `out`, four words. */
export function philox(c0: number, c1: number, c2: number, c3: number, k0: number, k1: number, out: Uint32Array): void {
  for (let round = 0; round < ROUNDS; round++) {
    const h0 = high(M0, c0);
    const h1 = high(M1, c2);
    const l0 = Math.imul(M0, c0);
    const l1 = Math.imul(M1, c2);
    c0 = h1 ^ c1 ^ k0;
    c1 = l1;
    c2 = h0 ^ c3 ^ k1;
    c3 = l0;
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

const WORD = 2 ** 32;

/** Lower word of a whole number from 0 to 2^53. */
export const lowWord = (x: number): number => x % WORD | 0;

/** Upper word of a whole number from 0 to 2^53. */
export const highWord = (x: number): number => Math.floor(x / WORD) | 0;

/** A number of [0, 1) with 53 random bits from two words. */
export const unit = (a: number, b: number): number => ((a >>> 5) * 2 ** 26 + (b >>> 6)) / 2 ** 53;
