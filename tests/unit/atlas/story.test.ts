/* The guided story: eight views of the explorer, and figures that can be checked another way. */
import { describe, expect, it } from 'vitest';
import { defaultView, parseView, storyFacts, storySteps, STORY } from '../../../src/lib/atlas';
import { joinedLinks } from '../../../src/lib/chains';
import { regionsOf, yearColumn } from '../../../src/lib/composite';
import { storyGround, storyMap } from '../../../src/lib/server/storyMaps';
import { i18n } from '../../../src/lib/i18n';
import { storyWords } from '../../../src/lib/i18n/pages/story';
import { confidenceOfYears } from '../../../src/lib/typology';
import { lagoon, vfd } from '../support';

describe.each([['real', vfd], ['fictitious', lagoon]] as const)('the story of the %s pack', (_, load) => {
  const pack = load();
  const { method } = pack;
  const confidence = method.robustness ? (confidenceOfYears(pack, { ...method, robustness: { ...method.robustness, runs: 60 } }, [method.targetYear], method.normalisation.goalposts)[0] ?? null) : null;
  const facts = storyFacts(pack, confidence);
  const steps = storySteps(pack, facts);
  const regions = regionsOf(pack);

  it('each step is a view whose address leads back to it', () => {
    expect(steps.map((s) => s.id)).toEqual(STORY);
    for (const { view, query } of steps) expect(parseView(new URLSearchParams(query), pack)).toEqual({ view, notices: [] });
    expect(new Set(steps.map((s) => s.query)).size).toBe(steps.length);
  });

  it('the Gini coefficient is the mean difference of all pairs over twice the mean', () => {
    if (!facts.gini) throw new Error('both packs have an additive indicator');
    const values = [...yearColumn(pack, facts.gini.indicator.id, facts.year).values].filter((v) => !Number.isNaN(v));
    const n = values.length;
    const mean = values.reduce((a, b) => a + b, 0) / n;
    const pairs = values.reduce((sum, a) => sum + values.reduce((s, b) => s + Math.abs(a - b), 0), 0) / (n * n);
    expect(facts.gini.value).toBeCloseTo(pairs / (2 * mean), 10);
    expect(facts.gini.value).toBeLessThanOrEqual(facts.gini.most);
  });

  it('counts add up', () => {
    expect(facts.groups.reduce((n, g) => n + g.members.length, 0)).toBe(regions.length);
    if (facts.doubt) for (const { firm, likely, open } of [facts.doubt.tiers, facts.doubt.groups]) expect(firm + likely + open).toBe(regions.length);
    const links = joinedLinks(pack.chains);
    expect(facts.chains?.links).toBe(links.length);
    expect(facts.chains?.between).toBe(links.filter((l) => l.from.region !== null && l.to.region !== null && l.from.region !== l.to.region).length);
    expect(facts.chains?.documented).toBe(links.filter((l) => l.link.evidence === 'documented').length);
    for (const c of facts.weak) expect(c.gaps + c.thin).toBeLessThanOrEqual(c.stages);
    if (facts.integration) for (const share of [facts.integration.conclusion, facts.integration.output, facts.integration.polarisation]) expect(share).toBeGreaterThanOrEqual(facts.integration.conclusion);
  });

  it('the map of a step has every region once, in a colour its legend explains', () => {
    const ground = storyGround(pack);
    expect(ground.regions.map((r) => r.code).sort()).toEqual(regions.map((r) => r.code).sort());
    for (const step of steps) {
      const map = storyMap(pack, step, confidence, i18n('en'));
      expect(map.fills.map((f) => f.code).sort()).toEqual(regions.map((r) => r.code).sort());
      const known = new Set(map.legend.map((l) => l.fill));
      if (!map.chains) for (const f of map.fills) expect(f.missing || known.has(f.fill), `${step.id}: ${f.fill}`).toBe(true);
      else for (const a of map.arrows) expect(known.has(`cluster-${a.cluster}`)).toBe(true);
      expect(map.legend.every((l) => l.text !== '' && !/NaN|undefined/.test(l.text))).toBe(true);
    }
    expect(storyMap(pack, { id: 'chains', view: { ...defaultView(pack), mode: 'chains', clusters: [] }, query: '' }, null, i18n('en')).arrows).toEqual([]);
  });
});

describe('words of the story', () => {
  it('numbers agree with their nouns', () => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    const { en, ru } = storyWords;
    expect([1, 2, 14].map((n) => plain(en.chains.links(n)))).toEqual(['1 link', '2 links', '14 links']);
    expect([1, 2, 5, 21].map((n) => plain(ru.chains.links(n)))).toEqual(['1 связь', '2 связи', '5 связей', '21 связь']);
    expect(plain(en.polarisation.tiers(1, 2))).toBe('1 region leads by more than half a standard deviation; 2 regions lag by as much.');
    expect(plain(en.polarisation.tiers(3, 1))).toBe('3 regions lead by more than half a standard deviation; 1 region lags by as much.');
    expect(ru.growth.names('Пермский край и Пензенская обл.')).toBe('Это: Пермский край и Пензенская обл.');
  });
});
