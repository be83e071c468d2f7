import { sureness } from '$lib/atlas';
import { chainCounts, extent, joinedLinks } from '$lib/chains';
import { servedPack } from '$lib/server/pack';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const pack = servedPack();
  const counts = new Map(chainCounts(pack).map((c) => [c.cluster, c]));
  const links = joinedLinks(pack.chains);
  return {
    meta: pack.meta,
    clusters: pack.clusters.map((cluster) => ({
      cluster,
      counts: counts.get(cluster.id),
      sure: sureness(links.filter((l) => l.link.cluster === cluster.id)),
      longest: extent(pack, cluster.id).longest.length
    }))
  };
};
