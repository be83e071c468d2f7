/* Which choice decides: exact indices against sums of squares worked out in the test, estimates against what must hold. */
import { describe, expect, it } from 'vitest';
import { bench } from '../../../../src/lib/atlas/robustness/bench';
import { effects } from '../../../../src/lib/atlas/robustness/effects';
import { variants } from '../../../../src/lib/atlas/robustness/variants';
import type { Pack, Robustness } from '../../../../src/lib/pack';
import { vfd } from '../../support';

const withFactors = (keep: (f: Robustness['factors'][number]) => boolean): Pack => {
  const pack = vfd();
  const robustness = pack.method.robustness!;
  return { ...pack, method: { ...pack.method, robustness: { ...robustness, factors: robustness.factors.filter(keep) } } };
};

describe('a design of discrete choices', () => {
  const pack = withFactors((f) => f.kind === 'normalisation' || f.kind === 'aggregation');
  const tried = bench(pack, 2023, 'year')!;
  const found = effects(tried, pack.method);
  const grid = variants(tried).variants;

  it('is enumerated', () => {
    expect([found.method, found.evaluations]).toEqual(['exact', 6]);
    for (const o of found.outcomes) for (const e of o.effects) expect(e.firstRange).toEqual([NaN, NaN]);
  });

  /** First and total of a factor of a 3 × 2 table, row by row: between and within sums of squares. */
  function indices(y: number[], factor: 'normalisation' | 'aggregation'): [number, number] {
    const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
    const spread = (xs: number[]) => mean(xs.map((x) => (x - mean(xs)) ** 2));
    const [byOwn, byOther] = factor === 'normalisation' ? [(i: number) => i >> 1, (i: number) => i % 2] : [(i: number) => i % 2, (i: number) => i >> 1];
    const group = (key: (i: number) => number) => [...new Set(y.map((_, i) => key(i)))].map((k) => y.filter((_, i) => key(i) === k));
    return [spread(group(byOwn).map(mean)) / spread(y), mean(group(byOther).map(spread)) / spread(y)];
  }

  it('gives exact first-order and total indices of the shift and of each place', () => {
    const cases = [{ o: found.outcomes[0]!, y: grid.map((v) => v.shift) }, ...[9, 10, 12].map((u) => ({ o: found.outcomes.find((o) => o.kind === 'rank' && o.unit === u)!, y: grid.map((v) => v.ranks[u]!) }))];
    for (const { o, y } of cases) {
      expect(new Set(y).size).toBeGreaterThan(1);
      for (const id of ['normalisation', 'aggregation'] as const) {
        const e = o.effects.find((x) => x.factor === id)!;
        const [first, total] = indices(y, id);
        expect(e.first).toBeCloseTo(first, 10);
        expect(e.total).toBeCloseTo(total, 10);
      }
      expect(o.alone).toBeCloseTo(o.effects.reduce((s, e) => s + e.first, 0), 12);
      expect(o.mean).toBeCloseTo(y.reduce((a, b) => a + b, 0) / 6, 12);
    }
  });

  it('leaves alone what never changes', () => {
    // Tatarstan is first under all six.
    const first = found.outcomes.find((o) => o.kind === 'rank' && o.unit === 3)!;
    expect(grid.map((v) => v.ranks[3])).toEqual([1, 1, 1, 1, 1, 1]);
    expect([first.fixed, first.kept, first.effects]).toEqual([true, 1, []]);
  });
});

describe('the design of the pack', () => {
  const tried = bench(vfd(), 2023, 'year')!;
  const found = effects(tried, vfd().method);

  it('is estimated with intervals around each index', () => {
    expect(found.method).toBe('sobol');
    for (const o of found.outcomes) {
      for (const e of o.effects) {
        expect(e.totalRange[0]).toBeLessThanOrEqual(e.total + 1e-9);
        expect(e.totalRange[1]).toBeGreaterThanOrEqual(e.total - 1e-9);
      }
      const totals = o.effects.map((e) => e.total);
      expect(totals).toEqual([...totals].sort((a, b) => b - a));
    }
  });

  it('knows that limits of classes move no place, and that they may decide a class', () => {
    const of = (kind: string, factor: string) => found.outcomes.filter((o) => o.kind === kind).flatMap((o) => o.effects.filter((e) => e.factor === factor).map((e) => e.total));
    for (const factor of ['tier-limits', 'cut']) for (const total of [...of('shift', factor), ...of('rank', factor)]) expect(total).toBe(0);
    expect(Math.max(...of('tier', 'tier-limits'))).toBeGreaterThan(0.1);
    expect(Math.max(...of('group', 'cut'))).toBeGreaterThan(0.1);
    for (const total of of('tier', 'cut')) expect(total).toBe(0);
  });

  it('has one outcome of the shift and three for each region, with the share in which each holds', () => {
    expect(found.outcomes).toHaveLength(1 + 3 * 14);
    for (const o of found.outcomes.slice(1)) {
      expect(o.kept).toBeGreaterThanOrEqual(0);
      expect(o.kept).toBeLessThanOrEqual(1);
      if (o.kind === 'tier' || o.kind === 'group') expect(found.doubtful[o.kind].includes(o.unit!)).toBe(o.kept < 0.5);
      if (o.fixed) expect(o.kind === 'rank' || o.kept === 0 || o.kept === 1).toBe(true);
    }
  });
});
