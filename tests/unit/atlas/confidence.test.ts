import { describe, expect, it } from 'vitest';
import { certainty, choropleth, cloudOf, closeTo, defaultView, FIRM, LIKELY, picture, regionConfidence, show, withConfidence, type View } from '../../../src/lib/atlas';
import { regionsOf } from '../../../src/lib/composite';
import { i18n } from '../../../src/lib/i18n';
import { confidence, type Confidence } from '../../../src/lib/typology';
import { lagoon, vfd } from '../support';

const pack = vfd();
const regions = regionsOf(pack);
const found = confidence(pack, pack.method, 2023, 'year', 120) as Confidence;
const view = (more: Partial<View>): View => ({ ...defaultView(pack), confidence: true, ...more });

const tested = (shown: View) => withConfidence(show(pack, shown), found);

describe('levels', () => {
  it('their limits belong to the level above, and no share is no level', () => {
    expect([1, FIRM, FIRM - 1e-9, LIKELY, LIKELY - 1e-9, 0, NaN].map(certainty)).toEqual(['firm', 'firm', 'likely', 'likely', 'open', 'open', null]);
  });
});

describe('what the map shows', () => {
  it('tiers and groups as counted; steps as the share of runs whose score stays in the step', () => {
    expect(tested(view({ classes: 'tiers' })).holds).toBe(found.tier.holds);
    expect(tested(view({ mode: 'matrix' })).holds).toBe(found.group.holds);
    const steps = tested(view({})).holds!;
    const step = (v: number) => Math.min(4, Math.max(0, Math.floor(v / 0.2 + 1e-12)));
    const { values } = choropleth(pack, view({}));
    regions.forEach((_, u) => {
      const scores = Array.from({ length: found.runs }, (_, r) => found.potential.scores[r * 14 + u]!);
      expect(steps[u]).toBeCloseTo(scores.filter((v) => step(v) === step(values[u]!)).length / found.runs, 12);
    });
  });
  it('nothing for blocks, indicators and chains, which are not tested, nor before it is asked for or known', () => {
    for (const more of [{ measure: 'hr' }, { measure: 'ship_mfg' }, { mode: 'chains' as const }, { confidence: false }]) expect(tested(view(more)).holds).toBeNull();
    expect(show(pack, view({})).holds).toBeNull();
  });
  it('confidence of another year or of other goalposts is not used', () => {
    expect(tested(view({ goalposts: 'pooled' })).confidence).toBeNull();
    expect(tested(view({ year: 2021, goalposts: 'pooled' })).confidence).toBeNull();
    expect(tested(view({})).confidence).toBe(found);
  });
  it('the picture carries the level of each region, and none where nothing is shown', () => {
    const of = (more: Partial<View>) => picture(tested(view(more)), i18n('en')).regions.map((r) => r.certainty);
    expect(of({ mode: 'matrix' })).toEqual([...found.group.holds].map(certainty));
    expect(of({ mode: 'chains' }).every((c) => c === null)).toBe(true);
    expect(new Set(of({ classes: 'tiers' }))).toContain('open');
  });
});

describe('one region', () => {
  it('carries its ranges and shares as plain data, the class of most runs only where it is another one', () => {
    regions.forEach((_, u) => {
      const own = regionConfidence(found, regions, u)!;
      expect(JSON.parse(JSON.stringify(own))).toEqual(own);
      expect(own.rank).toEqual([found.potential.rank.low[u], found.potential.rank.high[u]]);
      for (const part of [own.tier!, own.group!]) {
        const most = Math.max(...part.shares.map((s) => s.share));
        expect(part.mostly === null).toBe(part.holds === most);
        if (part.mostly) expect(part.shares.find((s) => s.id === part.mostly)!.share).toBe(most);
      }
    });
  });
  it('names as close the regions that are above in more than a tenth of the runs and below in more than a tenth, on both sides alike', () => {
    regions.forEach((_, u) => {
      for (const o of closeTo(found, u)) {
        expect(o).not.toBe(u);
        expect(closeTo(found, o)).toContain(u);
        expect(Math.min(found.outranks[u * 14 + o]!, found.outranks[o * 14 + u]!)).toBeGreaterThan(0.1);
      }
    });
    // Tatarstan is first in every run.
    expect(closeTo(found, regions.findIndex((r) => r.code === 'RU-TA'))).toEqual([]);
  });
  it('a region without score has none', () => {
    const holed = { ...found, potential: { ...found.potential, rank: { ...found.potential.rank, low: found.potential.rank.low.map(() => NaN) } } };
    expect(regionConfidence(holed, regions, 0)).toBeNull();
  });
  it('its cloud is a sample of its runs', () => {
    const cloud = cloudOf(found, 3, 50);
    expect(cloud.length).toBe(50);
    for (const [x, y] of cloud) expect(Array.from({ length: found.runs }, (_, r) => [found.potential.scores[r * 14 + 3], found.dynamics.scores[r * 14 + 3]])).toContainEqual([x, y]);
    expect(cloudOf(confidence(lagoon(), lagoon().method, 2033, 'year', 10)!, 0)).toHaveLength(10);
  });
});
