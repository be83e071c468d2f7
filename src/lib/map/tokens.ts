/** Colour tokens as the stylesheet has them now; MapLibre needs the colours themselves. */
export type Tokens = (name: string) => string;

export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim() || '#888888';
}
