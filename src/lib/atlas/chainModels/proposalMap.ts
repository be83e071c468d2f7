/** Proposals on the small map: dashed arrows from the region that could supply to the cities of those that could buy. */
import type { Matching, Proposal } from '../../chains';
import type { Pixel } from '../../geo';
import { arrowPath, mapPlaces, type ChainGround, type MapArrow, type MapPicture } from '../cluster/chainMap';
import { buyersOf, type BuyerSite } from './partnerPage';

/**
 * An arrow begins at the region's name and grows with the number of proposals. Where no site of the leader is
 * known that could buy, it ends at the leader's name.
 */
export function proposalPicture(ground: ChainGround, proposals: readonly Proposal[], sites: readonly BuyerSite[], found: Pick<Matching, 'partners'>): MapPicture {
  const at = (code: string) => ground.regions.find((r) => r.code === code)?.at ?? null;
  const ways = new Map<string, { readonly from: Pixel; readonly to: Pixel; count: number }>();
  const buyers = new Map<string, BuyerSite>();
  for (const { region, leader, fn } of proposals) {
    const own = buyersOf(sites, found, leader, fn).sites;
    for (const site of own) buyers.set(site.id, site);
    const cities = mapPlaces(ground, own).map((place) => place.at);
    const [from, name] = [at(region), at(leader)];
    if (!from) continue;
    for (const to of cities.length > 0 ? cities : name ? [name] : []) {
      const id = `${region}~${to.join()}`;
      const known = ways.get(id);
      if (known) known.count++;
      else ways.set(id, { from, to, count: 1 });
    }
  }
  return {
    arrows: [...ways].flatMap(([id, { from, to, count }]): MapArrow[] => {
      const d = arrowPath(from, to, count, 5);
      return d === null ? [] : [{ id, certainty: 'proposed', d }];
    }),
    places: mapPlaces(ground, [...buyers.values()]),
    ends: [],
    involved: new Set(proposals.flatMap((p) => [p.region, p.leader]))
  };
}
