/*
 * The default method on the real pack against a second computation written out here from the CSV file:
 * no parser, no engine, each indicator spelled by hand as docs/method.md has it.
 */
import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { findingResults, scores } from '../../../src/lib/atlas';
import { regionsOf } from '../../../src/lib/composite';
import { vfd } from '../support';

const cells = new Map(csvParse(readFileSync('geodata/vfd/observations.csv', 'utf8')).map((r) => [`${r['REF_AREA']} ${r['INDICATOR']} ${r['TIME_PERIOD']}`, Number(r['OBS_VALUE'])]));
const x = (area: string, indicator: string, year: number) => {
  const value = cells.get(`${area} ${indicator} ${year}`);
  if (value === undefined) throw new Error(`no ${indicator} of ${area} in ${year}`);
  return value;
};
const regions = csvParse(readFileSync('geodata/vfd/regions.csv', 'utf8')).filter((r) => r['kind'] === 'region').map((r) => String(r['code']));
const Y = 2023;

type Rule = (a: string) => number;
const plus: Record<string, Rule[]> = {
  industrial: [(a) => x(a, 'ship_mfg', Y), (a) => x(a, 'ship_mfg', Y) / x(a, 'population_avg', Y), (a) => x(a, 'fa_gross_mfg', Y), (a) => -(1 - x(a, 'fa_net_mfg', Y) / x(a, 'fa_gross_mfg', Y)), (a) => x(a, 'gva_mfg_share', 2022)],
  hr: [(a) => x(a, 'employed_avg', Y) / x(a, 'pop_working_avg', Y), (a) => x(a, 'labour_force', Y), (a) => x(a, 'grp', Y) / x(a, 'employed_avg', Y), (a) => x(a, 'income_pc', Y)],
  investment: [(a) => x(a, 'invest_pc', Y), (a) => x(a, 'invest_large', Y), (a) => (x(a, 'invest_pc', Y) * x(a, 'population_avg', Y)) / x(a, 'grp', Y), (a) => x(a, 'fa_gross_mfg', Y) / x(a, 'fa_gross_mfg', Y - 1), (a) => -(1 - x(a, 'fa_net_total', Y) / x(a, 'fa_gross_total', Y))],
  innovation: [(a) => x(a, 'innov_activity', Y), (a) => x(a, 'innov_goods', Y) / x(a, 'ship_total_innov', Y), (a) => x(a, 'rd_personnel', Y) / x(a, 'employed_avg', Y), (a) => x(a, 'rd_researchers_degree', Y), (a) => x(a, 'apt_used', Y) / x(a, 'employed_avg', Y)]
};
const volume = (a: string) => [2020, 2021, 2022, 2023].reduce((level, year) => (level * x(a, 'grp_vol_index', year)) / 100, 1);
const growth: Rule[] = [
  (a) => (x(a, 'ship_mfg', 2023) / x(a, 'ship_mfg', 2019)) ** 0.25,
  (a) => (volume(a) / (x(a, 'employed_avg', 2023) / x(a, 'employed_avg', 2019))) ** 0.25,
  (a) => (x(a, 'invest_large', 2023) / x(a, 'invest_large', 2019)) ** 0.25,
  (a) => (x(a, 'innov_goods', 2023) / x(a, 'innov_goods', 2019)) ** 0.25
];
const avg = (v: number[]) => v.reduce((s, n) => s + n, 0) / v.length;
const scaled = (rule: Rule) => {
  const v = regions.map(rule);
  const [lo, hi] = [Math.min(...v), Math.max(...v)];
  return v.map((n) => (n - lo) / (hi - lo));
};
const means = (columns: number[][]) => regions.map((_, u) => avg(columns.map((c) => c[u] ?? NaN)));
const blocks = Object.fromEntries(Object.entries(plus).map(([id, rules]) => [id, means(rules.map(scaled))]));
const index = means(Object.values(blocks));
const dynamics = means(growth.map(scaled));
const m = avg(index);
const sd = Math.sqrt(index.reduce((s, v) => s + (v - m) ** 2, 0) / (index.length - 1));

describe('the default method on the VFD pack', () => {
  const result = scores(vfd(), Y, 'year');
  it('equals the computation written out here to 1e-9: blocks, index, dynamics', () => {
    expect(regionsOf(vfd()).map((r) => r.code)).toEqual(regions);
    result.potential.blocks.forEach((b) => b.score.forEach((v, u) => expect(Math.abs(v - (blocks[b.id]?.[u] ?? NaN))).toBeLessThan(1e-9)));
    result.potential.index.forEach((v, u) => expect(Math.abs(v - (index[u] ?? NaN))).toBeLessThan(1e-9));
    result.dynamics.index.forEach((v, u) => expect(Math.abs(v - (dynamics[u] ?? NaN))).toBeLessThan(1e-9));
  });
  it('gives the same ranks, tiers and groups', () => {
    expect([...result.potential.rank]).toEqual(index.map((v) => 1 + index.filter((o) => o > v).length));
    expect(result.tiers.tier).toEqual(index.map((v) => (v > m + sd / 2 ? 'leading' : v < m - sd / 2 ? 'low' : 'average')));
    const cut = avg(dynamics);
    expect(result.matrix.group).toEqual(index.map((v, u) => ((dynamics[u] ?? NaN) >= cut ? (v >= m ? 'leaders' : 'catch-up') : v >= m ? 'stable' : 'problem')));
  });
  it('contributions of the indicators add up to the index', () => {
    result.potential.index.forEach((v, u) => {
      const sum = result.potential.blocks.flatMap((b) => b.indicators.map((i) => i.contribution[u] ?? NaN)).reduce((s, c) => s + c, 0);
      expect(sum).toBeCloseTo(v, 12);
    });
  });
  it('pooled scores keep their meaning between years: the pooled index of 2023 differs, the order of values of one indicator does not', () => {
    const pooled = scores(vfd(), Y, 'pooled').potential;
    expect(pooled.index.some((v, u) => Math.abs(v - (result.potential.index[u] ?? NaN)) > 1e-6)).toBe(true);
    for (const year of [2017, 2018, 2019, 2020, 2021, 2022, 2023]) {
      for (const b of scores(vfd(), year, 'pooled').potential.blocks) for (const i of b.indicators) for (const v of i.normalised) if (!Number.isNaN(v)) expect(v >= -1e-12 && v <= 1 + 1e-12).toBe(true);
    }
  });
  it('2022 has no manufacturing shipments: its industrial block rests on three of five indicators, dynamics are missing', () => {
    const y2022 = scores(vfd(), 2022, 'pooled');
    expect(y2022.potential.blocks[0]?.coverage[0]).toBeCloseTo(0.6, 12);
    expect([...y2022.dynamics.index].every(Number.isNaN)).toBe(true);
    expect(y2022.matrix.group.every((g) => g === null)).toBe(true);
  });
});

describe('published findings, recomputed from the observations', () => {
  const found = Object.fromEntries(findingResults(vfd()).map((f) => [f.finding.id, f]));
  const top = [...regions].sort((a, b) => (index[regions.indexOf(b)] ?? 0) - (index[regions.indexOf(a)] ?? 0)).slice(0, 2);
  const share = (f: Rule) => (100 * avg(top.map(f)) * 2) / regions.map(f).reduce((s, v) => s + v, 0);
  it('the two leaders are the two of the paper’s argument', () => {
    expect(found['mfg-grp-share']?.regions.map((r) => r.code)).toEqual(top);
  });
  it.each([
    ['mfg-grp-share', () => share((a) => x(a, 'grp', 2022) * x(a, 'gva_mfg_share', 2022))],
    ['investment-share', () => share((a) => x(a, 'invest_large', 2023))],
    ['investment-share-all', () => share((a) => x(a, 'invest_pc', 2023) * x(a, 'population_avg', 2023))],
    ['productivity-gap', () => top.reduce((s, a) => s + x(a, 'grp', 2023), 0) / top.reduce((s, a) => s + x(a, 'employed_avg', 2023), 0) / (regions.reduce((s, a) => s + x(a, 'grp', 2023), 0) / regions.reduce((s, a) => s + x(a, 'employed_avg', 2023), 0))],
    ['growth-points', () => index.filter((v, u) => v < m && (dynamics[u] ?? NaN) >= avg(dynamics)).length]
  ])('%s', (id, expected) => expect(found[id]?.value).toBeCloseTo(expected(), 9));
  it('what is said of agreement holds: 32 % within one point, the others lower than published', () => {
    expect(Math.abs((found['mfg-grp-share']?.value ?? NaN) - 32)).toBeLessThan(1);
    expect(found['investment-share']?.value).toBeLessThan(46);
    expect(found['investment-share-all']?.value).toBeLessThan(found['investment-share']?.value ?? 0);
    expect(found['productivity-gap']?.value).toBeLessThan(1.5);
  });
  it('every computed finding names its sources', () => {
    for (const f of Object.values(found)) if (f.finding.quantity.kind !== 'group-count') expect(f.sources.length).toBeGreaterThan(0);
  });
});
