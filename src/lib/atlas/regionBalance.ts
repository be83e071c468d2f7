/** What comes into a region and goes out of it, cluster by cluster in the order of the pack. */
import { balance, type ClusterBalance } from '../chains';
import type { Pack } from '../pack';
import type { ChainScene } from './chainScene';

/** Of all links of the chosen clusters and evidence: the filters of the map do not empty the picture that sets them. */
export function regionBalance(pack: Pack, scene: Pick<ChainScene, 'before'>, region: string): readonly ClusterBalance[] {
  const place = ({ cluster }: ClusterBalance) => pack.clusters.findIndex((c) => c.id === cluster);
  return [...balance(scene.before, region)].sort((a, b) => place(a) - place(b));
}

/** One partner in one cluster: a row of the table that says what the bands show. */
export interface BalanceRow {
  readonly cluster: string;
  /** Region code; null outside the district. */
  readonly partner: string | null;
  readonly incoming: number;
  readonly outgoing: number;
  /** How many of them are documented for now. */
  readonly documented: number;
}

export function balanceRows(balances: readonly ClusterBalance[]): readonly BalanceRow[] {
  return balances.flatMap(({ cluster, bands }) =>
    [...new Set(bands.map((b) => b.partner))].map((partner) => {
      const own = bands.filter((b) => b.partner === partner);
      const sum = (of: (band: (typeof own)[number]) => number) => own.reduce((n, band) => n + of(band), 0);
      return {
        cluster,
        partner,
        incoming: sum((b) => (b.direction === 'in' ? b.links.length : 0)),
        outgoing: sum((b) => (b.direction === 'out' ? b.links.length : 0)),
        documented: sum((b) => b.certainty.get('documented') ?? 0)
      };
    })
  );
}
