/* A region's page: peers, strengths, and the paragraph made from its figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill, indicatorSpace, nearest, paragraph, peerDistance, peersOf, plainText, profile, regionConfidence, scores, standings, type Paragraph } from '../../../src/lib/atlas';
import { participation } from '../../../src/lib/chains';
import { regionsOf } from '../../../src/lib/composite';
import { i18n } from '../../../src/lib/i18n';
import { regionWords } from '../../../src/lib/i18n/pages/region';
import { LANGUAGES, type Language, type Pack } from '../../../src/lib/pack';
import { confidenceOfYears } from '../../../src/lib/typology';
import { lagoon, vfd } from '../support';

const column = (...values: number[]) => Float64Array.from(values);

describe('distance between regions', () => {
  /* Worked by hand: differences 0.3 and 0.4 give √((0.09 + 0.16) / 2) = √0.125. */
  it('is the root of the mean squared difference over what both have', () => {
    const space = [column(0.1, 0.4, NaN), column(0.2, 0.6, 0.2)];
    expect(peerDistance(space, 0, 1)).toEqual({ distance: Math.sqrt(0.125), shared: 2 });
    expect(peerDistance(space, 0, 2)).toEqual({ distance: 0, shared: 1 });
  });
  it('is missing where fewer than half of the dimensions are shared', () => {
    expect(peerDistance([column(0, NaN), column(0, NaN), column(0, 1)], 0, 1).distance).toBeNaN();
  });
  const unitInterval = fc.double({ min: 0, max: 1, noNaN: true });
  const spaces = fc.array(fc.array(fc.oneof({ weight: 5, arbitrary: unitInterval }, { weight: 1, arbitrary: fc.constant(NaN) }), { minLength: 5, maxLength: 5 }).map((v) => Float64Array.from(v)), { minLength: 1, maxLength: 6 });
  it('is symmetric, nought to itself and at most one', () => {
    fc.assert(
      fc.property(spaces, fc.nat(4), fc.nat(4), (space, a, b) => {
        const { distance } = peerDistance(space, a, b);
        expect(peerDistance(space, b, a).distance).toBe(distance);
        if (!Number.isNaN(distance)) expect(distance).toBeLessThanOrEqual(1);
        const own = peerDistance(space, a, a).distance;
        expect(Number.isNaN(own) || own === 0).toBe(true);
      })
    );
  });
  it('puts the nearest first and leaves none out that is nearer', () => {
    fc.assert(
      fc.property(spaces, fc.nat(4), fc.nat(5), (space, unit, k) => {
        const found = nearest(space, unit, 5, k);
        const all = [0, 1, 2, 3, 4].filter((u) => u !== unit).map((u) => peerDistance(space, unit, u).distance).filter((d) => !Number.isNaN(d)).sort((a, b) => a - b);
        expect(found.map((p) => p.distance)).toEqual(all.slice(0, k));
        expect(found.every((p) => p.unit !== unit)).toBe(true);
      })
    );
  });
});

const PACKS: readonly (readonly [string, () => Pack])[] = [['the real pack', vfd], ['the fictitious pack', lagoon]];

function told(pack: Pack, code: string, language: Language): { text: Paragraph; all: ReturnType<typeof gather> } {
  const all = gather(pack, code);
  return { text: paragraph(pack, i18n(language), regionWords[language], all), all };
}

const confidences = new Map<Pack, ReturnType<typeof confidenceOfYears>[number] | null>();
function gather(pack: Pack, code: string) {
  const { targetYear, normalisation } = pack.method;
  // A hundred runs are enough for words; how many there are does not matter here.
  if (!confidences.has(pack)) confidences.set(pack, pack.method.robustness ? (confidenceOfYears(pack, { ...pack.method, robustness: { ...pack.method.robustness, runs: 100 } }, [targetYear], normalisation.goalposts)[0] ?? null) : null);
  const own = profile(pack, code, targetYear, normalisation.goalposts)!;
  const confidence = confidences.get(pack) ?? null;
  return {
    profile: own,
    peers: peersOf(pack, own.unit, targetYear, normalisation.goalposts),
    standings: standings(pack, own, normalisation.goalposts),
    confidence: confidence && regionConfidence(confidence, regionsOf(pack), own.unit),
    chains: participation(pack, code)
  };
}

describe.each(PACKS)('the region pages of %s', (_, load) => {
  const pack = load();
  const codes = regionsOf(pack).map((r) => r.code);

  it.each(LANGUAGES)('every region has a clean paragraph (%s)', (language) => {
    for (const code of codes) {
      const text = plainText(told(pack, code, language).text);
      expect(text, code).not.toMatch(/undefined|NaN|null|\{|\}| {2}|\.\.|–[,)]|“”|«»/);
      expect(text.endsWith('.'), text).toBe(true);
      if (language === 'ru') expect(text.replace(/[IVX]/g, '')).toMatch(/[а-яё]/i);
      else expect(text).not.toMatch(/[а-яё]/i);
    }
  });

  it('the figures of the paragraph are those of the profile, and lead to a place that the page has', () => {
    for (const language of LANGUAGES) {
      const speak = i18n(language);
      for (const code of codes) {
        const { text, all } = told(pack, code, language);
        const linked = text.flat().filter((p) => p.to !== null);
        const known = new Set(['position', 'path', 'peers', 'chains', ...all.profile.blocks.flatMap((b) => [`block-${b.block.id}`, ...b.indicators.map((i) => `i-${i.indicator.id}`)])]);
        for (const part of linked) expect(known.has(part.to!), part.to!).toBe(true);
        const at = (to: string) => linked.filter((p) => p.to === to).map((p) => p.text);
        expect(at('position').slice(0, 3)).toEqual([speak.number(all.profile.index, 2), speak.ordinal(all.profile.rank), speak.number(all.profile.districtMean, 2)].slice(0, 3));
        for (const { block, score, place } of all.profile.blocks) for (const shown of at(`block-${block.id}`)) expect([speak.number(score, 2), speak.ordinal(place)]).toContain(shown);
        // Words between the links hold no figure but years and the number of regions.
        const rest = text.flat().filter((p) => p.to === null).map((p) => p.text).join('').replaceAll(speak.text(all.profile.area.name), '');
        const allowed = new Set([String(all.profile.of), ...pack.observations.years.map(String)]);
        for (const number of rest.match(/\d+([.,]\d+)?/g) ?? []) if (!allowed.has(number)) expect(pack.indicators.some((i) => speak.text(i.short).includes(number)), `${code}: ${number} in “${rest}”`).toBe(true);
      }
    }
  });

  it('a region is not its own peer, and peers are the nearest of all', () => {
    const { targetYear, normalisation } = pack.method;
    const space = indicatorSpace(scores(pack, targetYear, normalisation.goalposts).potential);
    codes.forEach((code, unit) => {
      const { peers } = peersOf(pack, unit, targetYear, normalisation.goalposts);
      expect(peers.map((p) => p.area.code)).not.toContain(code);
      const worst = peers.at(-1)?.distance ?? Infinity;
      const nearer = codes.filter((_, u) => u !== unit && peerDistance(space, unit, u).distance < worst);
      expect(nearer.length).toBeLessThanOrEqual(peers.length - 1);
    });
  });

  it('strengths stand better than weaknesses, and none is both', () => {
    for (const code of codes) {
      const { standings: { strengths, weaknesses } } = gather(pack, code);
      const ids = [...strengths, ...weaknesses].map((i) => i.indicator.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...strengths.map((i) => i.place)]).toEqual([...strengths.map((i) => i.place)].sort((a, b) => a - b));
      if (strengths.length > 0 && weaknesses.length > 0) expect(Math.max(...strengths.map((i) => (i.of - i.place) / (i.of - 1)).map((v) => 1 - v))).toBeLessThanOrEqual(Math.min(...weaknesses.map((i) => 1 - (i.of - i.place) / (i.of - 1))));
    }
  });
});

describe('patterns', () => {
  it('a slot that nothing fills is an error, not a gap', () => {
    expect(() => fill('{name}: {index}', { name: 'A' })).toThrow('nothing fills {index}');
  });
  it('both languages have the same slots', () => {
    const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    const { en, ru } = regionWords;
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      const [a, b] = [en[key], ru[key]];
      if (typeof a === 'string' && typeof b === 'string' && key !== 'pathSame') expect(slots(b), key).toEqual(slots(a));
    }
  });
});
