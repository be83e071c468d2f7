/** `engine.score_ms`: potential, dynamics, tiers and groups of the target year from the columns of a pack. */
import { scoreYear } from '../../src/lib/composite';
import type { Pack } from '../../src/lib/pack';
import { matrix, tiers } from '../../src/lib/typology';

export function scoring(pack: Pack): () => void {
  const { targetYear } = pack.method;
  return () => {
    const potential = scoreYear(pack, 'potential', targetYear);
    const dynamics = scoreYear(pack, 'dynamics', targetYear);
    tiers(potential.index, pack.method.tiers);
    matrix(potential.index, dynamics.index, pack.method.matrix.cut);
  };
}
