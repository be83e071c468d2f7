import { wrap } from 'comlink';
import type { RunHand } from './runHand';
import type { Hand } from './runPool';

/** Web workers for a pool; one fewer than the machine's processors by default, as the page needs one. */
export function browserHands(count = Math.max(1, (navigator.hardwareConcurrency || 2) - 1)): Hand[] {
  return Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./runs.worker.ts', import.meta.url), { type: 'module' });
    const failed = new Promise<never>((_, fail) => {
      worker.onerror = (event) => fail(new Error(event.message || 'a worker did not start'));
    });
    failed.catch(() => undefined);
    return { remote: wrap<RunHand>(worker), failed, close: () => worker.terminate() };
  });
}
