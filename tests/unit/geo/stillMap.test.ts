import { describe, expect, it } from 'vitest';
import { stillMap } from '../../../src/lib/geo';
import { lagoon, vfd } from '../support';

describe('still map', () => {
  it.each([['the real pack', vfd, 14], ['the fictitious one', lagoon, 4]] as const)('of %s: a path and a place for each region, inside the frame', (_, pack, count) => {
    const { areas, geometry } = pack();
    const map = stillMap(geometry.boundaries, new Map(areas.map((a) => [a.code, a.labelAt])), 520, 560);
    expect(map.regions).toHaveLength(count);
    expect(map.regions.map((r) => r.code).sort()).toEqual(areas.filter((a) => a.kind === 'region').map((a) => a.code).sort());
    for (const { path, at } of map.regions) {
      const [, x, y] = /^M([-\d.]+),([-\d.]+)/.exec(path)!.map(Number);
      for (const [v, most] of [[x!, 520], [y!, 560], [at![0], 520], [at![1], 560]] as const) {
        expect(v).toBeGreaterThanOrEqual(0);
        expect(v).toBeLessThanOrEqual(most);
      }
    }
  });
  it('a region without a place has no label', () => expect(stillMap(lagoon().geometry.boundaries, new Map(), 100, 100).regions[0]!.at).toBeNull());
});
