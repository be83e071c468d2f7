/** Beside the map of a picture: legend, what the picture says, then the matrix, the values in order or the largest flows. */
import type { I18n } from '../../i18n';
import { printWithUnit } from '../labels';
import { chainsSentence, matrixSentence, potentialSentence } from '../sentence';
import type { Shown } from '../shown';
import type { DrawingWords } from './drawing';
import { pictureLegend } from './legend';
import { paragraphAt, written, type Paint } from './pen';
import { planeDrawing } from './planeDrawing';

interface Part {
  readonly svg: string;
  readonly height: number;
}

const ROW = 24;
const PLANE_HEIGHT = 520;

export function sideDrawing(shown: Shown, i18n: I18n, words: DrawingWords, paint: Paint, width: number, tall: number): Part {
  const { colour } = paint;
  const { entries, notes } = pictureLegend(shown, i18n);
  const said = sentenceOf(shown, i18n);
  const parts: string[] = [];
  let y = 0;
  for (const { fill, mark, text } of entries) {
    const own = fill === 'hatch' ? 'url(#hatch)' : colour(fill);
    parts.push(
      mark === 'area'
        ? `<rect x="0.5" y="${y + 3}" width="27" height="13" fill="${own}" stroke="${colour('quiet')}" stroke-opacity="0.5"/>`
        : `<path transform="translate(0 ${y + 4})" d="M0,5.6 L18,3.4 L18,0.8 L27,6 L18,11.2 L18,8.6 L0,6.4Z" fill="${mark === 'hollow' ? colour('panel') : own}" stroke="${own}"/>`
    );
    const line = paragraphAt(text, 38, y, width - 38, { size: 13, fill: colour('ink') });
    parts.push(line.svg);
    y += Math.max(22, line.height + 4);
  }
  // What the sentence says is not said twice.
  for (const note of [...notes.filter((n) => !said.includes(n)), ...(shown.holds ? [words.dots] : [])]) {
    const line = paragraphAt(note, 0, y, width, { size: 12, fill: colour('quiet') });
    parts.push(line.svg);
    y += line.height + 3;
  }
  const sentence = paragraphAt(said, 0, y + 8, width, { size: 15, fill: colour('ink'), serif: true });
  parts.push(sentence.svg);
  y += 8 + sentence.height + 14;
  const rest = restOf(shown, i18n, words, paint, width, tall - y);
  parts.push(`<g transform="translate(0 ${y.toFixed(1)})">${rest.svg}</g>`);
  return { svg: parts.join(''), height: y + rest.height };
}

function sentenceOf({ pack, view, choropleth, scores, scene }: Shown, i18n: I18n): string {
  if (view.mode === 'chains') return chainsSentence(pack, i18n, scene);
  return view.mode === 'matrix' ? matrixSentence(pack, i18n, scores) : potentialSentence(pack, i18n, choropleth, scores);
}

function restOf(shown: Shown, i18n: I18n, words: DrawingWords, paint: Paint, width: number, room: number): Part {
  if (shown.view.mode === 'matrix') return { svg: planeDrawing(shown, i18n, paint, width, PLANE_HEIGHT), height: PLANE_HEIGHT };
  return shown.view.mode === 'chains' ? flowRows(shown, i18n, words, paint, width, room) : valueRows(shown, i18n, paint, width);
}

function valueRows({ choropleth, regions, view }: Shown, i18n: I18n, paint: Paint, width: number): Part {
  const rows = choropleth.order.map((u) => {
    const value = choropleth.values[u] ?? NaN;
    return {
      text: i18n.text(regions[u]?.short ?? null),
      value: Number.isNaN(value) ? i18n.t.region.missing : printWithUnit(i18n, choropleth.measure, value),
      strong: view.regions.includes(regions[u]?.code ?? '')
    };
  });
  return { svg: rows.map((row, i) => rowAt(row, i * ROW, paint, width)).join(''), height: rows.length * ROW };
}

/** Flows between regions that the map draws at full strength, those with most links first. */
function flowRows({ pack, scene, view }: Shown, i18n: I18n, words: DrawingWords, paint: Paint, width: number, room: number): Part {
  const name = (code: string) => i18n.text(pack.areas.find((a) => a.code === code)?.short ?? null);
  const flows = scene.regionFlows
    .filter((f) => f.from !== f.to && (view.regions.length === 0 || view.regions.includes(f.from) || view.regions.includes(f.to)))
    .map((f) => ({ text: `${name(f.from)} → ${name(f.to)}`, links: f.links.length, colour: paint.colour(`cluster-${pack.clusters.findIndex((c) => c.id === f.cluster) % 4}`) }))
    .sort((a, b) => b.links - a.links || a.text.localeCompare(b.text, i18n.language));
  if (flows.length === 0) return { svg: '', height: 0 };
  const head = paragraphAt(words.flows, 0, 0, width, { size: 12, fill: paint.colour('quiet') });
  const fit = Math.max(3, Math.floor((room - head.height - 6) / ROW));
  const listed = flows.length > fit ? flows.slice(0, fit - 1) : flows;
  const rows = listed.map((f, i) => rowAt({ text: f.text, value: i18n.t.chains.links(f.links), strong: false, mark: f.colour }, head.height + 6 + i * ROW, paint, width));
  const more = listed.length < flows.length ? written(i18n.t.chains.more(flows.length - listed.length), 14, head.height + 6 + listed.length * ROW + 14, { size: 13, fill: paint.colour('quiet') }) : '';
  return { svg: [head.svg, ...rows, more].join(''), height: head.height + 6 + (listed.length + Number(more !== '')) * ROW };
}

function rowAt({ text, value, strong, mark }: { readonly text: string; readonly value: string; readonly strong: boolean; readonly mark?: string }, y: number, { colour }: Paint, width: number): string {
  const letters = { size: 13, fill: colour('ink'), weight: strong ? 600 : 400 } as const;
  return [
    mark ? `<rect x="0" y="${(y + 5).toFixed(1)}" width="8" height="8" fill="${mark}"/>` : '',
    written(text, mark ? 14 : 0, y + 14, letters),
    written(value, width, y + 14, { ...letters, anchor: 'end' }),
    `<path d="M0,${(y + 20).toFixed(1)}H${width}" stroke="${colour('rule')}"/>`
  ].join('');
}
