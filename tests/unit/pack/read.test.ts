/* The real pack and the fictitious one: free of faults, complete, frozen. */
import { describe, expect, it } from 'vitest';
import { indicatorColumn, type Pack } from '../../../src/lib/pack';
import { readPack } from '../../../src/lib/pack/read';
import { lagoon, open, vfd } from './packs';

const PACKS: readonly (readonly [string, Pack])[] = [
  ['vfd', open(vfd)],
  ['lagoon', open(lagoon)]
];
const [real, small] = [PACKS[0]![1], PACKS[1]![1]];

function cell(pack: Pack, indicator: string, area: string, year: number): number {
  const a = pack.areas.findIndex((x) => x.code === area);
  return indicatorColumn(pack, indicator)[pack.observations.years.indexOf(year) * pack.areas.length + a] ?? NaN;
}

describe.each(PACKS)('%s', (name, pack) => {
  it('has no fault and no warning', () => {
    expect(readPack(name === 'vfd' ? vfd : lagoon).faults).toEqual([]);
  });

  it('is frozen through and through', () => {
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const inner of Object.values(value)) visit(inner);
    };
    visit({ ...pack, geometry: null }.method);
    visit(pack.areas);
    visit(pack.chains);
    visit(pack.geometry.boundaries.objects);
  });

  it('has a source for each value and none elsewhere', () => {
    pack.observations.values.forEach((value, i) => expect((pack.observations.source[i] ?? -1) >= 0).toBe(!Number.isNaN(value)));
  });

  it('has every text in both languages and short names short', () => {
    for (const { name: full, short } of [...pack.areas, ...pack.indicators]) {
      for (const language of ['en', 'ru'] as const) {
        expect(full[language].trim()).not.toBe('');
        expect(short[language].length).toBeGreaterThan(0);
        expect(short[language].length).toBeLessThanOrEqual(32);
      }
    }
  });

  it('has a value of each indicator of the method for the regions', () => {
    for (const block of pack.method.potential) {
      for (const { id, maxLag } of block.indicators) {
        const years = Array.from({ length: maxLag + 1 }, (_, lag) => pack.method.targetYear - lag);
        const regions = pack.areas.filter((a) => a.kind === 'region');
        const found = regions.filter((a) => years.some((y) => !Number.isNaN(cell(pack, id, a.code, y))));
        expect(found.length, id).toBeGreaterThanOrEqual(regions.length - 1);
      }
    }
  });
});

describe('the Volga Federal District', () => {
  it('has what the atlas is about', () => {
    expect(real.areas.filter((a) => a.kind === 'region')).toHaveLength(14);
    expect(real.indicators.filter((i) => !i.derivation)).toHaveLength(59);
    expect(real.clusters).toHaveLength(4);
    const rows = (vfd.get('observations.csv') ?? '').trim().split(/\n/).length - 1;
    expect(real.observations.values.filter((v) => !Number.isNaN(v))).toHaveLength(rows);
  });

  it('keeps published figures to the digit', () => {
    expect(cell(real, 'ship_mfg', 'RU-TA', 2023)).toBe(Number(/^RU-TA,ship_mfg,2023,([^,]*),/m.exec(vfd.get('observations.csv') ?? '')?.[1]));
    expect(cell(real, 'ship_mfg', 'RU-TA', 2022)).toBeNaN();
  });

  it('adds regions up to the published district total', () => {
    const regions = real.areas.filter((a) => a.kind === 'region');
    for (const id of ['grp', 'ship_mfg', 'invest_large', 'population_avg']) {
      const total = cell(real, id, 'RU-VFD', 2023);
      const sum = regions.reduce((s, a) => s + cell(real, id, a.code, 2023), 0);
      if (!Number.isNaN(total)) expect(Math.abs(sum / total - 1), id).toBeLessThan(0.001);
    }
  });

  it('has sites of each cluster and links between its regions', () => {
    const region = new Map(real.chains.sites.map((s) => [s.id, s.region]));
    for (const { id } of real.clusters) {
      expect(real.chains.sites.filter((s) => s.region !== null && s.roles.some((r) => r.cluster === id)).length, id).toBeGreaterThanOrEqual(12);
      const between = real.chains.links.filter((l) => l.cluster === id && region.get(l.from) && region.get(l.to) && region.get(l.from) !== region.get(l.to));
      expect(between.length, id).toBeGreaterThanOrEqual(14);
    }
    const taking = new Set(real.chains.sites.map((s) => s.region));
    for (const a of real.areas) if (a.kind === 'region') expect(taking.has(a.code), a.code).toBe(true);
  });
});

describe('the lagoon', () => {
  it('says that it is invented', () => {
    expect(small.meta.fictitious).toBe(true);
    expect(real.meta.fictitious).toBe(false);
  });

  it('derives in the unit that is shown', () => {
    // 602.5 million shells by 25,250 workers, in thousand shells.
    expect(cell(small, 'output_pw', 'XX-AL', 2033)).toBeCloseTo(602.5e6 / 25250 / 1000, 12);
    expect(cell(small, 'idle', 'XX-DU', 2030)).toBeCloseTo(100 * (1 - 6900 / 16200), 12);
    expect(cell(small, 'boats_growth', 'XX-AL', 2031)).toBeCloseTo(5, 12);
    const volume = 1.065 * 1.07 * 1.092;
    expect(cell(small, 'cagr_output', 'XX-CO', 2033)).toBeCloseTo(100 * ((volume / (9620 / 8800)) ** (1 / 3) - 1), 10);
  });

  it('leaves what was not published missing', () => {
    expect(cell(small, 'boats', 'XX-CO', 2033)).toBeNaN();
    expect(cell(small, 'boats_growth', 'XX-CO', 2033)).toBeNaN();
    expect(cell(small, 'boats_growth', 'XX-CO', 2030)).toBeNaN();
  });

  it('computes a derived column once', () => {
    expect(indicatorColumn(small, 'idle')).toBe(indicatorColumn(small, 'idle'));
    expect(() => indicatorColumn(small, 'nothing')).toThrow(RangeError);
  });
});
