/** The view as one SVG file that stands alone: title, map or matrix, legend, values, source, licence and address. */
import type { I18n } from '../../i18n';
import type { Shown } from '../shown';
import { heading } from './heading';
import { mapDrawing } from './mapDrawing';
import { escaped } from './names';
import { paragraphAt, SANS, type Paint } from './pen';
import { sideDrawing } from './sideDrawing';

export interface ShareDrawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Where the first letters of each face and alphabet stand: who makes pixels of it can see there that letters were drawn. */
  readonly words: readonly Box[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawingWords {
  readonly scenario: string;
  readonly fictitious: string;
  readonly source: string;
  /** What dots over a region say. */
  readonly dots: string;
  /** Over the flows in the order of their links. */
  readonly flows: string;
}

const M = 28;
const MAP = { width: 760, height: 800 };
const SIDE = 360;
const WIDTH = M + MAP.width + M + SIDE + M;

/**
 * @param address of the view, printed at the foot
 * @param css style sheet of the file: its letters
 */
export function shareDrawing(shown: Shown, i18n: I18n, words: DrawingWords, paint: Paint, address: string, css: string): ShareDrawing {
  const { colour } = paint;
  const head = heading(shown, i18n, words.scenario);
  const [ink, quiet] = [colour('ink'), colour('quiet')];
  const inner = WIDTH - 2 * M;
  const title = paragraphAt(head.title, M, M - 6, inner, { size: 28, fill: ink, weight: 600, serif: true });
  const subtitle = paragraphAt(`${shown.pack.meta.fictitious ? `${words.fictitious}. ` : ''}${head.subtitle}`, M, M - 4 + title.height, inner, { size: 14, fill: quiet });
  const top = M + title.height + subtitle.height + 10;
  const side = sideDrawing(shown, i18n, words, paint, SIDE, MAP.height);
  const foot = top + Math.max(MAP.height, side.height) + 14;
  const source = paragraphAt(`${words.source}: ${head.source} ${head.licence}`, M, foot, inner, { size: 11.5, fill: quiet });
  const where = paragraphAt(address, M, foot + source.height + 3, inner, { size: 11.5, fill: ink });
  const height = Math.ceil(foot + source.height + where.height + 3 + M);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="${SANS}" role="img" aria-label="${escaped(head.title)}">`,
    `<title>${escaped(`${head.title}. ${head.subtitle}`)}</title><style>${css}</style>`,
    `<rect width="${WIDTH}" height="${height}" fill="${colour('panel')}"/>`,
    title.svg,
    subtitle.svg,
    `<g transform="translate(${M} ${top.toFixed(1)})">${mapDrawing(shown, i18n, paint, MAP.width, MAP.height)}</g>`,
    `<g transform="translate(${M + MAP.width + M} ${top.toFixed(1)})">${side.svg}</g>`,
    source.svg,
    where.svg,
    '</svg>'
  ].join('');
  return {
    svg,
    width: WIDTH,
    height,
    words: [
      { x: M, y: M, width: 120, height: 26 },
      { x: M, y: M + title.height, width: 120, height: 14 },
      { x: M, y: foot + source.height + 4, width: 60, height: 14 }
    ]
  };
}
