/* What comes into a region and goes out of it. */
import { describe, expect, it } from 'vitest';
import { balanceRows, chainScene, defaultView, regionBalance } from '../../../src/lib/atlas';
import { regionsOf } from '../../../src/lib/composite';
import { lagoon, vfd } from '../support';

describe('balance of a region', () => {
  it('in both packs: clusters in their order, and every link across the border once in the bands and once in the table, whatever filter is on', () => {
    for (const pack of [vfd(), lagoon()]) {
      const all = { ...defaultView(pack), clusters: pack.clusters.map((c) => c.id), evidence: ['documented', 'plausible', 'proposed'] as const };
      for (const { code } of regionsOf(pack)) {
        const scene = chainScene(pack, { ...all, regions: [code], side: 'in' });
        const balances = regionBalance(pack, scene, code);
        const places = balances.map((b) => pack.clusters.findIndex((c) => c.id === b.cluster));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const region = (id: string) => pack.chains.sites.find((s) => s.id === id)?.region ?? null;
        const into = pack.chains.links.filter((l) => region(l.to) === code && region(l.from) !== code);
        const out = pack.chains.links.filter((l) => region(l.from) === code && region(l.to) !== code);
        const drawn = balances.flatMap((b) => b.bands.flatMap((band) => band.links.map(({ link }) => link.id)));
        expect(drawn.sort()).toEqual([...into, ...out].map((l) => l.id).sort());
        const rows = balanceRows(balances);
        const sum = (key: 'incoming' | 'outgoing' | 'documented') => rows.reduce((n, row) => n + row[key], 0);
        expect([sum('incoming'), sum('outgoing')]).toEqual([into.length, out.length]);
        expect(sum('documented')).toBe([...into, ...out].filter((l) => l.evidence === 'documented' && l.period === 'current').length);
        expect(new Set(rows.map((r) => `${r.cluster} ${r.partner}`)).size).toBe(rows.length);
      }
    }
  });
});
