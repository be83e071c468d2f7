/** What `npm run bench` times as engine.score_ms: potential, dynamics, tiers and groups of the target year. */
import { scoreYear } from '../lib/composite';
import { matrix, tiers } from '../lib/typology';
import { loadPack } from './load';

/** Reads the pack once; the function given back scores it from its columns. */
export function prepare(folder: string): () => void {
  const pack = loadPack(folder);
  if (!pack) throw new Error(`${folder} is not a valid pack`);
  const { targetYear } = pack.method;
  return () => {
    const potential = scoreYear(pack, 'potential', targetYear);
    const dynamics = scoreYear(pack, 'dynamics', targetYear);
    tiers(potential.index, pack.method.tiers);
    matrix(potential.index, dynamics.index, pack.method.matrix.cut);
  };
}
