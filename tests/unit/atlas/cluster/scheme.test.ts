/* Schemes and their layout: every link of the model is an arrow, nothing lies on anything else, text fits its box. */
import { beforeAll, describe, expect, it } from 'vitest';
import { clusterScheme, commodities, goodsWord, labelBox, LEAST_SCALE, PAD, shortGoods, siteScheme, textWidth, walk, wrapText, type Drawing, type Scheme, type WalkPlace } from '../../../../src/lib/atlas';
import { currentLinks, functionalModel, proposedLinks } from '../../../../src/lib/chains';
import { clusterWords } from '../../../../src/lib/i18n/pages/clusters';
import { goodsWords } from '../../../../src/lib/i18n/pages/goods';
import { LANGUAGES, type Language, type Pack, type Text } from '../../../../src/lib/pack';
import { layOut } from '../../../../src/lib/server/schemeLayout';
import { lagoon, vfd } from '../../support';

const PACKS: readonly (readonly [string, () => Pack])[] = [['vfd', vfd], ['lagoon', lagoon]];

const speech = (language: Language) => ({ words: clusterWords[language], text: (t: Text | null) => t?.[language] ?? '' });

function schemes(pack: Pack, cluster: string, language: Language): readonly Scheme[] {
  const model = functionalModel(pack, cluster)!;
  const say = speech(language);
  return [clusterScheme(pack, model, say), ...model.functions.map((f) => siteScheme(pack, model, f.stage.id, say)!)];
}

describe('text', () => {
  it('breaks at spaces and after hyphens, within the width, and loses no letter', () => {
    for (const text of ['Assembly or processing', 'Нижегородский автокомпонентный завод-спутник', 'Supercalifragilistic', '']) {
      const lines = wrapText(text, 13, 80);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(80);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
    expect(wrapText('one two', 10, 1000)).toEqual(['one two']);
  });
});

describe.each(PACKS)('schemes of %s', (_, load) => {
  it('hold every current link: between functions as an arrow, inside one in its own scheme', () => {
    const pack = load();
    for (const { id } of pack.clusters) {
      const [whole, ...stages] = schemes(pack, id, 'en');
      const model = functionalModel(pack, id)!;
      const inner = model.flows.filter((f) => f.from.kind === 'stage' && f.to.kind === 'stage' && f.from.id === f.to.id).flatMap((f) => f.links.map((l) => l.link.id));
      const all = [...currentLinks(pack, id), ...proposedLinks(pack, id)].map((l) => l.link.id);
      expect([...whole!.edges.flatMap((e) => e.links), ...inner].sort()).toEqual([...all].sort());
      for (const scheme of stages) {
        const ids = new Set(scheme.nodes.map((n) => n.id));
        for (const e of scheme.edges) expect(ids.has(e.from) && ids.has(e.to), e.id).toBe(true);
        const held = functionalModel(pack, id)!.functions.find((f) => f.stage.id === scheme.stage)!.mechanisms.sites;
        expect([...scheme.nodes, ...scheme.idle.nodes].filter((n) => n.kind === 'site').map((n) => n.id).sort()).toEqual([...new Set(held.map(({ site }) => `site.${site.id}`))].sort());
        const own = new Set(held.map(({ site }) => site.id));
        const touching = [...currentLinks(pack, id), ...proposedLinks(pack, id)].filter((l) => own.has(l.from.id) || own.has(l.to.id)).map((l) => l.link.id);
        expect(scheme.edges.flatMap((e) => e.links).sort()).toEqual([...touching].sort());
      }
    }
  });

  it.each(LANGUAGES)('say on every arrow between functions what flows, where goods are named, in %s', (language) => {
    const pack = load();
    for (const { id } of pack.clusters) {
      for (const e of schemes(pack, id, language)[0]!.edges) {
        const links = [...currentLinks(pack, id), ...proposedLinks(pack, id)].filter((l) => e.links.includes(l.link.id));
        const named = links.flatMap((l) => l.link.okved2 ?? []);
        const label = e.label.map((l) => l.text).join(' ');
        expect(e.goods.reduce((n, g) => n + g.links, 0)).toBe(links.length);
        // Every class has a word: a bare code is none.
        for (const code of named) expect(goodsWord(code, goodsWords[language]), code).not.toBe(code);
        if (named.length > 0) expect(named.some((code) => label.replaceAll(' ', '').includes(goodsWord(code, goodsWords[language]).replaceAll(' ', ''))), `${e.id}: ${label}`).toBe(true);
        expect(label.includes(clusterWords[language].proposed), e.id).toBe(e.certainty === 'proposed');
      }
    }
  });

  it.each(LANGUAGES)('are laid out without overlap, in %s', async (language) => {
    const pack = load();
    for (const { id } of pack.clusters) {
      const down = clusterScheme(pack, functionalModel(pack, id)!, speech(language), 'down');
      for (const scheme of [...schemes(pack, id, language), down]) {
        const drawing = await layOut(scheme);
        const where = `${id} ${scheme.stage ?? 'whole'}`;
        const boxes = drawing.nodes.map((n) => ({ id: n.id, x: n.x, y: n.y, w: n.width, h: n.height }));
        const labels = drawing.edges.flatMap((e) => {
          const { width, height } = labelBox(e.label);
          return e.labelAt ? [{ id: e.id, x: e.labelAt[0] - width / 2, y: e.labelAt[1] - height / 2, w: width, h: height }] : [];
        });
        const things = [...boxes, ...labels];
        const apart = (a: (typeof things)[number], b: (typeof things)[number]) => a.x + a.w <= b.x + 0.5 || b.x + b.w <= a.x + 0.5 || a.y + a.h <= b.y + 0.5 || b.y + b.h <= a.y + 0.5;
        things.forEach((a, i) => things.slice(i + 1).forEach((b) => expect(apart(a, b), `${where}: ${a.id} on ${b.id}`).toBe(true)));
        for (const a of things) expect(a.x >= 0 && a.y >= 0 && a.x + a.w <= drawing.width && a.y + a.h <= drawing.height, `${where}: ${a.id} within`).toBe(true);
        for (const n of drawing.nodes) {
          for (const line of n.inside) expect(textWidth(line.text, line.size)).toBeLessThanOrEqual(n.width - 2 * PAD);
          for (const line of [...n.above, ...n.below]) expect(textWidth(line.text, line.size)).toBeLessThanOrEqual(n.width);
        }
        for (const e of drawing.edges) {
          // An arrow meets the frames of its ends and passes through no other box.
          for (const [end, point] of [[e.from, e.points[0]], [e.to, e.points.at(-1)]] as const) {
            const n = drawing.nodes.find((x) => x.id === end)!;
            const top = n.y + n.frame.top;
            const [x, y] = point!;
            expect(x >= n.x - 0.2 && x <= n.x + n.width + 0.2 && y >= top - 0.2 && y <= top + n.frame.height + 0.2, `${where}: ${e.id} at ${end}`).toBe(true);
          }
          e.points.slice(1).forEach((b, i) => {
            const a = e.points[i]!;
            const hit = { id: e.id, x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), w: Math.abs(a[0] - b[0]), h: Math.abs(a[1] - b[1]) };
            for (const box of boxes) if (box.id !== e.from && box.id !== e.to) expect(apart(hit, box), `${where}: ${e.id} through ${box.id}`).toBe(true);
          });
        }
      }
    }
  });
});

it.each(LANGUAGES)('the whole chain fits a screen of 1440 without scrolling, in %s', async (language) => {
  // The page keeps 24 px at either side.
  for (const { id } of vfd().clusters) expect((await layOut(schemes(vfd(), id, language)[0]!)).width * LEAST_SCALE, id).toBeLessThanOrEqual(1440 - 48);
});

describe('what flows, in short', () => {
  const words = { '22': 'rubber and plastics', '22.1': 'rubber goods', '29': 'vehicles' };
  const goods = (codes: readonly (string | null)[]) => shortGoods(commodities(codes.map((okved2) => ({ link: { okved2 } }) as Parameters<typeof commodities>[0][number])), words);
  it('takes the word of the longest code that fits, or the code', () => {
    expect(['22.19', '22.21', '29.10.1', '94.11'].map((code) => goodsWord(code, words))).toEqual(['rubber goods', 'rubber and plastics', 'vehicles', '94.11']);
  });
  it('gathers classes under one word, the most frequent first, and leaves unnamed goods out', () => {
    expect(goods(['29.10.1', '22.11', '22.19', null, null, null, null, '22.21', '29.10.3', '22.11'])).toEqual(['rubber goods', 'vehicles', 'rubber and plastics']);
    expect(goods([null])).toEqual([]);
  });
});

it('a proposed link is an arrow of its own, is no input or output, and says so', () => {
  const pack = lagoon();
  const model = functionalModel(pack, 'skiffs')!;
  const [whole] = schemes(pack, 'skiffs', 'en');
  const arrows = whole!.edges.filter((e) => e.certainty === 'proposed');
  expect(arrows.map((e) => [e.id, e.links])).toEqual([['gather~craft~proposed', ['s2']]]);
  expect(arrows[0]!.spoken).toMatch(/1\slink proposed, none known, carrying timber$/);
  expect([...model.flows, ...model.functions.flatMap((f) => [...f.inputs, ...f.outputs])].flatMap((f) => f.links.map((l) => l.link.id))).not.toContain('s2');
});

describe('the walk', () => {
  let drawing: Drawing;
  const at = (id: string, side: WalkPlace['side'] = 'from'): WalkPlace => ({ id, side });
  beforeAll(async () => {
    drawing = await layOut(schemes(vfd(), 'automotive', 'en')[0]!);
  });

  it('goes from a box onto its arrow and on to the next box, and back', () => {
    const on = walk(drawing, at('components'), 'ArrowRight');
    expect(on).toEqual(at('components~assembly'));
    expect(walk(drawing, on, 'ArrowRight').id).toBe('assembly');
    expect(walk(drawing, on, 'ArrowLeft').id).toBe('components');
    expect(walk(drawing, at('market'), 'ArrowLeft')).toEqual(at('assembly~market', 'to'));
  });

  it('goes between the arrows at one end, and stays where nothing follows', () => {
    const first = walk(drawing, at('assembly'), 'ArrowLeft');
    const seen = [first.id];
    for (let now = first; ; ) {
      const next = walk(drawing, now, 'ArrowDown');
      if (next.id === now.id) break;
      seen.push(next.id);
      now = next;
    }
    expect(seen.sort()).toEqual(drawing.edges.filter((e) => e.to === 'assembly').map((e) => e.id).sort());
    expect(walk(drawing, at('raw'), 'ArrowRight')).toEqual(at('raw'));
  });

  it('reaches every box and every arrow', () => {
    const all = new Set<string>();
    const open = [walk(drawing, at(''), 'Home')];
    while (open.length > 0) {
      const now = open.pop()!;
      if (all.has(`${now.id} ${now.side}`)) continue;
      all.add(`${now.id} ${now.side}`);
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'End'] as const) open.push(walk(drawing, now, key));
    }
    const reached = new Set([...all].map((place) => place.split(' ')[0]));
    expect([...reached].sort()).toEqual([...drawing.nodes, ...drawing.edges].map((x) => x.id).sort());
  });
});
