/** What comes into a region and what goes out of it, cluster by cluster and partner by partner: the bands of a Sankey or chord. */
import { certaintyOf, type Certainty } from './flows';
import type { JoinedLink } from './select';

export interface BalanceBand {
  readonly cluster: string;
  readonly direction: 'in' | 'out';
  /** Region code at the other end; null outside the district. */
  readonly partner: string | null;
  readonly links: readonly JoinedLink[];
  /** Number of links for each certainty, those that occur. */
  readonly certainty: ReadonlyMap<Certainty, number>;
}

export interface ClusterBalance {
  readonly cluster: string;
  readonly incoming: number;
  readonly outgoing: number;
  /** Links inside the region: in neither sum. */
  readonly internal: number;
  /** Bands in and out, the most links first. */
  readonly bands: readonly BalanceBand[];
}

/**
 * The weight of a band is its number of known links: nothing says how much is carried.
 * @param links chosen before, e.g. by filterFlows; clusters come in the order of their first link
 */
export function balance(links: readonly JoinedLink[], region: string): readonly ClusterBalance[] {
  const own = links.filter(({ from, to }) => from.region === region || to.region === region);
  return [...new Set(own.map(({ link }) => link.cluster))].map((cluster) => {
    const ofCluster = own.filter(({ link }) => link.cluster === cluster);
    const internal = ofCluster.filter(({ from, to }) => from.region === to.region);
    const side = (direction: 'in' | 'out') => {
      const crossing = ofCluster.filter(({ from, to }) => from.region !== to.region && (direction === 'in' ? to : from).region === region);
      const partner = ({ from, to }: JoinedLink) => (direction === 'in' ? from : to).region;
      return [...new Set(crossing.map(partner))].map((code): BalanceBand => {
        const members = crossing.filter((l) => partner(l) === code);
        const certainty = new Map<Certainty, number>();
        for (const l of members) certainty.set(certaintyOf(l), (certainty.get(certaintyOf(l)) ?? 0) + 1);
        return { cluster, direction, partner: code, links: members, certainty };
      });
    };
    const bands = [...side('in'), ...side('out')].sort((a, b) => b.links.length - a.links.length);
    const sum = (direction: 'in' | 'out') => bands.reduce((n, b) => n + (b.direction === direction ? b.links.length : 0), 0);
    return { cluster, incoming: sum('in'), outgoing: sum('out'), internal: internal.length, bands };
  });
}
