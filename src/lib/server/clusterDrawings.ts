/** The schemes of a cluster in one language, laid out once for page and files. */
import { clusterScheme, siteScheme, type Drawing, type Speech } from '../atlas';
import { functionalModel } from '../chains';
import type { Language, Pack } from '../pack';
import { layOut } from './schemeLayout';

export interface ClusterDrawings {
  readonly whole: Drawing;
  /** The whole for a narrow screen, running down. */
  readonly tall: Drawing;
  readonly stages: Readonly<Record<string, Drawing>>;
}

const known = new Map<string, Promise<ClusterDrawings | null>>();

/** null where the pack has no such cluster. */
export function clusterDrawings(pack: Pack, cluster: string, language: Language, say: Speech): Promise<ClusterDrawings | null> {
  const key = `${cluster} ${language}`;
  const found = known.get(key) ?? draw(pack, cluster, say);
  known.set(key, found);
  return found;
}

async function draw(pack: Pack, cluster: string, say: Speech): Promise<ClusterDrawings | null> {
  const model = functionalModel(pack, cluster);
  if (!model) return null;
  const stages: Record<string, Drawing> = {};
  for (const { stage } of model.functions) {
    const scheme = siteScheme(pack, model, stage.id, say);
    if (scheme) stages[stage.id] = await layOut(scheme);
  }
  return { whole: await layOut(clusterScheme(pack, model, say)), tall: await layOut(clusterScheme(pack, model, say, 'down')), stages };
}
