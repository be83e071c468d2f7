import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPoint, philox, type Design } from '../../../../src/lib/composite';

const words = (hex: string) => hex.split(' ').map((w) => parseInt(w, 16));

describe('Philox4x32-10', () => {
  // Known-answer vectors of Random123, tests/kat_vectors: counter, key, result.
  it.each([
    ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1']
  ])('counter %s under key %s', (counter, key, result) => {
    const [c0, c1, c2, c3] = words(counter);
    const [k0, k1] = words(key);
    const out = new Uint32Array(4);
    philox(c0!, c1!, c2!, c3!, k0!, k1!, out);
    expect([...out]).toEqual(words(result));
  });

  it('equals the same rounds in whole numbers of any size', () => {
    const word = fc.nat(0xffffffff);
    fc.assert(
      fc.property(fc.tuple(word, word, word, word, word, word), ([c0, c1, c2, c3, k0, k1]) => {
        let [a, b, c, d, k, l] = [c0, c1, c2, c3, k0, k1].map(BigInt) as [bigint, bigint, bigint, bigint, bigint, bigint];
        for (let i = 0; i < 10; i++) {
          const p = 0xd2511f53n * a;
          const q = 0xcd9e8d57n * c;
          [a, b, c, d] = [(q >> 32n) ^ b ^ k, q & 0xffffffffn, (p >> 32n) ^ d ^ l, p & 0xffffffffn];
          [k, l] = [(k + 0x9e3779b9n) & 0xffffffffn, (l + 0xbb67ae85n) & 0xffffffffn];
        }
        const out = new Uint32Array(4);
        philox(c0, c1, c2, c3, k0, k1, out);
        expect([...out]).toEqual([a, b, c, d].map(Number));
      })
    );
  });
});

describe('points of a design', () => {
  const design = (seed: number): Design => ({ seed, factors: ['a', 'b', 'c'].map((id) => ({ id, kind: 'number', lo: 0, hi: 1 })) });
  const points = (seed: number, runs: number) => Array.from({ length: runs }, (_, r) => (drawPoint(design(seed), r, buffer), [...buffer]));
  const buffer = new Float64Array(3);
  it('lie in [0, 1), with the mean and variance of a uniform distribution and no correlation', () => {
    const all = points(7, 20_000);
    expect(all.flat().every((u) => u >= 0 && u < 1)).toBe(true);
    for (let j = 0; j < 3; j++) {
      const x = all.map((p) => p[j]!);
      const mean = x.reduce((s, v) => s + v, 0) / x.length;
      // Five standard errors.
      expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / x.length));
      expect(Math.abs(x.reduce((s, v) => s + (v - 0.5) ** 2, 0) / x.length - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / x.length));
      const y = all.map((p) => p[(j + 1) % 3]!);
      expect(Math.abs(x.reduce((s, v, i) => s + (v - 0.5) * (y[i]! - 0.5), 0) * 12) / x.length).toBeLessThan(5 / Math.sqrt(x.length));
    }
  });
  it('depend on seed, run and factor alone', () => {
    expect(points(1, 5)).toEqual(points(1, 9).slice(0, 5));
    expect(new Set([...points(1, 50), ...points(2, 50), ...points(2 ** 40 + 1, 50)].flat()).size).toBe(450);
  });
});
