/* The worker for confidence gives what the same function gives on the page, for a pack that came over the wire. */
import { NO_CHANGES } from '../../../src/lib/atlas';
import { describe, expect, it } from 'vitest';
import { serve } from '../../../src/lib/pack';
import { confidence } from '../../../src/lib/typology';
import { confidenceHand } from '../../../src/lib/workers';
import { lagoon } from '../support';

const core = (): unknown => JSON.parse(serve(lagoon()).core);

describe('the worker for confidence', () => {
  it('answers for any year on either goalposts, again where it is asked again', () => {
    const hand = confidenceHand();
    hand.open(core());
    const seen: number[] = [];
    for (const [year, goalposts] of [[2033, 'year'], [2033, 'pooled'], [2032, 'pooled'], [2033, 'pooled']] as const) {
      expect(hand.ask(year, goalposts, NO_CHANGES, (done, all) => seen.push(done / all))).toEqual(confidence(lagoon(), lagoon().method, year, goalposts));
    }
    expect(seen.filter((share) => share === 1)).toHaveLength(3);
    expect(Math.max(...seen)).toBe(1);
  });
  it('without a pack, or with something else, it fails with words', () => {
    expect(() => confidenceHand().ask(2033, 'year', NO_CHANGES, () => undefined)).toThrow(/before it had a pack/);
    expect(() => confidenceHand().open({})).toThrow();
  });
  it('a method that does not say what varies has no confidence', () => {
    const hand = confidenceHand();
    const bare = core() as { method: { robustness: unknown } };
    bare.method.robustness = null;
    hand.open(bare);
    expect(hand.ask(2033, 'year', NO_CHANGES, () => undefined)).toBeNull();
  });
});
