/**
 * `engine.whatif_ms`: one weight of the method is moved; scores, tiers and groups of the target year follow, and
 * how sure they are, from 200 runs.
 */
import type { Block, Method, Pack } from '../../src/lib/pack';
import { confidence } from '../../src/lib/typology';

const RUNS = 200;

/** Every call moves another weight to another value, so that nothing can be kept from the last. */
export function whatIf(pack: Pack): () => void {
  let turn = 0;
  return () => {
    const blocks = pack.method.potential;
    const b = turn % blocks.length;
    const weight = 0.5 + ((turn * 37) % 100) / 100;
    turn++;
    const changed = (block: Block): Block => ({ ...block, indicators: block.indicators.map((indicator, i) => (i === 0 ? { ...indicator, weight } : indicator)) });
    const method: Method = { ...pack.method, potential: blocks.map((block, i) => (i === b ? changed(block) : block)) };
    const result = confidence(pack, method, method.targetYear, method.normalisation.goalposts, RUNS);
    // Nominal scores and classes are part of the result; so is the share of runs in which each class holds.
    if (!result || Number.isNaN(result.tier.holds[0] ?? NaN)) throw new Error('the pack does not say what varies');
  };
}
