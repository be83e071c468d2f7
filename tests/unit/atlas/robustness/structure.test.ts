/* How the index holds together, against plain formulas on the same normalised columns; and the table to take away. */
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { cohesion, robustness, robustnessCsv } from '../../../../src/lib/atlas';
import { regionsOf, scoreYear } from '../../../../src/lib/composite';
import { robustnessWords } from '../../../../src/lib/i18n/pages/robustness';
import type { Pack } from '../../../../src/lib/pack';
import { lagoon, vfd } from '../../support';

const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
const covariance = (a: number[], b: number[]) => a.reduce((s, x, i) => s + (x - mean(a)) * (b[i]! - mean(b)), 0) / (a.length - 1);
/** On the regions that have both; the fictitious pack has gaps. */
function correlation(x: number[], y: number[]): number {
  const both = x.map((_, i) => i).filter((i) => !Number.isNaN(x[i]! + y[i]!));
  const [a, b] = [both.map((i) => x[i]!), both.map((i) => y[i]!)];
  return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
}

describe.each([
  ['vfd', vfd, 2023],
  ['lagoon', lagoon, 2033]
] as const)('%s', (_, open, year) => {
  const pack: Pack = open();
  const found = cohesion(pack, year, 'year');
  const scored = scoreYear(pack, 'potential', year);
  const columns = new Map(scored.blocks.flatMap((b) => b.indicators.map((i) => [i.id, Array.from(i.normalised)] as const)));
  const column = (id: string) => columns.get(id)!;

  it('correlations are Pearson’s, of every indicator with every other', () => {
    expect(found.indicators.map((i) => i.id)).toEqual([...columns.keys()]);
    found.indicators.forEach((a, i) => found.indicators.forEach((b, j) => expect(found.correlations[i]![j]!.r).toBeCloseTo(correlation(column(a.id), column(b.id)), 10)));
  });

  it('α is that of standardised columns, from the mean correlation', () => {
    for (const { block, alpha, within, indicators } of found.blocks) {
      const own = found.indicators.filter((i) => block === null || i.block === block);
      expect(indicators).toBe(own.length);
      const rs = own.flatMap((a, i) => own.slice(i + 1).map((b) => correlation(column(a.id), column(b.id))));
      const k = own.length;
      // Spearman–Brown form of the standardised α.
      expect(alpha).toBeCloseTo((k * mean(rs)) / (1 + (k - 1) * mean(rs)), 10);
      if (block !== null) expect(within).toBeCloseTo(mean(rs), 10);
    }
  });

  it('means within and across take each pair once', () => {
    for (const { block, across } of found.blocks.filter((b) => b.block !== null)) {
      const [own, others] = [found.indicators.filter((i) => i.block === block), found.indicators.filter((i) => i.block !== block)];
      expect(across).toBeCloseTo(mean(own.flatMap((a) => others.map((b) => correlation(column(a.id), column(b.id))))), 10);
    }
  });

  it('intended weights and real influence add up to one at each level', () => {
    for (const level of [found.influence.filter((i) => i.block === null), found.influence.filter((i) => i.block !== null)]) {
      expect(level.reduce((s, i) => s + i.meant, 0)).toBeCloseTo(1, 12);
      expect(level.reduce((s, i) => s + i.real, 0)).toBeCloseTo(1, 12);
    }
    const total = pack.method.potential.reduce((s, b) => s + b.weight, 0);
    for (const b of pack.method.potential) expect(found.influence.find((i) => i.node === b.id)!.meant).toBeCloseTo(b.weight / total, 12);
  });

  it('an indicator is held against the others of its block', () => {
    for (const b of pack.method.potential) {
      for (const { id } of b.indicators) {
        const rest = b.indicators.filter((i) => i.id !== id);
        const others = column(id).map((_, u) => rest.reduce((s, i) => s + i.weight * column(i.id)[u]!, 0));
        expect(found.influence.find((i) => i.node === id)!.rest).toBeCloseTo(correlation(column(id), others), 10);
      }
    }
    expect(found.flags.flatMap((f) => (f.flag === 'against' ? [f.node] : []))).toEqual(found.influence.filter((i) => i.rest < 0).map((i) => i.node));
  });

  it('groups say nearly the same: joined by 0.9 and more, and by nothing to others', () => {
    const groups = found.flags.flatMap((f) => (f.flag === 'collinear' ? [f] : []));
    const groupOf = (id: string) => groups.findIndex((g) => g.nodes.includes(id));
    found.indicators.forEach((a, i) => {
      found.indicators.slice(i + 1).forEach((b) => {
        const r = correlation(column(a.id), column(b.id));
        if (r < 0.9) return;
        expect(groupOf(a.id)).toBe(groupOf(b.id));
        const group = groups[groupOf(a.id)]!;
        expect(group.least).toBeLessThanOrEqual(r + 1e-9);
        expect(group.greatest).toBeGreaterThanOrEqual(r - 1e-9);
      });
    });
    for (const { nodes } of groups) expect(new Set(nodes).size).toBe(nodes.length);
  });
});

describe('a block of one indicator', () => {
  it('has no α and nothing to stand against', () => {
    const pack = vfd();
    const [first, ...rest] = pack.method.potential;
    const alone: Pack = { ...pack, method: { ...pack.method, potential: [{ ...first!, indicators: first!.indicators.slice(0, 1) }, ...rest] } };
    const found = cohesion(alone, 2023, 'year');
    expect(found.blocks[0]!.alpha).toBeNaN();
    expect(found.influence[1]!.rest).toBeNaN();
    expect(found.flags.some((f) => f.flag === 'against' && f.node === first!.indicators[0]!.id)).toBe(false);
  });
});

describe.each(['en', 'ru'] as const)('robustness.csv in %s', (language) => {
  const pack = vfd();
  const rows = csvParse(robustnessCsv(pack, language, robustnessWords[language].basis));

  it('says on each row how it came about and whose figures it stands on', () => {
    for (const row of rows) expect([row['BASIS'], row['LICENCE'], row['TIME_PERIOD']]).toEqual([robustnessWords[language].basis, pack.meta.licence[language], '2023']);
  });

  it('holds every region’s places, every pair, every choice and every indicator', () => {
    const of = (measure: string) => rows.filter((r) => r['MEASURE'] === measure);
    const n = regionsOf(pack).length;
    const k = robustness(pack)!.factors.length;
    expect(of('RANK').filter((r) => r['ITEM'] === 'median of the runs')).toHaveLength(n);
    expect(of('OUTRANKS')).toHaveLength(n * (n - 1));
    expect(of('SOBOL_TOTAL_SHIFT')).toHaveLength(k);
    expect(of('RANK_VARIANT')).toHaveLength(6 * n);
    expect(of('RANK_WITHOUT')).toHaveLength(19 * n);
    expect(of('CRONBACH_ALPHA')).toHaveLength(5);
    expect(of('CORRELATION')).toHaveLength((19 * 18) / 2);
    for (const row of of('OUTRANKS')) {
      const back = of('OUTRANKS').find((r) => r['REF_AREA'] === row['ITEM'] && r['ITEM'] === row['REF_AREA'])!;
      expect(Number(row['OBS_VALUE']) + Number(back['OBS_VALUE'])).toBeCloseTo(1, 12);
    }
  });

  it('quotes no rating', () => {
    const text = JSON.stringify(rows);
    for (const { id, name } of pack.ratings) for (const word of [id, name[language]]) expect(text).not.toContain(word);
  });
});
