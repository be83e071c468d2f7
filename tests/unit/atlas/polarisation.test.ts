/*
 * Polarisation of the packs: shares against figures added up here from the CSV, measures over the years with their
 * gaps, the published findings in them, addresses, and the table to take away.
 */
import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amounts, defaultPolarisation, findingResults, followedFindings, formatPolarisation, parsePolarisation, polarisationCsv, polarisationYears, showPolarisation, sizes, type PolarisationChoice } from '../../../src/lib/atlas';
import { regionsOf } from '../../../src/lib/composite';
import { borderPairs } from '../../../src/lib/geo';
import { lagoon, vfd } from '../support';

const rows = csvParse(readFileSync('geodata/vfd/observations.csv', 'utf8'));
const codes = csvParse(readFileSync('geodata/vfd/regions.csv', 'utf8')).filter((r) => r['kind'] === 'region').map((r) => r['code']!);
const figures = new Map(rows.map((r) => [`${r['INDICATOR']} ${r['TIME_PERIOD']} ${r['REF_AREA']}`, Number(r['OBS_VALUE'])]));
const figure = (indicator: string, year: number, code: string) => figures.get(`${indicator} ${year} ${code}`)!;

const borders = (pack: ReturnType<typeof vfd>) => borderPairs(pack.geometry.boundaries, 'regions', regionsOf(pack).map((r) => r.code));
const show = (choice: Partial<PolarisationChoice> = {}, pack = vfd()) => showPolarisation(pack, { ...defaultPolarisation(pack), ...choice }, borders(pack));

describe('what can be asked for', () => {
  it('begins with the first published share, in its last year', () => {
    expect(defaultPolarisation(vfd())).toEqual({ indicator: 'mfg_grp', per: null, year: 2022, neighbours: 'borders' });
    expect(defaultPolarisation(lagoon())).toMatchObject({ indicator: 'craft_output', year: 2033 });
  });
  it('additive indicators; among them those counted in persons as sizes', () => {
    expect(amounts(vfd()).every((i) => i.additive)).toBe(true);
    expect(amounts(vfd()).map((i) => i.id)).toContain('ship_mfg');
    expect(sizes(vfd()).map((i) => i.id)).toEqual(expect.arrayContaining(['population_avg', 'employed_avg']));
    expect(sizes(vfd()).map((i) => i.id)).not.toContain('grp');
    expect(polarisationYears(vfd(), 'ship_mfg', null)).toEqual([2017, 2018, 2019, 2020, 2021, 2023]);
  });
  it('an address comes back as it was', () => {
    const pack = vfd();
    for (const { id } of amounts(pack)) {
      for (const per of [null, 'population_avg']) {
        for (const year of polarisationYears(pack, id, per)) {
          const choice: PolarisationChoice = { indicator: id, per: per === id ? null : per, year, neighbours: year % 2 ? 'distance' : 'borders' };
          if (!polarisationYears(pack, id, choice.per).includes(year)) continue;
          expect(parsePolarisation(new URLSearchParams(formatPolarisation(choice, pack)), pack)).toEqual({ choice, notices: [] });
        }
      }
    }
    expect(formatPolarisation(defaultPolarisation(pack), pack)).toBe('');
  });
  it('what is not known is named and the usual shown', () => {
    const { choice, notices } = parsePolarisation(new URLSearchParams('indicator=gold&per=grp&year=2001&neighbours=rivers&shape=round&utm_source=x&theme=dark'), vfd());
    expect(choice).toEqual(defaultPolarisation(vfd()));
    expect(notices.map((n) => `${n.reason} ${n.parameter}=${n.value}`)).toEqual(['unknown-parameter shape=round', 'unknown-value indicator=gold', 'unknown-value per=grp', 'no-data year=2001', 'unknown-value neighbours=rivers']);
    // An indicator that does not add up cannot be spread.
    expect(parsePolarisation(new URLSearchParams('indicator=gva_mfg_share'), vfd()).notices).toHaveLength(1);
    expect(parsePolarisation(new URLSearchParams('indicator=ship_mfg&year=2022'), vfd())).toMatchObject({ choice: { year: 2023 }, notices: [{ reason: 'no-data', value: '2022' }] });
    // Set against itself an amount says nothing; years that never meet neither.
    expect(parsePolarisation(new URLSearchParams('indicator=employed_avg&per=employed_avg'), vfd()).notices).toMatchObject([{ parameter: 'per', reason: 'unknown-value' }]);
    expect(parsePolarisation(new URLSearchParams('indicator=ship_mfg_okved1&per=employed_avg'), vfd()).notices).toMatchObject([{ parameter: 'per', reason: 'no-data' }]);
  });
  it('any address gives a picture', () => {
    const pack = lagoon();
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('indicator', 'per', 'year', 'neighbours', 'x'), fc.oneof(fc.string(), fc.constantFrom('boats', 'residents', '2031', 'distance'))), (query) => {
      expect(showPolarisation(pack, parsePolarisation(new URLSearchParams(query), pack).choice, borders(pack)).regions).toHaveLength(4);
    }));
  });
});

describe('an amount over the regions', () => {
  const shown = show();
  const product = (code: string, year = 2022) => figure('grp', year, code) * figure('gva_mfg_share', year, code);
  const total = codes.reduce((s, c) => s + product(c), 0);

  it('shares and the two largest, from the published figures', () => {
    const two = [...codes].sort((a, b) => product(b) - product(a)).slice(0, 2);
    expect(shown.now.topShare).toBeCloseTo(two.reduce((s, c) => s + product(c), 0) / total, 12);
    expect(shown.now.top.map((u) => shown.regions[u]!.code)).toEqual(two);
    expect(shown.leaders).toEqual(['RU-TA', 'RU-NIZ']);
    for (const r of shown.regions) {
      expect(r.share).toBeCloseTo(product(r.code) / total, 12);
      expect(r.relative).toBeCloseTo((14 * product(r.code)) / total, 12);
    }
  });
  it('a second formula for Gini and Herfindahl', () => {
    const sorted = codes.map((c) => product(c)).sort((a, b) => a - b);
    // G = 2 Σ i x_i / (n Σ x) − (n + 1) / n
    expect(shown.now.gini).toBeCloseTo((2 * sorted.reduce((s, v, i) => s + (i + 1) * v, 0)) / (14 * total) - 15 / 14, 12);
    expect(shown.now.giniCorrected).toBeCloseTo((shown.now.gini * 14) / 13, 12);
    expect(1 / shown.now.equivalent).toBeCloseTo(sorted.reduce((s, v) => s + (v / total) ** 2, 0), 12);
    expect(shown.now.between + shown.now.within).toBeCloseTo(shown.now.theilT, 12);
  });
  it('the Lorenz curve ends with the greatest and shows the same share', () => {
    expect(shown.lorenz).toHaveLength(15);
    expect(shown.lorenz.at(-1)).toEqual({ x: 1, y: 1, code: 'RU-TA' });
    expect(1 - shown.lorenz.at(-3)!.y).toBeCloseTo(shown.now.topShare, 12);
  });
  it('years without data are gaps', () => {
    expect(shown.path.map((m) => m.year)).toEqual(vfd().observations.years);
    expect(shown.path.filter((m) => !Number.isNaN(m.gini)).map((m) => m.year)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022]);
    const ship = show({ indicator: 'ship_mfg', year: 2023 });
    const gap = ship.path.find((m) => m.year === 2022)!;
    expect(gap.regions).toBe(0);
    for (const key of ['gini', 'theilT', 'topShare', 'leadersShare', 'variation', 'sdOfLogs'] as const) expect(gap[key]).toBeNaN();
    expect(gap.top).toEqual([]);
  });
  it('regions without a figure are left out and counted', () => {
    const years = polarisationYears(vfd(), 'apt_created', null);
    const shown = show({ indicator: 'apt_created', year: years.at(-1)! });
    const present = codes.filter((c) => figures.has(`apt_created ${years.at(-1)} ${c}`));
    expect(present.length).toBeLessThan(14);
    expect(shown.now.regions).toBe(present.length);
    expect(shown.lorenz).toHaveLength(present.length + 1);
    for (const r of shown.regions) expect(Number.isNaN(r.share)).toBe(!present.includes(r.code));
  });
  it('names where the figures come from', () => expect(shown.sources.length).toBeGreaterThan(0));
});

describe('an amount per person', () => {
  const shown = show({ indicator: 'grp', per: 'employed_avg', year: 2023 });
  const per = (c: string) => figure('grp', 2023, c) / figure('employed_avg', 2023, c);
  const sum = (indicator: string, of = codes) => of.reduce((s, c) => s + figure(indicator, 2023, c), 0);

  it('the leaders against the average, as the finding has it', () => {
    const expected = sum('grp', ['RU-TA', 'RU-NIZ']) / sum('employed_avg', ['RU-TA', 'RU-NIZ']) / (sum('grp') / sum('employed_avg'));
    expect(shown.now.leadersRatio).toBeCloseTo(expected, 12);
    expect(followedFindings(vfd()).find((f) => f.finding.id === 'productivity-gap')!.value).toBeCloseTo(expected, 12);
  });
  it('a region’s ratio to the average, and the spread weighted by persons', () => {
    const average = sum('grp') / sum('employed_avg');
    for (const r of shown.regions) expect(r.relative).toBeCloseTo(per(r.code) / average, 10);
    const p = (c: string) => figure('employed_avg', 2023, c) / sum('employed_avg');
    expect(shown.now.variation).toBeCloseTo(Math.sqrt(codes.reduce((s, c) => s + p(c) * (per(c) / average - 1) ** 2, 0)), 12);
    expect(shown.now.theilL).toBeCloseTo(-codes.reduce((s, c) => s + p(c) * Math.log(per(c) / average), 0), 12);
    expect(shown.now.giniCorrected).toBeNaN();
  });
  it('convergence: the slope from growth and level worked out here', () => {
    const { convergence: c } = show({ indicator: 'ship_mfg', per: 'population_avg', year: 2023 });
    expect([c!.from, c!.to, c!.regions]).toEqual([2017, 2023, 14]);
    const level = (y: number, code: string) => figure('ship_mfg', y, code) / figure('population_avg', y, code);
    const x = codes.map((code) => Math.log(level(2017, code)));
    const g = codes.map((code) => Math.log(level(2023, code) / level(2017, code)) / 6);
    const [mx, mg] = [x, g].map((v) => v.reduce((s, a) => s + a, 0) / 14) as [number, number];
    const slope = x.reduce((s, v, i) => s + (v - mx) * (g[i]! - mg), 0) / x.reduce((s, v) => s + (v - mx) ** 2, 0);
    expect(c!.slope).toBeCloseTo(slope, 12);
    expect(c!.speed).toBeCloseTo(-Math.log(1 + 6 * slope) / 6, 12);
    // The line passes the mean of the points in the coordinates of the chart as well.
    const mean = (v: number[]) => v.reduce((s, a) => s + a, 0) / v.length;
    expect(c!.atAverage + c!.slope * mean(c!.points.map((q) => Math.log(q.initial)))).toBeCloseTo(mean(c!.points.map((q) => q.growth)), 12);
  });
});

describe('space', () => {
  it('the same choice gives the same p; another kind of neighbour another pattern', () => {
    const [a, b, c] = [show(), show(), show({ neighbours: 'distance' })];
    expect(b).toEqual(a);
    expect(c.moran.i).not.toBe(a.moran.i);
    expect(a.cutoffKm).toBeNaN();
    expect(c.cutoffKm).toBeGreaterThan(100);
    for (const r of c.regions) expect(r.neighbours.length).toBeGreaterThan(0);
  });
  it('local statistics of row-standardised weights have the global one as their mean', () => {
    for (const neighbours of ['borders', 'distance'] as const) {
      const shown = show({ neighbours });
      expect(shown.regions.reduce((s, r) => s + r.local, 0) / 14).toBeCloseTo(shown.moran.i, 12);
    }
  });
  it('neighbours with a common border weigh alike, so every choice of them is counted', () => {
    const shown = show();
    const tatarstan = shown.regions.find((r) => r.code === 'RU-TA')!;
    expect(tatarstan.neighbours).toHaveLength(8);
    // 8 of 13 others.
    expect(tatarstan).toMatchObject({ reference: 'exact', arrangements: 1287 });
    expect(shown.moran.reference).toMatchObject({ kind: 'drawn', arrangements: 9999 });
    expect(shown.joined).toEqual([]);
  });
  it('four isles: all 24 arrangements are counted', () => {
    const shown = show({}, lagoon());
    expect(shown.moran.reference).toMatchObject({ kind: 'exact', arrangements: 24 });
    expect(shown.regions.every((r) => r.p >= 1 / 3)).toBe(true);
  });
  it('an isle without any border joins its nearest neighbour, and that is said', () => {
    const pack = lagoon();
    const shown = showPolarisation(pack, defaultPolarisation(pack), [[0, 1], [1, 3]]);
    expect(shown.joined).toEqual([{ code: 'XX-CO', to: expect.stringMatching(/^XX-(AL|DU)$/) as string }]);
    expect(shown.regions[2]!.neighbours).toHaveLength(1);
  });
});

describe('the published findings over the years', () => {
  const followed = followedFindings(vfd());
  it('each in its year as the page of findings has it, with the difference', () => {
    expect(followed.map((f) => f.finding.id)).toEqual(['mfg-grp-share', 'investment-share', 'investment-share-all', 'productivity-gap']);
    const results = findingResults(vfd());
    for (const f of followed) {
      expect(f.value).toBe(results.find((r) => r.finding.id === f.finding.id)!.value);
      expect(f.difference).toBeCloseTo(f.value - f.published.value, 12);
      expect(f.path.find((p) => p.year === f.year)!.value).toBe(f.value);
      for (const p of f.path) if (!Number.isNaN(p.value)) expect(Math.abs(f.nearest!.value - f.published.value)).toBeLessThanOrEqual(Math.abs(p.value - f.published.value));
    }
  });
  it('each with the series that can be looked at here', () => {
    expect(followed.map((f) => f.choice)).toEqual([{ indicator: 'mfg_grp', per: null }, { indicator: 'invest_large', per: null }, null, { indicator: 'grp', per: 'employed_avg' }]);
    const mfg = followed[0]!;
    for (const m of show().path) {
      const { value } = mfg.path.find((p) => p.year === m.year)!;
      expect(Number.isNaN(m.leadersShare)).toBe(Number.isNaN(value));
      if (!Number.isNaN(value)) expect(m.leadersShare * 100).toBeCloseTo(value, 10);
    }
  });
  it('a finding without a number is not followed', () => expect(followedFindings(lagoon()).map((f) => f.finding.id)).toEqual(['first-isle', 'output-gap']));
});

describe('the table to take away', () => {
  it('has a row for each additive indicator and year with data, each with source and licence', () => {
    const table = csvParse(polarisationCsv(vfd(), 'ru'));
    expect(table).toHaveLength(amounts(vfd()).reduce((n, i) => n + polarisationYears(vfd(), i.id, null).length, 0));
    for (const row of table) {
      expect(row['SOURCE']!.length).toBeGreaterThan(10);
      expect(row['LICENCE']!.length).toBeGreaterThan(1);
      expect(Number(row['GINI'])).toBeGreaterThan(0);
      expect(Number(row['GINI'])).toBeLessThan(1);
    }
    const row = table.find((r) => r['INDICATOR'] === 'mfg_grp' && r['TIME_PERIOD'] === '2022')!;
    expect(Number(row['TOP_2_SHARE'])).toBe(show().now.topShare);
    expect(row['TOP_2']).toBe('RU-TA RU-NIZ');
    expect(row['NAME']).toMatch(/обрабатывающих/);
    expect(row['LEADERS_RATIO']).toBe('');
  });
  it('of one series per person', () => {
    const table = csvParse(polarisationCsv(vfd(), 'en', [{ indicator: 'grp', per: 'employed_avg' }]));
    expect(table.map((r) => r['TIME_PERIOD'])).toEqual(['2017', '2018', '2019', '2020', '2021', '2022', '2023']);
    expect(table[0]).toMatchObject({ PER: 'employed_avg', GINI_CORRECTED: '' });
    expect(Number(table.at(-1)!['LEADERS_RATIO'])).toBeCloseTo(1.22, 2);
  });
});
