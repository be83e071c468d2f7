/**
 * Flows: links added up between two places of one cluster, one bundle for each direction.
 *
 * The weight of a bundle is the number of known links, never a tonnage: nothing here says how much is
 * carried. Links inside one place have no arrow and are left out; links across the district's edge are
 * flows of their own (edgeFlows).
 */
import type { Position, Site } from '../pack';
import { isPast, type JoinedLink } from './select';

export type Certainty = 'documented' | 'past' | 'plausible' | 'proposed';

export interface Flow {
  /** Stable key: cluster, from, to. */
  readonly id: string;
  readonly cluster: string;
  readonly from: string;
  readonly to: string;
  readonly links: readonly JoinedLink[];
  /** The strongest statement among the links: how the arrow is drawn. */
  readonly certainty: Certainty;
  /** True where every link is between unnamed groups of firms or farms. */
  readonly unnamed: boolean;
}

/** A flow between a place of the district and a partner outside; the outer end is named `outside:` and the partner's id. */
export interface EdgeFlow extends Flow {
  readonly outside: Site;
  /** Seen from the district. */
  readonly direction: 'in' | 'out';
}

/** A place flows run between: a region at district scale, a city when closer. */
export interface FlowNode {
  readonly id: string;
  readonly at: Position;
}

/** Flows between regions (`from` and `to` are region codes). */
export function regionFlows(links: readonly JoinedLink[]): readonly Flow[] {
  return bundle(links, (site) => site.region);
}

/** Flows between cities of the district (`from` and `to` are city keys, see cityKey). */
export function cityFlows(links: readonly JoinedLink[]): readonly Flow[] {
  return bundle(links, (site) => (site.region === null ? null : cityKey(site.at)));
}

/** Flows across the edge of the district, one for each place inside, partner outside and direction. */
export function edgeFlows(links: readonly JoinedLink[], grain: 'region' | 'city'): readonly EdgeFlow[] {
  const inside = (site: Site) => (grain === 'region' ? site.region : cityKey(site.at));
  const crossing = links.filter(({ from, to }) => (from.region === null) !== (to.region === null));
  const partner = new Map(crossing.flatMap(({ from, to }) => [from, to]).filter((site) => site.region === null).map((site) => [`outside:${site.id}`, site]));
  return bundle(crossing, (site) => (site.region === null ? `outside:${site.id}` : inside(site))).flatMap((flow): EdgeFlow[] => {
    const direction = partner.has(flow.from) ? 'in' : 'out';
    const outside = partner.get(direction === 'in' ? flow.from : flow.to);
    return outside ? [{ ...flow, outside, direction }] : [];
  });
}

/** Sites of one city share its position, so the position names the city. */
export function cityKey([lon, lat]: Position): string {
  return `${lon.toFixed(2)},${lat.toFixed(2)}`;
}

export function certaintyOf({ link }: JoinedLink): Certainty {
  return link.evidence === 'documented' && isPast(link) ? 'past' : link.evidence;
}

const STRENGTH: readonly Certainty[] = ['documented', 'past', 'plausible', 'proposed'];

function bundle(links: readonly JoinedLink[], place: (site: JoinedLink['from']) => string | null): readonly Flow[] {
  const bundles = new Map<string, { cluster: string; from: string; to: string; links: JoinedLink[] }>();
  for (const joined of links) {
    const from = place(joined.from);
    const to = place(joined.to);
    if (from === null || to === null || from === to) continue;
    const id = `${joined.link.cluster} ${from} ${to}`;
    const known = bundles.get(id);
    if (known) known.links.push(joined);
    else bundles.set(id, { cluster: joined.link.cluster, from, to, links: [joined] });
  }
  return Array.from(bundles, ([id, { cluster, from, to, links: members }]) => {
    const levels = members.map(certaintyOf);
    return {
      id,
      cluster,
      from,
      to,
      links: members,
      certainty: STRENGTH.find((level) => levels.includes(level)) ?? 'plausible',
      unnamed: members.every((m) => m.from.grain === 'region' && m.to.grain === 'region')
    };
  });
}
