/* Served files: what comes out of them is the pack that went in, and a spoiled one is refused in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorColumn, openServed, PackError, serve, type Pack } from '../../../src/lib/pack';
import { lagoon, open, vfd } from './packs';

const parse = (pack: Pack) => {
  const { core, chains, boundaries, water } = serve(pack);
  return { core: JSON.parse(core), chains: JSON.parse(chains), boundaries: JSON.parse(boundaries), water: JSON.parse(water) } as Record<'core' | 'chains' | 'boundaries' | 'water', Record<string, unknown>>;
};

describe.each([
  ['vfd', open(vfd)],
  ['lagoon', open(lagoon)]
])('%s', (_, pack) => {
  const opened = openServed(parse(pack));

  it('comes back exactly', () => {
    const { observations, ratings, ...rest } = opened;
    const { observations: before, ratings: _quoted, ...restBefore } = pack;
    expect(rest).toEqual(restBefore);
    expect(ratings).toEqual([]);
    expect(Object.keys(opened).sort()).toEqual(Object.keys(pack).sort());
    expect(observations.years).toEqual(before.years);
    for (const key of ['values', 'source', 'comment'] as const) {
      expect(observations[key]).toHaveLength(before[key].length);
      expect(observations[key].every((v, i) => Object.is(v, before[key][i]))).toBe(true);
    }
  });

  it('hands out no ratings of others', () => {
    expect(pack.ratings.length).toBeGreaterThan(0);
    const all = Object.values(serve(pack)).join();
    for (const { name, ranks } of pack.ratings) for (const words of [name.en, name.ru, ...ranks.map((r) => r.source)]) expect(all).not.toContain(words);
  });

  it('derives the same values', () => {
    for (const { id } of pack.indicators) {
      const [a, b] = [indicatorColumn(pack, id), indicatorColumn(opened, id)];
      expect(a.every((v, i) => Object.is(v, b[i])), id).toBe(true);
    }
  });

  it('opens with its core alone', () => {
    const begun = openServed({ core: parse(pack).core });
    expect(begun.areas).toEqual(pack.areas);
    expect(begun.chains).toEqual({ sites: [], links: [], controls: [], imports: [] });
    expect(begun.activities).toEqual([]);
    expect(begun.geometry).toEqual({ boundaries: { type: 'Topology', objects: {}, arcs: [] }, water: null, waterLabels: [] });
  });
});

describe('a spoiled file', () => {
  const small = open(lagoon);

  it.each([
    ['core.json', (p: ReturnType<typeof parse>) => ({ ...p, core: { ...p.core, format: 2 } }), /"2": format 1/],
    ['core.json', (p: ReturnType<typeof parse>) => ({ ...p, core: '<!doctype html>' }), /a served pack file/],
    ['core.json', (p: ReturnType<typeof parse>) => ({ ...p, core: { ...p.core, method: undefined } }), /“method”/],
    ['core.json', (p: ReturnType<typeof parse>) => ({ ...p, core: { ...p.core, areas: (p.core['areas'] as unknown[]).slice(1) } }), /values by year and area for craft_output/],
    ['chains.json', (p: ReturnType<typeof parse>) => ({ ...p, chains: { ...p.chains, sites: { id: ['a'], name: [] } } }), /columns of sites/],
    ['chains.json', (p: ReturnType<typeof parse>) => ({ ...p, chains: { ...p.chains, activities: undefined } }), /“activities”/],
    ['boundaries.json', (p: ReturnType<typeof parse>) => ({ ...p, boundaries: null }), /a served pack file/],
    ['water.json', (p: ReturnType<typeof parse>) => ({ ...p, water: { format: 1, topology: {}, labels: [] } }), /“topology”/]
  ])('%s is named', (file, spoil, words) => {
    try {
      openServed(spoil(parse(small)));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PackError);
      expect((error as PackError).faults.map((f) => f.file)).toEqual([file]);
      expect((error as PackError).message).toMatch(words);
    }
  });

  it('never breaks in another way', () => {
    const { core } = parse(small);
    const keys = Object.keys(core);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        try {
          openServed({ core: { ...core, [key]: value } });
        } catch (error) {
          expect(error).toBeInstanceOf(PackError);
        }
      }),
      { numRuns: 300 }
    );
    const observations = core['observations'] as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom('years', 'series'), fc.array(fc.jsonValue()), (key, value) => {
        try {
          openServed({ core: { ...core, observations: { ...observations, [key]: value } } });
        } catch (error) {
          expect(error).toBeInstanceOf(PackError);
        }
      })
    );
  });
});
