import { expose, wrap } from 'comlink';
import { describe, expect, it } from 'vitest';
import { nodeHands } from '../../../src/cli/nodeHands';
import { compileModel, evaluator, inputOf, rankingOutcomes, runRange, sensitivity, structureOf, type Design, type ModelInput } from '../../../src/lib/composite';
import { openPool, runHand, type Hand, type RunHand } from '../../../src/lib/workers';
import { atlas } from '../cli/terminal';

/** A worker's code at the other end of a channel in this thread: everything is copied or transferred as to a real one. */
function hand(failed: Promise<never> = new Promise(() => undefined)): Hand {
  const { port1, port2 } = new MessageChannel();
  expose(runHand(), port1);
  const close = () => [port1, port2].forEach((port) => port.close());
  return { remote: wrap<RunHand>(port2), failed, close };
}

const { structure } = structureOf([
  ...['a', 'b', 'c'].map((id) => ({ id, parent: 'I', level: 1, weight: 1 })),
  { id: 'I', parent: null, level: 2, weight: 1 }
]);
const input: ModelInput = {
  units: ['u', 'v', 'w'],
  structure: structure!,
  columns: new Map([['a', [1, 2, 4]], ['b', [3, 1, NaN]], ['c', [1, 5, 2]]].map(([id, v]) => [id as string, Float64Array.from(v as number[])])),
  base: { normalisation: { method: 'minMax', range: [1, 100] }, aggregation: { aggregate: 'arithmetic' }, normalisationOf: new Map([['c', { method: 'zScore', mean: 50, sd: 10 }]]) }
};
const design: Design = { seed: 3, factors: [{ id: 'w', kind: 'weights', level: 'all', noise: 0.5 }, { id: 'a', kind: 'aggregation', level: 'all', options: ['nominal', { aggregate: 'geometric' }] }] };
const discrete: Design = { seed: 3, factors: [{ id: 'o', kind: 'omit', nodes: [null, 'a', 'b'] }, { id: 'a', kind: 'aggregation', level: 'all', options: ['nominal', { aggregate: 'geometric' }] }] };
const model = compileModel(input);

describe('runs over several workers', () => {
  it('are the same as in one go, with progress to the end', async () => {
    const seen: number[] = [];
    for (const count of [1, 3]) {
      const pool = await openPool(Array.from({ length: count }, () => hand()), [input, input], design);
      expect(await pool.runs(10, 110, { onProgress: (done, all) => seen.push(done / all) })).toStrictEqual(runRange([model, model], design, 10, 110));
      expect(await pool.runs(7, 7)).toStrictEqual(runRange([model, model], design, 7, 7));
      await expect(pool.runs(7, 6)).rejects.toThrow('runs 7..6 are no range');
      pool.close();
    }
    expect(seen.filter((share) => share === 1)).toHaveLength(2);
    expect(seen.length).toBeGreaterThan(20);
  });
  it('give the same sensitivity, exact and estimated', async () => {
    for (const [plan, options] of [[discrete, {}], [design, { n: 32, bootstrap: 10 }]] as const) {
      const engine = evaluator([model], plan);
      const pool = await openPool([hand(), hand()], [input], plan);
      expect(await pool.ranking(0, options)).toStrictEqual(sensitivity(engine, rankingOutcomes(engine, 0, engine.nominal()[0]!).of, options));
      pool.close();
    }
  });
  it('can be called off between two ranges', async () => {
    const pool = await openPool([hand(), hand()], [input], design);
    const stop = new AbortController();
    let last = 0;
    const work = pool.runs(0, 1000, { signal: stop.signal, onProgress: (done) => ((last = done), done > 200 && stop.abort()) });
    await expect(work).rejects.toMatchObject({ name: 'Cancelled' });
    expect(last).toBeLessThan(400);
    // The workers are free for other work.
    expect((await pool.runs(0, 5)).to).toBe(5);
    pool.close();
  });
  it('say what does not fit, and that a worker failed', async () => {
    await expect(openPool([hand()], [input], { ...design, seed: -1 })).rejects.toThrow('seed -1');
    let fail: (fault: Error) => void = () => undefined;
    const pool = await openPool([hand(new Promise((_, no) => (fail = no)))], [input], design);
    const work = pool.runs(0, 100_000);
    fail(new Error('gone'));
    await expect(work).rejects.toThrow('gone');
    pool.close();
  });
  it('the same in a thread of Node', async () => {
    const pool = await openPool(nodeHands(1), [inputOf(model)], design);
    expect(await pool.runs(0, 20)).toStrictEqual(runRange([model], design, 0, 20));
    pool.close();
  });
  it('the command robustness gives the same with threads and without', { timeout: 60_000 }, async () => {
    const runs = (...args: string[]) => atlas('robustness', 'tests/fixtures/harbours', '--runs', '5..25', '--format', 'json', ...args);
    const alone = await runs();
    expect([alone.status, alone.stderr]).toEqual([0, '']);
    expect(JSON.parse(alone.stdout)).toMatchObject({ runs: 20, from: 5 });
    expect(await runs('--threads', '2')).toEqual(alone);
    expect((await runs('--threads', '0')).stderr).toContain('--threads 0: a whole number from 1 to 64');
  });
});
