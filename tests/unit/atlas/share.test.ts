import { describe, expect, it } from 'vitest';
import { defaultView, frameCode, parseView, shareDrawing, shareName, show, shownGeoJson, shownTable, tableCsv, type View } from '../../../src/lib/atlas';
import { textWidth } from '../../../src/lib/atlas/cluster/text';
import { i18n } from '../../../src/lib/i18n';
import { shareWords } from '../../../src/lib/i18n/pages/share';
import type { Language, Pack } from '../../../src/lib/pack';
import { lagoon, vfd } from '../support';

const paint = { colour: (token: string) => `#${(token.length * 4369).toString(16).padStart(6, '0').slice(-6)}`, dots: {} };
const ADDRESS = 'https://atlas.example/ru?mode=matrix';
const picture = (pack: Pack, language: Language, change: Partial<View>) => {
  const shown = show(pack, { ...defaultView(pack), ...change });
  return { shown, ...shareDrawing(shown, i18n(language), shareWords[language], paint, ADDRESS, '') };
};

interface Written {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Every text of the file with the room it takes, groups moved to where they stand. */
function texts(svg: string): Written[] {
  const moves: [x: number, y: number, turned: boolean][] = [];
  const found: Written[] = [];
  for (const [, open, close, x, y, size, anchor, text] of svg.matchAll(/<g([^>]*)>|(<\/g>)|<text x="([-\d.]+)" y="([-\d.]+)" font-size="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)<\/text>/g)) {
    if (open !== undefined) {
      const [, dx = '0', dy = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(open) ?? [];
      moves.push([Number(dx), Number(dy), open.includes('rotate')]);
    } else if (close) moves.pop();
    else if (text !== undefined && !moves.some(([, , turned]) => turned)) {
      const width = textWidth(text.replaceAll('&amp;', '&'), Number(size));
      const at = Number(x) + moves.reduce((n, [dx]) => n + dx, 0);
      const left = at - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      found.push({ text, left, right: left + width, y: Number(y) + moves.reduce((n, [, dy]) => n + dy, 0), size: Number(size) });
    }
  }
  return found;
}

const CASES = ([['vfd', vfd], ['lagoon', lagoon]] as const).flatMap(([name, pack]) => (['en', 'ru'] as const).flatMap((language) => (['potential', 'matrix', 'chains'] as const).map((mode) => ({ name, pack, language, mode }))));

describe('picture to take away', () => {
  it.each(CASES)('of $name in $language, $mode: well-formed, no text cut, source, licence and address drawn in', ({ pack: open, language, mode }) => {
    const pack = open();
    const { svg, width, height } = picture(pack, language, { mode });
    const tags: string[] = [];
    for (const [, end, tag = '', alone] of svg.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
      if (end) expect(tags.pop()).toBe(tag);
      else if (!alone) tags.push(tag);
    }
    expect(tags).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|&(?!amp;|lt;|gt;|quot;)/);
    const all = texts(svg);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ left, right, y }) => left < -0.5 || right > width + 0.5 || y < 0 || y > height)).toEqual([]);
    // Letters without tails reach 0.7 of their size above the line; a little of a halo may touch.
    const over = all.flatMap((a, i) => all.slice(i + 1).filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.y - 0.7 * a.size < b.y && b.y - 0.7 * b.size < a.y).map((b) => `${a.text} | ${b.text}`));
    expect(over, 'texts on one another').toEqual([]);
    const words = all.map((t) => t.text).join(' ').replace(/\s+/g, ' ');
    const plain = (s: string) => s.replace(/[\s-]+/g, ' ');
    for (const part of [pack.meta.attribution[language], pack.meta.licence[language], ADDRESS.replace('&', '&amp;')]) expect(plain(words).replaceAll(' ', '')).toContain(plain(part).replaceAll(' ', ''));
  });
  it('marks invented data and figures of a scenario', () => {
    expect(picture(lagoon(), 'en', {}).svg).toContain('Invented data');
    const { view } = parseView(new URLSearchParams('cut=median'), vfd());
    const drawn = (v: View) => shareDrawing(show(vfd(), v), i18n('en'), shareWords.en, paint, ADDRESS, '').svg;
    expect([drawn(view).includes(shareWords.en.scenario), drawn(defaultView(vfd())).includes(shareWords.en.scenario)]).toEqual([true, false]);
  });
});

describe('rows and shapes shown', () => {
  it('are the regions of the map, in the order of the pack, missing left empty', () => {
    const pack = vfd();
    const { shown } = picture(pack, 'ru', {});
    const table = shownTable(shown, i18n('ru'), shareWords.ru.scenario);
    expect(table.rows.map((r) => r[0])).toEqual(shown.regions.map((r) => r.code));
    expect(table.rows.map((r) => r[table.header.indexOf('VALUE')])).toEqual([...shown.choropleth.values]);
    expect(table.rows.every((r) => r.length === table.header.length)).toBe(true);
    expect(tableCsv(table)).not.toMatch(/(^|,)"?[=+@]/m);
  });
  it('are the links behind the arrows, each with a line between its ends', () => {
    const { shown } = picture(vfd(), 'en', { mode: 'chains', evidence: ['documented'] });
    const table = shownTable(shown, i18n('en'), '');
    expect(table.rows).toHaveLength(shown.scene.links.length);
    const { features } = JSON.parse(shownGeoJson(shown, table, 's', 'l')) as { features: { geometry: { type: string } | null; properties: { evidence: string } }[] };
    expect(features.map((f) => f.geometry?.type)).toEqual(features.map(() => 'LineString'));
    expect(new Set(features.map((f) => f.properties.evidence))).toEqual(new Set(['documented']));
  });
});

it('the code of a frame is safe in a page and keeps to sensible heights; names of files say what they hold', () => {
  expect(frameCode('https://a.example/embed?x=1&y=2', 'A "quoted" <title>', 9)).toBe('<iframe src="https://a.example/embed?x=1&amp;y=2" title="A &quot;quoted&quot; &lt;title&gt;" width="100%" height="320" style="border:0" loading="lazy"></iframe>');
  expect(frameCode('a', 'b', NaN)).toContain('height="620"');
  const pack = vfd();
  expect(shareName(show(pack, defaultView(pack)), 'ru')).toBe(`${pack.meta.id}-index-${pack.method.targetYear}-ru`);
});
