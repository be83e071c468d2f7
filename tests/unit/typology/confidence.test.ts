/* Confidence of classes: against a second computation written out here, cases of known probability, and what must always hold. */
import { describe, expect, it } from 'vitest';
import { drawPoint, nominalScores, order, regionsOf, scoreYear, weightRule } from '../../../src/lib/composite';
import type { Method, Pack, RobustnessFactor } from '../../../src/lib/pack';
import { confidence, confidenceOfYears, GROUPS, matrix, robustnessDesign, stageModels, stageModelsOfYears, TIERS, tiers, type Confidence } from '../../../src/lib/typology';
import { lagoon, vfd } from '../support';

const name = { en: 'x', ru: 'x' };
const varied = (method: Method, factors: readonly RobustnessFactor[], runs = 100): Method => ({ ...method, robustness: { seed: 11, runs, factors } });
const run = (pack: Pack, method: Method, goalposts: 'year' | 'pooled' = 'year', runs?: number) => confidence(pack, method, pack.method.targetYear, goalposts, runs) as Confidence;

/* --- the second computation: plain arrays, the default design of the VFD, one run at a time --- */
const avg = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length;
const sd = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + (x - avg(v)) ** 2, 0) / (v.length - 1));
const middle = (v: number[]) => { const s = [...v].sort((a, b) => a - b); return (s[Math.floor((s.length - 1) / 2)]! + s[Math.ceil((s.length - 1) / 2)]!) / 2; };
const passes = (v: number[]) => {
  const n = v.length;
  const m = (p: number) => v.reduce((s, x) => s + (x - avg(v)) ** p, 0) / n;
  const g1 = m(3) / m(2) ** 1.5;
  const g2 = m(4) / m(2) ** 2 - 3;
  return Math.abs((g1 * Math.sqrt(n * (n - 1))) / (n - 2)) < 2 || (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)) < 3.5;
};
const clipped = (v: number[]) => {
  if (passes(v)) return v;
  // In these data the farthest point is always the greatest, and one is enough.
  const [most = 0, next = 0] = [...new Set(v)].sort((a, b) => b - a);
  const out = v.map((x) => (x === most ? next : x));
  expect(passes(out)).toBe(true);
  return out;
};
const NORMALISE = [
  (v: number[]) => v.map((x) => 0.1 + (0.9 * (x - Math.min(...v))) / (Math.max(...v) - Math.min(...v))),
  (v: number[]) => v.map((x) => 1 + (0.25 * (x - avg(v))) / sd(v)),
  (v: number[]) => v.map((x) => 0.1 + (0.9 * v.filter((y) => y < x).length) / (v.length - 1))
];

function plainRun(pack: Pack, r: number) {
  const { method } = pack;
  const design = robustnessDesign(method)!;
  const point = new Float64Array(design.factors.length);
  drawPoint(design, r, point);
  const [, , uOmit, uTreat, uNormalise, uAggregate, uLimits, uCut] = point as unknown as [number, number, number, number, number, number, number, number];
  const ids = [...method.potential, ...method.dynamics].flatMap((b) => b.indicators.map((i) => i.id));
  const left = [null, ...ids][Math.floor(uOmit * 24)];
  const { models } = stageModels(pack, method, method.targetYear, 'year');
  const scores = (['potential', 'dynamics'] as const).map((stage, m) => {
    const model = models[m]!;
    const weights = new Float64Array(model.structure.nodes.length);
    weightRule(model, m, design)(point, weights);
    const w = (id: string) => weights[model.place.get(id)!]!;
    const raw = scoreYear(pack, stage, method.targetYear).inputs;
    const parts = method[stage].flatMap((block) => {
      const columns = block.indicators.filter((i) => i.id !== left).map((i) => {
        const values = [...raw.get(i.id)!.values];
        const treated = uTreat < 0.5 ? values : clipped(values);
        return { w: w(i.id), x: NORMALISE[Math.floor(uNormalise * 3)]!(treated.map((v) => v * i.direction)) };
      });
      if (columns.length === 0) return [];
      const total = columns.reduce((s, c) => s + c.w, 0);
      return [{ w: w(block.id), x: columns[0]!.x.map((_, u) => columns.reduce((s, c) => s + c.w * c.x[u]!, 0) / total) }];
    });
    const total = parts.reduce((s, p) => s + p.w, 0);
    return parts[0]!.x.map((_, u) => (uAggregate < 0.5 ? parts.reduce((s, p) => s + p.w * p.x[u]!, 0) / total : Math.exp(parts.reduce((s, p) => s + p.w * Math.log(p.x[u]!), 0) / total)));
  }) as [number[], number[]];
  const [p, d] = scores;
  const limit = 0.5 + (-0.1 + 0.2 * uLimits);
  const centre = uCut < 0.5 ? avg : middle;
  return {
    scores,
    tier: p.map((v) => (v > avg(p) + limit * sd(p) ? 'leading' : v < avg(p) - limit * sd(p) ? 'low' : 'average')),
    group: p.map((v, u) => (v >= centre(p) ? (d[u]! >= centre(d) ? 'leaders' : 'stable') : d[u]! >= centre(d) ? 'catch-up' : 'problem'))
  };
}

describe('the default design on the VFD pack', () => {
  const pack = vfd();
  const RUNS = 60;
  const found = run(pack, pack.method, 'year', RUNS);
  const plain = Array.from({ length: RUNS }, (_, r) => plainRun(pack, r));

  it('gives the scores of the second computation, moved to the nominal mean and deviation, to 1e-9', () => {
    (['potential', 'dynamics'] as const).forEach((stage, m) => {
      const nominal = [...scoreYear(pack, stage, pack.method.targetYear).index];
      plain.forEach(({ scores }, r) => {
        const own = scores[m]!;
        own.forEach((v, u) => expect(Math.abs(found[stage].scores[r * 14 + u]! - (avg(nominal) + ((v - avg(own)) / sd(own)) * sd(nominal)))).toBeLessThan(1e-9));
      });
    });
  });
  it('counts the same tiers and groups', () => {
    regionsOf(pack).forEach((_, u) => {
      TIERS.forEach((id, c) => expect(found.tier.share[u * 3 + c]).toBe(plain.filter((p) => p.tier[u] === id).length / RUNS));
      GROUPS.forEach((id, c) => expect(found.group.share[u * 4 + c]).toBe(plain.filter((p) => p.group[u] === id).length / RUNS));
    });
  });
  it('gives the same places and the same odds between any two regions', () => {
    const ranks = plain.map(({ scores }) => scores[0].map((v) => 1 + scores[0].filter((o) => o > v).length));
    regionsOf(pack).forEach((_, u) => {
      const sorted = ranks.map((r) => r[u]!).sort((a, b) => a - b);
      // 5 % of 60 runs is 3 of them, 95 % is 57.
      expect([found.potential.rank.low[u], found.potential.rank.median[u], found.potential.rank.high[u]]).toEqual([sorted[2], sorted[29], sorted[56]]);
      regionsOf(pack).forEach((_, o) => u !== o && expect(found.outranks[u * 14 + o]).toBeCloseTo(ranks.filter((r) => r[u]! < r[o]!).length / RUNS, 12));
    });
  });
  it('says what the method says: nominal classes are those of the atlas', () => {
    const [p, d] = [scoreYear(pack, 'potential', pack.method.targetYear).index, scoreYear(pack, 'dynamics', pack.method.targetYear).index];
    expect(found.tier.nominal).toEqual(tiers(p, pack.method.tiers).tier);
    expect(found.group.nominal).toEqual(matrix(p, d, 'mean').group);
  });
  it('no run loses a region, in any year and on both kinds of goalposts: every scale is positive enough for geometric means', () => {
    for (const [year, goalposts] of [[2017, 'pooled'], [2020, 'pooled'], [2022, 'pooled'], [2023, 'pooled'], [2023, 'year']] as const) {
      const c = confidence(pack, pack.method, year, goalposts, 150)!;
      expect(c.potential.scores.some(Number.isNaN), `${year}`).toBe(false);
      if (year !== 2017 && year !== 2022) expect(c.dynamics.scores.some(Number.isNaN), `${year}`).toBe(false);
    }
  });
});

describe('known probabilities', () => {
  const pack = vfd();
  const index = scoreYear(pack, 'potential', pack.method.targetYear).index;
  const z = [...index].map((v) => (v - avg([...index])) / sd([...index]));
  const N = 4000;

  it('a region whose limit passes it in a quarter of the range leads in three quarters of the runs', () => {
    const u = z.findIndex((v) => v > 0.5 && v < 1);
    const at = z[u]! - pack.method.tiers.leadingAboveSd;
    const c = run(pack, varied(pack.method, [{ id: 'l', name, kind: 'tierLimits', lo: at - 0.3, hi: at + 0.1 }]), 'year', N);
    expect(Math.abs(c.tier.share[u * 3]! - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / N));
    expect(c.tier.holds[u]).toBe(c.tier.share[u * 3]);
  });
  it('between mean and median a region changes its group in half of the runs, elsewhere never', () => {
    const c = run(pack, varied(pack.method, [{ id: 'c', name, kind: 'cut', options: ['mean', 'median'] }]), 'year', N);
    const dynamics = scoreYear(pack, 'dynamics', pack.method.targetYear).index;
    const between = (column: Float64Array, u: number) => { const v = [...column]; const [a, b] = [avg(v), middle(v)].sort((x, y) => x - y); return column[u]! >= a! && column[u]! < b!; };
    const torn = regionsOf(pack).map((_, u) => between(index, u) || between(dynamics, u));
    expect(torn).toContain(true);
    torn.forEach((is, u) => expect(Math.abs(c.group.holds[u]! - (is ? 0.5 : 1)), `${u}`).toBeLessThanOrEqual(is ? 4 * Math.sqrt(0.25 / N) : 0));
  });
  it('two options of an aggregation stand for half of the runs each, and the share is that of the runs that took them', () => {
    const factors: RobustnessFactor[] = [
      { id: 'n', name, kind: 'normalisation', options: [{ method: 'minMax', range: [0.1, 1] }, { method: 'percentileRank', range: [0.1, 1] }] },
      { id: 'a', name, kind: 'aggregation', of: 'blocks', options: ['arithmetic', 'geometric'] }
    ];
    const method = varied(pack.method, factors);
    const c = run(pack, method, 'year', N);
    // Four combinations: every share is a sum of the four shares of runs.
    const design = robustnessDesign(method)!;
    const point = new Float64Array(2);
    const count = [0, 0, 0, 0];
    for (let r = 0; r < N; r++) { drawPoint(design, r, point); count[Math.floor(point[0]! * 2) * 2 + Math.floor(point[1]! * 2)]! += 1; }
    for (const k of count) expect(Math.abs(k / N - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / N));
    const sums = Array.from({ length: 16 }, (_, mask) => count.reduce((s, k, i) => s + ((mask >> i) & 1 ? k : 0), 0) / N);
    for (const share of c.tier.share) expect(Math.min(...sums.map((s) => Math.abs(s - share)))).toBeLessThan(1e-12);
  });
});

describe('always', () => {
  it.each([['VFD', vfd(), 'year'], ['VFD, pooled', vfd(), 'pooled'], ['lagoon', lagoon(), 'year'], ['lagoon, pooled', lagoon(), 'pooled']] as const)('%s: shares of a scored region sum to one, odds of a pair too, intervals are in order', (_, pack, goalposts) => {
    const c = run(pack, pack.method, goalposts, 80);
    const n = c.regions;
    for (let u = 0; u < n; u++) {
      expect(TIERS.reduce((s, _, k) => s + c.tier.share[u * 3 + k]!, 0)).toBeCloseTo(1, 12);
      expect(GROUPS.reduce((s, _, k) => s + c.group.share[u * 4 + k]!, 0)).toBeCloseTo(1, 12);
      expect(c.tier.holds[u]).toBe(c.tier.share[u * 3 + TIERS.indexOf(c.tier.nominal[u]!)]);
      for (const part of [c.potential, c.dynamics]) for (const { low, median, high } of [part.score, part.rank]) expect(low[u]! <= median[u]! && median[u]! <= high[u]!).toBe(true);
      expect([c.potential.rank.low[u]! >= 1, c.potential.rank.high[u]! <= n]).toEqual([true, true]);
      for (let o = 0; o < u; o++) expect(c.outranks[u * n + o]! + c.outranks[o * n + u]!).toBeCloseTo(1, 12);
    }
  });
  it('where nothing varies everything is certain and stays what it is', () => {
    for (const pack of [vfd(), lagoon()]) for (const goalposts of ['year', 'pooled'] as const) {
      const c = run(pack, varied(pack.method, []), goalposts, 5);
      const nominal = scoreYear(pack, 'potential', pack.method.targetYear, goalposts);
      expect([...c.tier.holds, ...c.group.holds].every((v) => v === 1)).toBe(true);
      nominal.index.forEach((v, u) => { for (const bound of ['low', 'median', 'high'] as const) expect(c.potential.score[bound][u]).toBeCloseTo(v, 12); });
      expect([...c.potential.rank.low]).toEqual([...nominal.rank]);
      const best = order(nominal.index);
      expect(c.outranks[best[0]! * c.regions + best[1]!]).toBe(1);
    }
  });
  it('the first runs are the same however many follow', () => {
    const [few, many] = [run(lagoon(), lagoon().method, 'year', 20), run(lagoon(), lagoon().method, 'year', 50)];
    expect([...few.potential.scores]).toEqual([...many.potential.scores.subarray(0, few.potential.scores.length)]);
  });
  it('a region without score has no confidence, and the others are classed among themselves', () => {
    const pack = lagoon();
    const { years, values } = pack.observations;
    const own = values.slice();
    const areas = pack.areas.length;
    for (let i = 0; i < pack.indicators.length; i++) own[(i * years.length + years.indexOf(2033)) * areas + 1] = NaN;
    const holed: Pack = { ...pack, observations: { ...pack.observations, values: own } };
    const c = run(holed, pack.method, 'year', 30);
    expect([c.tier.holds[1], c.group.holds[1], c.potential.score.low[1], c.potential.rank.high[1], c.tier.share[3], c.outranks[1], c.outranks[4]]).toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN]);
    expect(c.tier.nominal[1]).toBeNull();
    for (const u of [0, 2, 3]) expect(TIERS.reduce((s, _, k) => s + c.tier.share[u * 3 + k]!, 0)).toBeCloseTo(1, 12);
    expect(Math.max(...[0, 2, 3].map((u) => c.potential.rank.high[u]!))).toBe(3);
  });
  it('another method has its own confidence: a block that decides alone decides the ranks', () => {
    const pack = vfd();
    const heavy: Method = varied({ ...pack.method, potential: pack.method.potential.map((b) => (b.id === 'innovation' ? { ...b, weight: 1e9 } : b)) }, [{ id: 'b', name, kind: 'weights', of: 'blocks', noise: 0.5 }]);
    const c = run(pack, heavy, 'year', 40);
    const innovation = scoreYear(pack, 'potential', pack.method.targetYear).blocks.find((b) => b.id === 'innovation')!.score;
    expect([...c.potential.rank.median]).toEqual([...innovation].map((v) => 1 + [...innovation].filter((o) => o > v).length));
    expect([...c.potential.rank.low]).toEqual([...c.potential.rank.high]);
  });
  it('a method that does not say what varies has none', () => {
    expect(confidence(vfd(), { ...vfd().method, robustness: null }, 2023, 'year')).toBeNull();
    expect(robustnessDesign({ ...vfd().method, robustness: null })).toBeNull();
  });
  it('a year without dynamics has tiers and no groups', () => {
    const c = confidence(vfd(), vfd().method, 2022, 'pooled', 20)!;
    expect([...c.group.holds, ...c.dynamics.score.low].every(Number.isNaN)).toBe(true);
    expect([...c.tier.holds].some(Number.isNaN)).toBe(false);
  });
  it('several years on pooled goalposts share their runs and change nothing in each other', () => {
    const years = [2017, 2020, 2022, 2023];
    const together = confidenceOfYears(vfd(), vfd().method, years, 'pooled', 25);
    expect(together.map((c) => c.year)).toEqual(years);
    years.forEach((year, y) => expect(together[y]).toEqual(confidence(vfd(), vfd().method, year, 'pooled', 25)));
    expect(() => stageModelsOfYears(vfd(), vfd().method, years, 'year')).toThrow(/one year/);
  });
  it('nominal choices of the engine’s models are the scores of the atlas', () => {
    for (const goalposts of ['year', 'pooled'] as const) {
      const { models, from } = stageModels(vfd(), vfd().method, 2023, goalposts);
      (['potential', 'dynamics'] as const).forEach((stage, m) => {
        const scores = nominalScores(models[m]!).subarray(from, from + 14);
        scoreYear(vfd(), stage, 2023, goalposts).index.forEach((v, u) => expect(Math.abs(v - scores[u]!)).toBeLessThan(1e-12));
      });
    }
  });
  it('reports progress to the end', () => {
    const seen: number[] = [];
    confidence(lagoon(), lagoon().method, 2033, 'year', 250, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([100, 200, 250]);
  });
});
