/* Places over the years, counted here from the scores, and classes with the same limits each year. */
import { describe, expect, it } from 'vitest';
import { scores, timeSheet } from '../../../src/lib/atlas';
import { scoredYears } from '../../../src/lib/composite';
import { lagoon, vfd } from '../support';

describe.each([['vfd', vfd], ['lagoon', lagoon]] as const)('the sheet of years of %s', (_, load) => {
  const pack = load();
  const sheet = timeSheet(pack);

  it('holds the index and each block in every scored year, the span without holes', () => {
    expect(sheet.measures.map((m) => m.id)).toEqual(['index', ...pack.method.potential.map((b) => b.id)]);
    expect(sheet.measures[0]?.years.map((y) => y.year)).toEqual(scoredYears(pack, 'potential'));
    expect(new Set(sheet.span.map((year, i) => year - i)).size).toBe(1);
    for (const measure of sheet.measures) for (const { year } of measure.years) expect(sheet.span).toContain(year);
  });

  it('gives the place as one more than the regions above, on pooled goalposts', () => {
    for (const { year, values, places } of sheet.measures[0]?.years ?? []) {
      expect(values).toEqual(scores(pack, year, 'pooled').potential.index);
      values.forEach((v, u) => expect(places[u]).toBe(Number.isNaN(v) ? NaN : 1 + values.filter((other) => other > v).length));
    }
  });

  it('puts a value between the limits of its class', () => {
    for (const { values, steps } of sheet.measures.flatMap((m) => m.years)) {
      values.forEach((v, u) => {
        const step = steps[u] ?? NaN;
        if (Number.isNaN(v)) return expect(step).toBe(-1);
        expect(v).toBeGreaterThanOrEqual(sheet.limits[step] ?? Infinity);
        expect(v).toBeLessThanOrEqual(sheet.limits[step + 1] ?? -Infinity);
      });
    }
  });
});
