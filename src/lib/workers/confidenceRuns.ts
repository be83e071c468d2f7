/** The page's side of the tests of a method: one question at a time, answers kept, a question no longer asked given up. */
import { proxy, wrap, type Remote } from 'comlink';
import { formatChanges, NO_CHANGES, type Changes } from '../atlas';
import type { Goalposts } from '../pack';
import type { Confidence } from '../typology';
import type { ConfidenceHand } from './confidenceHand';

export interface ConfidenceEvents {
  /** Confidence of the year and goalposts last asked for. */
  readonly done: (confidence: Confidence) => void;
  /** Share of the runs done, 0–1. */
  readonly progress: (share: number) => void;
  readonly failed: (message: string) => void;
}

interface Helper {
  readonly remote: Remote<ConfidenceHand>;
  /** Never comes true; fails when the worker itself does. */
  readonly failed: Promise<never>;
  close(): void;
}

export class ConfidenceRuns {
  readonly #core: unknown;
  readonly #events: ConfidenceEvents;
  readonly #known = new Map<string, Confidence>();
  #helper: Helper | null = null;
  /** What the helper is busy with. */
  #asked: string | null = null;

  /** @param core served core of a pack whose method says what varies */
  constructor(core: unknown, events: ConfidenceEvents) {
    this.#core = core;
    this.#events = events;
  }

  /** Answers at once what is known; otherwise starts the runs and gives up those of an earlier question. */
  ask(year: number, goalposts: Goalposts, changes: Changes = NO_CHANGES): void {
    const key = `${year} ${goalposts} ${JSON.stringify(formatChanges(changes))}`;
    if (this.#asked === key) return;
    // Runs cannot be called off from inside; a helper that is not needed any more is let go.
    if (this.#asked !== null) this.close();
    const known = this.#known.get(key);
    if (known) this.#events.done(known);
    else void this.#run(key, year, goalposts, changes);
  }

  close(): void {
    this.#helper?.close();
    this.#helper = null;
    this.#asked = null;
  }

  async #run(key: string, year: number, goalposts: Goalposts, changes: Changes): Promise<void> {
    this.#asked = key;
    this.#events.progress(0);
    performance.mark('atlas:confidence-asked');
    let helper = this.#helper;
    try {
      if (!helper) {
        helper = this.#helper = start();
        await Promise.race([helper.remote.open(this.#core), helper.failed]);
      }
      const current = () => this.#helper === helper && this.#asked === key;
      const progress = proxy((done: number, all: number) => current() && this.#events.progress(done / all));
      const found = (await Promise.race([helper.remote.ask(year, goalposts, changes, progress), helper.failed])) as Confidence | null;
      if (!current()) return;
      if (!found) throw new Error(`no confidence for ${key}`);
      this.#asked = null;
      this.#known.set(key, found);
      this.#events.done(found);
    } catch (fault) {
      if (this.#asked !== key) return;
      this.close();
      this.#events.failed(fault instanceof Error ? fault.message : String(fault));
    }
  }
}

function start(): Helper {
  const worker = new Worker(new URL('./confidence.worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<never>((_, fail) => {
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message || 'a worker did not start'));
    };
  });
  failed.catch(() => undefined);
  return { remote: wrap<ConfidenceHand>(worker), failed, close: () => worker.terminate() };
}
