/* The functional model of the chain drawn in drawn.ts, and of both packs. */
import { describe, expect, it } from 'vitest';
import { currentLinks, decompose, functionalModel, oneSidedRegions, type FlowEnd } from '../../../src/lib/chains';
import { lagoon, vfd } from '../support';
import { drawn, link, links, role, site, sites, text } from './drawn';

const name = (end: FlowEnd) => (end.kind === 'outside' ? 'outside' : end.id);
const control = (id: string, stage: string | null) => ({ id, cluster: 'c', stage, kind: 'standard' as const, name: text, source: 's', verification: 'verified' as const });

describe('the drawn chain', () => {
  const pack = drawn({ controls: [control('all', null), control('own', 'part')], imports: [{ id: 'i', cluster: 'c', stage: 'part', what: text, basis: text, source: 's', verification: 'verified' }] });
  const model = functionalModel(pack, 'c')!;
  const of = (stage: string) => model.functions.find((f) => f.stage.id === stage)!;
  it('stages are numbered functions; links between them are arrows', () => {
    expect(model.functions.map((f) => [f.node, f.stage.id])).toEqual([['A1', 'raw'], ['A2', 'part'], ['A3', 'whole'], ['A4', 'shop']]);
    expect(model.flows.map((f) => [name(f.from), name(f.to), f.links.length])).toEqual([['raw', 'part', 3], ['part', 'whole', 3], ['whole', 'shop', 1], ['whole', 'outside', 1]]);
  });
  it('inputs and outputs of a function', () => {
    expect(of('whole').inputs.map((f) => name(f.from))).toEqual(['part']);
    expect(of('whole').outputs.map((f) => name(f.to))).toEqual(['shop', 'outside']);
    expect(of('raw').inputs).toEqual([]);
  });
  it('mechanisms are the sites inside; those outside stand apart', () => {
    expect(of('shop').mechanisms.sites.map((s) => s.site.id)).toEqual(['s1']);
    expect(of('shop').outside.map((s) => s.site.id)).toEqual(['o']);
    expect(of('raw').mechanisms.regions).toEqual(['A', 'B']);
  });
  it('controls of the cluster and of a stage, imports of a stage', () => {
    expect(model.controls.map((c) => c.id)).toEqual(['all']);
    expect(of('part').controls.map((c) => c.id)).toEqual(['own']);
    expect(of('part').imports.map((i) => i.id)).toEqual(['i']);
    expect(of('whole').controls).toEqual([]);
  });
  it('laboratories are the knowledge sites that serve a function', () => {
    const with_ = drawn({ sites: [...sites, site('lab', 'D', [role('science')])], links: [...links, link('9', 'lab', 'w1')] });
    const known = { ...with_, stages: [{ id: 'science', order: -1, kind: 'knowledge' as const, name: text }, ...with_.stages] };
    const whole = functionalModel(known, 'c')!.functions.find((f) => f.stage.id === 'whole')!;
    expect(whole.mechanisms.labs.map((s) => s.id)).toEqual(['lab']);
  });
  it('what comes from another cluster, what runs backward, what stays in a stage', () => {
    const more = drawn({ sites: [...sites, site('z', 'D', [role('raw', 'z')])], links: [link('a', 'z', 'w1'), link('b', 'w1', 'p1'), link('c', 'p1', 'p2')] });
    const m = functionalModel(more, 'c')!;
    expect(m.flows.map((f) => [f.from.kind, name(f.from), name(f.to), f.backward])).toEqual([['cluster', 'z', 'whole', false], ['stage', 'whole', 'part', true], ['stage', 'part', 'part', false]]);
    const part = m.functions.find((f) => f.stage.id === 'part')!;
    expect([part.inputs.length, part.outputs.length, part.inner.length]).toEqual([1, 0, 1]);
  });
  it('a function decomposes into its sites, the busiest first', () => {
    expect(decompose(pack, 'c', 'whole').map((f) => [f.node, f.site.id, f.inputs.length, f.outputs.length])).toEqual([['A3.1', 'w1', 2, 2], ['A3.2', 'w2', 1, 0]]);
    expect(decompose(pack, 'c', 'shop').map((f) => f.site.id)).toEqual(['s1', 'o']);
  });
  it('regions at one end of the chain only', () => {
    expect(oneSidedRegions(pack, 'c').map((r) => [r.region, r.only])).toEqual([['C', 'final']]);
    expect(oneSidedRegions(drawn({ sites: [site('r', 'A', [role('raw')]), site('p', 'B', [role('part')])], links: [] }), 'c').map((r) => [r.region, r.only])).toEqual([['A', 'raw']]);
  });
  it('a cluster that is not there has no model', () => expect(functionalModel(pack, 'nowhere')).toBeNull());
});

describe.each([['vfd', vfd()], ['lagoon', lagoon()]] as const)('%s', (_, pack) => {
  it.each(pack.clusters.map((c) => c.id))('%s: every current link is in one arrow, every site of the district in one function at least', (id) => {
    const model = functionalModel(pack, id)!;
    const arrows = model.flows.flatMap((f) => f.links.map((l) => l.link.id));
    expect([...arrows].sort()).toEqual(currentLinks(pack, id).map((l) => l.link.id).sort());
    const held = new Set(model.functions.flatMap((f) => f.mechanisms.sites.map((s) => s.site.id)));
    for (const s of pack.chains.sites) if (s.region !== null && s.roles.some((r) => r.cluster === id)) expect(held).toContain(s.id);
    for (const f of model.functions) expect(f.cover === 'gap').toBe(f.mechanisms.sites.length === 0);
    // Each arrow between two functions is an output of one and an input of the other.
    const ends = model.functions.flatMap((f) => [...f.inputs, ...f.outputs, ...f.inner, ...f.inner]).map((f) => f.id);
    for (const f of model.flows) expect(ends.filter((e) => e === f.id).length).toBe(Number(f.from.kind === 'stage') + Number(f.to.kind === 'stage'));
  });
});

describe('controls of the VFD', () => {
  const { controls, imports } = vfd().chains;
  it('every cluster has a standard and a programme, with an address where verified', () => {
    for (const { id } of vfd().clusters) for (const kind of ['standard', 'programme']) expect(controls.some((c) => c.cluster === id && c.kind === kind), `${id} ${kind}`).toBe(true);
    for (const c of [...controls, ...imports]) if (c.verification === 'verified') expect(c.source, c.id).toMatch(/^https?:\/\//);
  });
});
