/* Two measures against each other on the real and the fictitious pack, set against the pack's own columns. */
import { describe, expect, it } from 'vitest';
import { formatRelations, parseRelations, relationMeasures, scores, showRelations, thirds, usualRelationYear } from '../../../src/lib/atlas';
import { yearColumn } from '../../../src/lib/composite';
import { lagoon, vfd } from '../support';

describe.each([['vfd', vfd], ['lagoon', lagoon]] as const)('relations of %s', (_, load) => {
  const pack = load();

  it('offer the index, dynamics, every block and every indicator', () => {
    expect(relationMeasures(pack).map((m) => m.id)).toEqual(['index', 'dynamics', ...pack.method.potential.map((b) => b.id), ...pack.indicators.map((i) => i.id)]);
  });

  it('take indicators as published and scores on the goalposts of the method in the target year', () => {
    const indicator = pack.method.potential[0]!.indicators[0]!.id;
    const year = usualRelationYear(pack, 'index', indicator);
    const shown = showRelations(pack, { x: 'index', y: indicator, year });
    expect(shown.ys).toEqual(yearColumn(pack, indicator, year).values);
    expect(shown.xs).toEqual(scores(pack, year, shown.goalposts).potential.index);
    expect(shown.goalposts).toBe(year === pack.method.targetYear ? pack.method.normalisation.goalposts : 'pooled');
    expect(shown.line.n).toBe([...shown.xs].filter((v, u) => !Number.isNaN(v + shown.ys[u]!)).length);
  });

  it('find a measure wholly explained by itself, and no outlier in it', () => {
    const shown = showRelations(pack, { x: 'index', y: 'index', year: pack.method.targetYear });
    expect([shown.r, shown.rho, shown.line.slope, shown.line.r2]).toEqual([1, 1, 1, 1].map((v) => expect.closeTo(v, 9) as number));
    expect(shown.studentised.some((r) => Math.abs(r) > 2)).toBe(false);
  });

  it('read back the address they write', () => {
    const choice = { x: pack.method.potential[1]!.id, y: 'index', year: pack.method.targetYear };
    const regions = scores(pack, choice.year, 'pooled').potential.index.length > 1 ? showRelations(pack, choice).regions.slice(0, 2).map((r) => r.code) : [];
    const query = formatRelations(choice, regions, NaN);
    expect(parseRelations(new URLSearchParams(query), pack)).toEqual({ choice, regions, notices: [] });
  });
});

it('an address that asks for what is not there is answered by name', () => {
  const { choice, notices } = parseRelations(new URLSearchParams('x=nope&year=1999&regions=XX&shape=round'), vfd());
  expect(choice).toEqual({ x: 'index', y: 'dynamics', year: vfd().method.targetYear });
  expect(notices.map((n) => [n.parameter, n.reason])).toEqual([['shape', 'unknown-parameter'], ['x', 'unknown-value'], ['year', 'no-data'], ['regions', 'unknown-value']]);
});

it('thirds hold equal counts where they can, ties together, missing apart', () => {
  expect([...thirds(Float64Array.of(5, 1, 4, 2, 6, 3))]).toEqual([2, 0, 1, 0, 2, 1]);
  expect([...thirds(Float64Array.of(1, NaN, 1, 1, 9))]).toEqual([0, -1, 0, 0, 2]);
  // 14 values: 5, 5 and 4.
  const counts = [0, 0, 0];
  for (const t of thirds(Float64Array.from({ length: 14 }, (_, i) => i))) counts[t]!++;
  expect(counts).toEqual([5, 5, 4]);
});
