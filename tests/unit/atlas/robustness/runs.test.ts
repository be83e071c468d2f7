/* Places, pairs, variants and omissions: by hand, and against a second, plain computation from the raw columns. */
import { describe, expect, it } from 'vitest';
import { robustness } from '../../../../src/lib/atlas';
import { bench } from '../../../../src/lib/atlas/robustness/bench';
import { omissions } from '../../../../src/lib/atlas/robustness/omission';
import { pairsOf } from '../../../../src/lib/atlas/robustness/pairs';
import { places } from '../../../../src/lib/atlas/robustness/places';
import { variants } from '../../../../src/lib/atlas/robustness/variants';
import { composite, regionsOf, scoreYear } from '../../../../src/lib/composite';
import type { Confidence } from '../../../../src/lib/typology';
import { lagoon, vfd } from '../../support';

/** Scores of four runs of three regions; the others parts of a confidence are not looked at here. */
function runsOf(rows: number[][], outranks: number[]): Confidence {
  const regions = rows[0]!.length;
  return { runs: rows.length, regions, potential: { scores: Float64Array.from(rows.flat()) }, outranks: Float64Array.from(outranks) } as unknown as Confidence;
}

describe('places over the runs', () => {
  // By the method a, b, c; in the runs: abc, abc, bac, acb.
  const runs = runsOf([[3, 2, 1], [3, 2, 1], [2, 3, 1], [3, 1, 2]], []);
  const found = places(runs, Float64Array.of(3, 2, 1));

  it('are order statistics of competition ranks', () => {
    expect(found.rows.map((r) => [r.unit, r.nominal, ...r.quantiles, r.kept])).toEqual([
      [0, 1, 1, 1, 1, 1, 2, 0.75],
      [1, 2, 1, 1, 2, 2, 3, 0.5],
      [2, 3, 2, 2, 3, 3, 3, 0.75]
    ]);
  });

  it('say what holds and what moves', () => {
    expect(found.firm).toEqual([]);
    expect(found.steady).toBe(3);
    expect(found.widest?.unit).toBe(1);
    // Shifts 0, 0, 2/3, 2/3; τ 1, 1, 1/3, 1/3.
    expect(found.meanShift).toBeCloseTo(1 / 3, 12);
    expect(found.meanKendall).toBeCloseTo(2 / 3, 12);
  });

  it('put a region without a score last and count without it', () => {
    const gaps = places(runsOf([[NaN, 2, 1], [NaN, 1, 2]], []), Float64Array.of(NaN, 2, 1));
    expect(gaps.rows.map((r) => r.unit)).toEqual([1, 2, 0]);
    expect(gaps.rows[2]!.quantiles).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(gaps.ranked).toBe(2);
  });
});

describe('pairs', () => {
  const outranks = [NaN, 0.97, 0.6, 0.03, NaN, 0.45, 0.4, 0.55, NaN];
  const found = pairsOf(runsOf([[0, 0, 0]], outranks), [0, 2, 1]);

  it('stand in the order asked for', () => {
    expect(found.shares).toEqual([
      [NaN, 0.6, 0.97],
      [0.4, NaN, 0.55],
      [0.03, 0.45, NaN]
    ]);
  });

  it('are settled from 95 % either way; the most open one is nearest to one half, the likelier first', () => {
    expect([found.pairs, found.decided]).toEqual([3, 1]);
    expect(found.open).toEqual({ above: 2, below: 1, share: 0.55 });
    expect(found.counts).toEqual([{ above: 1, below: 0, open: 1 }, { above: 0, below: 0, open: 2 }, { above: 0, below: 1, open: 1 }]);
  });
});

/* A second, plain computation: raw values, one loop for each step. */
const ranksOf = (scores: number[]) => scores.map((s) => 1 + scores.filter((o) => o > s).length);
const meanOf = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;

function plainScores(pack: ReturnType<typeof vfd>, normalise: (column: number[]) => number[], combine: (blocks: number[]) => number): number[] {
  const { inputs } = scoreYear(pack, 'potential', pack.method.targetYear);
  const blocks = pack.method.potential.map((block) => {
    const columns = block.indicators.map(({ id, direction }) => normalise(Array.from(inputs.get(id)!.values, (v) => v * direction)));
    return regionsOf(pack).map((_, u) => meanOf(columns.map((c) => c[u]!)));
  });
  return regionsOf(pack).map((_, u) => combine(blocks.map((b) => b[u]!)));
}

const minMax = (x: number[]) => x.map((v) => 0.1 + (0.9 * (v - Math.min(...x))) / (Math.max(...x) - Math.min(...x)));
const zScore = (x: number[]) => {
  const m = meanOf(x);
  const sd = Math.sqrt(x.reduce((s, v) => s + (v - m) ** 2, 0) / (x.length - 1));
  return x.map((v) => 1 + (0.25 * (v - m)) / sd);
};
/* Share of the others that are below; equal ones share the least place, as in COINr. */
const percentile = (x: number[]) => x.map((v) => 0.1 + (0.9 * x.filter((o) => o < v).length) / (x.length - 1));
const geometric = (xs: number[]) => Math.exp(meanOf(xs.map(Math.log)));

describe('other scales, other means', () => {
  const found = variants(bench(vfd(), 2023, 'year')!);

  it('are those the pack puts up for choice', () => {
    expect(found.variants.map((v) => `${v.normalisation} ${v.aggregation}`)).toEqual(['minMax arithmetic', 'minMax geometric', 'zScore arithmetic', 'zScore geometric', 'percentileRank arithmetic', 'percentileRank geometric']);
  });

  it.each([
    [0, minMax, meanOf],
    [1, minMax, geometric],
    [2, zScore, meanOf],
    [3, zScore, geometric],
    [4, percentile, meanOf],
    [5, percentile, geometric]
  ] as const)('variant %i has the scores of a plain computation', (i, normalise, combine) => {
    const scores = plainScores(vfd(), normalise, combine);
    const variant = found.variants[i]!;
    scores.forEach((s, u) => expect(variant.scores[u]).toBeCloseTo(s, 12));
    expect(Array.from(variant.ranks)).toEqual(ranksOf(scores));
    expect(variant.shift).toBeCloseTo(meanOf(Array.from(variant.ranks, (r, u) => Math.abs(r - found.nominal[u]!))), 12);
  });

  it('say where the order hardly changes and where most', () => {
    const shifts = found.variants.map((v) => v.shift);
    expect(shifts[found.hardest]).toBe(Math.max(...shifts));
    expect(found.same).toBe(Array.from(found.nominal).filter((r, u) => found.variants.every((v) => v.ranks[u] === r)).length);
    const far = Math.max(...found.variants.flatMap((v) => Array.from(v.ranks, (r, u) => Math.abs(r - found.nominal[u]!))));
    expect(Math.abs(found.mover!.to - found.mover!.from)).toBe(far);
  });
});

describe.each([
  ['vfd', vfd, 2023],
  ['lagoon', lagoon, 2033]
] as const)('one indicator less, %s', (_, pack, year) => {
  const found = omissions(bench(pack(), year, 'year')!);
  const { inputs, rank } = scoreYear(pack(), 'potential', year);

  it('is the index of a method without it', () => {
    expect(found.rows).toHaveLength(pack().method.potential.flatMap((b) => b.indicators).length);
    for (const row of found.rows) {
      const blocks = pack().method.potential.map((b) => ({ ...b, indicators: b.indicators.filter((i) => i.id !== row.indicator) })).filter((b) => b.indicators.length > 0);
      const again = composite(blocks, (id) => inputs.get(id)!.values, regionsOf(pack()).length, { coverage: { block: 0, index: 0 } });
      expect(Array.from(row.ranks), row.indicator).toEqual(Array.from(again.rank));
      expect(row.moved).toBe(Array.from(again.rank).filter((r, u) => r !== rank[u]).length);
    }
  });

  it('goes from the greatest shift down', () => {
    const shifts = found.rows.map((r) => r.shift);
    expect(shifts).toEqual([...shifts].sort((a, b) => b - a));
  });
});

describe('the report', () => {
  it('is null where a pack does not say what varies', () => {
    const pack = vfd();
    expect(robustness({ ...pack, method: { ...pack.method, robustness: null } })).toBeNull();
  });

  it('works on the fictitious pack, names its factors and counts each run', () => {
    const report = robustness(lagoon())!;
    expect(report.runs).toBe(lagoon().method.robustness!.runs);
    expect(report.factors.map((f) => f.id)).toEqual(lagoon().method.robustness!.factors.map((f) => f.id));
    expect(report.places.rows).toHaveLength(4);
    expect(report.pairs.order).toEqual(report.places.rows.map((r) => r.unit));
    expect(robustness(lagoon())).toBe(report);
  });
});
