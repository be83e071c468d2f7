/**
 * The picture that stands for a page where its address is shared (Open Graph): map, title, key figures, source.
 * Made while the site is built, with the atlas's own letters and the light colours.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { chainsSentence, formatView, heading, mapDrawing, matrixSentence, paragraphAt, parseView, potentialSentence, show, type Paint, type Shown } from '../atlas';
import type { I18n } from '../i18n';
import { shareWords } from '../i18n/pages/share';
import type { Pack } from '../pack';
import { openWoff } from './woff';

/** As the places that show such pictures ask for them, px. */
export const PREVIEW = { width: 1200, height: 630 } as const;
export const PREVIEW_MODES = ['potential', 'matrix', 'chains'] as const;
export type PreviewMode = (typeof PREVIEW_MODES)[number];

const MAP = 600;
const M = 44;

interface Line {
  readonly words: string;
  /** px, where there is room. */
  readonly size: number;
  readonly title?: boolean;
  readonly quiet?: boolean;
  readonly after?: number;
}

/** @param of a mode, or the code of a region */
export function previewSvg(pack: Pack, of: string, i18n: I18n, paint: Paint): string {
  const mode = PREVIEW_MODES.find((m) => m === of);
  const asked = mode ? `mode=${mode}${mode === 'chains' ? `&clusters=${pack.clusters.map((c) => c.id).join('~')}` : ''}` : `regions=${of}`;
  const shown = show(pack, parseView(new URLSearchParams(asked), pack).view);
  const profile = shown.profiles[0];
  if (!mode && !profile) throw new Error(`no picture for “${of}”: neither a mode nor a region (${formatView(shown.view, pack)})`);
  const { colour } = paint;
  const { text, number, t } = i18n;
  const [left, width] = [MAP + M, PREVIEW.width - MAP - 2 * M];
  const head = heading(shown, i18n, '');
  const foot = paragraphAt(`${shareWords[i18n.language].source}: ${head.source}`, left, 0, width, { size: 18, fill: colour('quiet') });
  const room = PREVIEW.height - M - foot.height;
  const lines: readonly Line[] = profile
    ? [
        { words: text(pack.meta.title), size: 24, quiet: true, after: 14 },
        { words: text(profile.area.name), size: 50, title: true, after: 10 },
        { words: Number.isNaN(profile.index) ? t.region.missing : number(profile.index, 2), size: 84, title: true },
        { words: `${t.region.index}, ${profile.year}${Number.isNaN(profile.rank) ? '' : ` · ${t.region.placeOf(profile.rank, profile.of)}`}`, size: 26, after: 10 },
        { words: [profile.tier ? t.region.tier(text(pack.method.tiers.names[profile.tier])) : '', profile.group ? text(profile.group.name) : ''].filter((s) => s !== '').join(' · '), size: 26, quiet: true }
      ]
    : [
        { words: text(pack.meta.title), size: 24, quiet: true, after: 14 },
        { words: head.title, size: 50, title: true, after: 8 },
        { words: head.subtitle, size: 21, quiet: true, after: 14 },
        { words: sentence(pack, i18n, shown), size: 28 }
      ];
  /* As large as the room allows. */
  const set = (scale: number) =>
    lines.reduce(
      ({ y, svg }, { words, size, title = false, quiet = false, after = 0 }) => {
        const part = paragraphAt(words, left, y, width, { size: Math.round(size * scale), fill: colour(quiet ? 'quiet' : 'ink'), weight: title ? 600 : 400, serif: title });
        return { y: y + part.height + after * scale, svg: svg + part.svg };
      },
      { y: M, svg: '' }
    );
  const said = [1, 0.92, 0.85, 0.78, 0.7, 0.62].map(set).find(({ y }) => y <= room);
  if (!said) throw new Error(`the picture of “${of}” has no room for its words`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PREVIEW.width} ${PREVIEW.height}" width="${PREVIEW.width}" height="${PREVIEW.height}" font-family="Golos Text">`,
    `<rect width="100%" height="100%" fill="${colour('panel')}"/>`,
    mapDrawing(shown, i18n, paint, MAP, PREVIEW.height),
    said.svg,
    `<g transform="translate(0 ${(room + 10).toFixed(1)})">${foot.svg}</g>`,
    '</svg>'
  ].join('');
}

export function previewPng(pack: Pack, of: string, i18n: I18n, paint: Paint): Uint8Array<ArrayBuffer> {
  const drawn = new Resvg(withFaces(previewSvg(pack, of, i18n, paint)), { font: { fontFiles: letters(), loadSystemFonts: false } }).render();
  return new Uint8Array(drawn.asPng());
}

function sentence(pack: Pack, i18n: I18n, shown: Shown): string {
  if (shown.view.mode === 'chains') return chainsSentence(pack, i18n, shown.scene);
  return shown.view.mode === 'matrix' ? matrixSentence(pack, i18n, shown.scores) : potentialSentence(pack, i18n, shown.choropleth, shown.scores);
}

/** @param css the style sheet of the tokens, in which the light theme stands first */
export function lightPaint(css: string, dots: Paint['dots']): Paint {
  const light = new Map([...(css.split('@media screen')[0] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
  const colour = (token: string): string => {
    const value = light.get(token);
    if (!value) throw new Error(`the style sheet has no colour “${token}”`);
    const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return alias ? colour(alias) : value;
  };
  return { colour, dots };
}

/* What draws the pictures knows no faces of many files: each file is a family of its own, named by face, weight and script. */
const FAMILIES = { sans: 'golos-text', serif: 'literata' } as const;
const SCRIPTS = ['latin', 'cyrillic'] as const;
const WEIGHTS = ['400', '600'] as const;
const familyOf = (face: keyof typeof FAMILIES, script: (typeof SCRIPTS)[number], weight: string): string => `Atlas-${face}-${script}-${weight === '600' ? 'strong' : 'plain'}`;

/** Every text in the families it needs, run by run of an alphabet. */
function withFaces(svg: string): string {
  return svg.replace(/<text([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, content: string) => {
    const face = attributes.includes('Literata') ? 'serif' : 'sans';
    const weight = attributes.includes('font-weight="600"') ? '600' : '400';
    const runs = content.split(/([\u0400-\u04ff]+)/).filter((run) => run !== '');
    const spans = runs.map((run) => `<tspan font-family="${familyOf(face, /[\u0400-\u04ff]/.test(run) ? 'cyrillic' : 'latin', weight)}">${run}</tspan>`);
    return `<text${attributes.replace(/ font-weight="\d+"| font-family="[^"]*"/g, '')} xml:space="preserve">${spans.join('')}</text>`;
  });
}

let opened: readonly string[] | null = null;

/** Files of the letters as OpenType, made once for each build. */
function letters(): string[] {
  if (opened) return [...opened];
  const require = createRequire(import.meta.url);
  const dir = mkdtempSync(join(tmpdir(), 'atlas-letters-'));
  opened = (['sans', 'serif'] as const).flatMap((face) =>
    SCRIPTS.flatMap((script) =>
      WEIGHTS.map((weight) => {
        const family = FAMILIES[face];
        const file = join(dir, `${face}-${script}-${weight}.ttf`);
        writeFileSync(file, openWoff(readFileSync(require.resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`)), familyOf(face, script, weight)));
        return file;
      })
    )
  );
  return [...opened];
}
