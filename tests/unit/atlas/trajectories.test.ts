/* Ways through the matrix: the same numbers as the scores of single years, and no line over a gap. */
import { describe, expect, it } from 'vitest';
import { scores, trajectories, unbroken } from '../../../src/lib/atlas';
import { regionsOf, scoredYears } from '../../../src/lib/composite';
import { lagoon, vfd } from '../support';

describe.each([['vfd', vfd], ['lagoon', lagoon]] as const)('trajectories of %s', (_, load) => {
  const pack = load();
  const all = trajectories(pack);

  it('give one line for each region, ascending, with both scores on pooled goalposts in every year named', () => {
    expect(all.map((t) => t.code)).toEqual(regionsOf(pack).map((r) => r.code));
    for (const [u, { steps }] of all.entries()) {
      expect(steps.map((s) => s.year)).toEqual([...steps.map((s) => s.year)].sort((a, b) => a - b));
      for (const { year, x, y, group } of steps) {
        const { potential, dynamics, matrix } = scores(pack, year, 'pooled');
        expect([x, y, group]).toEqual([potential.index[u], dynamics.index[u], matrix.group[u]]);
        // The group is where the point lies, by the cuts of that very year.
        expect(group === 'leaders' || group === 'stable').toBe(x >= matrix.potentialCut);
        expect(group === 'leaders' || group === 'catch-up').toBe(y >= matrix.dynamicsCut);
      }
    }
  });

  it('leave out years in which one of the scores is missing', () => {
    const both = scoredYears(pack, 'dynamics');
    for (const [u, { steps }] of all.entries()) {
      const missing = both.filter((year) => Number.isNaN(scores(pack, year, 'pooled').potential.index[u]) || Number.isNaN(scores(pack, year, 'pooled').dynamics.index[u]));
      expect(steps.map((s) => s.year)).toEqual(both.filter((year) => !missing.includes(year)));
    }
  });
});

it('a line is broken where a year is missing', () => {
  const years = (list: number[]) => list.map((year) => ({ year }));
  expect(unbroken(years([2018, 2019, 2021, 2023, 2024])).map((run) => run.map((s) => s.year))).toEqual([[2018, 2019], [2021], [2023, 2024]]);
  expect(unbroken([])).toEqual([]);
});
