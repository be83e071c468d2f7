/** How far a product travels: the longest known way along a chain, the borders it crosses, and its cycles. */
import type { Pack, Site } from '../pack';
import { chainGraph, currentLinks, type ChainGraph } from './chainGraph';
import { cycles } from './graph/components';
import { heaviestPath } from './graph/heaviestPath';
import type { JoinedLink } from './select';

export interface Way {
  /** Links from the first site to the last, or borders between regions crossed. */
  readonly length: number;
  readonly links: readonly JoinedLink[];
  /** Regions on the way in the order they are met, each as often as it is entered. */
  readonly regions: readonly string[];
}

export interface Extent {
  /** The way with the most links; links inside a cycle count nothing. */
  readonly longest: Way;
  /** The way that crosses borders of regions most often. */
  readonly widest: Way;
  /** Sites that supply one another in a circle, by groups. */
  readonly cycles: readonly (readonly Site[])[];
}

/** Within the district: links with an end outside are left out. */
export function extent(pack: Pack, cluster: string, links: readonly JoinedLink[] = currentLinks(pack, cluster)): Extent {
  const chain = chainGraph(pack, cluster, links.filter(({ from, to }) => from.region !== null && to.region !== null));
  const crosses = (edge: number) => {
    const joined = chain.links[edge];
    return joined && joined.from.region !== joined.to.region ? 1 : 0;
  };
  return {
    longest: way(chain, heaviestPath(chain.graph)),
    widest: way(chain, heaviestPath(chain.graph, crosses)),
    cycles: cycles(chain.graph).map((nodes) => nodes.flatMap((i) => chain.sites[i] ?? []))
  };
}

function way({ links }: ChainGraph, { weight, edges }: { weight: number; edges: readonly number[] }): Way {
  const path = edges.flatMap((e) => links[e] ?? []);
  const regions = path.flatMap(({ from, to }) => [from.region ?? '', to.region ?? '']);
  return { length: weight, links: path, regions: regions.filter((r, i) => r !== regions[i - 1]) };
}
