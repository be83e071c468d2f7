/** The view as one SVG file that stands alone: title, map or matrix, legend, values, source, licence and address. */
import type { I18n } from '../../i18n';
import { printWithUnit } from '../labels';
import type { Shown } from '../shown';
import { heading } from './heading';
import { pictureLegend } from './legend';
import { mapDrawing } from './mapDrawing';
import { escaped } from './names';
import { paragraphAt, written, type Paint } from './pen';
import { planeDrawing } from './planeDrawing';

export interface ShareDrawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface DrawingWords {
  readonly scenario: string;
  readonly fictitious: string;
  readonly source: string;
  /** What dots over a region say. */
  readonly dots: string;
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
  const title = paragraphAt(head.title, M, M - 6, inner, { size: 26, fill: ink, weight: 600 });
  const subtitle = paragraphAt(`${shown.pack.meta.fictitious ? `${words.fictitious}. ` : ''}${head.subtitle}`, M, M - 6 + title.height, inner, { size: 14, fill: quiet });
  const top = M + title.height + subtitle.height + 8;
  const side = sideOf(shown, i18n, paint, shown.holds ? [words.dots] : []);
  const foot = top + Math.max(MAP.height, side.height) + 14;
  const source = paragraphAt(`${words.source}: ${head.source} ${head.licence}`, M, foot, inner, { size: 11.5, fill: quiet });
  const where = paragraphAt(address, M, foot + source.height + 3, inner, { size: 11.5, fill: ink });
  const height = Math.ceil(foot + source.height + where.height + 3 + M);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="'Golos Text Variable', 'Golos Text', sans-serif" role="img" aria-label="${escaped(head.title)}">`,
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
  return { svg, width: WIDTH, height };
}

/** Right of the map: the legend, then the matrix or the values in order. */
function sideOf(shown: Shown, i18n: I18n, paint: Paint, remarks: readonly string[]): { readonly svg: string; readonly height: number } {
  const { colour } = paint;
  const { entries, notes } = pictureLegend(shown, i18n);
  const parts: string[] = [];
  let y = 0;
  for (const { fill, mark, text } of entries) {
    const own = fill === 'hatch' ? 'url(#hatch)' : colour(fill);
    parts.push(
      mark === 'area'
        ? `<rect x="0.5" y="${y + 3}" width="27" height="13" fill="${own}" stroke="${colour('quiet')}" stroke-opacity="0.5"/>`
        : `<path transform="translate(0 ${y + 4})" d="M0,5.6 L18,3.4 L18,0.8 L27,6 L18,11.2 L18,8.6 L0,6.4Z" fill="${mark === 'hollow' ? colour('panel') : own}" stroke="${own}"/>`
    );
    const words = paragraphAt(text, 38, y, SIDE - 38, { size: 13, fill: colour('ink') });
    parts.push(words.svg);
    y += Math.max(22, words.height + 4);
  }
  for (const note of [...notes, ...remarks]) {
    const words = paragraphAt(note, 0, y, SIDE, { size: 12, fill: colour('quiet') });
    parts.push(words.svg);
    y += words.height + 3;
  }
  y += 14;
  if (shown.view.mode === 'matrix') {
    parts.push(`<g transform="translate(0 ${y.toFixed(1)})">${planeDrawing(shown, i18n, paint, SIDE)}</g>`);
    y += SIDE;
  } else if (shown.view.mode === 'potential') {
    for (const u of shown.choropleth.order) {
      const value = shown.choropleth.values[u] ?? NaN;
      const letters = { size: 13, fill: colour('ink') };
      parts.push(written(i18n.text(shown.regions[u]?.short ?? null), 0, y + 14, letters), written(Number.isNaN(value) ? i18n.t.region.missing : printWithUnit(i18n, shown.choropleth.measure, value), SIDE, y + 14, { ...letters, anchor: 'end' }), `<path d="M0,${(y + 20).toFixed(1)}H${SIDE}" stroke="${colour('rule')}"/>`);
      y += 24;
    }
  }
  return { svg: parts.join(''), height: y };
}
