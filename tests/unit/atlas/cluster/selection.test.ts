/* One selection for scheme, map and lists; its address; what it counts and reveals. */
import { describe, expect, it } from 'vitest';
import { clusterFindings, clusterSelection, commodities, formatClusterView, parseClusterView, sureness, WHOLE } from '../../../../src/lib/atlas';
import { joinedLinks, stageOrder } from '../../../../src/lib/chains';
import { lagoon, vfd } from '../../support';

const known = { stages: ['gather', 'craft'], regions: ['XX-AL', 'XX-BR'], flows: (stage: string | null) => (stage === null ? ['gather~craft'] : ['in.gather~site.L1']) };
const parse = (query: string) => parseClusterView(new URLSearchParams(query), known);

const pick = (view: Partial<typeof WHOLE>, flow: ReadonlySet<string> | null = null) => {
  const { chains } = lagoon();
  return clusterSelection('skiffs', chains.sites.filter((s) => s.roles.some((r) => r.cluster === 'skiffs')), joinedLinks(chains).filter((l) => l.link.cluster === 'skiffs'), { ...WHOLE, ...view }, flow, stageOrder(lagoon()));
};
const ids = (found: ReturnType<typeof pick>) => [found.sites.map((s) => s.id).join(), found.links.map((l) => l.link.id).join()];

describe('the address', () => {
  it('holds stage, region and arrow and comes back the same, other parameters untouched', () => {
    const view = { stage: 'craft', region: 'XX-AL', flow: 'in.gather~site.L1' };
    const query = formatClusterView(view, new URLSearchParams('theme=dark'));
    expect(query).toBe('theme=dark&stage=craft&region=XX-AL&flow=in.gather~site.L1');
    expect(parse(query)).toEqual({ view, notices: [] });
    expect(formatClusterView(WHOLE, new URLSearchParams(query))).toBe('theme=dark');
  });
  it('falls back with a notice where it names what is not there', () => {
    const { view, notices } = parse('stage=nope&region=XX-AL&flow=in.gather~site.L1');
    expect(view).toEqual({ stage: null, region: 'XX-AL', flow: null });
    expect(notices.map((n) => [n.parameter, n.reason])).toEqual([['stage', 'unknown-value'], ['flow', 'unknown-value']]);
  });
});

describe('the selection, by hand on the skiffs', () => {
  it('is everything while nothing is picked', () => expect(ids(pick({}))).toEqual(['L1,L2,L4,L6', 's1,s2,s3,s4']));
  it('of a stage: its sites and the links at either end', () => expect(ids(pick({ stage: 'gather' }))).toEqual(['L2,L4', 's1,s2,s4']));
  it('of a region: its sites, its links, its functions lit', () => {
    const found = pick({ region: 'XX-BR' });
    expect(ids(found)).toEqual(['L2', 's1']);
    expect([...found.lit!]).toEqual(['gather']);
    expect(pick({}).lit).toBeNull();
  });
  it('of both: what is in both', () => expect(ids(pick({ stage: 'craft', region: 'XX-DU' }))).toEqual(['', 's2,s4']));
  it('of an arrow: its links and their ends', () => expect(ids(pick({}, new Set(['s1'])))).toEqual(['L1,L2', 's1']));
});

describe('counts', () => {
  it('of the skiffs by hand', () => {
    expect(sureness(pick({}).links)).toEqual({ all: 4, evidence: { documented: 1, plausible: 2, proposed: 1 }, verified: 1, past: 1, unnamed: 2 });
    expect(sureness([]).all).toBe(0);
  });
  it('of what flows: the most frequent class first, unnamed goods counted', () => {
    expect(commodities(pick({}).links)).toEqual([{ code: '30.12', links: 2 }, { code: '02.20', links: 1 }, { code: '13.94', links: 1 }]);
  });
});

describe('findings', () => {
  it('of the skiffs by hand', () => {
    const found = clusterFindings(lagoon(), 'skiffs');
    // The market lies outside, so trading has no site within.
    expect(found.gaps.map((s) => s.id)).toEqual(['trade']);
    expect(found.thin.map((t) => [t.stage.id, t.by, t.sites.map((s) => s.id).join()])).toEqual([['craft', 'site', 'L1']]);
    expect(found.oneSided).toEqual([
      { region: 'XX-AL', only: 'final' },
      { region: 'XX-BR', only: 'raw' },
      { region: 'XX-DU', only: 'raw' }
    ]);
    expect(found.imports.map((i) => i.stage.id)).toEqual(['craft']);
    // Rope to the yard, work boats to the woods: two links, both across a border.
    expect([found.longest.length, found.widest.length]).toEqual([2, 2]);
    // Without the ropewalk the yard has no rope, and without the yard the loggers have no boats.
    expect(found.points.sites.find((p) => p.site?.id === 'L2')?.stops.map((s) => s.id).sort()).toEqual(['L1', 'L4']);
  });
  it('of every cluster of the VFD name only what is in the pack', () => {
    const pack = vfd();
    for (const { id } of pack.clusters) {
      const { points, longest } = clusterFindings(pack, id);
      for (const p of points.sites) expect(p.site, id).not.toBeNull();
      for (const p of points.regions) expect(pack.areas.some((a) => a.code === p.region), id).toBe(true);
      expect(longest.length).toBeGreaterThanOrEqual(2);
      longest.links.slice(1).forEach((l, i) => expect(l.from.id).toBe(longest.links[i]!.to.id));
    }
  });
});
