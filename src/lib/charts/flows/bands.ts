/** Where the bands of a region's balance lie: suppliers on the left, buyers on the right, the region between. */
import type { BalanceBand, ClusterBalance } from '../../chains';

export interface Band {
  readonly band: BalanceBand;
  /** Middle of the band at its partner and at the region, px, and its width. */
  readonly outer: number;
  readonly inner: number;
  readonly width: number;
}

export interface Bands {
  readonly into: readonly Band[];
  readonly out: readonly Band[];
  readonly height: number;
  /** Upper and lower end of the region's bar. */
  readonly bar: readonly [number, number];
}

/** A row is never lower than its label, nor than a finger or pointer needs. */
export const ROW = 24;

/**
 * Rows keep the order of the clusters and, within one, of the number of links; labels never overlap since
 * every row is at least as high as one.
 * @param unit px for one link
 */
export function bandsOf(balances: readonly ClusterBalance[], unit: number): Bands {
  const side = (direction: 'in' | 'out') => balances.flatMap(({ bands }) => bands.filter((b) => b.direction === direction));
  const rows = (bands: readonly BalanceBand[]) => bands.map((band) => Math.max(ROW, band.links.length * unit + 4));
  const [incoming, outgoing] = [side('in'), side('out')];
  const total = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);
  const links = (bands: readonly BalanceBand[]) => total(bands.map((b) => b.links.length)) * unit;
  const height = Math.max(total(rows(incoming)), total(rows(outgoing)), 2 * ROW);
  const bar = Math.max(links(incoming), links(outgoing), 8);
  const place = (bands: readonly BalanceBand[]): readonly Band[] => {
    const heights = rows(bands);
    let outer = (height - total(heights)) / 2;
    let inner = (height - links(bands)) / 2;
    return bands.map((band, i) => {
      const width = band.links.length * unit;
      const placed = { band, outer: outer + (heights[i] ?? ROW) / 2, inner: inner + width / 2, width };
      outer += heights[i] ?? ROW;
      inner += width;
      return placed;
    });
  };
  return { into: place(incoming), out: place(outgoing), height, bar: [(height - bar) / 2, (height + bar) / 2] };
}
