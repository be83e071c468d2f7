/* What the page on partners shows: its sheet against the whole pack, its address, its words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestProposals, buyersOf, buyerSites, chainGround, formatPartners, functionName, functionParam, joinLines, laggingRegions, leadingRegions, mainReason, matching, namedThings, parsePartners, partnerNames, proposalPicture, reasonText, verdict, type PartnerKnown } from '../../../src/lib/atlas';
import { currentLinks, linkStages, match, partnerSheet, productClass, stageOrder, readSheet, reasonsOf, type Reason } from '../../../src/lib/chains';
import { partnerWords } from '../../../src/lib/i18n/pages/partners';
import { CRITERIA } from '../../../src/lib/pack';
import { regionsOf } from '../../../src/lib/composite';
import { lagoon, vfd } from '../support';

const pack = vfd();
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the sheet', () => {
  it('gives the same proposals, suppliers and reasons as the whole pack, at any weights', () => {
    const leaders = leadingRegions(pack);
    const sheet = readSheet(partnerSheet(matching(pack)!.partners));
    fc.assert(
      fc.property(fc.tuple(...CRITERIA.map(() => fc.integer({ min: 0, max: 5 }))), fc.constantFrom(...regionsOf(pack).map((r) => r.code)), fc.constantFrom(...pack.clusters.map((c) => c.id)), (w, region, cluster) => {
        const weights = Object.fromEntries(CRITERIA.map((id, k) => [id, w[k]])) as PartnerKnown['weights'];
        const [whole, small] = [matching(pack, { weights })!, match(sheet, { leaders, weights })];
        const proposals = whole.proposals(region, cluster);
        expect(small.proposals(region, cluster)).toEqual(proposals);
        const [leader] = leaders;
        expect(small.demand(leader!, cluster)).toEqual(whole.demand(leader!, cluster));
        for (const p of proposals.slice(0, 2)) {
          expect(reasonsOf(small.partners, p)).toEqual(reasonsOf(whole.partners, p));
          expect(small.suppliers(p.leader, p.fn)).toEqual(whole.suppliers(p.leader, p.fn));
        }
      }),
      { numRuns: 12 }
    );
  });
});

describe('the address', () => {
  const known: PartnerKnown = {
    regions: ['A', 'B'],
    clusters: ['boats', 'kites'],
    leaders: ['L', 'M'],
    functions: [{ cluster: 'boats', stage: 'parts', product: '22' }, { cluster: 'kites', stage: 'raw', product: null }],
    weights: { specialisation: 1, gap: 1, nearness: 1, relatedness: 1, readiness: 1 }
  };
  const read = (query: string) => parsePartners(new URLSearchParams(query), known);
  it('is empty for the defaults, and comes back from what it says', () => {
    expect(formatPartners(read(''), known)).toBe('');
    for (const query of ['region=B', 'region=B&cluster=kites&leader=M&function=raw', 'function=parts.22&weights=1~0~2.5~1~5']) expect(formatPartners(read(query), known)).toBe(query);
  });
  it('what cannot be read counts as not given', () => {
    expect(read('region=X&cluster=&leader=no&function=raw&weights=1~2')).toEqual(read(''));
    for (const weights of ['1~1~1~1~-1', '1~1~1~1~6', '1~1~1~1~x', '1~1~1~1~1~1', '']) expect(read(`weights=${weights}`).weights).toEqual(known.weights);
  });
});

describe('words', () => {
  const en = partnerNames(namedThings(pack), (t) => t?.en ?? '');
  const ru = partnerNames(namedThings(pack), (t) => t?.ru ?? '');
  const both = (reason: Reason) => [plain(reasonText(reason, partnerWords.en, en)), plain(reasonText(reason, partnerWords.ru, ru))];
  it('figures keep unit and year', () => {
    expect(both({ criterion: 'readiness', code: 'readiness', indicator: 'students_he_10k', value: 251, year: 2021, score: 0.276 })).toEqual([
      expect.stringMatching(/^Students per 10,000: 251 .+ \(2021\), 28 of 100 from the worst to the best region$/),
      expect.stringMatching(/^Студенты на 10 000: 251 .+ \(2021 г\.\), 28 из 100 на шкале от худшего региона к лучшему$/)
    ]);
    expect(both({ criterion: 'nearness', code: 'distance', value: 1524.1 })).toEqual(['Capitals 1,524 km apart, great circle', 'Между столицами регионов 1 524 км по дуге большого круга']);
  });
  it('numbers and nouns agree; none is said as none', () => {
    const suppliers = (value: number) => both({ criterion: 'gap', code: 'suppliers', value });
    expect([0, 1, 2].map((n) => suppliers(n)[0])).toEqual(['No supplier of the function is known in the leader’s chain', '1 supplier of the function known in the leader’s chain', '2 suppliers of the function known in the leader’s chain']);
    expect(suppliers(0)[1]).toBe('Поставщики этой функции в цепочке лидера неизвестны');
    expect([1, 2, 5, 21].map((n) => plain(partnerWords.ru.more(n)))).toEqual(['Ещё 1 предложение с меньшим баллом', 'Ещё 2 предложения с меньшим баллом', 'Ещё 5 предложений с меньшим баллом', 'Ещё 21 предложение с меньшим баллом']);
    expect(both({ criterion: 'relatedness', code: 'neighbours', value: 0, regions: [] })).toEqual(['No other region is known to have the function', 'Другие регионы с этой функцией неизвестны']);
  });
  it('every class of product and every indicator of the pack has its name in both languages', () => {
    const found = matching(pack)!;
    const classes = new Set(found.partners.space.functions.flatMap((f) => f.product ?? []));
    for (const code of classes) expect([partnerWords.en.classes[code], partnerWords.ru.classes[code]], code).not.toContain(undefined);
    const used = new Set(laggingRegions(pack).flatMap((r) => pack.clusters.flatMap((c) => found.proposals(r, c.id).slice(0, 3).flatMap((p) => reasonsOf(found.partners, p)))));
    for (const reason of used) for (const text of both(reason)) expect(text).not.toMatch(/undefined|NaN|“”|«»|^:/);
  });
  it('the main reason is of the strongest criterion that has one', () => {
    const criteria = { specialisation: 0.4, gap: 1, nearness: 0.5, relatedness: NaN, readiness: 0.7 };
    const near: Reason = { criterion: 'nearness', code: 'distance', value: 400 };
    const gap: Reason = { criterion: 'gap', code: 'suppliers', value: 0 };
    expect(mainReason({ criteria }, [near, gap])?.reason).toBe(gap);
    expect(mainReason({ criteria }, [near])?.criterion).toBe('nearness');
    expect(mainReason({ criteria }, [])).toBeNull();
  });
  it('a function without class is its stage', () => {
    const fn = { cluster: 'aircraft', stage: 'components', product: null };
    expect(functionName(fn, partnerWords.en, en)).toBe(en.stage('components'));
    expect(functionParam(fn)).toBe('components');
  });
});

it('the verdict follows the hits among the first three', () => {
  const said = (m: number, n: number, r: number) => verdict({ matching: [0, m, 1], nearest: [0, n, 1], random: [0, r, 1] });
  expect([said(0.7, 0.5, 0.2), said(0.52, 0.5, 0.2), said(0.4, 0.5, 0.2), said(0.22, 0.1, 0.2), said(NaN, NaN, NaN)]).toEqual(['better', 'level', 'worse', 'chance', 'chance']);
});

it('the best of a region over all clusters come in falling order of score', () => {
  const found = matching(pack)!;
  const best = bestProposals(pack, found, laggingRegions(pack)[0]!, 3);
  expect(best).toHaveLength(3);
  const all = pack.clusters.flatMap((c) => found.proposals(laggingRegions(pack)[0]!, c.id).map((p) => p.score));
  expect(best.map((p) => p.score)).toEqual(all.sort((a, b) => b - a).slice(0, 3));
});

describe('the lines on where a region could join', () => {
  it.each([['vfd', vfd], ['lagoon', lagoon]] as const)('are the best proposals of %s in words, in both languages', (_, load) => {
    const own = load();
    const found = matching(own)!;
    for (const { code } of regionsOf(own)) {
      const best = bestProposals(own, found, code, 3);
      for (const language of ['en', 'ru'] as const) {
        const lines = joinLines(own, code, partnerWords[language], (t) => t?.[language] ?? '')!;
        expect(lines.map(({ fn, leader }) => ({ fn, leader }))).toEqual(best.map(({ fn, leader }) => ({ fn, leader })));
        for (const { name, chain, why } of lines) for (const part of [name, chain, why]) expect(part).not.toMatch(/undefined|NaN|^$/);
      }
    }
  });
  it('need the parameters of the method', () => {
    expect(joinLines({ ...pack, method: { ...pack.method, partners: null } }, 'RU-PNZ', partnerWords.en, (t) => t?.en ?? '')).toBeNull();
  });
});

describe('who could buy', () => {
  const found = matching(pack)!;
  const leaders = leadingRegions(pack);
  const sites = buyerSites(pack, leaders);
  const proposals = regionsOf(pack).flatMap((r) => pack.clusters.flatMap((c) => found.proposals(r.code, c.id)));
  /* From the links themselves: what a class of goods of a stage goes to, by stage and class of the buyer. */
  const known = new Set(
    pack.clusters.flatMap(({ id }) =>
      currentLinks(pack, id).map((joined) => {
        const stages = linkStages(joined, stageOrder(pack));
        const role = (side: 'from' | 'to') => joined[side].roles.find((r) => r.cluster === id && r.stage === stages[side]);
        return [id, stages.from, role('from') && productClass(role('from')!), stages.to, role('to') && productClass(role('to')!)].join();
      })
    )
  );

  it('is a site of the leader, once; by class only where such goods are known to go to such sites', () => {
    const by = { product: 0, stage: 0 };
    for (const { leader, fn } of proposals) {
      const buyers = buyersOf(sites, found, leader, fn);
      by[buyers.by]++;
      expect(new Set(buyers.sites.map((s) => s.id)).size).toBe(buyers.sites.length);
      for (const s of buyers.sites) {
        expect([s.region, s.cluster]).toEqual([leader, fn.cluster]);
        if (buyers.by === 'product') expect(known.has([fn.cluster, fn.stage, fn.product, s.stage, s.product].join()), `${fn.stage} ${fn.product} to ${s.id}`).toBe(true);
      }
    }
    // Both ways occur in the pack, so that neither test above is empty.
    expect(Math.min(by.product, by.stage)).toBeGreaterThan(0);
  });
  it('is never more with the class of product than by stage alone', () => {
    for (const { leader, fn } of proposals) {
      const wide = buyersOf(sites, found, leader, { ...fn, product: null }).sites.map((s) => s.id);
      for (const s of buyersOf(sites, found, leader, fn).sites) expect(wide).toContain(s.id);
    }
  });
  it('stands on the map: an arrow from the region to each of their cities, all of them proposed', () => {
    const ids = new Set(sites.map((s) => s.id));
    const ground = chainGround(pack, pack.chains.sites.filter((s) => ids.has(s.id)), (t) => t.en);
    for (const { code } of regionsOf(pack)) {
      for (const { id } of pack.clusters) {
        const list = found.proposals(code, id).slice(0, 5);
        const { arrows, places, involved } = proposalPicture(ground, list, sites, found);
        const cities = new Set(list.flatMap((p) => buyersOf(sites, found, p.leader, p.fn).sites.map((s) => s.city.en)));
        expect(new Set(places.map((p) => p.name.en))).toEqual(cities);
        expect(arrows.every((a) => a.certainty === 'proposed')).toBe(true);
        // A city at the region's own name is too close for an arrow; no other is left out.
        expect(arrows.length).toBeLessThanOrEqual(Math.max(cities.size, new Set(list.map((p) => p.leader)).size));
        if (list.length > 0) expect(arrows.length).toBeGreaterThan(0);
        expect([...involved].sort()).toEqual([...new Set(list.flatMap((p) => [p.region, p.leader]))].sort());
      }
    }
  });
});
