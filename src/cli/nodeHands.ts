import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import type { Hand, RunHand } from '../lib/workers';
import { nodeEndpoint } from './nodeEndpoint';

/** Worker threads for a pool; as many as there are processors by default. */
export function nodeHands(count = availableParallelism()): Hand[] {
  return Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./runs.worker.mjs', import.meta.url), { execArgv: [] });
    const failed = new Promise<never>((_, fail) => {
      worker.once('error', fail);
      worker.once('messageerror', fail);
      worker.once('exit', (code) => fail(new Error(`a worker thread ended with code ${code}`)));
    });
    failed.catch(() => undefined);
    return { remote: wrap<RunHand>(nodeEndpoint(worker)), failed, close: () => void worker.terminate() };
  });
}
