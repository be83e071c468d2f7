/* Partner matching on a world small enough to reckon by hand, against brute force, and on both packs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backTest, functionKey, functionsOf, functionSpace, locationQuotient, match, partnerSpace, reasonsOf, settingOf, suppliersOf, topShares, weightDraws, withoutLink, joinedLinks, type Setting } from '../../../src/lib/chains';
import { regionsOf } from '../../../src/lib/composite';
import { distanceMatrix } from '../../../src/lib/geo';
import { CRITERIA, type Link, type Pack, type PartnersMethod, type Site } from '../../../src/lib/pack';
import { lagoon, vfd } from '../support';
import { drawn, link, links, role, site, sites } from './drawn';

const method: PartnersMethod = {
  weights: { specialisation: 1, gap: 1, nearness: 1, relatedness: 1, readiness: 1 },
  quotients: [],
  halfDistanceKm: 100,
  readiness: [{ id: 'fit', direction: 1, weight: 1, maxLag: 0 }],
  kinds: ['raw', 'intermediate'],
  confidence: { seed: 1, draws: 64, top: 1 }
};
// A, B, C, D on a line 100 km apart.
const line = Float64Array.from({ length: 16 }, (_, f) => 100 * Math.abs(Math.floor(f / 4) - (f % 4)));

function world(chains: { sites?: readonly Site[]; links?: readonly Link[] } = {}, fit: readonly number[] = [0, 1, 2, 4]): Pack {
  const pack = drawn(chains);
  const size = fit.length;
  return { ...pack, indicators: [{ ...pack.indicators[0]!, id: 'fit', derivation: null }], observations: { years: [2033], values: Float64Array.from(fit), source: new Int16Array(size).fill(-1), comment: new Int16Array(size).fill(-1) } };
}
const setting = (pack: Pack, more: Partial<PartnersMethod> = {}): Setting => settingOf(pack, line, { ...method, ...more });

describe('function space by hand', () => {
  // Presence: raw A B; part A B D; whole C; shop D.
  const functions = functionsOf(drawn().chains, 'stage');
  const space = functionSpace(drawn().chains, ['A', 'B', 'C', 'D'], functions, 'stage');
  const at = (stage: string) => functions.findIndex((f) => f.stage === stage);
  const phi = (a: string, b: string) => space.proximity[at(a) * functions.length + at(b)];
  const omega = (r: number, s: string) => space.density[r * functions.length + at(s)];
  it('proximity is the smaller conditional probability', () => {
    expect(phi('raw', 'part')).toBeCloseTo(2 / 3, 12); // both in A, B; part in three regions
    expect(phi('part', 'raw')).toBe(phi('raw', 'part'));
    expect(phi('part', 'shop')).toBeCloseTo(1 / 3, 12);
    expect([phi('raw', 'shop'), phi('whole', 'part'), phi('raw', 'raw')]).toEqual([0, 0, 0]);
  });
  it('density is the share of proximity that the region already has', () => {
    expect(omega(3, 'raw')).toBe(1); // raw is near part alone, which D has
    expect(omega(0, 'part')).toBeCloseTo(2 / 3 / (2 / 3 + 1 / 3), 12);
    expect(omega(2, 'part')).toBe(0);
    expect(omega(0, 'whole')).toBeNaN(); // whole is near nothing
  });
  it('the finer grain splits a stage by class of product; what has ended does not count', () => {
    const split = [site('a', 'A', [role('part', 'c', { okved2: '22.19' })]), site('b', 'A', [role('part', 'c', { okved2: '29.32' })]), site('o', 'B', [role('part', 'c', { okved2: '29.10', until: 2010 })])];
    const chains = drawn({ sites: split, links: [] }).chains;
    expect(functionsOf(chains, 'product').map(functionKey)).toEqual(['c/part/22', 'c/part/29']);
    expect([...functionSpace(chains, ['A', 'B'], functionsOf(chains, 'product'), 'product').sites]).toEqual([1, 1, 0, 0]);
  });
});

describe('criteria by hand', () => {
  const pack = world();
  const found = match(partnerSpace(setting(pack), 'stage'), { leaders: ['C'] });
  const of = (region: string, stage: string) => found.proposals(region, 'c').find((p) => p.fn.stage === stage);
  it('candidates feed a stage of the leader and are not linked to it yet', () => {
    // Raw feeds parts, which C does not have; parts feed wholes. A and B supply parts to C already, and so does D.
    expect(found.proposals('A', 'c')).toEqual([]);
    const without = match(partnerSpace(setting(world({ links: links.filter((l) => l.id !== '8') })), 'stage'), { leaders: ['C'] });
    expect(without.proposals('D', 'c').map((p) => [p.fn.stage, p.kind, p.leader, p.evidence])).toEqual([['part', 'connect', 'C', 'proposed']]);
    expect(of('C', 'part')).toBeUndefined();
  });
  it('gap, nearness, relatedness, readiness, specialisation', () => {
    const open = world({ links: links.filter((l) => l.id !== '8') });
    const space = partnerSpace(setting(open), 'stage');
    const [proposal] = match(space, { leaders: ['C'] }).proposals('D', 'c');
    // p1 and p2 supply parts to C.
    expect(proposal?.criteria.gap).toBeCloseTo(1 / 3, 12);
    expect(proposal?.criteria.nearness).toBeCloseTo(0.5, 12);
    // ω(D, part): near raw (2/3) and shop (1/3), D has the shop. Others with parts: A at 300 km, B at 200; C at 100 has none.
    const [nearA, nearB, nearC] = [100 / 400, 100 / 300, 100 / 200];
    expect(proposal?.criteria.relatedness).toBeCloseTo((1 / 3 + (nearA + nearB) / (nearA + nearB + nearC)) / 2, 12);
    expect(proposal?.criteria.readiness).toBe(1);
    // One cluster only, so every region's quotient in it is 1; one product class, likewise but unused in this grain.
    expect(proposal?.criteria.specialisation).toBeCloseTo(0.5, 12);
    expect(proposal?.score).toBeCloseTo(Object.values(proposal!.criteria).reduce((a, b) => a + b) / 5, 12);
    expect(reasonsOf(space, proposal!).map((r) => [r.code, 'value' in r ? r.value : NaN])).toEqual([['cluster-quotient', 1], ['suppliers', 2], ['distance', 100], ['density', 1 / 3], ['neighbours', expect.closeTo(0.538, 3)], ['readiness', 4]]);
  });
  it('suppliers of a leader: its own sites and those with a link into it, each once', () => {
    const space = partnerSpace(setting(world({ links: [...links, link('9', 'p1', 'w2'), link('10', 'p1', 'w1', { period: 'past:2001' })] })), 'stage');
    const part = space.space.functions.findIndex((f) => f.stage === 'part');
    expect([0, 1, 2, 3].map((l) => suppliersOf(space, part, l))).toEqual([1, 1, 3, 1]);
  });
  it('demand of a leader: thinnest first', () => {
    expect(found.demand('C', 'c').map((d) => [d.fn.stage, d.suppliers])).toEqual([['part', 3]]);
    expect(found.demand('A', 'c').map((d) => [d.fn.stage, d.suppliers])).toEqual([['raw', 2]]);
  });
  it('the other way round: who could supply parts to C', () => {
    const open = match(partnerSpace(setting(world({ links: links.filter((l) => l.to !== 'w1' && l.to !== 'w2') })), 'stage'), { leaders: [] });
    const part = { cluster: 'c', stage: 'part', product: null };
    // No link feeds wholes any more, yet the question may be asked.
    const list = open.suppliers('C', part);
    expect(list.map((p) => p.region).sort()).toEqual(['A', 'B', 'D']);
    expect(list.map((p) => p.place)).toEqual([1, 2, 3]);
    expect(list[0]?.region).toBe('D'); // near and fit
  });
  it('the weights decide: nearness alone, readiness alone', () => {
    const parts = partnerSpace(setting(world({ links: links.filter((l) => l.to !== 'w1' && l.to !== 'w2') }, [9, 0, 0, 1])), 'stage');
    const none = { specialisation: 0, gap: 0, nearness: 0, relatedness: 0, readiness: 0 };
    const first = (weights: typeof none) => match(parts, { leaders: [], weights }).suppliers('C', { cluster: 'c', stage: 'part', product: null })[0]?.region;
    expect([first({ ...none, nearness: 1 }), first({ ...none, readiness: 1 })]).toEqual(['B', 'A']);
  });
  it('published quotients count where the method has them; what is missing is left out, not nought', () => {
    const q = setting(pack, { quotients: [{ clusters: null, stages: ['part'], numerator: 'fit', denominator: 'fit', maxLag: 0 }] });
    expect([...q.quotient('c', 'part')!]).toEqual([NaN, 1, 1, 1]);
    expect(q.quotient('c', 'raw')).toBeNull();
    const [a] = match(partnerSpace(settingOf(world({ links: links.filter((l) => l.to !== 'w1') }, [NaN, 1, 2, 4]), line, method), 'stage'), { leaders: ['C'] }).proposals('A', 'c');
    expect(a?.criteria.readiness).toBeNaN();
    expect(a?.score).toBeCloseTo((a!.criteria.specialisation + a!.criteria.gap + a!.criteria.nearness + a!.criteria.relatedness) / 4, 12);
  });
  it('location quotient: the district weighs 1', () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), { minLength: 2, maxLength: 6 }), (pairs) => {
      const [x, y] = [Float64Array.from(pairs, (p) => p[0]), Float64Array.from(pairs, (p) => p[1])];
      const sum = y.reduce((a, b) => a + b);
      // The mean of quotients, weighted by the denominator, is 1.
      expect(locationQuotient(x, y).reduce((s, v, u) => s + (v * y[u]!) / sum, 0)).toBeCloseTo(1, 9);
    })));
});

describe('confidence', () => {
  it('drawn weights sum to one, are the same for the same seed, and average to equal ones', () => {
    const draws = weightDraws(7, 4000);
    expect(draws).toEqual(weightDraws(7, 4000));
    expect(draws.subarray(0, 500)).toEqual(weightDraws(7, 100));
    const mean = CRITERIA.map((_, k) => draws.reduce((s, w, i) => s + (i % 5 === k ? w : 0), 0) / 4000);
    for (const m of mean) expect(Math.abs(m - 0.2)).toBeLessThan(0.01);
    for (let d = 0; d < 10; d++) expect(draws.subarray(d * 5, d * 5 + 5).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
  it('share of draws among the first few, against sorting', () => {
    const draws = weightDraws(3, 40);
    const value = fc.oneof({ arbitrary: fc.double({ min: 0, max: 1, noNaN: true }), weight: 9 }, fc.constant(NaN));
    fc.assert(fc.property(fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (rows, top) => {
      const slow = rows.map(() => 0);
      for (let d = 0; d < 40; d++) {
        const w = draws.subarray(d * 5, d * 5 + 5);
        const scores = rows.map((row) => row.reduce((s, v, k) => s + (Number.isNaN(v) ? 0 : v * w[k]!), 0) / row.reduce((s, v, k) => s + (Number.isNaN(v) ? 0 : w[k]!), 0));
        scores.forEach((s, i) => (slow[i]! += scores.filter((t) => t > s).length < top && !Number.isNaN(s) ? 1 / 40 : 0));
      }
      const fast = topShares(Float64Array.from(rows.flat()), rows.length, draws, top);
      // With fewer scored candidates than places everyone scored is among them.
      slow.forEach((s, i) => expect(fast[i]).toBeCloseTo(s, 9));
    }));
  });
});

describe('hiding links', () => {
  const joined = joinedLinks(drawn().chains);
  it('all that says the link is gone: the link, the supplier’s other links, its role', () => {
    const left = withoutLink(drawn(), joined.find((l) => l.link.id === '4')!, 'part');
    expect(left.links.map((l) => l.id)).toEqual(['3', '5', '6', '7', '8']);
    expect(left.sites.find((s) => s.id === 'p1')?.roles).toEqual([]);
  });
  it('what the hidden site makes cannot be read from the result', () => {
    const test = (okved2: string) => backTest(setting(world({ sites: sites.map((s) => (s.id === 'p3' ? { ...s, roles: [role('part', 'c', { okved2 })] } : s)) })), 'stage');
    expect(test('22.19')).toEqual(test('29.10'));
  });
  it('counts places, ties at their middle, and the chance of any order', () => {
    const result = backTest(setting(world()), 'stage');
    // Links between regions: 2 (B→A), 4 (A→C), 5 (B→C), 6 (C→D), 8 (D→C).
    expect(result.cases.map((c) => [c.link, c.supplier, c.buyer, c.candidates])).toEqual([['2', 'B', 'A', 3], ['4', 'A', 'C', 3], ['5', 'B', 'C', 3], ['6', 'C', 'D', 3], ['8', 'D', 'C', 3]]);
    expect(result.random).toEqual([1 / 3, 1, 1]);
    // Nearest: B to A alone; C's neighbours B and D tie, A is last; C to D alone.
    expect(result.nearest[0]).toBeCloseTo((1 + 0 + 1 / 2 + 1 + 1 / 2) / 5, 12);
    expect(result.matching[1]).toBe(1);
    expect(result.alone.gap[0]).toBeCloseTo(1 / 3, 12);
  });
});

describe.each([['vfd', vfd()], ['lagoon', lagoon()]] as const)('%s', (_, pack) => {
  const distance = distanceMatrix(regionsOf(pack).map((r) => r.capitalAt));
  it.each(['stage', 'product'] as const)('by %s: every proposal is open, scored and reasoned', (grain) => {
    const space = partnerSpace(settingOf(pack, distance, pack.method.partners!), grain);
    const codes = regionsOf(pack).map((r) => r.code);
    const found = match(space, { leaders: codes });
    for (const region of codes) {
      for (const { id } of pack.clusters) {
        const list = found.proposals(region, id);
        list.forEach((p, i) => {
          expect(p.place).toBe(i + 1);
          expect(p.leader).not.toBe(region);
          expect(p.score >= 0 && p.score <= 1 && p.confidence >= 0 && p.confidence <= 1).toBe(true);
          for (const v of Object.values(p.criteria)) expect(Number.isNaN(v) || (v >= 0 && v <= 1)).toBe(true);
          expect(space.supplies.some((s) => space.setting.regions[s.from] === region && space.setting.regions[s.to] === p.leader && s.f === space.space.functions.indexOf(p.fn))).toBe(false);
          expect(reasonsOf(space, p).length).toBeGreaterThan(2);
        });
        expect(new Set(list.map((p) => functionKey(p.fn))).size).toBe(list.length);
      }
    }
  });
});
