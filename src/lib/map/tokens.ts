/** Colour tokens as the stylesheet has them now; MapLibre needs the colours themselves. */
export type Tokens = (name: string) => string;

export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim() || '#888888';
}

/** `share` of one colour laid over another, both as #rrggbb. */
export function mix(ground: string, over: string, share: number): string {
  const channel = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(channel(ground, at) * (1 - share) + channel(over, at) * share).toString(16).padStart(2, '0')).join('')}`;
}
