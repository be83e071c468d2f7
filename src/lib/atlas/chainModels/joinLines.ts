/** Where a region could join, in a few lines: the best proposals in the reader's words. */
import { functionKey, reasonsOf, type FunctionId } from '../../chains';
import type { PartnerWords } from '../../i18n/pages/partners';
import type { Pack, Text } from '../../pack';
import { matching } from './matching';
import { bestProposals, namedThings } from './partnerPage';
import { functionName, mainReason, partnerNames, reasonText } from './partnerWords';

/** How many proposals a region shows. */
const SHOWN = 3;

export interface JoinLine {
  readonly key: string;
  readonly fn: FunctionId;
  readonly leader: string;
  /** Stage with the class of product. */
  readonly name: string;
  /** Cluster and the leader whose chain it is. */
  readonly chain: string;
  /** The criterion that carries it most, with its figure; empty where no criterion has a reason. */
  readonly why: string;
}

/** Null where the pack has no parameters for matching; every line is *proposed*. */
export function joinLines(pack: Pack, region: string, words: PartnerWords, text: (text: Text | null) => string): readonly JoinLine[] | null {
  const found = matching(pack);
  if (!found) return null;
  const names = partnerNames(namedThings(pack), text);
  return bestProposals(pack, found, region, SHOWN).map((p) => {
    const main = mainReason(p, reasonsOf(found.partners, p));
    return {
      key: `${functionKey(p.fn)} ${p.leader}`,
      fn: p.fn,
      leader: p.leader,
      name: functionName(p.fn, words, names),
      chain: words.sectionChain(names.cluster(p.fn.cluster), names.region(p.leader)),
      why: main ? words.main(words.criterion[main.criterion], reasonText(main.reason, words, names)) : ''
    };
  });
}
