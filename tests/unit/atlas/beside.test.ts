/* Two scenarios side by side: the difference turns with the order, and is nought of one with itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, besideScenarios, LEAST, NO_CHANGES, parseScenario, scenarioText, scores } from '../../../src/lib/atlas';
import { lagoon, vfd } from '../support';
import { changesOf } from './changesOf';

for (const [name, pack] of [['vfd', vfd()], ['lagoon', lagoon()]] as const) {
  describe(`scenarios of ${name} side by side`, () => {
    it('of one with itself nothing differs', () => {
      fc.assert(
        fc.property(changesOf(pack), fc.constantFrom('index' as const, 'rank' as const), (changes, of) => {
          const same = besideScenarios(pack, changes, changes, of);
          expect([same.tiers, same.groups, same.places, same.sameScale]).toEqual([0, 0, 0, true]);
          for (const row of same.rows) expect([0, null]).toContain(row.step);
        }),
        { numRuns: 10 }
      );
    });

    it('the other way round, every difference has the other sign', () => {
      fc.assert(
        fc.property(changesOf(pack), changesOf(pack), (a, b) => {
          const [there, back] = [besideScenarios(pack, a, b, 'index'), besideScenarios(pack, b, a, 'index')];
          there.rows.forEach((row, u) => {
            const other = back.rows[u];
            if (row.step === null) expect(other?.step).toBeNull();
            else expect([other?.difference, other?.step].map((v) => (v ?? NaN) + 0)).toEqual([0 - row.difference, 0 - row.step].map((v) => v + 0));
          });
          expect(back.agreement).toBeCloseTo(there.agreement, 12);
        }),
        { numRuns: 10 }
      );
    });

    it('points of the index are not set against points of another scale', () => {
      const scale = pack.method.normalisation.method === 'z-score' ? 'min-max' : 'z-score';
      const beside = besideScenarios(pack, NO_CHANGES, { ...NO_CHANGES, scale }, 'index');
      expect([beside.sameScale, beside.of]).toEqual([false, 'rank']);
      for (const row of beside.rows) if (row.step !== null) expect(row.difference).toBe(row.rank[0] - row.rank[1]);
    });
  });
}

it('a difference is that of the two indices, and its step follows the stated limits', () => {
  const pack = vfd();
  const changes = { ...NO_CHANGES, weights: { industrial: 3 } };
  const year = pack.method.targetYear;
  const [a, b] = [NO_CHANGES, changes].map((c) => scores(applyChanges(pack, c), year, 'year').potential.index);
  const { rows } = besideScenarios(pack, NO_CHANGES, changes, 'index', 'year');
  rows.forEach((row, u) => {
    const difference = (b?.[u] ?? NaN) - (a?.[u] ?? NaN);
    expect(row.difference).toBe(difference);
    const size = Math.abs(difference) < LEAST.index[0] ? 0 : Math.abs(difference) < LEAST.index[1] ? 1 : 2;
    expect(Math.abs(row.step ?? NaN)).toBe(size);
  });
  expect(rows.some((r) => r.step !== 0)).toBe(true);
});

it('a scenario written as a line comes back; what is unknown in it is named', () => {
  const pack = vfd();
  const changes = { ...NO_CHANGES, weights: { industrial: 2 }, cut: 'median' as const };
  expect(parseScenario(pack, scenarioText(changes))).toEqual({ changes, unknown: [] });
  expect(parseScenario(pack, 'cut=mode&weights=nothing:2').unknown.length).toBeGreaterThan(0);
  fc.assert(fc.property(fc.string(), (text) => void parseScenario(pack, text)));
});
