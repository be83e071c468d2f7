/**
 * Width of text set in Golos Text, and lines that fit a width. A scheme is laid out while pages are made,
 * where nothing draws text, so its letters are measured beforehand: advance widths at weight 600, which no
 * lighter weight exceeds by more than the rounding, each rounded up to 0.05 em. A line is never wider than said.
 */
const WIDTHS: Readonly<Record<number, string>> = {
  25: " '\u00a0",
  30: '`ij’',
  35: '!,.:;Il|·',
  40: '()-[]frt{}',
  45: '"*',
  50: '/\\_г',
  55: '17?szзть«»–',
  60: '+25<=>FJL^acekouvxy~Габвеклопсухчэяё',
  65: '034689ETZbdghnpqЕТдийнрцъЁ',
  70: '#$&ABCKPRSVXYАБВЗРСУХЧЬЭЯ',
  75: 'DGUДКЛПЪмы—',
  80: 'HNOQИЙНОЦфю',
  85: '%wжш',
  90: 'MmМФщ',
  95: 'Ы',
  100: '@WЖШЮ→…',
  105: 'Щ',
  115: '№'
};
const WIDEST = 1.15;
const EM = new Map(Object.entries(WIDTHS).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width) / 100] as const)));

/** Upper bound of the width in the unit of `size`; letters not measured count as the widest. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) em += EM.get(letter) ?? WIDEST;
  return em * size;
}

/** Lines no wider than `width`, broken at spaces and after hyphens; a longer word is broken where it must. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<=[ \u2009-])/)) {
    if (textWidth((line + part).trimEnd(), size) <= width) {
      line += part;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    for (const letter of part) {
      if (line !== '' && textWidth(`${line}${letter}`.trimEnd(), size) > width) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
