import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksCsv, observationsCsv, regionsGeoJson, scoresCsv, sitesCsv } from '../../../src/lib/atlas';
import { cell, csv } from '../../../src/lib/atlas/csv';
import type { Pack } from '../../../src/lib/pack';
import { confidence } from '../../../src/lib/typology';
import { vfd } from '../support';

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('text %j cannot become a formula', (text) => {
    expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
  });
  it('numbers stay numbers, also negative ones; missing ones are empty', () => {
    expect([cell(-1.5), cell(NaN), cell(Infinity), cell(null)]).toEqual(['-1.5', '', '', '']);
  });
  it('any text comes back from a reader, but for the apostrophe of a defused formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const back = csvParse(csv(['a'], [[text]]).replaceAll('\r\n', '\n'))[0]?.['a'] ?? '';
        const expected = text.replaceAll('\r\n', '\n');
        expect(back === expected || back === `'${expected}` || /[\r\n]/.test(text)).toBe(true);
      })
    );
  });
  it('every table names source and licence in each row, and hostile text of a pack is defused', () => {
    const pack = vfd();
    const hostile: Pack = { ...pack, chains: { ...pack.chains, sites: pack.chains.sites.map((s) => ({ ...s, name: { en: '=HYPERLINK("http://x")', ru: '@x' } })) } };
    for (const table of [scoresCsv(pack, 'en', () => null, 'note'), observationsCsv(pack, 'ru'), sitesCsv(hostile, 'en'), linksCsv(hostile, 'ru')]) {
      const rows = csvParse(table);
      expect(rows.length).toBeGreaterThan(100);
      expect(rows.filter((row) => !row['SOURCE'] || !row['LICENCE'])).toEqual([]);
      expect(rows.filter((row) => Object.values(row).some((value) => /^[=@+]/.test(value)))).toEqual([]);
    }
  });
  it('scores carry their range over variations of the method, and say what it is; without one the columns are empty', () => {
    const pack = vfd();
    const only = confidence(pack, pack.method, 2023, 'year', 40)!;
    const rows = csvParse(scoresCsv(pack, 'ru', (year, goalposts) => (year === 2023 && goalposts === 'year' ? only : null), 'пояснение'));
    const [tested, rest] = [rows.filter((r) => r['VARIATIONS'] !== ''), rows.filter((r) => r['VARIATIONS'] === '')];
    expect(tested).toHaveLength(14);
    expect(rest.length).toBeGreaterThan(80);
    tested.forEach((row, u) => {
      expect([row['TIME_PERIOD'], row['GOALPOSTS'], row['VARIATIONS'], row['VARIATIONS_NOTE']]).toEqual(['2023', 'year', '40', 'пояснение']);
      expect(Number(row['INDEX_P05'])).toBe(only.potential.score.low[u]);
      expect(Number(row['INDEX_P95'])).toBe(only.potential.score.high[u]);
      expect([Number(row['RANK_P05']), Number(row['RANK_P95'])]).toEqual([only.potential.rank.low[u], only.potential.rank.high[u]]);
      expect([Number(row['DYNAMICS_P05']), Number(row['DYNAMICS_P95'])]).toEqual([only.dynamics.score.low[u], only.dynamics.score.high[u]]);
      expect(Number(row['TIER_HOLDS'])).toBe(only.tier.share[u * 3 + ['leading', 'average', 'low'].indexOf(row['TIER']!)]);
      expect(Number(row['GROUP_HOLDS'])).toBe(only.group.share[u * 4 + ['leaders', 'catch-up', 'stable', 'problem'].indexOf(row['GROUP']!)]);
    });
    for (const row of rest) expect([row['INDEX_P05'], row['TIER_HOLDS'], row['VARIATIONS_NOTE']]).toEqual(['', '', '']);
  });
  it('observations come out as they went in', () => {
    const key = (r: Record<string, string>) => `${r['REF_AREA']} ${r['INDICATOR']} ${r['TIME_PERIOD']} ${Number(r['OBS_VALUE'])}`;
    const before = csvParse(readFileSync('geodata/vfd/observations.csv', 'utf8'));
    expect(csvParse(observationsCsv(vfd(), 'en')).map(key).sort()).toEqual(before.map(key).sort());
  });
});

describe('GeoJSON', () => {
  it('has the 14 regions with their scores, source and licence', () => {
    const collection = JSON.parse(regionsGeoJson(vfd())) as { features: { id: string; properties: Record<string, unknown> }[]; source: string; licence: string };
    expect(collection.features).toHaveLength(14);
    expect(new Set(collection.features.map((f) => f.id)).size).toBe(14);
    for (const f of collection.features) expect(f.properties['index']).toBeGreaterThan(0);
    expect(collection.source).toContain('Rosstat');
    expect(collection.licence).not.toBe('');
  });
});
