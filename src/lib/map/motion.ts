/**
 * Frames for what moves slowly: some twenty a second, fewer where a frame is dear, none while nobody looks.
 * Drawing takes at most about a quarter of the time; where even that is too little for a calm picture it stands still.
 */

/** Between two frames, ms. */
const PAUSE = 45;
/** A frame that takes longer than this is too dear; after so many of them in a row the picture stands. */
const [DEAR, TOO_MANY] = [70, 6];

export class Motion {
  #frame: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #asked = 0;
  #dear = 0;
  #on = false;

  /** @param frame asks for a frame; `drawn` is to be called when it is there */
  constructor(frame: () => void) {
    this.#frame = frame;
    document.addEventListener('visibilitychange', this.#look);
  }

  get on(): boolean {
    return this.#on && this.#dear < TOO_MANY;
  }

  set(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    this.#dear = 0;
    this.#look();
  }

  drawn(): void {
    if (this.#asked === 0) return;
    const cost = performance.now() - this.#asked;
    this.#asked = 0;
    this.#dear = cost > DEAR ? this.#dear + 1 : 0;
    // The last frame asked for shows the picture at rest.
    if (!this.on) this.#frame();
    else this.#wait(Math.max(PAUSE, 3 * cost));
  }

  end(): void {
    this.#on = false;
    this.#look();
    document.removeEventListener('visibilitychange', this.#look);
  }

  readonly #look = (): void => {
    const run = this.on && document.visibilityState === 'visible';
    if (run && this.#timer === null && this.#asked === 0) this.#wait(PAUSE);
    if (run || this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
  };

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (!this.on || document.visibilityState !== 'visible') return;
      this.#asked = performance.now();
      this.#frame();
    }, ms);
  }
}
