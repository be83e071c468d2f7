/**
 * Does a link follow the order of stages. Goods go from an earlier stage to a later one or stay within
 * one; a link that goes back (equipment, feed, machines for a farm) has to say why.
 */
import type { Link, Pack, Site } from './types';

/**
 * Places along the chain at which a site stands for a link of this cluster: those of its roles in the
 * cluster, or of all its roles where the link joins a site of another cluster.
 */
export function ordersAt(pack: Pick<Pack, 'stages'>, site: Site, cluster: string): readonly number[] {
  const own = site.roles.filter((role) => role.cluster === cluster);
  const roles = own.length > 0 ? own : site.roles;
  return roles.flatMap((role) => pack.stages.find((stage) => stage.id === role.stage)?.order ?? []);
}

/** True where every stage of the sender lies after every stage of the receiver. */
export function runsAgainstOrder(pack: Pick<Pack, 'stages'>, link: Pick<Link, 'cluster'>, from: Site, to: Site): boolean {
  const [start, end] = [ordersAt(pack, from, link.cluster), ordersAt(pack, to, link.cluster)];
  return start.length > 0 && end.length > 0 && Math.min(...start) > Math.max(...end);
}
