/** What comes into a region and goes out of it, cluster by cluster in the order of the pack. */
import { balance, type ClusterBalance } from '../chains';
import type { Pack } from '../pack';
import type { ChainScene } from './chainScene';

/** Of all links of the chosen clusters and evidence: the filters of the map do not empty the picture that sets them. */
export function regionBalance(pack: Pack, scene: Pick<ChainScene, 'before'>, region: string): readonly ClusterBalance[] {
  const place = ({ cluster }: ClusterBalance) => pack.clusters.findIndex((c) => c.id === cluster);
  return [...balance(scene.before, region)].sort((a, b) => place(a) - place(b));
}
