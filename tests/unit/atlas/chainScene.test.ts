import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainScene, defaultView, intensitySurvival, modelledIntensity, withChosen, type View } from '../../../src/lib/atlas';
import { joinedLinks } from '../../../src/lib/chains';
import { regionsOf } from '../../../src/lib/composite';
import { lagoon, vfd } from '../support';

const pack = vfd();
const everything = { ...defaultView(pack), clusters: pack.clusters.map((c) => c.id), evidence: ['documented', 'plausible', 'proposed'] as const };
const scene = (view: Partial<View> = {}) => chainScene(pack, { ...everything, ...view });

describe('flows chosen on the map', () => {
  it('without filters every link is in a flow, inside one place, or across the edge', () => {
    for (const some of [pack, lagoon()]) {
      const all = chainScene(some, { ...defaultView(some), clusters: some.clusters.map((c) => c.id), evidence: ['documented', 'plausible', 'proposed'] });
      const within = joinedLinks(some.chains).filter(({ from, to }) => from.region === to.region).length;
      const sum = (flows: readonly { links: readonly unknown[] }[]) => flows.reduce((n, f) => n + f.links.length, 0);
      expect(sum(all.regionFlows) + sum(all.edgeFlows) + within).toBe(some.chains.links.length);
      expect(sum(all.edgeFlows)).toBe(all.outside);
    }
  });

  it('a flow across the edge names its partner outside and the direction seen from the district', () => {
    expect(scene().edgeFlows.length).toBeGreaterThan(0);
    for (const { outside, direction, from, to, links } of scene().edgeFlows) {
      expect(outside.region).toBeNull();
      expect(direction === 'in' ? from : to).toBe(`outside:${outside.id}`);
      for (const joined of links) expect((direction === 'in' ? joined.from : joined.to).id).toBe(outside.id);
    }
  });

  it('every filter only takes away, and what it offers is what it leaves', () => {
    const all = scene();
    for (const { id, links } of all.commodities) {
      const left = scene({ commodities: [id] }).links;
      expect(left.length).toBe(links);
      expect(left.every(({ link }) => link.okved2?.startsWith(id))).toBe(true);
    }
    for (const { id, links } of all.stages) expect(scene({ stages: [id] }).links.length).toBe(links);
    expect(all.links.length).toBe(pack.chains.links.length);
  });

  it('what is chosen but does not occur stays on offer, with no links', () => {
    expect(withChosen([{ id: 'a', links: 2 }], ['b', 'a'])).toEqual([{ id: 'a', links: 2 }, { id: 'b', links: 0 }]);
    // Food is not made in the cars' chain: without it in the list nobody could take it out again.
    const { commodities } = scene({ clusters: ['automotive'], commodities: ['10'] });
    expect(commodities.some((c) => c.id === '10')).toBe(false);
    expect(withChosen(commodities, ['10']).at(-1)).toEqual({ id: '10', links: 0 });
  });

  it('every class of products on offer has its title in both languages', () => {
    for (const some of [pack, lagoon()]) {
      const { commodities } = chainScene(some, { ...defaultView(some), clusters: some.clusters.map((c) => c.id), evidence: ['documented', 'plausible', 'proposed'] });
      expect(commodities.length).toBeGreaterThan(1);
      for (const { id } of commodities) {
        const title = some.activities.find((a) => a.code === id)?.name;
        expect(title?.en, id).toMatch(/^[A-Z]/);
        expect(title?.ru, id).toMatch(/^[А-Я]/);
      }
    }
  });

  it('in and out of the picked regions share no link between a picked region and others; together they are all that cross its border', () => {
    for (const { code } of regionsOf(pack)) {
      const [into, out] = [scene({ regions: [code], side: 'in' }).links, scene({ regions: [code], side: 'out' }).links];
      expect(into.every(({ from, to }) => to.region === code && from.region !== code)).toBe(true);
      expect(out.every(({ from, to }) => from.region === code && to.region !== code)).toBe(true);
      const crossing = joinedLinks(pack.chains).filter(({ from, to }) => (from.region === code) !== (to.region === code));
      expect(into.length + out.length).toBe(crossing.length);
    }
  });

  it('a direction without a picked region leaves all links', () => {
    expect(scene({ side: 'in' }).links.length).toBe(pack.chains.links.length);
  });
});

describe('the width of an arrow', () => {
  it('is a share of the widest there is, whatever else is chosen', () => {
    fc.assert(
      fc.property(fc.subarray(pack.clusters.map((c) => c.id)), fc.constantFrom('links', 'modelled' as const), fc.subarray([...scene().commodities.map((c) => c.id)]), (clusters, width, commodities) => {
        const some = scene({ clusters, width, commodities });
        const full = scene({ width });
        expect(some.scale.most).toBe(full.scale.most);
        for (const share of some.widths.values()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        if (width === 'modelled') for (const flow of some.regionFlows) expect(some.widths.get(flow.id)).toBe(full.widths.get(flow.id));
      }),
      { numRuns: 40 }
    );
  });

  it('by links: in proportion to their number', () => {
    const { widths, regionFlows, scale } = scene();
    for (const flow of regionFlows) expect(widths.get(flow.id)).toBeCloseTo(flow.links.length / scale.most, 12);
    expect(Math.max(...regionFlows.map((f) => widths.get(f.id) ?? 0))).toBe(1);
  });

  it('modelled: the share of the pair in the gravity model of the cluster, and of its cities never more in sum', () => {
    const { widths, regionFlows, cityFlows, scale } = scene({ width: 'modelled' });
    for (const flow of regionFlows) {
      const model = modelledIntensity(pack, flow.cluster);
      const n = model?.regions.length ?? 0;
      const share = model?.share[(model.regions.indexOf(flow.from) * n + model.regions.indexOf(flow.to)) as number] ?? NaN;
      expect((widths.get(flow.id) ?? NaN) * scale.most).toBeCloseTo(Number.isNaN(share) ? 0 : share, 12);
      const cities = cityFlows.filter((c) => c.cluster === flow.cluster && c.links[0]?.from.region === flow.from && c.links[0]?.to.region === flow.to);
      expect(cities.reduce((s, c) => s + (widths.get(c.id) ?? 0), 0)).toBeCloseTo(widths.get(flow.id) ?? NaN, 9);
    }
  });

  it('a picture that says nothing of the model does not run it', () => {
    const method = { ...pack.method, get intensity(): never { throw new Error('the model was asked'); } };
    const quiet = chainScene({ ...pack, method }, everything);
    expect(quiet.regionFlows.length).toBeGreaterThan(0);
    expect(() => quiet.surviving).toThrow('the model was asked');
  });

  it('surviving flows are those the model has among the greatest in every combination', () => {
    const some = scene({ surviving: true });
    expect(some.regionFlows.length).toBe(some.surviving?.flows);
    expect(some.surviving?.of).toBe(scene().regionFlows.length);
    expect(some.regionFlows.length).toBeGreaterThan(0);
    for (const flow of some.regionFlows) {
      const found = intensitySurvival(pack, flow.cluster);
      const n = found?.regions.length ?? 0;
      expect(found?.survival[(found.regions.indexOf(flow.from)) * n + found.regions.indexOf(flow.to)]).toBe(1);
    }
    expect(some.edgeFlows).toEqual([]);
  });
});
