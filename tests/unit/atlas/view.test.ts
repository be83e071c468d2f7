import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultView, formatView, intents, MAX_REGIONS, parseView, type View } from '../../../src/lib/atlas';
import { regionsOf, scoredYears } from '../../../src/lib/composite';
import { applyChanges, isMeasure, measureYears } from '../../../src/lib/atlas';
import { changesOf } from './changesOf';
import { lagoon, vfd } from '../support';

const parse = (query: string) => parseView(new URLSearchParams(query), vfd());

describe('address ⇄ view', () => {
  it('the default view has an empty address', () => {
    expect(formatView(defaultView(vfd()), vfd())).toBe('');
    expect(parse('')).toEqual({ view: defaultView(vfd()), notices: [] });
  });

  it('any view comes back from its address, for both packs', () => {
    for (const pack of [vfd(), lagoon()]) {
      const codes = regionsOf(pack).map((r) => r.code);
      const measures = ['index', ...pack.method.potential.map((b) => b.id), ...pack.indicators.map((i) => i.id)];
      const some = <T>(list: readonly T[]) => fc.subarray([...list]);
      const arbitrary = fc
        .record({
          mode: fc.constantFrom('potential', 'matrix', 'chains') as fc.Arbitrary<View['mode']>,
          measure: fc.constantFrom(...measures),
          classes: fc.constantFrom('steps', 'tiers') as fc.Arbitrary<View['classes']>,
          confidence: fc.boolean(),
          paths: fc.boolean(),
          regions: fc.shuffledSubarray(codes, { maxLength: Math.min(codes.length, MAX_REGIONS) }),
          clusters: some(pack.clusters.map((c) => c.id)),
          evidence: some(['documented', 'plausible', 'proposed'] as const),
          stages: some(pack.stages.map((stage) => stage.id)),
          commodities: some([...new Set(pack.chains.links.flatMap(({ okved2 }) => okved2?.slice(0, 2) ?? []))]),
          side: fc.constantFrom('any', 'in', 'out', 'through') as fc.Arbitrary<View['side']>,
          width: fc.constantFrom('links', 'modelled') as fc.Arbitrary<View['width']>,
          surviving: fc.boolean(),
          motion: fc.boolean(),
          changes: changesOf(pack),
          lab: fc.boolean(),
          layout: fc.constantFrom('map', 'table') as fc.Arbitrary<View['layout']>,
          theme: fc.constantFrom('auto', 'light', 'dark') as fc.Arbitrary<View['theme']>,
          at: fc.option(fc.record({ lon: fc.integer({ min: -180, max: 180 }), lat: fc.integer({ min: -85, max: 85 }), zoom: fc.integer({ min: 0, max: 12 }) }), { nil: null }),
          pick: fc.nat(),
          pooled: fc.boolean()
        })
        .map(({ pick, pooled, ...drawn }): View => {
          const changed = applyChanges(pack, drawn.changes);
          // A block that the scenario leaves out cannot be shown.
          const rest = { ...drawn, measure: isMeasure(changed, drawn.measure) ? drawn.measure : 'index' };
          const years = rest.mode === 'matrix' ? scoredYears(changed, 'dynamics') : measureYears(changed, rest.mode === 'chains' ? 'index' : rest.measure);
          const year = years[pick % years.length] ?? pack.method.targetYear;
          return { ...rest, year, goalposts: year !== pack.method.targetYear || pooled ? 'pooled' : 'year' };
        });
      fc.assert(
        fc.property(arbitrary, (view) => {
          const back = parseView(new URLSearchParams(formatView(view, pack)), pack);
          // The default year of a view without one is the target year or the last there is.
          expect(back).toEqual({ view, notices: [] });
        }),
        { numRuns: 60 }
      );
    }
  });

  it.each([
    ['measure=nope', 'measure', 'unknown-value'],
    ['year=1800', 'year', 'no-data'],
    ['year=soon', 'year', 'unknown-value'],
    ['mode=3d', 'mode', 'unknown-value'],
    ['regions=RU-TA~RU-XX', 'regions', 'unknown-value'],
    ['clusters=space', 'clusters', 'unknown-value'],
    ['evidence=rumour', 'evidence', 'unknown-value'],
    ['at=here', 'at', 'unknown-value'],
    ['at=1,2,99', 'at', 'unknown-value'],
    ['theme=pink', 'theme', 'unknown-value'],
    ['confidence=perhaps', 'confidence', 'unknown-value'],
    ['stages=assembly~painting', 'stages', 'unknown-value'],
    ['commodities=99', 'commodities', 'unknown-value'],
    ['side=up', 'side', 'unknown-value'],
    ['width=fat', 'width', 'unknown-value'],
    ['surviving=maybe', 'surviving', 'unknown-value'],
    ['motion=fast', 'motion', 'unknown-value'],
    ['weights=industrial:9', 'weights', 'unknown-value'],
    ['weights=nothing:1', 'weights', 'unknown-value'],
    ['weights=industrial:0~hr:0~investment:0~innovation:0', 'weights', 'unknown-value'],
    ['scale=log', 'scale', 'unknown-value'],
    ['mean=harmonic', 'mean', 'unknown-value'],
    ['tiers=1', 'tiers', 'unknown-value'],
    ['tiers=1,9', 'tiers', 'unknown-value'],
    ['cut=best', 'cut', 'unknown-value'],
    ['base=2023', 'base', 'no-data'],
    ['base=then', 'base', 'unknown-value'],
    ['values=RU-TA.invest_pc:0', 'values', 'unknown-value'],
    ['values=RU-XX.invest_pc:1.2', 'values', 'unknown-value'],
    ['values=RU-TA.productivity:1.2', 'values', 'unknown-value'],
    ['lab=perhaps', 'lab', 'unknown-value'],
    ['colour=red', 'colour', 'unknown-parameter'],
    ['regions=RU-TA~RU-BA~RU-ME~RU-MO~RU-UD~RU-CU', 'regions', 'too-many']
  ])('%s falls back with a notice', (query, parameter, reason) => {
    const { view, notices } = parse(query);
    expect(notices.map((n) => [n.parameter, n.reason])).toEqual([[parameter, reason]]);
    expect(parse(formatView(view, vfd())).notices).toEqual([]);
  });

  it('a pack without a model of intensity has widths by links alone, and says so', () => {
    const plain = { ...vfd(), method: { ...vfd().method, intensity: null } };
    const { view, notices } = parseView(new URLSearchParams('width=modelled&surviving=on'), plain);
    expect([view.width, view.surviving]).toEqual(['links', false]);
    expect(notices.map((n) => [n.parameter, n.reason])).toEqual([['width', 'no-data'], ['surviving', 'no-data']]);
  });

  it('before the chains have arrived any class of products is believed', () => {
    const early = { ...vfd(), chains: { ...vfd().chains, sites: [], links: [] } };
    expect(parseView(new URLSearchParams('commodities=29~x'), early).view.commodities).toEqual(['29']);
  });

  it('campaign marks and the language are not reported', () => {
    expect(parse('utm_source=x&lang=ru').notices).toEqual([]);
  });

  it('never throws on any query', () => {
    fc.assert(fc.property(fc.string(), (query) => void parse(query)));
  });
});

describe('intents', () => {
  const view = defaultView(vfd());
  it('a click picks, a second click lets go, with shift it adds', () => {
    const one = intents.pick(view, 'RU-TA', false);
    expect(one.regions).toEqual(['RU-TA']);
    expect(intents.pick(one, 'RU-TA', false).regions).toEqual([]);
    const two = intents.pick(one, 'RU-ME', true);
    expect(two.regions).toEqual(['RU-TA', 'RU-ME']);
    expect(intents.pick(two, 'RU-TA', false).regions).toEqual(['RU-TA']);
    expect(intents.pick(two, 'RU-TA', true).regions).toEqual(['RU-ME']);
  });
  it('at most five regions are compared; the oldest pick makes room', () => {
    const all = regionsOf(vfd()).reduce((v, r) => intents.pick(v, r.code, true), view);
    expect(all.regions).toHaveLength(MAX_REGIONS);
    expect(all.regions.at(-1)).toBe(regionsOf(vfd()).at(-1)?.code);
  });
  it('another year means pooled goalposts, and going back to the target year keeps them', () => {
    const y2019 = intents.setYear(view, 2019);
    expect(y2019.goalposts).toBe('pooled');
    expect(intents.setYear(y2019, 2023).goalposts).toBe('pooled');
    expect(intents.resetScale(vfd(), y2019)).toMatchObject({ year: 2023, goalposts: 'year' });
  });
  it('a measure or mode without the year goes to one it has', () => {
    const old = intents.setYear(intents.setMeasure(vfd(), view, 'grp'), 2015);
    expect(intents.setMode(vfd(), old, 'matrix').year).toBe(2023);
    expect(intents.setMeasure(vfd(), old, 'ship_mining').year).toBe(2023);
    expect(intents.setMeasure(vfd(), view, 'innov_tech_orgs')).toMatchObject({ year: 2022, goalposts: 'pooled' });
  });
});
