/** The choices of the method, tested in a worker after the first picture; everything is shown before and without it. */
import type { Goalposts } from '$lib/pack';
import type { Testing } from '$lib/panels';
import type { Confidence } from '$lib/typology';
import type { ConfidenceRuns } from '$lib/workers';

export class MethodTest {
  confidence: Confidence | null = $state.raw(null);
  progress: Testing = $state.raw({ state: 'running', share: 0 });
  fault = $state('');
  private runs: ConfidenceRuns | null = null;
  private asked: readonly [number, Goalposts] | null = null;

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

  /** Answers arrive in `confidence`; before the worker stands the last question waits. */
  ask(year: number, goalposts: Goalposts): void {
    this.asked = [year, goalposts];
    this.runs?.ask(year, goalposts);
  }

  close(): void {
    this.runs?.close();
  }

  private fail(message: string): void {
    this.fault = message;
    this.progress = { state: 'failed' };
  }
}
