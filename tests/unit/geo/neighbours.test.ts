/* Who touches whom, from the packs' own topology, against what a map of the real district shows. */
import { describe, expect, it } from 'vitest';
import { borderPairs } from '../../../src/lib/geo';
import { regionsOf } from '../../../src/lib/composite';
import { lagoon, vfd } from '../support';

const touching = (pack: ReturnType<typeof vfd>) => {
  const codes = regionsOf(pack).map((r) => r.code);
  return new Set(borderPairs(pack.geometry.boundaries, 'regions', codes).map(([i, j]) => [codes[i], codes[j]].sort().join(' ')));
};

describe('borders', () => {
  it('Tatarstan touches eight regions of the district, Saratov three', () => {
    const pairs = touching(vfd());
    const of = (code: string) => [...pairs].filter((p) => p.split(' ').includes(code)).map((p) => p.replace(code, '').trim()).sort();
    expect(of('RU-TA')).toEqual(['RU-BA', 'RU-CU', 'RU-KIR', 'RU-ME', 'RU-ORE', 'RU-SAM', 'RU-UD', 'RU-ULY']);
    expect(of('RU-SAR')).toEqual(['RU-PNZ', 'RU-SAM', 'RU-ULY']);
    expect(of('RU-PER')).toEqual(['RU-BA', 'RU-KIR', 'RU-UD']);
    expect(pairs.has('RU-BA RU-SAM')).toBe(false);
  });
  it('the fictitious isles share borders round a ring, corners do not count', () => {
    expect(touching(lagoon())).toEqual(new Set(['XX-AL XX-BR', 'XX-AL XX-CO', 'XX-BR XX-DU', 'XX-CO XX-DU']));
  });
  it('an exclave brings its neighbours, a stranger none', () => {
    const square = (a: number) => ({ type: 'Polygon' as const, arcs: [[a]] });
    const topology = {
      type: 'Topology' as const,
      arcs: [[[0, 0], [1, 0], [0, 1], [0, 0]], [[9, 9], [10, 9], [9, 10], [9, 9]]] as [number, number][][],
      objects: { regions: { type: 'GeometryCollection' as const, geometries: [{ ...square(0), properties: { iso: 'A' } }, { ...square(1), properties: { iso: 'A' } }, { ...square(1), properties: { iso: 'B' } }, { ...square(0), properties: { iso: 'X' } }] } }
    };
    expect(borderPairs(topology, 'regions', ['A', 'B'])).toEqual([[0, 1]]);
    expect(borderPairs(topology, 'nowhere', ['A', 'B'])).toEqual([]);
  });
});
