import { describe, expect, it } from 'vitest';
import type { FlowArrow } from '../../../src/lib/atlas';
import { spine } from '../../../src/lib/geo';
import { DIM, flowMesh, LOOK, lookOf, OFFSETS, STRIDE } from '../../../src/lib/map/flowMesh';

const line = spine([100, 100], [300, 100], { tail: 0.5, body: 3, headLength: 12, headWidth: 7, bend: 0.1, gap: 10 })!;
const flow = (id: string, more: Partial<FlowArrow> = {}): FlowArrow => ({ id, cluster: 2, certainty: 'documented', unnamed: false, dim: false, spine: line, ...more });

describe('mesh of the flows', () => {
  const mesh = flowMesh([flow('a'), flow('b', { certainty: 'plausible', dim: true, cluster: 5 })], 512);
  const view = new DataView(mesh.data);
  const float = (v: number, at: number) => view.getFloat32(v * STRIDE + at, true);
  const byte = (v: number, at: number) => view.getUint8(v * STRIDE + at);
  const all = Array.from({ length: mesh.vertices }, (_, v) => v);
  it('is full: every vertex is written, and arrows follow one another', () => {
    expect(mesh.data.byteLength).toBe(mesh.vertices * STRIDE);
    const order = all.map((v) => float(v, OFFSETS.arrow));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order)).toEqual(new Set([0, 1]));
    for (const v of all) expect(float(v, 0)).toBeGreaterThan(0);
  });
  it('parts are joined by triangles without area: first and last vertex of each are doubled', () => {
    const same = (a: number, b: number) => float(a, 0) === float(b, 0) && float(a, 4) === float(b, 4);
    const perArrow = mesh.vertices / 2;
    const body = 2 * line.stations.length + 2;
    for (const start of [0, perArrow]) for (const v of [start, start + body - 2, start + body, start + perArrow - 2]) expect(same(v, v + 1)).toBe(true);
  });
  it('colours go round, looks say how sure a flow is and whether it is left aside', () => {
    expect([byte(0, OFFSETS.look), byte(0, OFFSETS.look + 1)]).toEqual([2, LOOK.filled]);
    expect([byte(mesh.vertices - 1, OFFSETS.look), byte(mesh.vertices - 1, OFFSETS.look + 1)]).toEqual([1, LOOK.hollow + DIM]);
    expect(lookOf(flow('c', { certainty: 'proposed' }))).toBe(LOOK.dashed);
    expect(lookOf(flow('c', { unnamed: true }))).toBe(LOOK.tinted);
    expect(lookOf(flow('c', { certainty: 'past' }))).toBe(LOOK.tinted);
  });
  it('where a vertex lies beside the middle line is where it stands', () => {
    // The first station: at 110 of 200 px, the way known from the curve.
    const first = line.stations[0]!;
    const [x, y] = [float(0, 0) * 512, float(0, 4) * 512];
    const across = (x - first.at[0]) * -first.way[1] + (y - first.at[1]) * first.way[0];
    expect(float(0, OFFSETS.shape)).toBeCloseTo(across, 3);
  });
});
