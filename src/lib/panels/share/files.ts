/** Making files in the browser: letters and colours of a picture, pixels, spreadsheets, and handing them over. */
import golosLatin from '@fontsource/golos-text/files/golos-text-latin-400-normal.woff2?url';
import golosLatin600 from '@fontsource/golos-text/files/golos-text-latin-600-normal.woff2?url';
import golosCyrillic from '@fontsource/golos-text/files/golos-text-cyrillic-400-normal.woff2?url';
import golosCyrillic600 from '@fontsource/golos-text/files/golos-text-cyrillic-600-normal.woff2?url';
import literataLatin from '@fontsource/literata/files/literata-latin-400-normal.woff2?url';
import literataLatin600 from '@fontsource/literata/files/literata-latin-600-normal.woff2?url';
import literataCyrillic from '@fontsource/literata/files/literata-cyrillic-400-normal.woff2?url';
import literataCyrillic600 from '@fontsource/literata/files/literata-cyrillic-600-normal.woff2?url';
import type { Paint, ShareDrawing, Table, TableCell } from '../../atlas';
import { DOTS } from '../../ui';

const LATIN = 'U+0000-00FF,U+2000-206F,U+20AC,U+2191-2193,U+2212';
const CYRILLIC = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116';
const FACES = [
  ['Golos Text', 400, LATIN, golosLatin],
  ['Golos Text', 600, LATIN, golosLatin600],
  ['Golos Text', 400, CYRILLIC, golosCyrillic],
  ['Golos Text', 600, CYRILLIC, golosCyrillic600],
  ['Literata', 400, LATIN, literataLatin],
  ['Literata', 600, LATIN, literataLatin600],
  ['Literata', 400, CYRILLIC, literataCyrillic],
  ['Literata', 600, CYRILLIC, literataCyrillic600]
] as const;

/** The atlas's letters as part of a style sheet, so that a picture has them wherever it is opened. */
export async function fontFaces(): Promise<string> {
  const faces = FACES.map(async ([family, weight, range, where]) => {
    const answer = await fetch(where);
    if (!answer.ok) throw new Error(`${where} (${answer.status})`);
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${await dataUrl(await answer.blob())}) format('woff2');unicode-range:${range}}`;
  });
  return (await Promise.all(faces)).join('');
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done((reader.result as string).replace(/^data:[^;,]*/, 'data:font/woff2'));
    reader.onerror = () => failed(new Error('FileReader'));
    reader.readAsDataURL(blob);
  });
}

/** Colours of a theme, whichever is on the screen: the page takes the theme for a moment, too short to be painted. */
export function readPaint(theme: 'light' | 'dark'): Paint {
  const root = document.documentElement;
  const before = root.dataset['theme'];
  root.dataset['theme'] = theme;
  const style = getComputedStyle(root);
  const names = [...['potential', 'dot-potential', 'on-potential'].flatMap((n) => [0, 1, 2, 3, 4].map((i) => `${n}-${i}`)), ...['group', 'dot-group', 'on-group'].flatMap((n) => ['leaders', 'stable', 'catch-up', 'problem'].map((g) => `${n}-${g}`)), ...[0, 1, 2, 3].map((i) => `cluster-${i}`), 'panel', 'ink', 'quiet', 'rule', 'accent', 'accent-casing', 'map-ground', 'map-neighbour', 'map-neighbour-line', 'map-region', 'on-map-region', 'map-border', 'map-border-plain', 'map-outline', 'map-water', 'map-hatch', 'map-missing'];
  const colours = new Map(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  if (before === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = before;
  return {
    colour: (token) => {
      const found = colours.get(token);
      if (!found) throw new Error(`--${token}`);
      return found;
    },
    dots: DOTS
  };
}

/** How long letters may take to be read from the picture's own style sheet, ms. */
const PATIENCE = 6000;

/**
 * A browser calls the picture decoded before it has read the letters inside it, and draws none until then. It is drawn
 * again until letters stand where they must and nothing changes any more.
 */
export async function png({ svg, width, height, words }: ShareDrawing, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('canvas');
  const small = document.createElement('canvas');
  [small.width, small.height] = [width / 4, height / 4];
  const eye = small.getContext('2d', { willReadFrequently: true });
  if (!eye) throw new Error('canvas');
  const till = performance.now() + PATIENCE;
  for (let before = '', same = 0; same < 2; ) {
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const lettered = words.every((w) => written(pen.getImageData(w.x * scale, w.y * scale, w.width * scale, w.height * scale).data));
    eye.drawImage(image, 0, 0, small.width, small.height);
    const now = String(eye.getImageData(0, 0, small.width, small.height).data.reduce((sum, v, i) => (sum * 31 + v + i) % 4_294_967_291, 0));
    same = lettered && now === before ? same + 1 : 0;
    before = now;
    if (performance.now() > till) throw new Error('fonts');
    await new Promise((done) => setTimeout(done, 50));
  }
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('canvas'))), 'image/png'));
}

/** More than one colour: something stands on the paper. */
const written = (pixels: Uint8ClampedArray): boolean => pixels.some((v, i) => v !== pixels[i % 4]);

/** Text is text in a spreadsheet, whatever it begins with. */
export async function xlsx({ header, rows }: Table, sheet: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser');
  const cell = (value: TableCell) => (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value)) ? null : typeof value === 'number' ? { type: Number, value } : { type: String, value });
  return write([{ sheet, data: [header.map((value) => ({ type: String, value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cell))], stickyRowsCount: 1 }]).toBlob();
}

export function handOver(blob: Blob, name: string): void {
  const where = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = where;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(where), 10_000);
}
