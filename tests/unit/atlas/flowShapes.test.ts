import { describe, expect, it } from 'vitest';
import { chainScene, defaultView, flowArrows, halfWidth, outsidePlaces } from '../../../src/lib/atlas';
import { distanceTo, toPixel, type Pixel } from '../../../src/lib/geo';
import { vfd } from '../support';

const pack = vfd();
const all = { ...defaultView(pack), mode: 'chains' as const, clusters: pack.clusters.map((c) => c.id), evidence: ['documented', 'plausible', 'proposed'] as const };
const scene = chainScene(pack, all);
const ZOOM = 5;
const arrows = flowArrows(pack, scene, 'regions', (at) => toPixel(at, ZOOM), []);
const shapeOf = new Map(arrows.map((a) => [a.id, a.spine]));

describe('arrows of a scene', () => {
  it('there is one for every flow between regions and across the edge, in its cluster’s colour', () => {
    expect(arrows.map((a) => a.id).sort()).toEqual([...scene.regionFlows, ...scene.edgeFlows].map((f) => f.id).sort());
    for (const { id, cluster } of arrows) expect(id.startsWith(`${pack.clusters[cluster]!.id} `)).toBe(true);
  });
  it('half-way between two regions no arrow of theirs lies on another, whatever cluster or direction', () => {
    const pairs = new Map<string, string[]>();
    for (const flow of scene.regionFlows) {
      const pair = [flow.from, flow.to].sort().join(' ');
      pairs.set(pair, [...(pairs.get(pair) ?? []), flow.id]);
    }
    const crowded = [...pairs.values()].filter((ids) => ids.length > 2);
    expect(crowded.length).toBeGreaterThan(10);
    for (const ids of crowded) {
      const middles = ids.map((id) => {
        const { stations } = shapeOf.get(id)!;
        const half = stations.at(-1)!.along / 2;
        return stations.reduce((best, s) => (Math.abs(s.along - half) < Math.abs(best.along - half) ? s : best));
      });
      ids.forEach((id, i) => ids.forEach((other, j) => i === j || expect(distanceTo(shapeOf.get(other)!, middles[i]!.at), `${id} on ${other}`).toBeGreaterThan(0)));
    }
  });
  it('widths follow the scene and its greatest flow is the widest', () => {
    const width = (id: string) => shapeOf.get(id)!.stations.at(-1)!.half;
    for (const flow of scene.regionFlows) expect(width(flow.id)).toBeCloseTo(halfWidth(scene.widths.get(flow.id)!, 'regions'), 9);
    expect(halfWidth(1, 'regions')).toBeGreaterThan(2 * halfWidth(0, 'regions'));
  });
  it('what a picked region does not touch is dim and lies below', () => {
    const [code] = scene.regionNodes.map((n) => n.id);
    const picked = flowArrows(pack, scene, 'regions', (at) => toPixel(at, ZOOM), [code!]);
    for (const { id, dim } of picked) expect(dim).toBe(!id.includes(code!));
    expect(picked.map((a) => a.dim)).toEqual([...picked.map((a) => a.dim)].sort((a, b) => Number(b) - Number(a)));
  });
});

describe('partners outside', () => {
  const places = outsidePlaces(pack, scene, []);
  it('each city stands once, however many partners and flows it has', () => {
    const cities = new Set(scene.edgeFlows.map((f) => f.outside.at.join()));
    expect(places).toHaveLength(cities.size);
    expect(new Set(places.map((p) => p.id)).size).toBe(places.length);
  });
  it('their names have room', () => {
    const at = places.map((p): Pixel => toPixel(p.at, ZOOM));
    at.forEach((a, i) => at.slice(i + 1).forEach((b) => expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(24)));
  });
  it('a filter moves none of them', () => {
    const one = chainScene(pack, { ...all, clusters: ['aircraft'] });
    const before = new Map(places.map((p) => [p.id, p.at]));
    const left = outsidePlaces(pack, one, []);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(places.length);
    for (const p of left) expect(p.at).toEqual(before.get(p.id));
  });
});
