/* External validity against the quoted places in the pack's file: ρ by its formula, p by going through all orders. */
import { describe, expect, it } from 'vitest';
import { validity } from '../../../../src/lib/atlas';
import { regionsOf, scoreYear } from '../../../../src/lib/composite';
import { lagoon, vfd } from '../../support';

const pack = vfd();
const found = validity(pack, pack.ratings, 2023, 'year', 1);
const { index, blocks } = scoreYear(pack, 'potential', 2023);
const codes = regionsOf(pack).map((r) => r.code);
const of = (id: string) => found.comparisons.find((c) => c.rating.id === id)!;

/** Mean ranks, 1 = greatest. */
const ranks = (xs: number[]) => xs.map((x) => 1 + xs.filter((o) => o > x).length + (xs.filter((o) => o === x).length - 1) / 2);
const pearson = (a: number[], b: number[]) => {
  const mean = (xs: number[]) => xs.reduce((s, x) => s + x, 0) / xs.length;
  const [ma, mb] = [mean(a), mean(b)];
  const dot = (x: number[], mx: number, y: number[], my: number) => x.reduce((s, v, i) => s + (v - mx) * (y[i]! - my), 0);
  return dot(a, ma, b, mb) / Math.sqrt(dot(a, ma, a, ma) * dot(b, mb, b, mb));
};
function* orders<T>(xs: T[]): Generator<T[]> {
  if (xs.length < 2) yield xs;
  for (let i = 0; i < xs.length && xs.length > 1; i++) for (const rest of orders([...xs.slice(0, i), ...xs.slice(i + 1)])) yield [xs[i]!, ...rest];
}

describe.each(pack.ratings.map((r) => [r.id, r] as const))('%s', (id, rating) => {
  const own = rating.ranks.map((q) => index[codes.indexOf(q.region)]!);
  const theirs = rating.ranks.map((q) => -q.rank);

  it('agrees with the index as Pearson’s correlation of the mean ranks says', () => {
    const { agreements, n } = of(id);
    expect(n).toBe(rating.ranks.length);
    expect(agreements[0]!.spearman).toBeCloseTo(pearson(ranks(own), ranks(theirs)), 12);
    const pairs = own.flatMap((a, i) => own.slice(i + 1).map((b, j) => Math.sign(a - b) * Math.sign(theirs[i]! - theirs[i + 1 + j]!)));
    const untied = theirs.flatMap((a, i) => theirs.slice(i + 1).map((b) => Number(a !== b))).reduce((s, x) => s + x, 0);
    expect(agreements[0]!.kendall).toBeCloseTo(pairs.reduce((s, x) => s + x, 0) / Math.sqrt(untied * pairs.length), 12);
    expect(agreements.map((a) => a.with)).toEqual(rating.block ? ['index', rating.block] : ['index']);
    if (rating.block) {
      const score = blocks.find((b) => b.id === rating.block)!.score;
      expect(agreements[1]!.spearman).toBeCloseTo(pearson(ranks(rating.ranks.map((q) => score[codes.indexOf(q.region)]!)), ranks(theirs)), 12);
    }
  });

  it('has the p of all its orders where they can be gone through', () => {
    if (rating.ranks.length > 7) return;
    const [a, b] = [ranks(own), ranks(theirs)];
    const limit = Math.abs(pearson(a, b)) - 1e-12;
    let [all, extreme] = [0, 0];
    for (const order of orders(b)) {
      all++;
      if (Math.abs(pearson(a, order)) >= limit) extreme++;
    }
    expect(of(id).agreements[0]!.p).toBeCloseTo(extreme / all, 12);
    expect(of(id).agreements[0]!.test).toBe('exact');
  });

  it('names the regions that differ by two places or more, farthest first, with the block farthest out on that side', () => {
    const place = (xs: number[], i: number) => 1 + xs.filter((x) => x > xs[i]!).length;
    const gaps = rating.ranks.map((q, i) => ({ unit: codes.indexOf(q.region), ours: place(own, i), theirs: place(theirs, i), i })).filter((g) => Math.abs(g.ours - g.theirs) >= 2);
    const departures = of(id).departures;
    expect(departures).toHaveLength(Math.min(3, gaps.length));
    const widths = departures.map((d) => Math.abs(d.ours - d.theirs));
    expect(widths).toEqual(gaps.map((g) => Math.abs(g.ours - g.theirs)).sort((a, b) => b - a).slice(0, 3));
    for (const d of departures) {
      const gap = gaps.find((g) => g.unit === d.unit)!;
      expect([d.ours, d.theirs]).toEqual([gap.ours, gap.theirs]);
      const inBlocks = blocks.map((b) => place(rating.ranks.map((q) => b.score[codes.indexOf(q.region)]!), gap.i));
      expect(d.blockPlace).toBe(d.ours < d.theirs ? Math.min(...inBlocks) : Math.max(...inBlocks));
    }
  });
});

describe('all ratings', () => {
  it('intervals hold their ρ and are wider with fewer regions', () => {
    for (const { agreements } of found.comparisons) {
      for (const { spearman, range } of agreements) {
        if (Number.isNaN(range[0])) continue;
        expect(range[0]).toBeLessThan(spearman);
        expect(range[1]).toBeGreaterThan(spearman);
      }
    }
    const width = (id: string) => of(id).agreements[0]!.range[1] - of(id).agreements[0]!.range[0];
    expect(width('forgo')).toBeGreaterThan(width('ria_final'));
  });

  it('of potential come first, the means are by kind', () => {
    expect(found.comparisons.map((c) => c.rating.kind)).toEqual([...Array<string>(5).fill('potential'), 'welfare', 'welfare', 'effort', 'effort', 'effort']);
    const own = found.comparisons.filter((c) => c.rating.kind === 'effort').map((c) => c.agreements[0]!.spearman);
    expect(found.means.effort).toBeCloseTo(own.reduce((a, b) => a + b, 0) / 3, 12);
  });

  it('keep the source of each place', () => {
    for (const rating of pack.ratings) expect(of(rating.id).places.map((p) => p.source).sort()).toEqual(rating.ranks.map((q) => q.source).sort());
  });
});

describe('few regions', () => {
  it('get no interval, and ties an exact p by all orders', () => {
    const small = lagoon();
    const { comparisons, means } = validity(small, small.ratings, 2033, 'year', 1);
    // By the index AL, BR, CO, DU; there 2, 3, 9, 9.
    const tide = comparisons.find((c) => c.rating.id === 'tide')!;
    expect(tide.agreements[0]!.range).toEqual([NaN, NaN]);
    // ρ of 1, 2, 3, 4 with 1, 2, 3.5, 3.5; of 24 orders the 4 that keep or turn the two ends are as strong.
    expect(tide.agreements[0]!.spearman).toBeCloseTo(4.5 / Math.sqrt(5 * 4.5), 12);
    expect(tide.agreements[0]!.p).toBeCloseTo(4 / 24, 12);
    expect(means.welfare).toBeNaN();
  });

  it('a rating none of whose regions has a score says nothing', () => {
    const rating = { ...pack.ratings[0]!, ranks: [{ region: 'RU', rank: 1, status: 'verified' as const, source: 'x', note: null }] };
    const [only] = validity(pack, [rating], 2023, 'year').comparisons;
    expect([only!.n, only!.agreements[0]!.spearman, only!.departures]).toEqual([0, NaN, []]);
  });
});
