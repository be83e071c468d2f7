/* Weak points, extent, filters and balances of the chain drawn in drawn.ts. */
import { describe, expect, it } from 'vitest';
import { balance, chainGraph, extent, failure, filterFlows, joinedLinks, linkStages, singlePoints, stageCover, stageOrder } from '../../../src/lib/chains';
import { drawn, link, links, role, site, sites } from './drawn';

const pack = drawn();
const joined = joinedLinks(pack.chains);
const ids = (list: readonly { link: { id: string } }[]) => list.map((l) => l.link.id);

describe('stages', () => {
  it('spread over regions, held by one region, by one site, or by nobody', () => {
    expect(stageCover(pack, 'c').map((s) => [s.stage.id, s.cover, s.sites.length])).toEqual([['raw', 'spread', 3], ['part', 'spread', 3], ['whole', 'one-region', 2], ['shop', 'one-site', 1]]);
    expect(stageCover(drawn({ sites: sites.filter((s) => s.id !== 's1') }), 'c').at(-1)?.cover).toBe('gap');
  });
  it('a group of unnamed firms is not one site', () => {
    const cover = stageCover(drawn({ sites: [site('g', 'B', [role('raw')], 'region')], links: [] }), 'c');
    expect(cover[0]?.cover).toBe('one-region');
  });
  it('of several roles the link takes those that run forward by the fewest steps', () => {
    const both = site('b', 'A', [role('raw'), role('whole')]);
    const order = stageOrder(pack);
    const at = (id: string) => sites.find((s) => s.id === id)!;
    expect(linkStages({ link: links[0]!, from: both, to: at('p1') }, order)).toEqual({ from: 'raw', to: 'part' });
    expect(linkStages({ link: links[0]!, from: both, to: at('s1') }, order)).toEqual({ from: 'whole', to: 'shop' });
    expect(linkStages({ link: links[0]!, from: at('s1'), to: at('r1') }, order)).toEqual({ from: 'shop', to: 'raw' });
    expect(linkStages({ link: links[0]!, from: site('z', 'A', [role('raw', 'other')]), to: at('p1') }, order)).toEqual({ from: null, to: 'part' });
  });
});

describe('what fails with what', () => {
  const chain = chainGraph(pack, 'c');
  it('a supplier with a substitute touches all downstream and stops nothing', () => {
    expect(failure(pack, 'site', 'r1', chain)).toEqual({ kind: 'site', id: 'r1', touched: ['p1', 'w1', 's1', 'o'], stops: [], lostStages: [] });
  });
  it('a sole supplier stops its buyer; the stage lives on in another site', () => {
    expect(failure(pack, 'site', 'p3', chain)).toMatchObject({ stops: ['w2'], lostStages: [] });
  });
  it('a region takes all its sites with it', () => {
    expect(failure(pack, 'region', 'B', chain)).toMatchObject({ touched: ['p1', 'w1', 's1', 'o'], stops: [] });
    expect(failure(pack, 'region', 'C', chain)).toMatchObject({ stops: ['s1', 'o'], lostStages: ['whole', 'shop'] });
  });
  it('single points: worst first', () => {
    expect(singlePoints(pack, 'c', 'site').map((f) => [f.id, f.stops])).toEqual([['w1', ['s1', 'o']], ['r2', ['p2']], ['p3', ['w2']], ['s1', []]]);
    expect(singlePoints(pack, 'c', 'region').map((f) => f.id)).toEqual(['C', 'D']);
  });
  it('past and proposed links carry nothing', () => {
    const old = drawn({ links: [...links, link('9', 'p1', 'w2', { period: 'past:2009' }), link('10', 'p2', 'w2', { evidence: 'proposed' })] });
    expect(singlePoints(old, 'c', 'site').map((f) => f.id)).toContain('p3');
    const now = drawn({ links: [...links, link('9', 'p1', 'w2')] });
    expect(singlePoints(now, 'c', 'site').map((f) => f.id)).not.toContain('p3');
  });
});

describe('extent', () => {
  it('the longest way has three links; the widest crosses three borders', () => {
    const { longest, widest, cycles } = extent(pack, 'c');
    expect(longest.length).toBe(3);
    expect(ids(longest.links).at(-1)).toBe('6');
    expect([widest.length, ids(widest.links), widest.regions]).toEqual([3, ['2', '4', '6'], ['B', 'A', 'C', 'D']]);
    expect(cycles).toEqual([]);
  });
  it('sites that supply each other are a cycle', () => {
    const circle = extent(drawn({ links: [...links, link('9', 'w1', 'p1')] }), 'c');
    expect(circle.cycles.map((c) => c.map((s) => s.id))).toEqual([['p1', 'w1']]);
    expect(circle.longest.length).toBe(3);
  });
});

describe('filters and balances', () => {
  const order = stageOrder(pack);
  const of = (filter: Parameters<typeof filterFlows>[1], list = joined) => ids(filterFlows(list, filter, order));
  it('by stage at either end, by evidence, by cluster', () => {
    expect(of({})).toHaveLength(links.length);
    expect(of({ stages: new Set(['raw']) })).toEqual(['1', '2', '3']);
    expect(of({ stages: new Set(['shop']) })).toEqual(['6', '7']);
    expect(of({ evidence: new Set(['plausible']) })).toEqual([]);
    expect(of({ clusters: new Set(['d']) })).toEqual([]);
  });
  it('into, out of and through a region', () => {
    expect(of({ region: { code: 'A', side: 'in' } })).toEqual(['2']);
    expect(of({ region: { code: 'A', side: 'out' } })).toEqual(['4']);
    expect(of({ region: { code: 'A', side: 'any' } })).toEqual(['1', '2', '4']);
    // r1 → p1 begins in A, so it is no part of a way through.
    expect(of({ region: { code: 'A', side: 'through' } })).toEqual(['2', '4']);
    expect(of({ region: { code: 'B', side: 'through' } })).toEqual([]);
    // w2 gets parts and gives nothing on.
    expect(of({ region: { code: 'C', side: 'through' } })).toEqual(['4', '5', '6', '7']);
  });
  it('through a region by way of a link inside it', () => {
    const inner = joinedLinks(drawn({ links: [link('a', 'r2', 'r1'), link('b', 'r1', 'p1'), link('c', 'p1', 'w1')] }).chains);
    expect(of({ region: { code: 'A', side: 'through' } }, inner)).toEqual(['a', 'b', 'c']);
  });
  it('a balance counts what crosses the border of the region', () => {
    const [c] = balance(joined, 'C');
    expect(c).toMatchObject({ cluster: 'c', incoming: 3, outgoing: 2, internal: 0 });
    expect(c?.bands.map((b) => [b.direction, b.partner, b.links.length])).toEqual([['in', 'A', 1], ['in', 'B', 1], ['in', 'D', 1], ['out', 'D', 1], ['out', null, 1]]);
    expect(balance(joined, 'A')[0]).toMatchObject({ incoming: 1, outgoing: 1, internal: 1 });
    expect(balance(joined, 'E')).toEqual([]);
  });
});
