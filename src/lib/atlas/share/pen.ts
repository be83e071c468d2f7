/** The pieces a picture is written in: colours of the theme, text that knows its width. */
import { textWidth, wrapText } from '../cluster/text';
import { escaped } from './names';

export interface Paint {
  /** Value of a colour token. */
  readonly colour: (token: string) => string;
  /** Dots over classes that are not firm, px. */
  readonly dots: Readonly<Record<string, { readonly step: number; readonly radius: number }>>;
}

export interface Letters {
  readonly size: number;
  readonly fill: string;
  readonly weight?: 400 | 600;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly halo?: string;
  /** As titles are set. */
  readonly serif?: boolean;
}

/** Whatever draws the picture has these letters, or those of the page. */
export const SANS = "'Golos Text', 'Golos Text Variable', sans-serif";
const SERIF = "Literata, 'Literata Variable', serif";

export function written(text: string, x: number, y: number, { size, fill, weight = 400, anchor = 'start', halo, serif = false }: Letters): string {
  const around = halo ? ` paint-order="stroke" stroke="${halo}" stroke-width="3" stroke-linejoin="round"` : '';
  const face = serif ? ` font-family="${SERIF}"` : '';
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}"${around}${face}>${escaped(text)}</text>`;
}

/** Lines one below the other. @returns the text and the height it takes */
export function paragraphAt(text: string, x: number, y: number, width: number, letters: Letters): { readonly svg: string; readonly height: number } {
  const leading = letters.size * 1.35;
  const lines = text === '' ? [] : wrapText(text, letters.size, width);
  return { svg: lines.map((line, i) => written(line, x, y + letters.size + i * leading, letters)).join(''), height: lines.length * leading };
}

/** Where the middle of a text may stand so that none of it is cut. */
export function within(text: string, size: number, x: number, from: number, to: number): number {
  const half = textWidth(text, size) / 2 + 2;
  return Math.min(to - half, Math.max(from + half, x));
}
