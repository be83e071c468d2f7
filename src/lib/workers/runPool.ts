/**
 * Runs of one design spread over several workers, in a browser or in Node. Ranges are handed out one after the
 * other to whoever is free, which gives progress, lets the work be called off between two ranges, and changes
 * no bit of the result.
 */
import type { Remote } from 'comlink';
import { Cancelled, checkRange, mergeRunSets, sensitivityPlan, type Design, type Indices, type ModelInput, type RunSet, type SensitivityOptions } from '../composite';
import type { RunHand } from './runHand';

/** A worker as the pool sees it. */
export interface Hand {
  readonly remote: Remote<RunHand>;
  /** Never comes true; fails when the worker itself does. */
  readonly failed: Promise<never>;
  close(): void;
}

export interface PoolOptions {
  /** Called after every range. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Calls the work off: the promise fails with `Cancelled`. */
  readonly signal?: AbortSignal;
}

export interface RunPool {
  /** The same set as `runRange`. */
  runs(from: number, to: number, options?: PoolOptions): Promise<RunSet>;
  /** Sensitivity of scores, ranks and their average shift, as `sensitivity` with `rankingOutcomes`. */
  ranking(model: number, options?: PoolOptions & Omit<SensitivityOptions, 'onProgress' | 'cancelled'>): Promise<Indices>;
  close(): void;
}

/** @throws RangeError for models or a design that do not fit, after closing the hands */
export async function openPool(hands: readonly Hand[], inputs: readonly ModelInput[], design: Design): Promise<RunPool> {
  const close = () => hands.forEach((hand) => hand.close());
  try {
    await Promise.all(hands.map((hand) => Promise.race([hand.remote.open(inputs, design), hand.failed])));
  } catch (fault) {
    close();
    throw fault;
  }
  return {
    async runs(from, to, options = {}) {
      checkRange(from, to);
      const parts = await spread(hands, from, to, ({ remote }, lo, hi) => remote.runs(lo, hi) as Promise<RunSet>, options);
      return mergeRunSets(parts.map((part) => part.value));
    },
    async ranking(model, options = {}) {
      const { onProgress: _progress, signal: _signal, ...rest } = options;
      const plan = sensitivityPlan(design, rest);
      const size = { ...(rest.n === undefined ? {} : { n: rest.n }), ...(rest.maxExact === undefined ? {} : { maxExact: rest.maxExact }) };
      const parts = await spread(hands, 0, plan.rows, ({ remote }, lo, hi) => remote.ranking(model, size, lo, hi) as Promise<{ values: Float64Array; outcomes: number }>, options);
      const outcomes = parts[0]?.value.outcomes ?? 0;
      const values = new Float64Array(plan.rows * outcomes);
      for (const part of parts) values.set(part.value.values, part.from * outcomes);
      return plan.indices(values, outcomes);
    },
    close
  };
}

/** About this many ranges for each worker: enough for progress, few enough to cost nothing. */
const RANGES = 16;

async function spread<T>(hands: readonly Hand[], from: number, to: number, work: (hand: Hand, lo: number, hi: number) => Promise<T>, { onProgress, signal }: PoolOptions): Promise<{ from: number; value: T }[]> {
  const size = Math.max(1, Math.ceil((to - from) / (hands.length * RANGES)));
  const parts: { from: number; value: T }[] = [];
  let next = from;
  let done = 0;
  const cancelled = () => {
    if (signal?.aborted) throw new Cancelled();
  };
  const busy = async (hand: Hand) => {
    // An empty range is asked for once, so that there is something to merge.
    while (next < to || (from === to && parts.length === 0)) {
      cancelled();
      const lo = next;
      const hi = (next = Math.min(to, lo + size));
      const value = await Promise.race([work(hand, lo, hi), hand.failed]);
      cancelled();
      parts.push({ from: lo, value });
      done += hi - lo;
      onProgress?.(done, to - from);
    }
  };
  await Promise.all(hands.map(busy));
  return parts;
}
