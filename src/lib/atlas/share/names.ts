/** Names of files and the code of a frame. */
import type { Language } from '../../pack';
import type { Shown } from '../shown';

/** Measure or mode, year and language, so that a file says later what it holds: `vfd-index-2023-en`. */
export function shareName({ pack, view }: Shown, language: Language): string {
  const what = view.mode === 'potential' ? view.measure : view.mode === 'matrix' ? 'matrix' : ['chains', ...view.clusters].join('-');
  const when = view.mode === 'chains' ? [] : [String(view.year)];
  return [pack.meta.id, what, ...when, language].join('-').toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** Height of a frame that shows everything of it, px. */
export const FRAME_HEIGHT = { least: 320, usual: 620, most: 1600 } as const;

/** @param height px; one out of bounds is brought back into them */
export function frameCode(address: string, title: string, height: number): string {
  const { least, usual, most } = FRAME_HEIGHT;
  const tall = Number.isFinite(height) ? Math.round(Math.min(most, Math.max(least, height))) : usual;
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${tall}" style="border:0" loading="lazy"></iframe>`;
}

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
