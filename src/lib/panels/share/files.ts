/** Making files in the browser: letters and colours of a picture, pixels, spreadsheets, and handing them over. */
import latin from '@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2?url';
import cyrillic from '@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2?url';
import type { Paint, ShareDrawing, Table, TableCell } from '../../atlas';
import { DOTS } from '../../ui';

const SUBSETS = [
  [latin, 'U+0000-00FF,U+2000-206F,U+20AC,U+2191-2193,U+2212'],
  [cyrillic, 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116']
] as const;

/** Golos Text as part of a style sheet, so that a picture has its letters wherever it is opened. */
export async function fontFaces(): Promise<string> {
  const faces = SUBSETS.map(async ([where, range]) => {
    const answer = await fetch(where);
    if (!answer.ok) throw new Error(`${where} (${answer.status})`);
    return `@font-face{font-family:'Golos Text Variable';font-weight:400 900;src:url(${await dataUrl(await answer.blob())}) format('woff2');unicode-range:${range}}`;
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

export async function png({ svg, width, height }: ShareDrawing, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('canvas');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('canvas'))), 'image/png'));
}

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
