/**
 * Dots over what is coloured by a class that is not firm: the more open the class, the closer they stand. One
 * measure for the still map, the WebGL map and the samples of the legend.
 */
export interface Dots {
  /** Side of the square that repeats, with a dot at a quarter and at three quarters of it, px. */
  readonly step: number;
  readonly radius: number;
}

export const DOTS = { likely: { step: 10, radius: 1.4 }, open: { step: 7, radius: 1.6 } } as const satisfies Record<string, Dots>;
