import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certaintyOf, chainCounts, cityFlows, clusterOverview, commodityOf, filterFlows, joinedLinks, participation, reachOf, regionFlows, selectLinks } from '../../../src/lib/chains';
import { runsAgainstOrder, type Chains, type Link, type Site } from '../../../src/lib/pack';
import { vfd } from '../support';

const text = { en: 'x', ru: 'x' };
const site = (id: string, region: string | null, at: [number, number], grain: Site['grain'] = 'firm'): Site => ({ id, name: text, city: text, at, region, grain, outsideArea: null, roles: [] });
const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({ id, cluster: 'c', from, to, okved2: null, statusYear: null, orderNote: null, flow: text, basis: text, evidence: 'documented', period: 'current', source: 's', verification: 'verified', ...more });
// a1, a2 in one city of A; a3 in another; b1 in B; o outside.
const chains: Chains = {
  sites: [site('a1', 'A', [1, 1]), site('a2', 'A', [1, 1]), site('a3', 'A', [2, 1]), site('b1', 'B', [5, 5]), site('g', 'B', [5, 5], 'region'), site('h', 'A', [1, 1], 'region'), site('o', null, [9, 9], 'outside')],
  links: [link('1', 'a1', 'b1'), link('2', 'a2', 'b1', { evidence: 'plausible' }), link('3', 'a3', 'b1'), link('4', 'a1', 'a2'), link('5', 'a1', 'a3'), link('6', 'b1', 'o'), link('7', 'b1', 'a1', { period: 'past:2009' }), link('8', 'g', 'h'), link('9', 'a1', 'nowhere')],
  controls: [],
  imports: []
};

describe('flows', () => {
  const links = joinedLinks(chains);
  it('joins only links whose ends exist', () => expect(links.map((l) => l.link.id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']));
  it('adds up by pair of regions, each direction apart, nothing inside a region or across the edge', () => {
    const flows = regionFlows(links);
    expect(flows.map((f) => [f.from, f.to, f.links.length])).toEqual([['A', 'B', 3], ['B', 'A', 2]]);
  });
  it('adds up by pair of cities, also inside a region', () => {
    expect(cityFlows(links).map((f) => [f.from, f.to, f.links.length])).toEqual([['1.00,1.00', '5.00,5.00', 2], ['2.00,1.00', '5.00,5.00', 1], ['1.00,1.00', '2.00,1.00', 1], ['5.00,5.00', '1.00,1.00', 2]]);
  });
  it('a bundle is as certain as its strongest link; a documented relation that ended is past', () => {
    expect(regionFlows(links).map((f) => f.certainty)).toEqual(['documented', 'documented']);
    expect(certaintyOf(links.find((l) => l.link.id === '7')!)).toBe('past');
    expect(regionFlows(links.filter((l) => ['2', '7'].includes(l.link.id))).map((f) => f.certainty)).toEqual(['plausible', 'past']);
  });
  it('only bundles between unnamed groups alone are unnamed', () => {
    expect(regionFlows(links).map((f) => f.unnamed)).toEqual([false, false]);
    expect(regionFlows(links.filter((l) => l.link.id === '8')).map((f) => f.unnamed)).toEqual([true]);
  });
  it('is chosen by the class of what flows, by two digits; a flow without named goods by none', () => {
    const goods = joinedLinks({ ...chains, links: [link('a', 'a1', 'b1', { okved2: '30.30.1' }), link('b', 'a1', 'b1', { okved2: '20.16' }), link('c', 'a1', 'b1')] });
    expect(goods.map((l) => commodityOf(l))).toEqual(['30', '20', null]);
    expect(filterFlows(goods, { commodities: new Set(['20']) }, new Map()).map((l) => l.link.id)).toEqual(['b']);
  });
  it('says where a link runs', () => expect(links.map((l) => reachOf(l))).toEqual(['between', 'between', 'between', 'within', 'within', 'across', 'between', 'between']));
  it('filters by cluster and evidence; an empty choice shows nothing', () => {
    expect(selectLinks(links, { clusters: new Set(['c']), evidence: new Set(['plausible']) }).map((l) => l.link.id)).toEqual(['2']);
    expect(selectLinks(links, { clusters: new Set(), evidence: new Set(['documented']) })).toEqual([]);
  });
});

describe('the chains of the VFD', () => {
  const pack = vfd();
  const links = joinedLinks(pack.chains);
  const regions = pack.areas.filter((a) => a.kind === 'region').map((a) => a.code);
  it.each(chainCounts(pack).map((counts) => [counts.cluster, counts] as const))('%s has at least 20 sites, 25 links, two thirds of them between regions, and some partners outside', (id, counts) => {
    const { between, within, across } = counts.links;
    expect(counts.sites).toBeGreaterThanOrEqual(20);
    expect(between + within + across).toBeGreaterThanOrEqual(25);
    // Links across the edge have one end inside only: they count neither way.
    expect(between / (between + within)).toBeGreaterThanOrEqual(2 / 3);
    expect(counts.partners).toBeGreaterThanOrEqual(2);
    expect(clusterOverview(pack, id)?.stages).toHaveLength(pack.stages.length);
  });
  it('docs/chains.md has the counts as they are', () => {
    const doc = readFileSync('docs/chains.md', 'utf8');
    for (const { cluster, sites, regions: n, partners, links: { between, within, across }, levels } of chainCounts(pack)) {
      expect(doc).toContain(`  ${cluster}: ${sites} sites in ${n} regions, partners outside ${partners}\n    ${between + within + across} links: ${between} between regions, ${within} within one, ${across} across the edge\n`);
      for (const level of levels) expect(doc).toContain(`${level.evidence}, ${level.verification}: ${level.links}; between regions ${level.between}, of these between named firms ${level.firms}\n`);
    }
  });
  it('every region takes part in at least two clusters, with a site and a link to another region in each', () => {
    for (const code of regions) {
      const joined = participation(pack, code).filter((p) => p.sites.length > 0 && p.incoming.length + p.outgoing.length > 0);
      expect(joined.length, code).toBeGreaterThanOrEqual(2);
    }
  });
  it('every link joins two sites, follows the order of stages or says why in both languages', () => {
    expect(links).toHaveLength(pack.chains.links.length);
    const against = links.filter(({ link: l, from, to }) => runsAgainstOrder(pack, l, from, to));
    expect(against.length).toBeGreaterThan(0);
    for (const { link: l } of links) expect(l.orderNote !== null, l.id).toBe(against.some((a) => a.link.id === l.id));
    for (const { link: l } of against) expect(l.orderNote?.ru, l.id).toMatch(/[а-яё]/i);
  });
  it('what a site makes has a class of OKVED 2, and every class of the list is used', () => {
    const codes = new Set([...pack.chains.sites.flatMap((s) => s.roles.map((r) => r.okved2)), ...pack.chains.links.flatMap((l) => l.okved2 ?? [])]);
    expect([...new Set([...codes].flatMap((c) => [c, c.slice(0, 2)]))].sort()).toEqual(pack.activities.map((a) => a.code));
    // Weapons, military vehicles, explosives and launch vehicles: the atlas shows civil production only.
    for (const code of codes) expect(code).not.toMatch(/^(25\.40|30\.40|20\.51|30\.30\.4)/);
  });
  // What a careless list of the district's plants gets wrong, each with the right place (null = outside the district).
  it.each([
    ['MC-21 airliners are assembled in Irkutsk', /^Irkutsk Aviation Plant/, null],
    ['Avtodizel stands in Yaroslavl', /YaMZ/, null],
    ['the Skopin plant of the OAT group stands in Ryazan region', /SAAZ/, null],
    ['the former Bosch plant stands in Engels, Saratov region', /former Bosch/, 'RU-SAR'],
    ['Serdobsk is not Samara, though both plants were called SMZ', /^Serdobsk/, 'RU-PNZ'],
    ['Samara Metallurgical is not Serdobsk', /^Samara Metallurgical/, 'RU-SAM'],
    ['Solikamsk Magnesium is neither', /^Solikamsk Magnesium/, 'RU-PER'],
    ['the precursor of carbon fibre is made in Alabuga, not in Saratov', /^PAN precursor/, 'RU-TA'],
    ['the engine plant in Ulyanovsk belongs to GAZ', /UMZ, GAZ Group/, 'RU-ULY']
  ])('%s', (_, name, region) => expect(pack.chains.sites.filter((s) => name.test(s.name.en)).map((s) => s.region)).toEqual([region]));
  it('ended relations are not shown as current', () => {
    const of = (from: RegExp, to: RegExp) => links.filter((l) => from.test(l.from.name.en) && to.test(l.to.name.en)).map((l) => l.link.period);
    // Own ethylene line of Kaustik since 2012; ethane contract of about 2009; Pirelli stopped its Russian plants in 2022.
    expect(of(/^Nizhnekamskneftekhim/, /^Bashkir Soda/)).toEqual(['past:2012']);
    expect(of(/^Orenburg gas/, /^Kazanorgsintez/)).toEqual(['past:2007-2010']);
    expect(of(/^Kirov Tyre/, /^AvtoVAZ$/)).toEqual(['past:2018']);
  });
  it('one name in one city is one site, whatever the number of its clusters', () => {
    const names = pack.chains.sites.map((s) => `${s.name.en} | ${s.city.en}`);
    expect(new Set(names).size).toBe(names.length);
    expect(pack.chains.sites.filter((s) => new Set(s.roles.map((r) => r.cluster)).size > 1).length).toBeGreaterThanOrEqual(4);
  });
  it('every link has a basis in both languages and a source; what is recalled says so', () => {
    for (const { link: l } of links) {
      expect(l.basis.en.length).toBeGreaterThan(10);
      expect(l.basis.ru).toMatch(/[а-яё]/i);
      expect(l.source).not.toBe('');
      if (l.verification === 'verified' && l.evidence === 'documented') expect(l.source, l.id).toMatch(/https?:\/\//);
    }
  });
  it('one city has one position', () => {
    const at = new Map<string, string>();
    for (const s of pack.chains.sites) {
      const key = `${s.city.en} ${s.region}`;
      expect(at.get(key) ?? s.at.join()).toBe(s.at.join());
      at.set(key, s.at.join());
    }
  });
});
