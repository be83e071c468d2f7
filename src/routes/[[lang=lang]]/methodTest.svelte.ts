/** The choices of the method, tested in a worker after the first picture; everything is shown before and without it. */
import { formatChanges, isChanged, type Changes } from '$lib/atlas';
import type { Goalposts } from '$lib/pack';
import type { Testing } from '$lib/panels';
import type { Confidence } from '$lib/typology';
import type { ConfidenceRuns } from '$lib/workers';

/** A change counts as made when nothing has moved for so long, ms. */
const SETTLED = 250;

export class MethodTest {
  confidence: Confidence | null = $state.raw(null);
  progress: Testing = $state.raw({ state: 'running', share: 0 });
  fault = $state('');
  private runs: ConfidenceRuns | null = null;
  private asked: readonly [number, Goalposts, Changes] | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  async start(core: unknown): Promise<void> {
    try {
      const { ConfidenceRuns } = await import('$lib/workers');
      this.runs?.close();
      this.runs = new ConfidenceRuns(core, {
        done: (found) => {
          this.confidence = found;
          this.progress = { state: 'done' };
          performance.mark('atlas:confidence');
        },
        progress: (share) => (this.progress = { state: 'running', share }),
        failed: (message) => this.fail(message)
      });
      if (this.asked) this.runs.ask(...this.asked);
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * Answers arrive in `confidence`; before the worker stands the last question waits. What was found for
   * another scenario is let go at once; while a weight is being moved nothing is asked.
   */
  ask(year: number, goalposts: Goalposts, changes: Changes): void {
    const before = this.asked?.[2];
    if (before && JSON.stringify(formatChanges(before)) !== JSON.stringify(formatChanges(changes))) this.confidence = null;
    this.asked = [year, goalposts, changes];
    clearTimeout(this.waiting);
    if (!isChanged(changes)) this.runs?.ask(year, goalposts, changes);
    else this.waiting = setTimeout(() => this.runs?.ask(year, goalposts, changes), SETTLED);
  }

  close(): void {
    clearTimeout(this.waiting);
    this.runs?.close();
  }

  private fail(message: string): void {
    this.fault = message;
    this.progress = { state: 'failed' };
  }
}
