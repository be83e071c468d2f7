import { describe, expect, it } from 'vitest';
import { regionsOf, scoredYears, scoreYear, yearColumn } from '../../../src/lib/composite';
import type { Method } from '../../../src/lib/pack';
import { vfd } from '../support';

const pack = vfd();
const with_ = (change: Partial<Pick<Method, 'normalisation' | 'aggregation'>>): Method => ({ ...pack.method, ...change });
const year = pack.method.targetYear;
const n = regionsOf(pack).length;

/** The column of an indicator by the definition of the Handbook, written out. */
function zScore(values: readonly number[], direction: number): number[] {
  const centre = values.reduce((a, b) => a + b, 0) / values.length;
  const sd = Math.sqrt(values.reduce((s, v) => s + (v - centre) ** 2, 0) / (values.length - 1));
  return values.map((v) => 0.5 + (direction * (v - centre)) / sd / 6);
}

describe('other choices of a method', () => {
  it('z-scores: the index is the mean of blocks of standardised columns', () => {
    const method = with_({ normalisation: { method: 'z-score', goalposts: 'year' } });
    const scored = scoreYear(pack, 'potential', year, 'year', method);
    const blocks = method.potential.map((block) => {
      const columns = block.indicators.map((i) => zScore([...yearColumn(pack, i.id, year, i.maxLag).values], i.direction));
      return Array.from({ length: n }, (_, u) => columns.reduce((s, c) => s + (c[u] ?? NaN), 0) / columns.length);
    });
    for (let u = 0; u < n; u++) expect(scored.index[u]).toBeCloseTo(blocks.reduce((s, b) => s + (b[u] ?? NaN), 0) / blocks.length, 10);
  });

  it('percentile ranks on pooled goalposts are ranks among all regions of all scored years', () => {
    const method = with_({ normalisation: { method: 'percentile-rank', goalposts: 'pooled' } });
    const scored = scoreYear(pack, 'potential', year, 'pooled', method);
    const [first] = method.potential;
    const indicator = first?.indicators[0];
    const all = scoredYears(pack, 'potential').flatMap((y) => [...yearColumn(pack, indicator?.id ?? '', y, indicator?.maxLag).values]).filter((v) => !Number.isNaN(v));
    const own = [...yearColumn(pack, indicator?.id ?? '', year, indicator?.maxLag).values];
    const expected = own.map((v) => all.filter((x) => x < v).length / (all.length - 1));
    const got = scored.blocks[0]?.indicators[0]?.normalised ?? [];
    expected.forEach((e, u) => expect(got[u]).toBeCloseTo(e, 10));
  });

  it('the geometric mean of the blocks, and contributions that still sum to the index', () => {
    const scored = scoreYear(pack, 'potential', year, 'year', with_({ aggregation: { within: 'arithmetic', between: 'geometric' } }));
    for (let u = 0; u < n; u++) {
      const product = scored.blocks.reduce((p, b) => p * (b.score[u] ?? NaN), 1);
      expect(scored.index[u]).toBeCloseTo(product ** (1 / scored.blocks.length), 10);
      const sum = scored.blocks.flatMap((b) => b.indicators).reduce((s, i) => s + (Number.isNaN(i.contribution[u] ?? NaN) ? 0 : (i.contribution[u] ?? 0)), 0);
      expect(sum).toBeCloseTo(scored.index[u] ?? NaN, 10);
    }
  });

  it('a geometric mean is never above the arithmetic one', () => {
    const geometric = scoreYear(pack, 'potential', year, 'year', with_({ aggregation: { within: 'arithmetic', between: 'geometric' } })).index;
    scoreYear(pack, 'potential', year).index.forEach((v, u) => expect(geometric[u]).toBeLessThanOrEqual(v + 1e-12));
  });
});
