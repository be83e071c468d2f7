/** Colour tokens as the stylesheet has them now; MapLibre needs the colours themselves. */
export type Tokens = (name: string) => string;

/** Each is read once: asking the stylesheet for every one of thousands of areas costs more than colouring them. */
export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  const read = new Map<string, string>();
  return (name) => {
    const known = read.get(name);
    if (known !== undefined) return known;
    const colour = style.getPropertyValue(`--${name}`).trim() || '#888888';
    read.set(name, colour);
    return colour;
  };
}

/** `share` of one colour laid over another, both as #rrggbb. */
export function mix(ground: string, over: string, share: number): string {
  const channel = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(channel(ground, at) * (1 - share) + channel(over, at) * share).toString(16).padStart(2, '0')).join('')}`;
}
