/** Where a card stands beside the part of the screen it speaks of. Lengths are CSS pixels. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Between the card and the part, and between the card and the edge of the screen. */
export const GAP = 12;

export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Beside the part if there is room on any side (right, left, below, above), else in the corner where it hides least of
 * it; always within the screen as far as the card fits in there.
 * @param part as far as it can be seen
 * @param screen the viewport, from 0, 0
 */
export function placeBeside(part: Box, card: { readonly width: number; readonly height: number }, screen: { readonly width: number; readonly height: number }): { x: number; y: number } {
  const within = (at: number, length: number, room: number) => Math.max(0, Math.min(Math.max(at, GAP), room - length - GAP));
  const x = (at: number) => within(at, card.width, screen.width);
  const y = (at: number) => within(at, card.height, screen.height);
  const [right, bottom] = [screen.width, screen.height];
  const places = [
    { x: x(part.x + part.width + GAP), y: y(part.y) },
    { x: x(part.x - card.width - GAP), y: y(part.y) },
    { x: x(part.x), y: y(part.y + part.height + GAP) },
    { x: x(part.x), y: y(part.y - card.height - GAP) },
    { x: x(right), y: y(bottom) },
    { x: x(0), y: y(bottom) },
    { x: x(right), y: y(0) },
    { x: x(0), y: y(0) }
  ];
  const hidden = (place: { x: number; y: number }) => overlap({ ...place, ...card }, part);
  return places.reduce((best, place) => (hidden(place) < hidden(best) ? place : best));
}
