/* Where the bands of a region's balance lie. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BalanceBand, ClusterBalance, JoinedLink } from '../../../src/lib/chains';
import { bandsOf, ROW } from '../../../src/lib/charts/flows/bands';

const band = (cluster: string, direction: 'in' | 'out', partner: string, n: number): BalanceBand => ({ cluster, direction, partner, links: Array.from({ length: n }, () => ({}) as JoinedLink), certainty: new Map() });
const balance = (cluster: string, bands: readonly BalanceBand[]): ClusterBalance => ({ cluster, incoming: 0, outgoing: 0, internal: 0, bands });

const arbitrary = fc
  .array(fc.array(fc.record({ into: fc.boolean(), n: fc.integer({ min: 1, max: 40 }) }), { maxLength: 12 }), { maxLength: 4 })
  .map((clusters) => clusters.map((bands, c) => balance(`c${c}`, bands.map(({ into, n }, b) => band(`c${c}`, into ? 'in' : 'out', `p${b}`, n)))));

describe('bands of a balance', () => {
  it('a case by hand: one link in, three out; the region stands in the middle of its side', () => {
    const { into, out, height, bar } = bandsOf([balance('a', [band('a', 'in', 'x', 1), band('a', 'out', 'y', 2), band('a', 'out', 'z', 1)])], 10);
    // Two rows of 24 on the fuller side; three links of 10 px make the bar.
    expect([height, bar]).toEqual([48, [9, 39]]);
    expect(into.map(({ outer, inner, width }) => [outer, inner, width])).toEqual([[24, 24, 10]]);
    expect(out.map(({ outer, inner, width }) => [outer, inner, width])).toEqual([[12, 19, 20], [36, 34, 10]]);
  });

  it('rows are apart by a label and a finger, within the height; ends at the region touch without overlap, inside its bar', () => {
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 0.5, max: 8, noNaN: true }), (balances, unit) => {
        const { into, out, height, bar } = bandsOf(balances, unit);
        for (const side of [into, out]) {
          side.forEach(({ outer, inner, width, band: of }, i) => {
            expect(width).toBeCloseTo(of.links.length * unit, 9);
            expect(outer - ROW / 2).toBeGreaterThanOrEqual(-1e-9);
            expect(outer + ROW / 2).toBeLessThanOrEqual(height + 1e-9);
            expect(inner - width / 2).toBeGreaterThanOrEqual(bar[0] - 1e-9);
            expect(inner + width / 2).toBeLessThanOrEqual(bar[1] + 1e-9);
            const next = side[i + 1];
            if (!next) return;
            expect(next.outer - outer).toBeGreaterThanOrEqual(ROW - 1e-9);
            expect(next.outer - next.width / 2).toBeGreaterThanOrEqual(outer + width / 2 - 1e-9);
            expect(next.inner - next.width / 2).toBeCloseTo(inner + width / 2, 9);
          });
        }
        expect(into.length + out.length).toBe(balances.reduce((n, b) => n + b.bands.length, 0));
      })
    );
  });
});
