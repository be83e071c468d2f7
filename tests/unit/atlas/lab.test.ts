import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, compareScores, greatestYearlyChange, methodFile, NO_CHANGES, readMethodFile, readScenario, scenarioText, scores, seriesOf, whatItTakes, type Changes } from '../../../src/lib/atlas';
import { regionsOf } from '../../../src/lib/composite';
import { indicatorColumn, type Pack } from '../../../src/lib/pack';
import { readPack } from '../../../src/lib/pack/read';
import { packFiles } from '../../../src/cli/files';
import { lagoon, vfd } from '../support';
import { changesOf } from './changesOf';

const pack = vfd();
const year = pack.method.targetYear;
const change = (some: Partial<Changes>): Changes => ({ ...NO_CHANGES, ...some });
const index = (changes: Changes) => scores(applyChanges(pack, changes), year, 'year').potential.index;

describe('a scenario', () => {
  it('without changes is the pack itself; the same changes give the same pack', () => {
    expect(applyChanges(pack, NO_CHANGES)).toBe(pack);
    const one = change({ weights: { industrial: 2 } });
    expect(applyChanges(pack, one)).toBe(applyChanges(pack, change({ weights: { industrial: 2 } })));
  });

  it('weights: the index is the mean of the published blocks with the new weights', () => {
    const { blocks } = scores(pack, year, 'year').potential;
    const weights: Record<string, number> = { industrial: 3, innovation: 0.5 };
    const by = blocks.map((b) => weights[b.id] ?? 1);
    const expected = regionsOf(pack).map((_, u) => blocks.reduce((s, b, k) => s + (by[k] ?? NaN) * (b.score[u] ?? NaN), 0) / by.reduce((a, b) => a + b, 0));
    expected.forEach((e, u) => expect(index(change({ weights }))[u]).toBeCloseTo(e, 12));
  });

  it('a weight of nought leaves a block or an indicator out', () => {
    const left = applyChanges(pack, change({ weights: { innovation: 0, ship_mfg: 0 } })).method;
    expect(left.potential.map((b) => b.id)).not.toContain('innovation');
    expect(left.potential.flatMap((b) => b.indicators.map((i) => i.id))).not.toContain('ship_mfg');
    expect(left.dynamics.map((b) => b.id)).toContain('innovation');
  });

  it('a changed figure reaches the derived indicators of its region and year, and nothing else', () => {
    const changed = applyChanges(pack, change({ values: { 'RU-PNZ.ship_mfg': 1.15 } }));
    const cell = pack.observations.years.indexOf(year) * pack.areas.length + pack.areas.findIndex((a) => a.code === 'RU-PNZ');
    for (const id of ['ship_mfg', 'ship_mfg_pc']) {
      const [before, after] = [indicatorColumn(pack, id), indicatorColumn(changed, id)];
      before.forEach((v, at) => {
        if (at === cell) expect(after[at]).toBeCloseTo(v * 1.15, 6);
        else expect(after[at]).toEqual(v);
      });
    }
  });

  it('missing figures stay missing', () => {
    fc.assert(
      fc.property(changesOf(pack), (changes) => {
        const changed = applyChanges(pack, changes);
        for (const id of seriesOf(pack)) indicatorColumn(changed, id).forEach((v, at) => expect(Number.isNaN(v)).toBe(Number.isNaN(indicatorColumn(pack, id)[at] ?? NaN)));
      }),
      { numRuns: 10 }
    );
  });

  it('compared with itself nothing moves', () => {
    const same = compareScores(pack, pack, year, 'year');
    expect([same.tiers, same.groups, same.places]).toEqual([0, 0, 0]);
    expect(same.agreement).toBeCloseTo(1, 12);
  });
});

/** What a method file can hold: of a block that is left out nothing stands in it, so nothing of its indicators either. */
function written(own: Pack, changes: Changes): Changes {
  const stages = [['', own.method.potential], ['dynamics.', own.method.dynamics]] as const;
  const blocks = stages.flatMap(([prefix, stage]) => stage.map((b) => ({ key: prefix + b.id, indicators: b.indicators.map((i) => i.id) })));
  const stands = (key: string) => blocks.some((b) => b.key === key || (b.indicators.includes(key) && changes.weights[b.key] !== 0));
  return { ...changes, weights: Object.fromEntries(Object.entries(changes.weights).filter(([key]) => stands(key))) };
}

describe('a method file', () => {
  it('of a scenario that leaves a block out is a sound method for tables that name that block', () => {
    const own = lagoon();
    for (const { id } of own.method.potential) {
      const read = readPack(new Map([...packFiles('tests/fixtures/lagoon'), ['method.json', methodFile(own, change({ weights: { [id]: 0 } }), '')]]));
      expect(read.faults.filter((f) => f.severity === 'error')).toEqual([]);
      expect(read.pack?.method.potential.map((b) => b.id)).toEqual(own.method.potential.map((b) => b.id).filter((b) => b !== id));
    }
  });

  it('of any scenario is read by the command line to the same scores, and comes back as the same changes', () => {
    for (const [own, folder] of [[pack, 'geodata/vfd'], [lagoon(), 'tests/fixtures/lagoon']] as const) {
      fc.assert(
        fc.property(changesOf(own), fc.string(), (changes, name) => {
          const text = methodFile(own, changes, name);
          expect(readMethodFile(own, text)).toEqual({ changes: written(own, changes), name });
          expect(readScenario(own, scenarioText(changes))).toEqual(changes);
          const read = readPack(new Map([...packFiles(folder), ['method.json', text]]));
          if (!read.pack) throw new Error(JSON.stringify(read.faults));
          const figures = applyChanges(read.pack, { ...NO_CHANGES, values: changes.values });
          const [a, b] = [scores(figures, own.method.targetYear, 'year'), scores(applyChanges(own, changes), own.method.targetYear, 'year')];
          expect([...a.potential.index]).toEqual([...b.potential.index]);
          expect(a.tiers.tier).toEqual(b.tiers.tier);
          expect(a.matrix.group).toEqual(b.matrix.group);
        }),
        { numRuns: 12 }
      );
    }
  });

  it('of another pack, or no JSON at all, is refused with what is wrong', () => {
    expect(readMethodFile(pack, '{')).toMatchObject({ fault: { kind: 'not-json' } });
    expect(readMethodFile(pack, '[]')).toMatchObject({ fault: { kind: 'not-json' } });
    expect(readMethodFile(pack, '{}')).toMatchObject({ fault: { kind: 'other' } });
    const found = readMethodFile(pack, methodFile(lagoon(), NO_CHANGES, ''));
    expect('fault' in found && found.fault.kind === 'other' && found.fault.parts.length).toBeGreaterThan(0);
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readMethodFile(pack, text)));
  });
});

describe('what it takes', () => {
  it('each step found reaches the class, and a hair less does not', () => {
    for (const [region, goal] of [['RU-PNZ', 'tier'], ['RU-PNZ', 'group']] as const) {
      const found = whatItTakes(pack, region, goal);
      const unit = regionsOf(pack).findIndex((r) => r.code === region);
      const classWith = (values: Record<string, number>) => {
        const at = scores(applyChanges(pack, change({ values })), year, pack.method.normalisation.goalposts);
        return goal === 'tier' ? at.tiers.tier[unit] : at.matrix.group[unit];
      };
      const single = found.steps.filter((s) => s.block === null && s.applied !== null);
      expect(single.length).toBeGreaterThan(0);
      for (const { series, applied } of single) {
        const key = `${region}.${series[0] ?? ''}`;
        expect(found.next).toContain(classWith({ [key]: applied ?? NaN }));
        const less = 1 + ((applied ?? NaN) - 1) * 0.99;
        expect(found.next).not.toContain(classWith({ [key]: less }));
      }
    }
  }, 30_000);

  it('at the top there is nothing to reach', () => {
    const at = scores(pack, year, pack.method.normalisation.goalposts);
    const leader = regionsOf(pack).find((_, u) => at.tiers.tier[u] === 'leading');
    expect(whatItTakes(pack, leader?.code ?? '', 'tier')).toMatchObject({ now: 'leading', next: [], steps: [] });
  });

  it('the greatest change seen is one of the published ones, and none is greater', () => {
    const { years, values } = pack.observations;
    for (const id of seriesOf(pack)) {
      const seen = greatestYearlyChange(pack, id, 1);
      const i = pack.indicators.findIndex((x) => x.id === id);
      const at = (region: string, y: number) => values[(i * years.length + years.indexOf(y)) * pack.areas.length + pack.areas.findIndex((a) => a.code === region)] ?? NaN;
      if (!seen) continue;
      expect(seen.factor).toBe(at(seen.region, seen.year) / at(seen.region, seen.year - 1));
      for (const { code } of regionsOf(pack)) for (const y of years) if (at(code, y) / at(code, y - 1) > seen.factor) throw new Error(`${id} ${code} ${y}`);
    }
  });
});
