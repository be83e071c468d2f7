/** Colour tokens as the stylesheet has them now; MapLibre needs the colours themselves. */
export type Tokens = (name: string) => string;

export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim() || '#888888';
}

/** Relative luminance (WCAG 2.2) of #rrggbb, 0–1. */
export function luminance(hex: string): number {
  const channel = (at: number) => {
    const v = parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Ink that reads on a fill: dark on light fills, light on dark ones. */
export function inkOn(hex: string): string {
  return luminance(hex) > 0.2 ? '#1c1b18' : '#ffffff';
}
