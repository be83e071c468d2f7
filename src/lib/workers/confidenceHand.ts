/** What the worker for confidence does: it holds a pack and tests its method for any year on either goalposts. */
import { transfer } from 'comlink';
import { applyChanges, formatChanges, isChanged, type Changes } from '../atlas';
import { scoredYears } from '../composite';
import { openServed, type Goalposts, type Pack } from '../pack';
import { confidenceOfYears, type Confidence } from '../typology';

export interface ConfidenceHand {
  /** @param core served core of a pack */
  open(core: unknown): void;
  /**
   * Null where the method does not say what varies.
   * @param changes the scenario in force, none for the pack as published
   */
  ask(year: number, goalposts: Goalposts, changes: Changes, onProgress: (done: number, all: number) => void): Confidence | null;
}

export function confidenceHand(): ConfidenceHand {
  let own: Pack | null = null;
  /** Results not yet asked for: on pooled goalposts all years come out of the same runs. */
  const known = new Map<string, Confidence>();
  return {
    open(core) {
      own = openServed({ core });
    },
    ask(year, goalposts, changes, onProgress) {
      if (!own) throw new Error('a worker was asked for confidence before it had a pack');
      const pack = applyChanges(own, changes);
      const scenario = JSON.stringify(formatChanges(changes));
      const key = (of: number) => `${of} ${goalposts} ${scenario}`;
      if (!known.has(key(year))) {
        // A scenario that is being tried out waits for its own year alone.
        const years = goalposts === 'pooled' && !isChanged(changes) ? [...new Set([...scoredYears(pack, 'potential'), year])] : [year];
        for (const found of confidenceOfYears(pack, pack.method, years, goalposts, undefined, { onProgress })) known.set(key(found.year), found);
      }
      const confidence = known.get(key(year));
      if (!confidence) return null;
      // Handed over, its columns are gone from here; the page keeps them.
      known.delete(key(year));
      return transfer(confidence, buffersOf(confidence));
    }
  };
}

function buffersOf({ potential, dynamics, tier, group, outranks }: Confidence): ArrayBufferLike[] {
  const columns = [potential, dynamics].flatMap(({ scores, score, rank }) => [scores, score.low, score.median, score.high, rank.low, rank.median, rank.high]);
  return [...columns, tier.share, tier.holds, group.share, group.holds, outranks].map((column) => column.buffer);
}
