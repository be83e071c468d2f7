/* The Technology Achievement Index of the OECD/JRC Handbook, from the tables printed there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composite, minMax, extent, rank } from '../../../src/lib/composite';

interface Tai {
  countries: string[];
  indicators: string[];
  values: number[][];
  table15SchoolingMinMax: number[];
  table15SchoolingRank: number[];
  table23Order: string[];
  table23EqualWeightRanks: number[];
  goalposts: { lo: number[]; hi: number[] };
  numpyEqualWeightScores: Record<string, number>;
  numpyMinMax: number[][];
  table41RanksWithoutTelephonesElectricity: number[];
}
const tai = JSON.parse(readFileSync(new URL('../../fixtures/tai/tai.json', import.meta.url), 'utf8')) as Tai;
const column = (id: string) => Float64Array.from(tai.values, (row) => row[tai.indicators.indexOf(id)] ?? NaN);
const structure = (ids: string[]) => [{ id: 'tai', weight: 1, indicators: ids.map((id) => ({ id, direction: 1 as const, weight: 1 })) }];
const full = { block: 1, index: 1 };

/* The index clips to its goalposts; the engine does not, so the data are clipped before. */
const clipped = (id: string) => {
  const i = tai.indicators.indexOf(id);
  const [lo, hi] = [tai.goalposts.lo[i] ?? NaN, tai.goalposts.hi[i] ?? NaN];
  return column(id).map((v) => Math.min(hi, Math.max(lo, v)));
};
const goalposts = new Map(tai.indicators.map((id, i) => [id, [tai.goalposts.lo[i] ?? NaN, tai.goalposts.hi[i] ?? NaN] as const]));

describe('Technology Achievement Index (OECD/JRC Handbook 2008)', () => {
  it('min–max of schooling prints as Table 15, page 87', () => {
    const schooling = column('schooling');
    const scaled = minMax(schooling, extent(schooling));
    tai.table15SchoolingMinMax.forEach((printed, u) => expect(Math.abs((scaled[u] ?? NaN) - printed)).toBeLessThanOrEqual(0.00501));
  });

  it('min–max of all eight indicators equals numpy to 1e-12', () => {
    tai.indicators.forEach((id, i) => {
      const scaled = minMax(column(id), extent(column(id)));
      tai.numpyMinMax.forEach((row, u) => expect(scaled[u]).toBeCloseTo(row[i] ?? NaN, 12));
    });
  });

  it('equal weights give the scores of numpy to 1e-12 and the ranks of Table 23, page 100', () => {
    const result = composite(structure(tai.indicators), clipped, tai.countries.length, { coverage: full, goalposts });
    tai.countries.forEach((country, u) => expect(result.index[u]).toBeCloseTo(tai.numpyEqualWeightScores[country] ?? NaN, 12));
    const ranks = tai.table23Order.map((country) => result.rank[tai.countries.indexOf(country)]);
    expect(ranks).toEqual(tai.table23EqualWeightRanks);
  });

  it('six indicators give the ranks of Table 41, page 134', () => {
    const six = tai.indicators.filter((id) => !/telephones|electricity/.test(id));
    const result = composite(structure(six), clipped, tai.countries.length, { coverage: full, goalposts });
    expect([...result.rank]).toEqual(tai.table41RanksWithoutTelephonesElectricity);
  });

  it('ties share the smallest rank: the top of schooling', () => {
    // Australia, Norway, New Zealand and the United States differ in Table 15; equal values must not.
    const ranks = rank(Float64Array.from([3, 5, 5, 1, NaN]));
    expect([...ranks]).toEqual([3, 1, 1, 4, NaN]);
  });
});
